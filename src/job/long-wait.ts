import { CfnWaitCondition, CustomResource, Duration } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import {
  type Acceptance,
  conditionsFor,
  LONGEST_CONDITION_TIMEOUT_SECONDS,
  LONGEST_SERVICE_TIMEOUT_SECONDS,
  type ResultProperties,
  type WaitAttribute,
} from '../contract';
import type { JobDefinition } from './job-definition';
import { RenewedIds } from './renewed-ids';
import type { JobEngine } from '../engine/job-engine';

/** How long is waited. */
export interface LongWaitProps {
  /** How long the deployment waits, in seconds. */
  readonly seconds: number;
  /**
   * What makes the job this job: whenever it changes, or a job whose results it takes in, everything waits anew. It may
   * hold tokens.
   */
  readonly identity: unknown;
}

/** Whose end is waited for. */
export interface WaitedJobProps {
  readonly definition: JobDefinition;
  readonly engine: JobEngine;
  readonly acceptance?: Acceptance;
  /** The metrics that become attributes of the result. */
  readonly metrics?: string[];
}

/**
 * Waits for a job for longer than the hour that a custom resource may take: wait conditions follow on the job's resource,
 * one after the other, which the execution of its request signals; the last resource reads the job, and has its attributes.
 *
 * A wait condition cannot be updated. So the logical ids of conditions carry a hash of what makes the job this job: another
 * job is waited for by other conditions, of which its resource knows. That of the last resource stays the same, for the
 * exports of its attributes are named after it: CloudFormation would refuse to replace one that another stack uses, though
 * only the time of the wait has changed.
 *
 * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-waitcondition.html
 */
export class LongWait extends Construct {
  private readonly conditions: CfnWaitCondition[] = [];
  private readonly ids: RenewedIds;

  constructor(scope: Construct, id: string, props: LongWaitProps) {
    super(scope, id);
    this.ids = new RenewedIds(this, [props.identity, props.seconds]);
    for (let number = 1; number <= conditionsFor(props.seconds); number++) this.addCondition(number);
  }

  /** The logical ids of the conditions, in their order. */
  public get conditionIds(): string[] {
    return this.conditions.map(({ logicalId }) => logicalId);
  }

  /** Lets the conditions follow on a job's resource. Returns the resource that has the attributes of the finished job. */
  public waitFor(job: CustomResource, { definition, engine, acceptance, metrics }: WaitedJobProps): CustomResource {
    this.conditions[0].node.addDependency(job, ...engine._permitSignals(this));
    const told = (attribute: WaitAttribute) => job.getAttString(attribute);
    const properties: ResultProperties = {
      Kind: definition.kind,
      Job: job.ref,
      Name: told('Name'),
      Deadline: told('Deadline'),
      Setback: told('Setback'),
      LastCondition: this.conditions[this.conditions.length - 1].ref,
      Acceptance: acceptance,
      Metrics: metrics,
      StateMachineArn: engine.stateMachine.stateMachineArn,
    };
    return new CustomResource(this, 'Result', {
      resourceType: `${definition.resourceType}Result`,
      serviceToken: engine.handler.functionArn,
      serviceTimeout: Duration.seconds(LONGEST_SERVICE_TIMEOUT_SECONDS),
      properties: { ...properties },
    });
  }

  private addCondition(number: number): void {
    const condition = new CfnWaitCondition(this, `Condition${number}`);
    const timeout = Duration.seconds(LONGEST_CONDITION_TIMEOUT_SECONDS).toIsoString();
    condition.cfnOptions.creationPolicy = { resourceSignal: { count: 1, timeout } };
    const before = this.conditions.at(-1);
    if (before) condition.node.addDependency(before);
    this.ids.renew(condition);
    this.conditions.push(condition);
  }
}
