import { gpusOf, isCustomSilicon } from './accelerators';
import type { Request } from '../../job/request-overrides';
import { type Finding, type MemberName, warning } from '../../validation/finding';
import { knownItems, knownMembers, knownText } from '../../validation/known-value';
import { isThere } from '../../validation/presence';
import { shown } from '../../validation/shown';

/** The members that say a technique, with what makes them. */
const TECHNIQUES: { readonly [member: string]: string } = {
  ModelQuantizationConfig: 'quantization()',
  ModelCompilationConfig: 'compilation()',
  ModelShardingConfig: 'sharding()',
  ModelSpeculativeDecodingConfig: 'speculativeDecoding()',
};
const FORMATS = ['awq', 'fp8', 'smoothquant'];
const LIST: MemberName = { property: 'optimizations', api: 'OptimizationConfigs' };
const DEGREE = 'OPTION_TENSOR_PARALLEL_DEGREE';

/** A technique of a request: where it stands, and what it says. */
interface Technique {
  readonly member: string;
  readonly at: MemberName;
  /** What its environment says, where it is known. */
  readonly overrides?: Request;
}

/**
 * Which techniques go together, and which suit an instance. What AWS's guide says of it, and what its public libraries refuse:
 *
 * - https://docs.aws.amazon.com/sagemaker/latest/dg/model-optimize-create-job.html (2026): instances with custom silicon take
 *   compilation; the tensor parallel degree must divide the number of GPUs;
 * - https://github.com/aws/sagemaker-python-sdk, `ModelBuilder.optimize` and `serve/validations/optimization.py` (2026-08-21): sharding goes
 *   with nothing else, and needs a degree; compilation does not go with speculative decoding; SmoothQuant needs compilation;
 * - https://github.com/deepjavalibrary/djl-serving, `serving/docker/partition/sm_neo_dispatcher.py` (2026-06-24): the container refuses
 *   sharding with quantization, and without a degree.
 */
export function* techniqueRules(request: Request): Iterable<Finding> {
  const techniques = knownItems(request.OptimizationConfigs).flatMap((config, index) => techniquesOf(config, index));
  const members = new Set(techniques.map(({ member }) => member));
  const instance = knownText(request.DeploymentInstanceType);
  yield* combinationRules(members);
  if (instance !== undefined && isCustomSilicon(instance)) yield* siliconRules(techniques, instance);
  for (const technique of techniques) {
    if (technique.member === 'ModelQuantizationConfig') yield* formatRules(technique, members, instance);
    yield* degreeRules(technique, request, instance);
  }
}

function techniquesOf(config: Request, index: number): Technique[] {
  return Object.keys(TECHNIQUES)
    .filter((member) => isThere(config[member]))
    .map((member) => ({
      member,
      at: { property: `optimizations[${index}]`, api: `OptimizationConfigs[${index}].${member}` },
      overrides: knownMembers(config, member, 'OverrideEnvironment'),
    }));
}

function* combinationRules(members: ReadonlySet<string>): Iterable<Finding> {
  const together = (...some: string[]) => some.every((member) => members.has(member));
  const names = [...members].map((member) => TECHNIQUES[member]).join(' and ');
  if (members.has('ModelShardingConfig') && members.size > 1) {
    const text = `has ${names}: sharding() goes with no other technique. Optimize the model first, and divide it in a second job`;
    yield warning('optimizationTechniques', LIST, text);
  } else if (together('ModelCompilationConfig', 'ModelSpeculativeDecodingConfig')) {
    yield warning('optimizationTechniques', LIST, `has ${names}: compilation() does not go with speculativeDecoding()`);
  }
}

function* siliconRules(techniques: readonly Technique[], instance: string): Iterable<Finding> {
  for (const { member, at } of techniques) {
    if (member === 'ModelCompilationConfig') continue;
    const text = `is ${TECHNIQUES[member]}, which AWS does not list for '${instance}': instances with AWS Inferentia or Trainium take compilation() only`;
    yield warning('optimizationInstance', at, text);
  }
}

function* formatRules(
  { at, overrides }: Technique,
  members: ReadonlySet<string>,
  instance: string | undefined,
): Iterable<Finding> {
  const format = knownText(overrides?.OPTION_QUANTIZE);
  if (format === undefined) return;
  if (!FORMATS.includes(format)) {
    const text = `has the format ${shown(format)}, which AWS does not list: ${FORMATS.join(', ')}`;
    yield warning('quantizationFormat', at, text);
  } else if (format === 'smoothquant' && !members.has('ModelCompilationConfig') && !isCustomSilicon(instance ?? '')) {
    yield warning('quantizationFormat', at, "has the format 'smoothquant', which goes with compilation() only");
  }
}

/** Over how many GPUs a model is spread. */
function* degreeRules({ member, at, overrides }: Technique, request: Request, instance?: string): Iterable<Finding> {
  const environment = knownMembers(request, 'OptimizationEnvironment');
  // what is not known may have it
  if (overrides === undefined || environment === undefined) return;
  const value = overrides[DEGREE] ?? environment[DEGREE];
  if (value === undefined) {
    if (member !== 'ModelShardingConfig') return;
    const text = `needs to know over how many GPUs the model is spread: give it a tensorParallelDegree, which is the variable ${DEGREE}`;
    yield warning('tensorParallelDegree', at, text);
    return;
  }
  const degree = Number(knownText(value));
  if (Number.isFinite(degree) && !(Number.isInteger(degree) && degree >= 1)) {
    const text = `spreads the model over ${degree} GPUs (${DEGREE}): that must be a whole number of at least 1`;
    yield warning('tensorParallelDegree', at, text);
    return;
  }
  const gpus = instance === undefined ? undefined : gpusOf(instance);
  if (gpus === undefined || !(degree > 0) || gpus % degree === 0) return;
  const text = `spreads the model over ${degree} GPUs (${DEGREE}): that must divide the number of GPUs of '${instance}', which is ${gpus}`;
  yield warning('tensorParallelDegree', at, text);
}
