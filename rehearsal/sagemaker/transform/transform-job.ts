import { JOB_FACTS } from '../../../src/validation/service-model/job-facts';
import type { JobUsage } from '../../jobs/job-usage';
import { asJsonObject } from '../../json-value';
import { PlainJob } from '../plain-job';
import type { SageMakerJobProps } from '../sagemaker-job';
import { instancesIn } from '../training/training-instances';

/** An emulated batch transform job. */
export class TransformJob extends PlainJob {
  constructor(props: SageMakerJobProps) {
    super(props, {
      facts: JOB_FACTS.TransformJob,
      statuses: {
        // a job that waits for its instances is in progress, too
        starting: 'InProgress',
        running: 'InProgress',
        succeeded: 'Completed',
        failed: 'Failed',
        stopping: 'Stopping',
        stopped: 'Stopped',
      },
      startedAt: 'TransformStartTime',
      endedAt: 'TransformEndTime',
    });
  }

  public override get usage(): JobUsage {
    const seconds = this.secondsSince(this.startedAt);
    return { instances: instancesIn(asJsonObject(this.request.TransformResources), seconds) };
  }
}
