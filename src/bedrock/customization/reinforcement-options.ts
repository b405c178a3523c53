/** How much a model thinks before it answers. */
export enum ReasoningEffort {
  LOW = 'low',
  MEDIUM = 'medium',
  HIGH = 'high',
}

/**
 * How reinforcement fine-tuning goes.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_RFTHyperParameters.html
 */
export interface ReinforcementOptions {
  /**
   * How often all of the training data is gone through: 1 to 50.
   *
   * @default - the service chooses
   */
  readonly epochCount?: number;

  /**
   * How many prompts a step takes: 16 to 512.
   *
   * @default - the service chooses
   */
  readonly batchSize?: number;

  /**
   * How much a step changes the model: 0.0000001 to 0.001.
   *
   * @default - the service chooses
   */
  readonly learningRate?: number;

  /**
   * The longest prompt, in tokens.
   *
   * @default - the service chooses
   */
  readonly maxPromptLength?: number;

  /**
   * How many answers the model gives to each prompt: 2 to 16.
   *
   * @default - the service chooses
   */
  readonly trainingSamplesPerPrompt?: number;

  /**
   * The longest answer, in tokens.
   *
   * @default - the service chooses
   */
  readonly inferenceMaxTokens?: number;

  /**
   * How much the model thinks before it answers.
   *
   * @default - the service chooses
   */
  readonly reasoningEffort?: ReasoningEffort;

  /**
   * After how many steps the model is evaluated: 1 to 100.
   *
   * @default - the service chooses
   */
  readonly evalInterval?: number;
}
