/**
 * Values that the services' models do not list, and that examples on AWS's pages have, by the enums that they belong to.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-judge-create.html
 */
export const DOCUMENTED_VALUES: { readonly [shape: string]: readonly string[] | undefined } = {
  EvaluationTaskType: ['General'],
};
