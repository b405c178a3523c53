/**
 * The API whose request body the records of a batch inference job have.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-data.html
 */
export enum ModelInvocationType {
  /** The `body` of an InvokeModel request, which each model has its own form of. */
  INVOKE_MODEL = 'InvokeModel',

  /** The body of a Converse request, which is the same for all models that take messages. */
  CONVERSE = 'Converse',
}
