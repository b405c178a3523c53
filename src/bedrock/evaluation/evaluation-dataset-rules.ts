import { evaluatedKindOf } from './evaluated-kind';
import type { Request } from '../../job/request-overrides';
import { plainOf } from '../../validation/enum-check';
import { type Finding, mustBe, warning } from '../../validation/finding';
import { knownMembers, knownText } from '../../validation/known-value';
import { meantValue } from '../request-body/meant-value';

/**
 * The datasets that Bedrock has. AWS's pages spell some of them in more than one way.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_EvaluationDataset.html
 */
const BUILT_IN = [
  'Builtin.Bold',
  'Builtin.BoolQ',
  'Builtin.NaturalQuestions',
  'Builtin.Gigaword',
  'Builtin.RealToxicityPrompts',
  'Builtin.TriviaQA',
  'Builtin.T-Rex',
  'Builtin.WomensEcommerceClothingReviews',
  'Builtin.Wikitext2',
];
const PLAIN = BUILT_IN.map(plainOf);

/** What datasets must be besides what the service's model says. */
export function* datasetRules(request: Request): Iterable<Finding> {
  const configs = knownMembers(request, 'evaluationConfig', 'automated')?.datasetMetricConfigs;
  if (!Array.isArray(configs)) return;
  const datasets = configs.map((config: unknown) => knownMembers(config, 'dataset'));
  const names = datasets.map((dataset) => knownText(dataset?.name));
  const again = names.findIndex((name, index) => name !== undefined && names.indexOf(name) < index);
  if (again > 0) {
    const api = `evaluationConfig.automated.datasetMetricConfigs[${again}].dataset.name`;
    const allowed = 'another name than those of the other datasets, for results are told apart by it';
    yield mustBe({ property: `datasets[${again}].name`, api }, allowed, names[again]);
  }
  const isOfModels = evaluatedKindOf(request) === 'models';
  for (const [index, dataset] of datasets.entries()) {
    const name = names[index];
    if (name === undefined || dataset?.datasetLocation !== undefined) continue;
    const text = isOfModels ? unknownText(name) : undefined;
    if (text !== undefined) yield warning('evaluationDataset', `datasets[${index}].name`, text);
  }
}

/** What is said of a name that none of Bedrock's datasets has. */
function unknownText(name: string): string | undefined {
  if (PLAIN.includes(plainOf(name))) return undefined;
  const meant = meantValue(BUILT_IN, name);
  const wayOut = meant === undefined ? `: they are ${BUILT_IN.join(', ')}` : `: did you mean '${meant}'?`;
  return `is '${name}', and AWS's pages have no dataset of Bedrock's of that name${wayOut}`;
}
