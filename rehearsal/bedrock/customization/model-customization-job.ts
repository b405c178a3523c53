import { courseMilestones } from '../../jobs/course-milestones';
import type { InventedValue } from '../../jobs/invented-value';
import { JobTimeline } from '../../jobs/job-timeline';
import type { JobUsage } from '../../jobs/job-usage';
import type { JsonObject } from '../../json-value';
import { BedrockJob, type BedrockJobProps, timestamp } from '../bedrock-job';
import type { ModelMaker } from '../made-models';

const WORDS = { starting: 'InProgress', running: 'InProgress', succeeded: 'Completed', failed: 'Failed' };
const TERMINAL_STATUSES = ['Completed', 'Failed', 'Stopped'];
/** How late the model is that is named late. */
const MODEL_LAG_MS = 20_000;
/** Of a job that the rehearsal tells of, and that nobody has run. */
const TRAINING_LOSS = 0.5;

export interface ModelCustomizationJobProps extends BedrockJobProps {
  /** The ARN of the model that it makes. */
  readonly customModelArn: string;
  readonly baseModelArn: string;
  /** Why the service refuses its data, if it does. */
  readonly problem?: string;
}

/** An emulated model customization job. */
export class ModelCustomizationJob extends BedrockJob implements ModelMaker {
  public readonly customModelArn: string;
  public readonly baseModelArn: string;

  constructor(props: ModelCustomizationJobProps) {
    const { course, problem, createdAt } = props;
    const refused = problem === undefined ? course : { ...course, duration: 30, startup: 20, failure: problem };
    super(props, new JobTimeline(courseMilestones(refused, createdAt, WORDS), TERMINAL_STATUSES, props.now));
    this.customModelArn = props.customModelArn;
    this.baseModelArn = props.baseModelArn;
  }

  public get modelId(): string {
    return String(this.request.baseModelIdentifier);
  }

  public get usage(): JobUsage {
    return { instances: [], note: `by the token of its data, of ${this.modelId}; its model costs by the month` };
  }

  public get modelArn(): string {
    return this.customModelArn;
  }

  /** Whether there is a model that it has made. */
  public get hasModel(): boolean {
    return this.status === 'Completed';
  }

  public get invented(): readonly InventedValue[] {
    if (!this.hasModel) return [];
    const names = ['trainingLoss', ...(validatorsIn(this.request).length > 0 ? ['validationLoss'] : [])];
    return names.map((name) => ({ name, value: TRAINING_LOSS, why: 'nothing was trained' }));
  }

  /** What `GetModelCustomizationJob` and `ListModelCustomizationJobs` answer. */
  public describe(): JsonObject {
    const { jobTags: _, customModelTags: __, customModelName, baseModelIdentifier: ___, ...request } = this.request;
    const { current } = this.timeline;
    const { customModelKmsKeyId: outputModelKmsKeyArn, ...shown } = request;
    return {
      customizationType: 'FINE_TUNING',
      validationDataConfig: { validators: [] },
      ...shown,
      ...(outputModelKmsKeyArn !== undefined && { outputModelKmsKeyArn }),
      jobArn: this.arn,
      status: this.status,
      outputModelName: customModelName,
      baseModelArn: this.baseModelArn,
      creationTime: timestamp(this.createdAt),
      lastModifiedTime: timestamp(current.at),
      ...(this.finished && { endTime: timestamp(current.at) }),
      ...(this.message !== undefined && { failureMessage: this.message }),
      ...(this.hasModel && this.results()),
    };
  }

  /** When a completed job names its model nobody has confirmed. */
  private results(): JsonObject {
    const isLate = this.props.supposition?.nameOf('custom-model-named') === 'late';
    const isNamed = !isLate || this.props.now() >= this.timeline.current.at + MODEL_LAG_MS;
    const validators = validatorsIn(this.request);
    return {
      ...(isNamed && { outputModelArn: this.customModelArn }),
      trainingMetrics: { trainingLoss: TRAINING_LOSS },
      validationMetrics: validators.map(() => ({ validationLoss: TRAINING_LOSS })),
    };
  }
}

function validatorsIn({ validationDataConfig }: JsonObject): unknown[] {
  const { validators } = (validationDataConfig ?? {}) as { readonly validators?: unknown[] };
  return validators ?? [];
}
