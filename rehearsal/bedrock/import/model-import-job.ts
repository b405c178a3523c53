import { courseMilestones } from '../../jobs/course-milestones';
import { JobTimeline } from '../../jobs/job-timeline';
import type { JobUsage } from '../../jobs/job-usage';
import type { JsonObject } from '../../json-value';
import { BedrockJob, type BedrockJobProps, timestamp } from '../bedrock-job';
import type { ModelMaker } from '../made-models';

const WORDS = { starting: 'InProgress', running: 'InProgress', succeeded: 'Completed', failed: 'Failed' };
const TERMINAL_STATUSES = ['Completed', 'Failed'];
/** How late the model is that is named late. */
const MODEL_LAG_MS = 20_000;

/** What a quota counts the jobs of: there is one for all. */
export const ANY_MODEL = 'imported-model';

export interface ModelImportJobProps extends BedrockJobProps {
  /** The ARN of the model that it imports. */
  readonly modelArn: string;
  /** Why the service refuses the model, if it does. */
  readonly problem?: string;
}

/** An emulated model import job. */
export class ModelImportJob extends BedrockJob implements ModelMaker {
  public readonly modelArn: string;
  public readonly modelId = ANY_MODEL;

  constructor(props: ModelImportJobProps) {
    const { course, problem, createdAt } = props;
    const refused = problem === undefined ? course : { ...course, duration: 60, startup: 20, failure: problem };
    super(props, new JobTimeline(courseMilestones(refused, createdAt, WORDS), TERMINAL_STATUSES, props.now));
    this.modelArn = props.modelArn;
  }

  public get usage(): JobUsage {
    return {
      instances: [],
      note: 'nothing for itself; its model costs by the month, and by the minute when it is called',
    };
  }

  /** Whether there is a model that it has imported. */
  public get hasModel(): boolean {
    return this.status === 'Completed';
  }

  /** What `GetModelImportJob` and `ListModelImportJobs` answer. */
  public describe(): JsonObject {
    const { jobTags: _, importedModelTags: __, clientRequestToken: ___, ...request } = this.request;
    const { importedModelKmsKeyId: importedModelKmsKeyArn, ...shown } = request;
    const { current } = this.timeline;
    return {
      ...shown,
      ...(importedModelKmsKeyArn !== undefined && { importedModelKmsKeyArn }),
      jobArn: this.arn,
      status: this.status,
      creationTime: timestamp(this.createdAt),
      lastModifiedTime: timestamp(current.at),
      ...(this.finished && { endTime: timestamp(current.at) }),
      ...(this.message !== undefined && { failureMessage: this.message }),
      ...(this.isNamed && { importedModelArn: this.modelArn }),
    };
  }

  /** When a completed job names its model nobody has confirmed. */
  private get isNamed(): boolean {
    if (!this.hasModel) return false;
    const isLate = this.props.supposition?.nameOf('custom-model-named', 'ModelImportJob') === 'late';
    return !isLate || this.props.now() >= this.timeline.current.at + MODEL_LAG_MS;
  }
}
