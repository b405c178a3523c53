import { createHash } from 'node:crypto';
import { courseMilestones } from '../../jobs/course-milestones';
import { JobTimeline, type Milestone } from '../../jobs/job-timeline';
import type { JobUsage } from '../../jobs/job-usage';
import { isJsonObject, type JsonObject } from '../../json-value';
import { urlSuffixOf } from '../../partition';
import { SageMakerJob, type SageMakerJobProps } from '../sagemaker-job';

const TERMINAL = ['COMPLETED', 'FAILED', 'STOPPED'];
const WORDS = { starting: 'STARTING', running: 'INPROGRESS', succeeded: 'COMPLETED', failed: 'FAILED' };
/** The account of the registry that Neo's inference images come from, in us-east-1. */
const IMAGE_ACCOUNT = '301217895009';

/** An emulated compilation job. */
export class CompilationJob extends SageMakerJob {
  constructor(props: SageMakerJobProps) {
    super(props, new JobTimeline(milestonesOf(props), TERMINAL, props.now));
  }

  public get usage(): JobUsage {
    return { instances: [], note: 'a compilation, for which no price was found' };
  }

  public stop(): void {
    this.divert('STOPPING', 'STOPPED');
  }

  /** What `DescribeCompilationJob` answers. */
  public describe(): JsonObject {
    const { Tags: _tags, ...request } = this.request;
    const started = this.timeline.reached('INPROGRESS');
    const completed = this.status === 'COMPLETED';
    return {
      ...request,
      CompilationJobArn: this.arn,
      CompilationJobStatus: this.status,
      ...(started !== undefined && { CompilationStartTime: started / 1000 }),
      ...(this.endTime !== undefined && { CompilationEndTime: this.endTime }),
      CreationTime: this.createdAt / 1000,
      LastModifiedTime: this.timeline.current.at / 1000,
      FailureReason: this.failureReason,
      ModelArtifacts: { S3ModelArtifacts: this.artifacts },
      ...(completed && { ModelDigests: { ArtifactDigest: this.digest } }),
      ...(completed && this.inferenceImage !== undefined && { InferenceImage: this.inferenceImage }),
    };
  }

  private get artifacts(): string {
    const { OutputConfig: output, InputConfig: input } = this.request;
    const location = isJsonObject(output) ? String(output.S3OutputLocation).replace(/\/$/, '') : '';
    const uri = isJsonObject(input) ? String(input.S3Uri) : 'model.tar.gz';
    const file = uri.slice(uri.lastIndexOf('/') + 1).replace(/\.tar\.gz$/, '');
    return `${location}/${file}-${targetName(output)}.tar.gz`;
  }

  private get digest(): string {
    return createHash('blake2b512').update(JSON.stringify(this.request)).digest('hex').slice(0, 64);
  }

  /** Only cloud instances have one. */
  private get inferenceImage(): string | undefined {
    const target = targetName(this.request.OutputConfig);
    if (!target.startsWith('ml_')) return undefined;
    const { region } = this.props;
    const input = this.request.InputConfig;
    const framework = isJsonObject(input) ? String(input.Framework).toLowerCase() : 'mxnet';
    return `${IMAGE_ACCOUNT}.dkr.ecr.${region}.${urlSuffixOf(region)}/${framework}-neo:latest`;
  }
}

function milestonesOf({ course, createdAt, request, supposition }: SageMakerJobProps): readonly Milestone[] {
  const { StoppingCondition: condition } = request;
  const seconds = isJsonObject(condition) ? Number(condition.MaxRuntimeInSeconds ?? Infinity) : Infinity;
  const reason = `ClientError: CompilationRuntimeError: TimeOut: the compilation job ran longer than ${seconds} seconds.`;
  const isStopped = supposition?.nameOf('compilation-over-time') === 'stopped';
  const limit = isStopped ? { seconds, status: 'STOPPED', reason: '' } : { seconds, status: 'FAILED', reason };
  return courseMilestones(course, createdAt, WORDS, limit);
}

/** The part of an artifact's name that says what it was compiled for. */
function targetName(output: unknown): string {
  if (!isJsonObject(output)) return 'unknown';
  if (typeof output.TargetDevice === 'string') return output.TargetDevice;
  const platform = isJsonObject(output.TargetPlatform) ? output.TargetPlatform : {};
  const parts = [platform.Os, platform.Arch, platform.Accelerator].filter((part) => part !== undefined);
  return parts.join('-').toLowerCase();
}
