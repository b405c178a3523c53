import type { JobTimeline } from '../jobs/job-timeline';
import { TimedJob, type TimedJobProps } from '../jobs/timed-job';

export interface SageMakerJobProps extends TimedJobProps {
  readonly name: string;
  readonly region: string;
}

/** An emulated job of SageMaker. */
export abstract class SageMakerJob extends TimedJob<SageMakerJobProps> {
  constructor(props: SageMakerJobProps, timeline: JobTimeline) {
    super(props.name, props, timeline);
  }

  public get failureReason(): string {
    return this.timeline.current.reason ?? '';
  }

  /** How long it has run that began at a moment, in seconds; nothing has run that has not begun. */
  protected secondsSince(begin: number | undefined): number {
    const now = this.props.now();
    return begin === undefined ? 0 : Math.max(0, Math.min(now, this.endsAt ?? now) - begin) / 1000;
  }

  /** When the job has ended, as the service writes times; undefined while it has not. */
  protected get endTime(): number | undefined {
    return this.finished ? this.timeline.current.at / 1000 : undefined;
  }
}
