import type { IConstruct } from 'constructs';
import { builtInChannelRules } from './built-in-channel-rules';
import { builtInHyperparameterRules } from './built-in-hyperparameter-rules';
import { closedFeatureRules } from '../closed-features';
import { channelRules } from './training-channel-rules';
import { headerRules, type TableHeader } from './training-header-rules';
import { hyperparameterRules } from './training-hyperparameter-rules';
import type { TrainingJobProps } from './training-job-props';
import { monitoringRules } from './training-monitoring-rules';
import type { TrainingOptions } from './training-options';
import type { TrainingResourceOptions } from './training-resources';
import type { TrainingStoppingOptions } from './training-stopping';
import { isSpot, warmPoolRules } from './training-warm-pool-rules';
import { JobWait } from '../../job/job-wait';
import type { Request } from '../../job/request-overrides';
import { exactlyOne } from '../../validation/exactly-one';
import { DURATION, ENCRYPTION_KEY, SIZE } from '../../validation/expected-value';
import { beyondLimit, type Finding, type MemberName, mustBe, refusal } from '../../validation/finding';
import { knownItems, knownMembers, knownNumber } from '../../validation/known-value';
import { note, noteAll } from '../../validation/noted-findings';
import { isThere } from '../../validation/presence';
import { optionsRules, requireNone, valueRules, valuesRules } from '../../validation/property-check';
import { INSTANCE_TYPE } from '../ml-instance-type';
import { volumeKeyRules } from '../volume-key-rules';

/** 28 days, in seconds. */
export const LONGEST_RUNTIME = 28 * 24 * 3600;

/** What says on which instances a job runs, and with which algorithm. */
const OWN_INSTANCES = [
  'algorithm',
  'inputMode',
  'instanceType',
  'instanceCount',
  'instanceGroups',
  'volumeSize',
  'volumeEncryptionKey',
  'keepAlivePeriod',
] as const;
const MAX_WAIT: MemberName = { property: 'spot.maxWait', api: 'StoppingCondition.MaxWaitTimeInSeconds' };

/** Whether SageMaker chooses the algorithm and the instances of a job: as an override says it. */
export function isServerless({ requestOverrides }: TrainingJobProps): boolean {
  return knownMembers(requestOverrides)?.ServerlessJobConfig !== undefined;
}

/** Checks that the properties of a job are what they should be, before anything is made of them. */
export function checkValues(job: IConstruct, props: TrainingJobProps): void {
  requireNone(job, propertyRules(props));
  noteAll(job, JobWait.endRules(props, ['acceptStoppedAtTimeLimit']));
  if (!isServerless(props)) return;
  for (const member of OWN_INSTANCES.filter((each) => props[each] !== undefined)) {
    note(
      job,
      refusal(member, 'must not be given for a serverless job (ServerlessJobConfig), for which SageMaker chooses'),
    );
  }
}

function* propertyRules(props: TrainingJobProps): Iterable<Finding> {
  yield* trainingValueRules(props, !isServerless(props));
}

/** Whether what a training is made of is what it should be. */
export function* trainingValueRules(
  props: Pick<
    TrainingJobProps,
    'algorithm' | keyof TrainingOptions | keyof TrainingResourceOptions | keyof TrainingStoppingOptions
  >,
  hasAlgorithm: boolean,
): Iterable<Finding> {
  yield* valuesRules(props, {
    algorithm: {
      mark: '_bind',
      allowed: 'an algorithm, for example TrainingAlgorithm.fromImage()',
      required: hasAlgorithm,
    },
    instanceType: INSTANCE_TYPE,
    volumeSize: SIZE,
    volumeEncryptionKey: ENCRYPTION_KEY,
    maxRuntime: DURATION,
    maxPendingTime: DURATION,
    keepAlivePeriod: DURATION,
  });
  for (const member of ['inputs', 'spot', 'checkpoints'] as const) yield* optionsRules(member, props[member]);
  if (props.spot) yield* valueRules('spot.maxWait', props.spot.maxWait, { ...DURATION, required: true });
  for (const [channelName, input] of Object.entries(props.inputs ?? {})) {
    yield* valueRules(`inputs.${channelName}`, input, {
      mark: '_bind',
      allowed: 'an input, for example TrainingInput.fromBucket()',
      required: true,
    });
  }
}

/** What the request of a training job must be besides what the service's model says. */
export function* trainingJobRules(
  props: TrainingJobProps,
  request: Request,
  headers: readonly TableHeader[] = [],
): Iterable<Finding> {
  yield* headerRules(request, headers);
  yield* monitoringRules(request);
  yield* closedFeatureRules(request);
  yield* warmPoolRules(request);
  yield* isServerless(props) ? stoppingRules(request) : trainingRules(request);
}

