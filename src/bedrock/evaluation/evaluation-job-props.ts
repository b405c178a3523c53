import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { CustomEvaluationMetric } from './custom-evaluation-metric';
import type { EvaluationDataset } from './evaluation-dataset';
import type { EvaluationSource } from './evaluation-source';
import type { EvaluatorModel } from './evaluator-model';
import type { JobOptions } from '../../job/job-options';

/** Properties of an `EvaluationJob`. */
export interface EvaluationJobProps extends JobOptions {
  /**
   * The name of the job: 1 to 63 lower-case letters, digits and hyphens, which begins and ends with a letter or digit.
   *
   * A name serves one job at a time. Changing the job means changing the name with it, or the deployment fails. Prefer a generated
   * name.
   *
   * @default - a generated name that begins with the name of the stack and the path of the job
   */
  readonly evaluationJobName?: string;

  /**
   * What the job is for: 1 to 200 characters.
   *
   * @default - there is no description
   */
  readonly description?: string;

  /**
   * What is evaluated: one model, or one knowledge base. The API takes a second model, which by AWS's pages only people judge.
   */
  readonly sources: EvaluationSource[];

  /**
   * The prompts, and the metrics: 1 to 5 datasets.
   */
  readonly datasets: EvaluationDataset[];

  /**
   * The model that judges the answers. Knowledge bases and custom metrics need one, and so does every metric of the service but
   * `Builtin.Accuracy`, `Builtin.Robustness` and `Builtin.Toxicity`, which programs reckon and no model judges.
   *
   * @default - programs reckon the metrics
   */
  readonly evaluatorModel?: EvaluatorModel;

  /**
   * Metrics of one's own, which the evaluator judges: 1 to 10. Each is evaluated with the datasets that have its name among their
   * `metrics`.
   *
   * @default - the metrics are the service's
   */
  readonly customMetrics?: CustomEvaluationMetric[];

  /**
   * The role that the service assumes to run the job. The job adds to it what its sources, datasets and results need.
   *
   * @default - a role that can do exactly what these need
   */
  readonly role?: iam.IRole;

  /**
   * The bucket that the results are written to. It must be in the Region of the stack.
   *
   * @default - a new private, encrypted bucket, which is kept when the stack is deleted
   */
  readonly outputBucket?: IBucket;

  /**
   * The prefix under which the results are written. Each job has a folder of its own under it, with its name.
   *
   * @default - the folder lies at the top of the bucket
   */
  readonly outputPrefix?: string;

  /**
   * The key that encrypts what the service keeps of the job for as long as it runs. Its policy lets the service use it. The results
   * are encrypted as their bucket is.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/evaluation-data-management.html
   * @default - a key that AWS owns
   */
  readonly encryptionKey?: IKey;
}
