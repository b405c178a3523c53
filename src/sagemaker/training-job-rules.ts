import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { requireJobName } from './job-name-rule';
import { checkChannels } from './training-channel-rules';
import { TrainingInputMode } from './training-input-options';
import { type TrainingJobProps, TrainingOutputCompression } from './training-job-props';
import { checkMonitoring } from './training-monitoring-rules';
import { refusesVolumeKey } from './training-resources';
import { requireTexts } from './training-texts';
import type { Request } from '../request-overrides';
import { inconsistent, invalid } from '../validation/invalid';
import { objectAt, requireCount, requireNumber, requireText, requireValues } from '../validation/request-check';

/** 28 days, in seconds. */
const LONGEST_RUNTIME = 28 * 24 * 3600;
const SHORTEST_PENDING_TIME = 2 * 3600;
const LONGEST_KEEP_ALIVE = 6 * 3600;

/** Whether SageMaker chooses the algorithm and the instances of a job: as an override says it. */
export function isServerless({ requestOverrides }: TrainingJobProps): boolean {
  return requestOverrides?.ServerlessJobConfig !== undefined;
}

/** Checks that the properties of a job are what they should be, before anything is made of them. */
export function checkValues(job: IConstruct, props: TrainingJobProps): void {
  const duration = { mark: 'toSeconds', allowed: 'a duration, as by Duration.hours()' };
  requireValues(job, props, {
    algorithm: {
      mark: '_bind',
      allowed: 'an algorithm, as by TrainingAlgorithm.fromImage()',
      required: !isServerless(props),
    },
    instanceType: { mark: 'value', allowed: 'a type of instance, as in TrainingInstanceType.M5_XLARGE' },
    volumeSize: { mark: 'toGibibytes', allowed: 'a size, as by Size.gibibytes()' },
    maxRuntime: duration,
    maxPendingTime: duration,
    keepAlivePeriod: duration,
  });
  for (const [channelName, input] of Object.entries(props.inputs ?? {})) {
    if (typeof input?._bind === 'function') continue;
    throw invalid(job, `inputs.${channelName}`, 'an input, as by TrainingInput.fromBucket()', input);
  }
  requireOneOf(job, 'inputMode', Object.values(TrainingInputMode), props.inputMode);
  requireOneOf(job, 'outputCompression', Object.values(TrainingOutputCompression), props.outputCompression);
  if (props.acceptStoppedAtTimeLimit !== undefined && props.waitForCompletion === false) {
    throw inconsistent(
      job,
      "'acceptStoppedAtTimeLimit' must not be given where 'waitForCompletion' is false: nobody sees how the job ends",
    );
  }
}

/** Checks the request of a training job as it will be sent, overrides included. */
export function checkTrainingJob(job: IConstruct, props: TrainingJobProps, request: Request): void {
  requireJobName(job, props.trainingJobName, 'trainingJobName');
  requireTexts(job, 'hyperparameters', request.HyperParameters, 100, {
    key: { min: 0, max: 256, pattern: /^.*$/, describe: 'without line breaks' },
    value: { min: 0, max: 2500, pattern: /^.*$/, describe: 'without line breaks' },
  });
  requireTexts(job, 'environment', request.Environment, 100, {
    key: {
      min: 1,
      max: 512,
      pattern: /^[a-zA-Z_][a-zA-Z0-9_]*$/,
      describe: 'letters, digits and underscores, not beginning with a digit',
    },
    value: { min: 0, max: 512 },
  });
  checkStopping(job, request);
  checkMonitoring(job, request);
  if (isServerless(props)) return;
  checkAlgorithm(job, request);
  checkResources(job, request);
  checkChannels(job, request);
}