/**
 * What the members must be that say how a model is trained, of a training job or of what a tuning job launches.
 *
 * @param searched The hyperparameters that a tuning job searches for, where they are known.
 */
export function* trainingRules(request: Request, searched?: readonly string[] | 'unknown'): Iterable<Finding> {
  yield* stoppingRules(request);
  yield* algorithmRules(request);
  yield* resourceRules(request);
  yield* channelRules(request);
  yield* builtInChannelRules(request);
  yield* hyperparameterRules(request);
  yield* builtInHyperparameterRules(request, searched);
}

function* algorithmRules(request: Request): Iterable<Finding> {
  const algorithm = knownMembers(request, 'AlgorithmSpecification');
  if (!algorithm) return;
  yield* exactlyOne(algorithm, {
    TrainingImage: 'TrainingAlgorithm.fromImage()',
    AlgorithmName: 'TrainingAlgorithm.fromAlgorithmName()',
  });
  const access = knownMembers(algorithm, 'TrainingImageConfig')?.TrainingRepositoryAccessMode;
  if (access === 'Vpc' && request.VpcConfig === undefined) {
    yield refusal(
      { property: 'algorithm.image', api: 'AlgorithmSpecification.TrainingImageConfig.TrainingRepositoryAccessMode' },
      "is in a registry that a job reaches in a VPC: give the job a 'vpc' (VpcConfig)",
    );
  }
}

function* resourceRules(request: Request): Iterable<Finding> {
  const resources = knownMembers(request, 'ResourceConfig');
  if (!resources) return;
  const { InstanceType, InstanceGroups, InstancePreferences, InstanceCount, VolumeSizeInGB } = resources;
  if (InstanceType === undefined && InstanceGroups === undefined && InstancePreferences === undefined) {
    yield mustBe(
      { property: 'instanceType', api: 'ResourceConfig.InstanceType' },
      "given, for example MlInstanceType.M5_XLARGE, or 'instanceGroups'",
      undefined,
    );
  }
  const alone = { InstanceType, InstanceCount };
  const given = Object.keys(alone).filter((each) => isThere(alone[each as keyof typeof alone]));
  if (isThere(InstanceGroups) && given.length > 0) {
    const names = given.map((each) => `${each[0].toLowerCase()}${each.slice(1)}`);
    const text = `must not be given with '${names.join("' and '")}', which the groups have`;
    yield refusal({ property: 'instanceGroups', api: 'ResourceConfig.InstanceGroups' }, text);
  }
  yield* atLeastOne('instanceCount', 'ResourceConfig.InstanceCount', InstanceCount);
  yield* atLeastOne('volumeSize', 'ResourceConfig.VolumeSizeInGB', VolumeSizeInGB);
  if (Array.isArray(InstanceGroups) && InstanceGroups.length === 0) {
    yield mustBe({ property: 'instanceGroups', api: 'ResourceConfig.InstanceGroups' }, '1 to 5 items', 0);
  }
  for (const [index, group] of knownItems(InstanceGroups).entries()) {
    const api = `ResourceConfig.InstanceGroups[${index}].InstanceCount`;
    yield* atLeastOne(`instanceGroups[${index}].instanceCount`, api, group.InstanceCount);
  }
  yield* volumeKeyRules('ResourceConfig', resources);
}

/** The model allows none, for jobs that have no instances of their own. */
function* atLeastOne(property: string, api: string, value: unknown): Iterable<Finding> {
  const number = knownNumber(value);
  if (number !== undefined && number < 1) yield mustBe({ property, api }, 'a whole number of at least 1', value);
}

function* stoppingRules(request: Request): Iterable<Finding> {
  const stopping = knownMembers(request, 'StoppingCondition');
  if (!stopping) return;
  const run = knownNumber(stopping.MaxRuntimeInSeconds);
  const wait = knownNumber(stopping.MaxWaitTimeInSeconds);
  if (run !== undefined && run > LONGEST_RUNTIME) {
    const member = { property: 'maxRuntime', api: 'StoppingCondition.MaxRuntimeInSeconds' };
    yield beyondLimit(member, `a whole number from 1 to ${LONGEST_RUNTIME} (28 days, in seconds)`, run);
  }
  if (run !== undefined && wait !== undefined && wait < run) {
    const allowed = `at least as long as 'maxRuntime' (StoppingCondition.MaxRuntimeInSeconds), ${run} seconds, which it includes`;
    yield mustBe(MAX_WAIT, allowed, wait);
  }
  if (isSpot(request) && stopping.MaxWaitTimeInSeconds === undefined) {
    yield mustBe(
      MAX_WAIT,
      "given with 'spot' (EnableManagedSpotTraining), at least as long as 'maxRuntime'",
      undefined,
    );
  }
}
