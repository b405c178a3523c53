import { CustomResource, Duration, Lazy, Resource } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { Construct } from 'constructs';
import { metricAttribute, type ReferenceProperties } from '../contract';
import type { JobDefinition } from './job-definition';
import { identifyJob } from './job-identity';
import { requireSameEnvironment } from '../access/same-environment';
import { JobEngine } from '../engine/job-engine';
import { ENGINE } from '../validation/expected-value';
import { requireOptions, requireString, requireValue } from '../validation/property-check';

/** A finished job is read in a moment; the service may have to be asked again. */
const TIMEOUT = Duration.minutes(15);

/** Options of a reference to a job that was made elsewhere. */
export interface JobReferenceOptions {
  /**
   * What reads the job: the function and the state machine.
   *
   * @default - the one engine of the stack
   */
  readonly engine?: JobEngine;

  /**
   * The KMS key that encrypts what the job has written to S3: whom the reference lets read it may decrypt it, too. Give the key
   * itself: an alias that is only referenced grants nothing. A job that writes nothing to S3 has none.
   *
   * @default - none that the app knows: whoever reads what a key of yours encrypts needs the right to decrypt from elsewhere
   */
  readonly outputEncryptionKey?: IKey;

  /**
   * The KMS key that encrypts the model that a model import job has made: whom the reference lets call it may decrypt it, through
   * Bedrock only. No other job has one.
   *
   * @default - none that the app knows: whoever calls a model that a key of yours encrypts needs the right to decrypt from elsewhere
   */
  readonly importedModelEncryptionKey?: IKey;
}

/**
 * A job that was made elsewhere, in the account and the Region of the stack. Its results are read when the stack is
 * deployed; the job itself is never touched.
 *
 * @internal
 */
export abstract class JobReference<Attribute extends string> extends Resource {
  private readonly resource: CustomResource;
  private readonly metrics = new Set<string>();

  /** @internal */
  protected constructor(
    scope: Construct,
    id: string,
    definition: JobDefinition,
    arn: string,
    options: JobReferenceOptions = {},
    /** The ARN by which policies know the job. */
    resource = arn,
  ) {
    super(scope, id);
    requireOptions(this, 'options', options);
    const { engine = JobEngine.of(scope) } = options;
    requireValue(this, 'engine', engine, ENGINE);
    requireSameEnvironment(this, engine);
    const permissions = engine._permitReference(this, definition, resource);
    const properties: ReferenceProperties = {
      Kind: definition.kind,
      ReferencedJob: arn,
      Metrics: Lazy.list({ produce: () => [...this.metrics].sort() }, { omitEmpty: true }),
      StateMachineArn: engine.stateMachine.stateMachineArn,
    };
    this.resource = new CustomResource(this, 'Resource', {
      resourceType: `${definition.resourceType}Reference`,
      serviceToken: engine.handler.functionArn,
      serviceTimeout: TIMEOUT,
      properties: { ...properties },
    });
    identifyJob(this.resource, arn);
    this.resource.node.addDependency(...permissions);
  }

  /**
   * An attribute of the job.
   *
   * @internal
   */
  protected _attribute(name: Attribute): string {
    return this.resource.getAttString(name);
  }

  /**
   * A metric of the job.
   *
   * @internal
   */
  protected _metric(name: string): string {
    requireString(this, 'name', name, { required: true });
    this.metrics.add(name);
    return this.resource.getAttString(metricAttribute(name));
  }
}
