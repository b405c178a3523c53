/**
 * What a model is asked to do with the prompts of a dataset: it says how programmatic metrics are reckoned.
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
  /** Anything else: metrics are those of a judge. */
  CUSTOM = 'Custom',
}
