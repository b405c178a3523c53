import type { Environment } from '../environment';
import type { JobTimeline } from '../jobs/job-timeline';
import { TimedJob, type TimedJobProps } from '../jobs/timed-job';

export interface BedrockJobProps extends TimedJobProps, Environment {
  readonly id: string;
}

/** An emulated job of Bedrock that has a name, and works with a model. */
export abstract class BedrockJob extends TimedJob<BedrockJobProps> {
  public readonly id: string;
  protected stoppedAt = Infinity;

  constructor(props: BedrockJobProps, timeline: JobTimeline) {
    super(String(props.request.jobName), props, timeline);
    this.id = props.id;
  }

  /** What the service says about its end. */
  public get message(): string | undefined {
    return this.timeline.current.reason;
  }

  public stop(): void {
    this.stoppedAt = this.props.now();
    this.divert('Stopping', 'Stopped');
  }

  /** The model that it works with, as its request names it: quotas are those of a model. */
  public abstract get modelId(): string;
}

/** A moment as Bedrock writes it. */
export function timestamp(ms: number): string {
  return new Date(ms).toISOString();
}
