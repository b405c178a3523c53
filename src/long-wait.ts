import {
  type CfnResource,
  CfnWaitCondition,
  CfnWaitConditionHandle,
  CustomResource,
  Duration,
  type IResolveContext,
  Lazy,
  Stack,
} from 'aws-cdk-lib';
import { Construct, type IDependable } from 'constructs';
import { canonicalText } from './canonical-text';
import {
  type Acceptance,
  ANSWER_MARGIN_SECONDS,
  LONGEST_SERVICE_TIMEOUT_SECONDS,
  LONGEST_WAIT_SECONDS,
  WATCH_SECONDS,
  type WatchedJobAttribute,
  type WatchProperties,
} from './contract';
import type { JobDefinition } from './job-definition';
import type { JobEngine } from './job-engine';
import { upstreamIdentities } from './job-identity';
import { hashOf } from './job-name';

/** A watch answers as soon as its execution has begun; Lambda may have to try a while to run the function. */
const WATCH_TIMEOUT = Duration.minutes(15);

const LONGEST_LOGICAL_ID = 255;

/** What is waited for. */
export interface LongWaitProps {
  readonly definition: JobDefinition;
  readonly engine: JobEngine;
  /** The job's own resource, which answers when the job has started. */
  readonly job: CustomResource;
  /** How long the deployment waits, in seconds. */
  readonly seconds: number;
  readonly acceptance?: Acceptance;
  /** The metrics that become attributes of the result. */
  readonly metrics?: string[];
  /**
   * What makes the job this job: whenever it changes, or a job whose results it takes in, everything waits anew. It may
   * hold tokens.
   */
  readonly identity: unknown;
}

/**
 * Waits for a job for longer than the hour that a custom resource may take: wait conditions follow on the job's resource,
 * one after the other, each signalled by a watch; the last resource reads the finished job, and has its attributes.
 *
 * A wait condition cannot be updated, and a handle that was signalled is used up. So the logical ids of conditions,
 * handles and watches carry a hash of what makes the job this job: another job is waited for by other resources. That of
 * the last resource stays the same, for the exports of its attributes are named after it: CloudFormation would refuse to
 * replace one that another stack uses, though only the time of the wait has changed.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/using-cfn-waitcondition.html
 */
export class LongWait extends Construct {
  /** The resource that has the finished job's attributes. */
  public readonly result: CustomResource;
  private identityHash?: string;

  constructor(
    scope: Construct,
    id: string,
    private readonly props: LongWaitProps,
  ) {
    super(scope, id);
    let last: IDependable = props.job;
    // what is left in the end, the last resource waits for itself
    for (
      let watch = 1, left = props.seconds;
      watch === 1 || left > LONGEST_WAIT_SECONDS;
      watch++, left -= WATCH_SECONDS
    ) {
      last = this.addWatch(watch, Math.min(left, WATCH_SECONDS), last);
    }
    this.result = this.addResource('Result', Duration.seconds(LONGEST_SERVICE_TIMEOUT_SECONDS));
    this.result.node.addDependency(last);
    // nothing changes any more between the validation of an app and its templates, which ask for the hash many times
    this.node.addValidation({
      validate: () => {
        this.identityHash = this.hashIdentity();
        return [];
      },
    });
  }

  /** A handle expires 24 hours after it was made: so each is made in its turn, and handed to the handler by a watch. */
  private addWatch(number: number, seconds: number, after: IDependable): CfnWaitCondition {
    const handle = new CfnWaitConditionHandle(this, `Handle${number}`);
    handle.node.addDependency(after);
    const watch = this.addResource(`Watch${number}`, WATCH_TIMEOUT, handle.ref);
    const condition = new CfnWaitCondition(this, `Condition${number}`, {
      handle: handle.ref,
      timeout: String(Math.ceil(seconds) + ANSWER_MARGIN_SECONDS),
      count: 1,
    });
    condition.node.addDependency(watch);
    this.renew(handle);
    this.renew(watch.node.defaultChild as CfnResource);
    this.renew(condition);
    return condition;
  }

  private addResource(id: 'Result' | `Watch${number}`, serviceTimeout: Duration, handle?: string): CustomResource {
    const { definition, engine, job, acceptance, metrics } = this.props;
    const told = (attribute: WatchedJobAttribute) => job.getAttString(attribute);
    const properties: WatchProperties = {
      Kind: definition.kind,
      Job: job.ref,
      Execution: told('Execution'),
      Deadline: told('Deadline'),
      WaitHandle: handle,
      Acceptance: acceptance,
      Metrics: id === 'Result' ? metrics : undefined,
      StateMachineArn: engine.stateMachine.stateMachineArn,
    };
    return new CustomResource(this, id, {
      resourceType: `${definition.resourceType}${id.replace(/\d+$/, '')}`,
      serviceToken: engine.handler.functionArn,
      serviceTimeout,
      properties: { ...properties },
    });
  }

  /** The hash is that of the template as it is written: only then is it known what a token of another stack comes to. */
  private renew(element: CfnResource): void {
    const stack = Stack.of(this);
    const original = stack.getLogicalId(element);
    const produce = ({ preparing }: IResolveContext) => {
      // while references are looked for, any id will do
      const hash = this.identityHash ?? (preparing ? '' : this.hashIdentity());
      return `${original.slice(0, LONGEST_LOGICAL_ID - hash.length)}${hash}`;
    };
    element.overrideLogicalId(Lazy.uncachedString({ produce }));
  }

  private hashIdentity(): string {
    const { identity, seconds } = this.props;
    const stack = Stack.of(this);
    const textOf = (value: unknown) => canonicalText(stack.resolve(value));
    // in which order they are found follows from the order of keys
    const upstream = upstreamIdentities(this, identity).map(textOf).sort();
    return hashOf(canonicalText([textOf([identity, seconds]), ...upstream]));
  }
}
