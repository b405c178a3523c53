import type { Request } from '../../job/request-overrides';
import { type Finding, warning } from '../../validation/finding';
import { knownMembers, knownText } from '../../validation/known-value';
import { meantMember } from '../../validation/member-slip';
import { foundationModelBehind } from '../named-foundation-model';

/** From where to where a hyperparameter goes; undefined for one that the page of the model does not list. */
type Range = readonly [min: number, max: number] | undefined;

const NAMES = ['epochCount', 'learningRate', 'learningRateWarmupSteps', 'batchSize'];
/** The one that is no whole number. */
const RATE = NAMES[1];

/** What AWS's pages list for fine-tuning, by the foundation model, in the order of the names. */
const RANGES: readonly (readonly [ids: RegExp, ...ranges: Range[]])[] = [
  // https://docs.aws.amazon.com/bedrock/latest/userguide/cm-hp-nova-mm.html
  [/^amazon\.nova-(?:micro|lite|pro)-/, [1, 5], [1e-6, 1e-4], [0, 100]],
  // https://docs.aws.amazon.com/nova/latest/nova2-userguide/customize-fine-tune-hyperparameters.html
  [/^amazon\.nova-2-(?:micro|lite|pro)-/, [1, 5], [1e-6, 1e-4], [0, 20]],
  // https://docs.aws.amazon.com/bedrock/latest/userguide/cm-hp-titan-text.html
  [/^amazon\.titan-text-premier-/, [1, 5], [1e-7, 1e-5], [0, 20], [1, 1]],
  [/^amazon\.titan-text-/, [1, 10], [0, 1], [0, 250], [1, 64]],
];

/** What other libraries call them, in small letters alone, in the order of the names. */
const ALIASES = [/^(?:num|max|n|numtrain)?epochs?$/, /^lr$|^learningratemultiplier$/, /warmup/, /batchsize$/];

/**
 * What hyperparameters of fine-tuning are likely to be refused. AWS may add others, and lists them for each model only.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/custom-models-hp.html
 */
export function* hyperparameterRules({ baseModelIdentifier, hyperParameters }: Request): Iterable<Finding> {
  const identifier = knownText(baseModelIdentifier);
  const model = identifier === undefined ? undefined : foundationModelBehind(identifier);
  const [, ...ranges] = (model === undefined ? undefined : RANGES.find(([ids]) => ids.test(model))) ?? [];
  if (ranges.length === 0) return;
  for (const [name, value] of Object.entries(knownMembers(hyperParameters) ?? {})) {
    const index = NAMES.indexOf(name);
    const text = index < 0 ? slipText(ranges, name) : rangeText(name, ranges[index], knownText(value));
    const member = { property: `hyperparameters.${name}`, api: `hyperParameters.${name}` };
    if (text !== undefined) yield warning('customizationHyperparameter', member, text);
  }
}

function rangeText(name: string, range: Range, value: string | undefined): string | undefined {
  if (value === undefined || range === undefined) return undefined;
  const [min, max] = range;
  const number = value.trim() === '' ? NaN : Number(value);
  if (number >= min && number <= max && (name === RATE || Number.isInteger(number))) return undefined;
  return `should be a ${name === RATE ? '' : 'whole '}number from ${min} to ${max}, as AWS's page of the model has it, got '${value}'`;
}

function slipText(ranges: readonly Range[], name: string): string | undefined {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '');
  const meant = NAMES[ALIASES.findIndex((alias) => alias.test(plain))] ?? meantMember(NAMES, name);
  if (meant === undefined || ranges[NAMES.indexOf(meant)] === undefined) return undefined;
  return `is no hyperparameter that AWS's page of the model lists: did you mean '${meant}'?`;
}
