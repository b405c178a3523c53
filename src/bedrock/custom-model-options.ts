import type { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import type { IKey } from 'aws-cdk-lib/aws-kms';

/** Options of a custom model. */
export interface CustomModelOptions {
  /**
   * The foundation model that was customized: it says which request body the records of an input must have.
   *
   * @default - what the ARN of the model says, where it is known at synthesis; of a customization job's, its base model
   */
  readonly baseModel?: FoundationModelIdentifier;

  /**
   * The KMS key that the model is encrypted with. The job's role and the engine may decrypt with it, through Bedrock only.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/encryption-custom-job.html
   * @default - of a customization job of the app, the key that it was given; otherwise none, and the model must not be
   * encrypted with a key of yours
   */
  readonly encryptionKey?: IKey;
}
