import type * as iam from 'aws-cdk-lib/aws-iam';
import type { TrainingImage } from '../training/training-image';

/** What a job hands to the model that hosts what it has made. */
export interface HostedArtifacts {
  /** The S3 URI of the archive with the model, or of its folder. */
  readonly uri: string;
  /**
   * Whether the model is a folder of files.
   *
   * @default - only the deployment knows: an archive, unless the options of the model say otherwise
   */
  readonly isFolder?: boolean;
  /**
   * Why its container must reach S3 when it serves.
   *
   * @default - it need not
   */
  readonly streams?: string;
  /** What lets a principal read it: the job. */
  readonly job: { grantRead(grantee: iam.IGrantable): iam.Grant };
  /** The image that serves it, where the job knows one; or why it knows none. */
  readonly image: TrainingImage | { readonly uri: string } | { readonly unknown: string };
}
