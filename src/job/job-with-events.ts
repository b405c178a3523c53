import type * as events from 'aws-cdk-lib/aws-events';
import { COMPLETED, FAILED } from './job-event-rule';
import { JobWithRole } from './job-with-role';

/**
 * A job that the service runs with a role, and of whose changes of state it sends events.
 *
 * @internal
 */
export abstract class JobWithEvents extends JobWithRole {
  /**
   * Makes a rule for every change of the job's status. EventBridge delivers such events as well as it can: the deployment
   * itself never depends on them.
   *
   * The services say what is in an event:
   * [SageMaker](https://docs.aws.amazon.com/sagemaker/latest/dg/automating-sagemaker-with-eventbridge.html) and
   * [Bedrock](https://docs.aws.amazon.com/bedrock/latest/userguide/monitoring-eventbridge.html).
   *
   * @param id The id of the rule.
   * @param options The target of the rule, and what else to say of it; `addTarget()` gives it one later, too.
   */
  public onStateChange(id: string, options: events.OnEventOptions = {}): events.Rule {
    return this._onEvent(id, options);
  }

  /**
   * Makes a rule for the end of a job that has completed.
   *
   * @param id The id of the rule.
   * @param options The target of the rule, and what else to say of it; `addTarget()` gives it one later, too.
   */
  public onCompleted(id: string, options: events.OnEventOptions = {}): events.Rule {
    return this._onEvent(id, options, COMPLETED);
  }

  /**
   * Makes a rule for the end of a job that has failed or been stopped.
   *
   * @param id The id of the rule.
   * @param options The target of the rule, and what else to say of it; `addTarget()` gives it one later, too.
   */
  public onFailed(id: string, options: events.OnEventOptions = {}): events.Rule {
    return this._onEvent(id, options, FAILED);
  }
}
