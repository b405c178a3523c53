import type { SageMakerKind } from './sagemaker-kind';
import type { Environment } from '../environment';
import type { ExistingJob } from '../jobs/existing-job';
import type { JsonObject } from '../json-value';
import { urlSuffixOf } from '../partition';

/** Where a job that was made elsewhere has written what nobody says. No bucket is called so. */
const BUCKET = 'made-elsewhere';

/** A job that was made elsewhere: who it is, and when it ended. */
export interface ExistingJobPlace extends Environment {
  readonly kind: SageMakerKind;
  readonly name: string;
  readonly arn: string;
  /** Seconds since 1970. */
  readonly endedAt: number;
}

/** So many seconds it ran. */
const DURATION = 240;

/** What each kind says besides. */
const MEMBERS: { readonly [kind in SageMakerKind]: (place: ExistingJobPlace, status: string) => JsonObject } = {
  CompilationJob: ({ region, name, endedAt }) => ({
    ModelArtifacts: { S3ModelArtifacts: `s3://${BUCKET}/${name}/model-ml_c5.tar.gz` },
    InferenceImage: `000000000000.dkr.ecr.${region}.${urlSuffixOf(region)}/made-elsewhere-neo:latest`,
    ModelDigests: { ArtifactDigest: '0'.repeat(64) },
    CompilationStartTime: endedAt - DURATION,
    CompilationEndTime: endedAt,
  }),
  TrainingJob: ({ name, endedAt }, status) => ({
    SecondaryStatus: status,
    ModelArtifacts: { S3ModelArtifacts: `s3://${BUCKET}/${name}/output/model.tar.gz` },
    TrainingStartTime: endedAt - DURATION,
    TrainingEndTime: endedAt,
    TrainingTimeInSeconds: DURATION,
    BillableTimeInSeconds: DURATION,
  }),
  TransformJob: ({ name, endedAt }) => ({
    TransformOutput: { S3OutputPath: `s3://${BUCKET}/${name}` },
    TransformStartTime: endedAt - DURATION,
    TransformEndTime: endedAt,
  }),
};

/** What SageMaker answers of a job that was made elsewhere. */
export function describeExisting({ status = 'Completed', answer }: ExistingJob, place: ExistingJobPlace): JsonObject {
  const { kind, name, arn, endedAt } = place;
  // the statuses of compilation jobs are in capitals
  const spelt = kind === 'CompilationJob' ? status.toUpperCase() : status;
  return {
    [`${kind}Name`]: name,
    [`${kind}Arn`]: arn,
    [`${kind}Status`]: spelt,
    CreationTime: endedAt - DURATION,
    LastModifiedTime: endedAt,
    ...MEMBERS[kind](place, spelt),
    ...answer,
  };
}
