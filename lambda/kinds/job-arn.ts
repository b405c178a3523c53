/** The name of a job of SageMaker: the last segment of `arn:aws:sagemaker:<region>:<account>:<kind of job>/<name>`. */
export function nameIn(arn: string): string {
  return arn.slice(arn.lastIndexOf('/') + 1);
}
