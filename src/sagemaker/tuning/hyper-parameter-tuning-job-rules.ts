import type { IConstruct } from 'constructs';
import { builtInRangeRules } from './built-in-range-rules';
import type { HyperParameterTuningJobProps } from './hyper-parameter-tuning-job-props';
import type { ParameterRange } from './parameter-range';
import { limitRules } from './tuning-limit-rules';
import { metricRules } from './tuning-metric-rules';
import { hasNoRange, hintRules, rangeRules } from './tuning-range-rules';
import type { TuningStrategy } from './tuning-strategy';
import { strategyRules } from './tuning-strategy-rules';
import { type NamedTraining, trainingsOf } from './tuning-trainings';
import type { Request } from '../../job/request-overrides';
import { exactlyOne } from '../../validation/exactly-one';
import { DURATION } from '../../validation/expected-value';
import { below, type Finding, type MemberName, mustBe, refusal, warning } from '../../validation/finding';
import { knownItems, knownMembers, knownNumber, knownText } from '../../validation/known-value';
import { optionsRules, requireNone, valueRules, valuesRules } from '../../validation/property-check';
import { headerRules, type TableHeader } from '../training/training-header-rules';
import { trainingRules, trainingValueRules } from '../training/training-job-rules';
import { launchedPoolRules } from '../training/training-warm-pool-rules';
import { volumeKeyRules } from '../volume-key-rules';

const CONFIG = 'HyperParameterTuningJobConfig';

/** Checks that the properties of a job are what they should be, before anything is made of them. */
export function checkTuningValues(job: IConstruct, props: HyperParameterTuningJobProps): void {
  requireNone(job, propertyRules(props));
  requireNone(
    job,
    trainingsOf(props).flatMap(({ training, member }) => [...optionsRules(member, training, { required: true })]),
  );
  requireNone(
    job,
    trainingsOf(props).flatMap((each) => [...valueRulesOf(each)]),
  );
}

function* propertyRules(props: HyperParameterTuningJobProps): Iterable<Finding> {
  const { training, trainingDefinitions } = props;
  yield* valuesRules(props, {
    strategy: { mark: '_render', allowed: 'a strategy, for example TuningStrategy.BAYESIAN' },
    warmStart: { mark: '_render', allowed: 'a warm start, for example TuningWarmStart.transferLearning()' },
    maxRuntime: DURATION,
  });
  yield* optionsRules('strategy', strategyOptions(props));
  for (const member of ['trainingDefinitions', 'completionCriteria'] as const) {
    yield* optionsRules(member, props[member]);
  }
  if ((training === undefined) !== (trainingDefinitions === undefined)) return;
  const given = training === undefined ? 'none' : 'both';
  yield refusal(undefined, `exactly one of 'training' and 'trainingDefinitions' must be given, got ${given}`);
}

function* valueRulesOf({ training, member }: NamedTraining): Iterable<Finding> {
  const place = { property: member };
  for (const finding of trainingValueRules(training, true)) yield below(place, finding);
  yield* valueRules(`${member}.objective`, training.objective, {
    mark: '_render',
    allowed: 'an objective, for example TuningObjective.maximize()',
    required: true,
  });
  yield* optionsRules(`${member}.ranges`, training.ranges);
  for (const [name, range] of Object.entries(training.ranges ?? {})) {
    yield* valueRules(`${member}.ranges.${name}`, range, {
      mark: '_render',
      allowed: 'a range, for example ParameterRange.continuous()',
      required: true,
    });
    yield* optionsRules(`${member}.ranges.${name}`, (range as ParameterRange | undefined | null)?._options);
  }
}

/** What a strategy was given as options; what is no strategy is told as that. */
function strategyOptions({ strategy }: HyperParameterTuningJobProps): unknown {
  return (strategy as TuningStrategy | undefined | null)?._options;
}

/** What a job knows that its request does not say. */
export interface KnownToTuningJob {
  /** The role that the handler may pass on. @default - that of the request */
  readonly roleArn?: string;
  /** What local files begin with. @default - there are none */
  readonly headers?: readonly TableHeader[];
  /** The properties of the trainings with images whose metrics SageMaker does not know. @default - what the URIs say */
  readonly unmeasured?: readonly string[];
}

