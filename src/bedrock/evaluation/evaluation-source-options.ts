import type { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';

/** How an evaluated model is called. */
export interface EvaluationModelOptions {
  /**
   * The inference parameters of the model, by their names in its API: as JSON, up to 1,023 characters.
   *
   * @default - those of the model
   */
  readonly inferenceParams?: { [name: string]: unknown };

  /**
   * Whether the model is called in its version that is optimized for latency, where it has one.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/latency-optimized-inference.html
   * @default - the service decides
   */
  readonly latencyOptimized?: boolean;
}

/** Options of a model behind an inference profile. */
export interface EvaluationProfileOptions extends EvaluationModelOptions {
  /**
   * The Regions that the profile routes to, besides the Region of the stack. A name may have wildcards, as in `us-*`.
   *
   * @default - all Regions of the geography that the profile's id begins with
   */
  readonly regions?: string[];
}

/** Options of models behind an application inference profile. */
export interface EvaluationApplicationProfileOptions extends EvaluationModelOptions {
  /**
   * The foundation models behind the profile: at least one. The profile's ARN does not say which they are.
   */
  readonly foundationModels: FoundationModelIdentifier[];

  /**
   * The Regions that the profile routes to, besides the Region of the stack. A name may have wildcards, as in `us-*`.
   *
   * @default - the Region of the stack only
   */
  readonly regions?: string[];
}

/** How a knowledge base is searched. */
export interface EvaluationRetrievalOptions {
  /**
   * How many passages are retrieved: 1 to 100.
   *
   * @default - the service decides
   */
  readonly numberOfResults?: number;

  /**
   * How they are searched for: `HYBRID` or `SEMANTIC`.
   *
   * @default - the service decides
   */
  readonly searchType?: string;

  /**
   * Whatever else the API has of it, such as filters, reranking or prompt templates, in the API's words: it is merged into
   * `retrieveConfig`, or into `knowledgeBaseConfiguration` where the knowledge base answers, too. Permissions do not follow from it;
   * grant them to the job.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_KnowledgeBaseConfig.html
   * @default - nothing else
   */
  readonly configuration?: { [member: string]: unknown };
}
