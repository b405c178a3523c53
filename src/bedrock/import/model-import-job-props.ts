import type { RemovalPolicy } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { ModelImportSource } from './model-import-source';
import type { JobAccessOptions } from '../../job/job-access-options';
import type { JobOptions } from '../../job/job-options';

/** Properties of a `ModelImportJob`. */
export interface ModelImportJobProps extends JobOptions, JobAccessOptions {
  /**
   * The name of the job: 1 to 63 letters, digits, hyphens, plus signs and dots, which begins with a letter or digit.
   *
   * A name serves one job only. Changing the job means changing the name with it, or the deployment fails; and as Bedrock
   * keeps the records of all jobs, a job that has failed has used its name up. Prefer a generated name.
   *
   * @default - a generated name that begins with the name of the stack and the path of the job
   */
  readonly modelImportJobName?: string;

  /**
   * The name of the imported model: 1 to 63 letters and digits, with single hyphens or underscores between and after them.
   *
   * A name serves one model only: a job that changes imports another model, and needs another name for it. Prefer a
   * generated name.
   *
   * @default - the name of the job, with single hyphens
   */
  readonly importedModelName?: string;

  /**
   * The files of the model, as the transformers library of Hugging Face saves them.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-import-model.html
   */
  readonly modelSource: ModelImportSource;

  /**
   * The key that encrypts the imported model. Give the key itself: an alias that is only referenced grants nothing.
   *
   * Whoever calls the model must be allowed to decrypt with it: `grantInvoke()` lets them.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/import-model-using-cmk.html
   * @default - a key that AWS owns
   */
  readonly importedModelEncryptionKey?: IKey;

  /**
   * What becomes of the imported model when the job is removed from the stack, or another job takes its place: `RETAIN` or
   * `DESTROY`. A model that is kept costs its storage.
   *
   * With `DESTROY`, the engine may delete imported models, which it may not otherwise.
   *
   * The policy belongs to the deployment and not to the job: changing it never runs the job again.
   *
   * @default RemovalPolicy.RETAIN
   */
  readonly importedModelRemovalPolicy?: RemovalPolicy;
}