/** What the request of a tuning job must be besides what the service's model says. */
export function* tuningJobRules(request: Request, known: KnownToTuningJob = {}): Iterable<Finding> {
  const { headers = [] } = known;
  yield* exactlyOne(request, { TrainingJobDefinition: "'training'", TrainingJobDefinitions: "'trainingDefinitions'" });
  yield* limitRules(request);
  yield* strategyRules(request);
  const isAutomatic = request.Autotune !== undefined;
  for (const each of trainingPlaces(request)) {
    yield* definitionRules(each, known, isAutomatic);
    const own = headers.filter(({ member }) => member.startsWith(`${each.property}.inputs.`));
    yield* headerRules(asTraining(each.definition), own);
  }
}

/** A training in a request: where it is, and where its ranges and its objective are. */
interface TrainingPlace {
  readonly definition: Request;
  readonly property: string;
  readonly api: string;
  readonly objective: { readonly value: unknown; readonly api: string };
  readonly ranges: { readonly value: unknown; readonly api: string };
}

function trainingPlaces(request: Request): TrainingPlace[] {
  const several = knownItems(request.TrainingJobDefinitions).map((definition, index): TrainingPlace => {
    const api = `TrainingJobDefinitions[${index}]`;
    return {
      definition,
      property: `trainingDefinitions.${String(definition.DefinitionName)}`,
      api,
      objective: { value: definition.TuningObjective, api: `${api}.TuningObjective` },
      ranges: { value: definition.HyperParameterRanges, api: `${api}.HyperParameterRanges` },
    };
  });
  const definition = knownMembers(request, 'TrainingJobDefinition');
  if (request.TrainingJobDefinition === undefined || definition === undefined) return several;
  const config = knownMembers(request, CONFIG) ?? {};
  const api = 'TrainingJobDefinition';
  const isIn = (own: string, shared: string) => ({
    value: config[shared] ?? definition[own],
    api: config[shared] === undefined && definition[own] !== undefined ? `${api}.${own}` : `${CONFIG}.${shared}`,
  });
  const one: TrainingPlace = {
    definition,
    property: 'training',
    api,
    objective: isIn('TuningObjective', 'HyperParameterTuningJobObjective'),
    ranges: isIn('HyperParameterRanges', 'ParameterRanges'),
  };
  return [one, ...several];
}

function* definitionRules(place: TrainingPlace, known: KnownToTuningJob, isAutomatic: boolean): Iterable<Finding> {
  const { definition, property, api, objective, ranges } = place;
  const found = isAutomatic ? [undefined] : searchedIn(ranges.value);
  const searched = found.filter((name) => name !== undefined);
  for (const finding of trainingRules(asTraining(definition), searched.length < found.length ? 'unknown' : searched)) {
    if (!isOfFlexible(definition, finding)) yield below({ property, api }, asStatic(finding));
  }
  for (const finding of flexibleRules(definition)) yield below({ property, api }, finding);
  for (const finding of launchedPoolRules(definition)) yield below({ property, api }, finding);
  const nameOfRange = (name: unknown, member: string): MemberName => ({
    property: `${property}.ranges.${String(name)}`,
    api: `${ranges.api}.${member}`,
  });
  yield* rangeRules(ranges.value, nameOfRange);
  if (!isAutomatic) yield* hintRules(ranges.value, nameOfRange);
  yield* builtInRangeRules(asTraining(definition), ranges.value, nameOfRange);
  if (!isAutomatic && hasNoRange(ranges.value)) {
    const member = { property: `${property}.ranges`, api: ranges.api };
    const text = "should be given, unless the job has 'autotune': all training jobs have the same hyperparameters";
    yield warning('tuningRanges', member, text);
  }
  const names = {
    objective: { property: `${property}.objective`, api: `${objective.api}.MetricName` },
    definitions: {
      property: `${property}.algorithm.metricDefinitions`,
      api: `${api}.AlgorithmSpecification.MetricDefinitions`,
    },
  };
  const isUnmeasured = known.unmeasured?.includes(property) === true;
  yield* metricRules(asTraining(definition), objective.value, names, isUnmeasured);
  yield* staticRules(place);
  yield* accessRules(place, known.roleArn);
}

