import type { Duration } from 'aws-cdk-lib';
import type { IKey } from 'aws-cdk-lib/aws-kms';
import type { JobEngine } from '../engine/job-engine';

/** What all jobs have in common. */
export interface JobOptions {
  /**
   * Whether the deployment waits for the job to end, and fails if the job fails.
   *
   * A deployment that does not wait is done with the job as soon as the service has accepted it. The results of the
   * job are not known then: using them is an error at synthesis.
   *
   * @default true
   */
  readonly waitForCompletion?: boolean;

  /**
   * How long the deployment waits for the job to end; after that the job is stopped, and the deployment fails. At least
   * 1 minute. A model import job cannot be stopped, and goes on.
   *
   * Up to 55 minutes, the job's custom resource waits itself. For longer, wait conditions wait, each for up to 12 hours:
   * the resources of the stack grow by one for every 12 hours, and by two. CloudFormation's own credentials must last
   * as long: deploy with a service role, as the CDK's bootstrap does.
   *
   * @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-waitcondition.html
   * @default - as long as the job may run, and 10 minutes more for a place and the start. Where its request does not say how long
   * that is: 55 minutes for a transform job and an ingestion job, 24 hours for a model customization job, 4 hours for a model
   * import job.
   */
  readonly waitTimeout?: Duration;

  /**
   * A text that is part of what makes the job this job: change it to run the same job again.
   *
   * Without a change of this text or of the request itself, no deployment ever runs a job a second time. A job with a name
   * of its own runs again under another name only: change that, too.
   *
   * @default - the job runs again only if its request changes
   */
  readonly rerunKey?: string;

  /**
   * Whether the stack has outputs with the main results of the job.
   *
   * Their ids are the job's path in the stack followed by the name of the attribute, as in `CompileModelArtifacts`.
   *
   * @default true
   */
  readonly stackOutputs?: boolean;

  /**
   * Members of the service's Create request that have no property here, under the names of the API. They are merged
   * deeply into the request: objects member by member, anything else by replacement.
   *
   * A member that the API has got since this library was published is sent with the type that it has here; there is a
   * warning of it, `cdk-ml-jobs:newerMember:<member>`. A value beyond a limit that the service may have relaxed is sent, too,
   * with the warning `cdk-ml-jobs:newerValue:<member>`. Names that look like a slip are errors, and so are values of another
   * type. Acknowledge such a warning with `Annotations.of(job).acknowledgeWarning()`.
   *
   * Permissions do not follow from them; grant them to the job. The job's name, role and tags cannot be set this way.
   *
   * @default - the request is what the properties say
   */
  readonly requestOverrides?: { [member: string]: unknown };

  /**
   * The key that encrypts the bucket of the stack's assets, where the app does not know it: the job's role may decrypt
   * with it what the job's `fromAsset()` has uploaded. Of a transform job, the role is `modelRole`.
   *
   * An app knows the key if its synthesizer says it, or has made the bucket in a stack of the app. After
   * `cdk bootstrap --bootstrap-customer-key`, the key lets all roles of the account use it. After
   * `cdk bootstrap --bootstrap-kms-key-id`, give the key here.
   *
   * @see https://docs.aws.amazon.com/cdk/v2/guide/bootstrapping-customizing.html
   * @default - the key that the synthesizer of the stack says, if it says one
   */
  readonly assetEncryptionKey?: IKey;

  /**
   * What runs the job: the function and the state machine. A job that is deployed cannot change its engine, for
   * CloudFormation does not let a custom resource change its provider; `JobEngine.of(stack, props)` says how the engine
   * of the stack runs.
   *
   * @default - the one engine of the stack, shared by all its jobs
   */
  readonly engine?: JobEngine;
}