function checkAlgorithm(job: IConstruct, request: Request): void {
  const algorithm = objectAt(job, request, 'AlgorithmSpecification');
  const { TrainingImage: image, AlgorithmName: name } = algorithm;
  if ((image === undefined) === (name === undefined)) {
    const got = image === undefined ? 'none' : 'TrainingImage and AlgorithmName';
    throw inconsistent(
      job,
      `exactly one of TrainingImage (TrainingAlgorithm.fromImage()) and AlgorithmName (TrainingAlgorithm.fromAlgorithmName()) must be given, got ${got}`,
    );
  }
  for (const [member, property] of [
    ['ContainerEntrypoint', 'algorithm.entrypoint'],
    ['ContainerArguments', 'algorithm.arguments'],
  ]) {
    const words = algorithm[member] as string[] | undefined;
    if (words === undefined) continue;
    requireCount(job, property, words, { min: 1, max: 100 });
    if (Token.isUnresolved(words)) continue;
    words.forEach((word, index) => requireText(job, `${property}[${index}]`, word, { min: 0, max: 256 }));
  }
  const metrics = (algorithm.MetricDefinitions ?? []) as { readonly Name: string; readonly Regex: string }[];
  requireCount(job, 'algorithm.metricDefinitions', metrics, { min: 0, max: 40 });
  for (const { Name, Regex } of metrics) {
    requireText(job, 'algorithm.metricDefinitions', Name, { min: 1, max: 255 });
    requireText(job, `algorithm.metricDefinitions.${Name}`, Regex, { min: 1, max: 500 });
  }
  const { TrainingRepositoryAccessMode: access } = (algorithm.TrainingImageConfig ?? {}) as Request;
  if (access === 'Vpc' && request.VpcConfig === undefined) {
    throw inconsistent(job, "'algorithm.image' is in a registry that a job reaches in a VPC: give the job a 'vpc'");
  }
}

function checkResources(job: IConstruct, request: Request): void {
  const resources = objectAt(job, request, 'ResourceConfig');
  const { InstanceType, InstanceGroups, InstancePreferences } = resources;
  if (InstanceType === undefined && InstanceGroups === undefined && InstancePreferences === undefined) {
    throw invalid(job, 'instanceType', "given, as in TrainingInstanceType.M5_XLARGE, or 'instanceGroups'", undefined);
  }
  requireNumber(job, 'instanceCount', resources.InstanceCount as number | undefined, { min: 1 });
  requireNumber(job, 'volumeSize (in GiB)', resources.VolumeSizeInGB as number | undefined, { min: 1 });
  requireNumber(job, 'keepAlivePeriod (in seconds)', resources.KeepAlivePeriodInSeconds as number | undefined, {
    min: 0,
    max: LONGEST_KEEP_ALIVE,
  });
  if (InstanceGroups !== undefined) checkGroups(job, InstanceGroups as Request[]);
  if (refusesVolumeKey(resources)) {
    throw inconsistent(
      job,
      "'volumeEncryptionKey' must not be given for an instance with storage of its own, which is encrypted by the instance",
    );
  }
}

function checkGroups(job: IConstruct, groups: readonly Request[]): void {
  requireCount(job, 'instanceGroups', groups, { min: 1, max: 5 });
  groups.forEach(({ InstanceGroupName, InstanceCount }, index) => {
    const member = `instanceGroups[${index}]`;
    requireText(job, `${member}.name`, InstanceGroupName as string, { min: 1, max: 64 });
    requireNumber(job, `${member}.instanceCount`, InstanceCount as number, { min: 1 });
  });
}

function checkStopping(job: IConstruct, request: Request): void {
  const stopping = (request.StoppingCondition ?? {}) as { readonly [member: string]: number | undefined };
  const { MaxRuntimeInSeconds: run, MaxWaitTimeInSeconds: wait, MaxPendingTimeInSeconds: pending } = stopping;
  requireNumber(job, 'maxRuntime (StoppingCondition.MaxRuntimeInSeconds)', run, { min: 1, max: LONGEST_RUNTIME });
  requireNumber(job, 'spot.maxWait (StoppingCondition.MaxWaitTimeInSeconds)', wait, { min: 1 });
  requireNumber(job, 'maxPendingTime (StoppingCondition.MaxPendingTimeInSeconds)', pending, {
    min: SHORTEST_PENDING_TIME,
    max: LONGEST_RUNTIME,
  });
  const isKnown = (seconds: number | undefined) => seconds !== undefined && !Token.isUnresolved(seconds);
  if (isKnown(run) && isKnown(wait) && wait! < run!) {
    throw inconsistent(
      job,
      `'spot.maxWait' must be at least as long as 'maxRuntime', which it holds: got ${wait} and ${run} seconds`,
    );
  }
  const { MaximumRetryAttempts } = (request.RetryStrategy ?? {}) as { readonly MaximumRetryAttempts?: number };
  requireNumber(job, 'maxRetryAttempts', MaximumRetryAttempts, { min: 1, max: 30 });
}

function requireOneOf(job: IConstruct, member: string, allowed: readonly string[], value: string | undefined): void {
  if (value === undefined || allowed.includes(value)) return;
  throw invalid(job, member, `one of ${allowed.join(', ')}`, value);
}
