import { createHash } from 'node:crypto';
import type { EmulatedJob } from '../jobs/emulated-job';
import {
  DEFAULT_DURATION_SECONDS,
  DEFAULT_STARTUP_SECONDS,
  DEFAULT_STOPPING_SECONDS,
  type JobCourse,
} from '../jobs/job-course';
import { JobTimeline, type Milestone } from '../jobs/job-timeline';
import { isJsonObject, type JsonObject } from '../json-value';
import type { JobOrigin } from '../lambda/invocation';

export interface CompilationJobProps {
  readonly name: string;
  readonly arn: string;
  readonly region: string;
  readonly request: JsonObject;
  readonly course: JobCourse;
  readonly origin?: JobOrigin;
  readonly createdAt: number;
  readonly now: () => number;
}

const TERMINAL = ['COMPLETED', 'FAILED', 'STOPPED'];
/** The account of the registry that Neo's inference images come from, in us-east-1. */
const IMAGE_ACCOUNT = '301217895009';

/** An emulated compilation job: its course is fixed when it is created, and only a stop changes it. */
export class CompilationJob implements EmulatedJob {
  public readonly name: string;
  public readonly arn: string;
  public readonly request: JsonObject;
  public readonly origin?: JobOrigin;
  public readonly createdAt: number;
  private readonly timeline: JobTimeline;

  constructor(private readonly props: CompilationJobProps) {
    this.name = props.name;
    this.arn = props.arn;
    this.request = props.request;
    this.origin = props.origin;
    this.createdAt = props.createdAt;
    this.timeline = new JobTimeline(milestonesOf(props), TERMINAL, props.now);
  }

  public get status(): string {
    return this.timeline.current.status;
  }

  public get finished(): boolean {
    return this.timeline.finished;
  }

  public get failureReason(): string {
    return this.timeline.current.reason ?? '';
  }

  public get endsAt(): number | undefined {
    return this.timeline.end?.at;
  }

  public stop(): void {
    const now = this.props.now();
    const stopping = (this.props.course.stopping ?? DEFAULT_STOPPING_SECONDS) * 1000;
    this.timeline.divert([
      { at: now, status: 'STOPPING' },
      { at: now + stopping, status: 'STOPPED' },
    ]);
  }

  /** What `DescribeCompilationJob` answers. */
  public describe(): JsonObject {
    const { Tags: _tags, ...request } = this.request;
    const started = this.timeline.reached('INPROGRESS');
    const ended = this.finished ? this.timeline.current.at : undefined;
    const completed = this.status === 'COMPLETED';
    return {
      ...request,
      CompilationJobArn: this.arn,
      CompilationJobStatus: this.status,
      ...(started !== undefined && { CompilationStartTime: started / 1000 }),
      ...(ended !== undefined && { CompilationEndTime: ended / 1000 }),
      CreationTime: this.createdAt / 1000,
      LastModifiedTime: this.timeline.current.at / 1000,
      FailureReason: this.failureReason,
      ModelArtifacts: { S3ModelArtifacts: this.artifacts },
      ...(completed && { ModelDigests: { ArtifactDigest: this.digest } }),
      ...(completed && this.inferenceImage !== undefined && { InferenceImage: this.inferenceImage }),
    };
  }

  public summary(): JsonObject {
    const { OutputConfig: output } = this.request;
    const device = isJsonObject(output) ? output.TargetDevice : undefined;
    return {
      CompilationJobName: this.name,
      CompilationJobArn: this.arn,
      CompilationJobStatus: this.status,
      CreationTime: this.createdAt / 1000,
      ...(device !== undefined && { CompilationTargetDevice: device }),
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
    const input = this.request.InputConfig;
    const framework = isJsonObject(input) ? String(input.Framework).toLowerCase() : 'mxnet';
    return `${IMAGE_ACCOUNT}.dkr.ecr.${this.props.region}.amazonaws.com/${framework}-neo:latest`;
  }
}

function milestonesOf({ course, createdAt, request }: CompilationJobProps): Milestone[] {
  const duration = course.duration ?? DEFAULT_DURATION_SECONDS;
  const startup = course.startup ?? Math.min(DEFAULT_STARTUP_SECONDS, duration / 4);
  const stoppingCondition = request.StoppingCondition;
  const limit = isJsonObject(stoppingCondition) ? Number(stoppingCondition.MaxRuntimeInSeconds ?? Infinity) : Infinity;
  const after = (seconds: number): number => createdAt + seconds * 1000;
  const beginning = [
    { at: createdAt, status: 'STARTING' },
    { at: after(startup), status: 'INPROGRESS' },
    ...(course.statuses ?? []).map((step) => ({ at: after(step.after), status: step.status })),
  ].sort((a, b) => a.at - b.at);
  const end = endOf(course, duration, startup, limit);
  if (end.status !== 'COMPLETED' && end.after <= startup) {
    return [beginning[0], { at: after(end.after), status: end.status, reason: end.reason }];
  }
  const before = beginning.filter(({ at }) => at <= after(end.after));
  return [...before, { at: after(end.after), status: end.status, reason: end.reason }];
}

function endOf(
  { failure, endStatus }: JobCourse,
  duration: number,
  startup: number,
  limit: number,
): { after: number; status: string; reason?: string } {
  if (duration - startup > limit) {
    const reason = `ClientError: CompilationRuntimeError: TimeOut: the compilation job ran longer than ${limit} seconds.`;
    return { after: startup + limit, status: 'FAILED', reason };
  }
  if (failure !== undefined) return { after: duration, status: 'FAILED', reason: failure };
  return { after: duration, status: endStatus ?? 'COMPLETED' };
}

/** The part of an artifact's name that says what it was compiled for. */
function targetName(output: unknown): string {
  if (!isJsonObject(output)) return 'unknown';
  if (typeof output.TargetDevice === 'string') return output.TargetDevice;
  const platform = isJsonObject(output.TargetPlatform) ? output.TargetPlatform : {};
  const parts = [platform.Os, platform.Arch, platform.Accelerator].filter((part) => part !== undefined);
  return parts.join('-').toLowerCase();
}
