/**
 * What a model is asked to do with the prompts of a dataset: it says how programmatic metrics are reckoned. Where a
 * knowledge base is evaluated, the service passes over it.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-tasks.html
 */
export enum EvaluationTaskType {
  /** Any text, such as the end of a sentence. */
  GENERATION = 'Generation',
  /** The summary of a text. */
  SUMMARIZATION = 'Summarization',
  /** The answer to a question. */
  QUESTION_AND_ANSWER = 'QuestionAndAnswer',
  /** The class of a text. */
  CLASSIFICATION = 'Classification',
  /** Anything else. */
  CUSTOM = 'Custom',
  /** Anything, where a model judges: AWS's examples of judges and of knowledge bases have it. */
  GENERAL = 'General',
}
