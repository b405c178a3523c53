import type { Request } from '../../job/request-overrides';
import { type Finding, warning } from '../../validation/finding';
import { knownMembers, knownText } from '../../validation/known-value';
import { meantMember } from '../../validation/member-slip';
import { foundationModelBehind } from '../named-foundation-model';

/** From where to where a hyperparameter goes; undefined where that can be raised. */
type Range = readonly [min: number, max: number] | undefined;
type Ranges = { readonly [name: string]: Range };

/** Those that are no whole numbers. */
const FRACTIONS = ['learningRate', 'learningRateMultiplier', 'earlyStoppingThreshold'];

const NOVA: Ranges = { epochCount: [1, 5], learningRate: [1e-6, 1e-4], learningRateWarmupSteps: [0, 100] };

/** What AWS's pages list for fine-tuning, by the foundation model. */
const RANGES: readonly (readonly [ids: RegExp, ranges: Ranges])[] = [
  // https://docs.aws.amazon.com/bedrock/latest/userguide/cm-hp-nova-mm.html
  [/^amazon\.nova-(?:micro|lite|pro)-/, NOVA],
  // https://docs.aws.amazon.com/nova/latest/nova2-userguide/customize-fine-tune-hyperparameters.html
  [/^amazon\.nova-2-(?:micro|lite|pro)-/, { ...NOVA, learningRateWarmupSteps: [0, 20] }],
  // https://docs.aws.amazon.com/bedrock/latest/userguide/cm-hp-titan-text.html
  [
    /^amazon\.titan-text-premier-/,
    { epochCount: [1, 5], learningRate: [1e-7, 1e-5], learningRateWarmupSteps: [0, 20], batchSize: [1, 1] },
  ],
  [
    /^amazon\.titan-text-/,
    { epochCount: [1, 10], learningRate: [0, 1], learningRateWarmupSteps: [0, 250], batchSize: [1, 64] },
  ],
  // https://docs.aws.amazon.com/bedrock/latest/userguide/cm-hp-anth-claude-3.html
  [
    /^anthropic\.claude-3-haiku-/,
    {
      epochCount: [1, 10],
      learningRateMultiplier: [0.1, 2],
      batchSize: [4, 256],
      earlyStoppingThreshold: [0, 0.1],
      earlyStoppingPatience: [1, 10],
    },
  ],
  // https://docs.aws.amazon.com/bedrock/latest/userguide/cm-hp-meta-llama31.html
  [/^meta\.llama3-1-(?:8|70)b-/, { epochCount: undefined, learningRate: [5e-6, 0.1], batchSize: [1, 1] }],
];

/** What other libraries call them, in small letters alone, and what was meant by it: the first one that the model has. */
const ALIASES: readonly (readonly [alias: RegExp, ...names: string[]])[] = [
  [/^(?:num|max|n|numtrain)?epochs?$/, 'epochCount'],
  [/^lr$|^learningrate(?:multiplier)?$/, 'learningRate', 'learningRateMultiplier'],
  [/warmup/, 'learningRateWarmupSteps'],
  [/batchsize$/, 'batchSize'],
];

/**
 * What hyperparameters of fine-tuning are likely to be refused. AWS may add others, and lists them for each model only.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/custom-models-hp.html
 */
export function* hyperparameterRules({ baseModelIdentifier, hyperParameters }: Request): Iterable<Finding> {
  const identifier = knownText(baseModelIdentifier);
  const model = identifier === undefined ? undefined : foundationModelBehind(identifier);
  const ranges = model === undefined ? undefined : RANGES.find(([ids]) => ids.test(model))?.[1];
  if (ranges === undefined) return;
  for (const [name, value] of Object.entries(knownMembers(hyperParameters) ?? {})) {
    const isListed = Object.hasOwn(ranges, name);
    const text = isListed ? rangeText(name, ranges[name], knownText(value)) : slipText(Object.keys(ranges), name);
    const member = { property: `hyperparameters.${name}`, api: `hyperParameters.${name}` };
    if (text !== undefined) yield warning('customizationHyperparameter', member, text);
  }
}

function rangeText(name: string, range: Range, value: string | undefined): string | undefined {
  if (value === undefined || range === undefined) return undefined;
  const [min, max] = range;
  const isFraction = FRACTIONS.includes(name);
  const number = value.trim() === '' ? NaN : Number(value);
  if (number >= min && number <= max && (isFraction || Number.isInteger(number))) return undefined;
  return `should be a ${isFraction ? '' : 'whole '}number from ${min} to ${max}, as AWS's page of the model has it, got '${value}'`;
}

function slipText(listed: readonly string[], name: string): string | undefined {
  const plain = name.toLowerCase().replace(/[^a-z]/g, '');
  const [, ...names] = ALIASES.find(([alias]) => alias.test(plain)) ?? [''];
  const meant = names.find((each) => listed.includes(each)) ?? meantMember(listed, name);
  if (meant === undefined) return undefined;
  return `is no hyperparameter that AWS's page of the model lists: did you mean '${meant}'?`;
}
