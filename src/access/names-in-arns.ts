import { isUnknown } from '../validation/unknown-value';

/** The ARN of a job, or each of the forms in which AWS may write it: of the values of a condition, one is enough. */
export type JobArns = string | string[];

/**
 * A name that a person has chosen, as it was given and as AWS may write it in an ARN: SageMaker has put the names of some
 * resources there in lower case. Of a name that only the deployment knows, there is one form.
 */
export function formsInArns(name: string): string[] {
  if (isUnknown(name)) return [name];
  return [...new Set([name, name.toLowerCase()])];
}

/** The same for an ARN that ends in such a name. */
export function formsOfArn(arn: string): string[] {
  const start = arn.lastIndexOf('/') + 1;
  return formsInArns(arn.slice(start)).map((name) => `${arn.slice(0, start)}${name}`);
}