/** What a tuning job launches, as the request of a training job: on instances of several kinds, that on the first of them. */
function asTraining({ HyperParameterTuningResourceConfig: flexible, ...definition }: Request): Request {
  const [first = {}] = knownItems(knownMembers(flexible)?.InstanceConfigs);
  const resources =
    flexible === undefined ? undefined : { ...knownMembers(flexible), ...first, VolumeKmsKeyId: undefined };
  return {
    ...definition,
    HyperParameters: definition.StaticHyperParameters,
    ResourceConfig: definition.ResourceConfig ?? resources,
  };
}

function* flexibleRules(definition: Request): Iterable<Finding> {
  const name = 'HyperParameterTuningResourceConfig';
  const flexible = knownMembers(definition, name) ?? {};
  const kinds = knownItems(flexible.InstanceConfigs);
  yield* volumeKeyRules(name, { ...flexible, InstanceGroups: kinds });
  for (const [index, { InstanceCount }] of kinds.entries()) {
    const count = knownNumber(InstanceCount);
    if (count === undefined || count >= 1) continue;
    const member = {
      property: `instanceConfigs[${index}].instanceCount`,
      api: `${name}.InstanceConfigs[${index}].InstanceCount`,
    };
    yield mustBe(member, 'a whole number of at least 1', InstanceCount);
  }
}

/** Whether a finding is about the instances of a training job, and there are several kinds of them: those have rules of their own. */
function isOfFlexible({ HyperParameterTuningResourceConfig: flexible }: Request, { member }: Finding): boolean {
  return flexible !== undefined && member?.api?.startsWith('ResourceConfig') === true;
}

/** A training job's hyperparameters are those that a tuning job does not search for. */
function asStatic({ member, ...finding }: Finding): Finding {
  if (typeof member !== 'object') return { ...finding, member };
  const property = member.property.replace(/^hyperparameters\b/, 'staticHyperparameters');
  return {
    ...finding,
    member: { ...member, property, api: member.api?.replace(/^HyperParameters\b/, 'StaticHyperParameters') },
  };
}

/** The names of the hyperparameters that a job searches for; undefined for each that is not known, and where it is not known which there are. */
function searchedIn(ranges: unknown): readonly (string | undefined)[] {
  const lists = knownMembers(ranges);
  if (!lists) return [undefined];
  return Object.values(lists).flatMap((list) =>
    Array.isArray(list) ? knownItems(list).map(({ Name }) => knownText(Name)) : [undefined],
  );
}

function* staticRules({ definition, property, ranges }: TrainingPlace): Iterable<Finding> {
  const fixed = Object.keys(knownMembers(definition, 'StaticHyperParameters') ?? {});
  const searched = searchedIn(ranges.value);
  const both = fixed.find((name) => searched.includes(name));
  if (both === undefined) return;
  const text = `should be left out: the job searches for its best value, too, in 'ranges'`;
  yield warning('tuningStaticParameter', `${property}.staticHyperparameters.${both}`, text);
}

/** What the handler may hand over, and what the generated policies are made for. */
function* accessRules({ definition, property, api }: TrainingPlace, roleArn: string | undefined): Iterable<Finding> {
  const { RoleArn: role, ResourceConfig: resources, HyperParameterTuningResourceConfig: flexible } = definition;
  if (roleArn !== undefined && typeof role === 'string' && role !== roleArn) {
    yield refusal({ property: 'role', api: `${api}.RoleArn` }, "must not be overridden: use 'role'");
  }
  if (resources !== undefined && flexible !== undefined) {
    yield refusal(`${property}.instanceConfigs`, "must not be given with 'instanceType' (ResourceConfig)");
  }
}
