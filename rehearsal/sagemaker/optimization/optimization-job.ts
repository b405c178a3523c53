import { courseMilestones } from '../../jobs/course-milestones';
import { JobTimeline, type Milestone } from '../../jobs/job-timeline';
import type { JobUsage } from '../../jobs/job-usage';
import { asJsonObject, type JsonObject } from '../../json-value';
import { urlSuffixOf } from '../../partition';
import { objectsIn } from '../sagemaker-accesses';
import { SageMakerJob, type SageMakerJobProps } from '../sagemaker-job';

const TERMINAL = ['COMPLETED', 'FAILED', 'STOPPED'];
const WORDS = { starting: 'STARTING', running: 'INPROGRESS', succeeded: 'COMPLETED', failed: 'FAILED' };
/** The account of the AWS Deep Learning Containers in most Regions. */
const IMAGE_ACCOUNT = '763104351884';
/** How long after the end of a job the image is shown, where that is late. */
const IMAGE_LAG_MS = 30_000;

/** An emulated optimization job. */
export class OptimizationJob extends SageMakerJob {
  constructor(props: SageMakerJobProps) {
    super(props, new JobTimeline(milestonesOf(props), TERMINAL, props.now));
  }

  /** No page of AWS says what it runs on. */
  public get usage(): JobUsage {
    const seconds = this.secondsSince(this.timeline.reached('INPROGRESS'));
    const instances = [{ type: String(this.request.DeploymentInstanceType), count: 1, seconds }];
    return { instances, note: 'taken to run on one instance of the type it is for' };
  }

  public stop(): void {
    this.divert('STOPPING', 'STOPPED');
  }

  /** What `DescribeOptimizationJob` answers. */
  public describe(): JsonObject {
    const { Tags: _tags, ...request } = this.request;
    const started = this.timeline.reached('INPROGRESS');
    const { failureReason, recommendedImage: RecommendedInferenceImage } = this;
    return {
      ...request,
      OutputConfig: { ...asJsonObject(request.OutputConfig), S3OutputLocation: this.place },
      OptimizationJobArn: this.arn,
      OptimizationJobStatus: this.status,
      ...(started !== undefined && { OptimizationStartTime: started / 1000 }),
      ...(this.endTime !== undefined && { OptimizationEndTime: this.endTime }),
      CreationTime: this.createdAt / 1000,
      LastModifiedTime: this.timeline.current.at / 1000,
      ...(failureReason !== '' && { FailureReason: failureReason }),
      ...(RecommendedInferenceImage !== undefined && { OptimizationOutput: { RecommendedInferenceImage } }),
    };
  }

  /** Where the model is written, as the service says it of a job. */
  private get place(): string {
    const location = String(asJsonObject(this.request.OutputConfig).S3OutputLocation);
    switch (this.supposed('optimization-output')) {
      case 'without-a-slash':
        return location.replace(/\/$/, '');
      case 'in-a-folder':
        return `${location.replace(/\/$/, '')}/${this.name}/`;
      default:
        return location;
    }
  }

  /** The image that has optimized the model can serve it; otherwise it is the service's choice. */
  private get recommendedImage(): string | undefined {
    if (this.status !== 'COMPLETED') return undefined;
    const supposed = this.supposed('optimization-image');
    const isLate = supposed === 'late' && this.props.now() < this.timeline.current.at + IMAGE_LAG_MS;
    if (supposed === 'absent' || isLate) return undefined;
    const configs = objectsIn(this.request.OptimizationConfigs).flatMap((config) => Object.values(config));
    const given = configs.map((config) => asJsonObject(config).Image).find((image) => image !== undefined);
    const { region } = this.props;
    return given === undefined
      ? `${IMAGE_ACCOUNT}.dkr.ecr.${region}.${urlSuffixOf(region)}/djl-inference:0.36.0-lmi25.0.0-cu130`
      : String(given);
  }

  private supposed(fact: 'optimization-output' | 'optimization-image'): string | undefined {
    return this.props.supposition?.nameOf(fact);
  }
}

function milestonesOf({ course, createdAt, request, supposition }: SageMakerJobProps): readonly Milestone[] {
  const seconds = Number(asJsonObject(request.StoppingCondition).MaxRuntimeInSeconds ?? Infinity);
  const reason = `ClientError: TimeOut: the optimization job ran longer than ${seconds} seconds.`;
  const isStopped = supposition?.nameOf('optimization-over-time') === 'stopped';
  const limit = isStopped ? { seconds, status: 'STOPPED', reason: '' } : { seconds, status: 'FAILED', reason };
  return courseMilestones(course, createdAt, WORDS, limit);
}
