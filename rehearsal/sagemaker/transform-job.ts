import { SageMakerJob, type SageMakerJobProps } from './sagemaker-job';
import { courseMilestones, startupOf } from '../jobs/course-milestones';
import { JobTimeline } from '../jobs/job-timeline';
import type { JsonObject } from '../json-value';

const TERMINAL = ['Completed', 'Failed', 'Stopped'];
/** A job that waits for its instances is in progress, too. */
const WORDS = { starting: 'InProgress', running: 'InProgress', succeeded: 'Completed', failed: 'Failed' };

/** An emulated batch transform job. */
export class TransformJob extends SageMakerJob {
  constructor(props: SageMakerJobProps) {
    const { course, createdAt, now } = props;
    super(props, new JobTimeline(courseMilestones(course, createdAt, WORDS), TERMINAL, now));
  }

  public stop(): void {
    this.divert('Stopping', 'Stopped');
  }

  public describe(): JsonObject {
    const { Tags: _tags, ...request } = this.request;
    return {
      ...request,
      ...this.outline(),
      ...(this.startTime !== undefined && { TransformStartTime: this.startTime }),
    };
  }

  private outline(): JsonObject {
    const { failureReason, endTime } = this;
    return {
      TransformJobArn: this.arn,
      TransformJobStatus: this.status,
      CreationTime: this.createdAt / 1000,
      ...(failureReason !== '' && { FailureReason: failureReason }),
      ...(endTime !== undefined && { TransformEndTime: endTime }),
    };
  }

  /** A job that ends before that has not started. */
  private get startTime(): number | undefined {
    const start = this.createdAt + startupOf(this.props.course) * 1000;
    const until = Math.min(this.props.now(), this.finished ? this.timeline.current.at : Infinity);
    return until >= start ? start / 1000 : undefined;
  }
}
