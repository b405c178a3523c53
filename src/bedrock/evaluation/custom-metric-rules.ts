import { type EvaluatedKind, evaluatedKindOf } from './evaluated-kind';
import type { Request } from '../../job/request-overrides';
import { type Finding, mustBe, warning } from '../../validation/finding';
import { knownItems, knownMembers, knownText } from '../../validation/known-value';

const METRICS = 'evaluationConfig.automated.customMetricConfig.customMetrics';

/**
 * The variables that instructions may have, by what is evaluated; they must have the first one.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-custom-metrics-prompt-formats.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/kb-evaluation-custom-metrics-prompt-formats.html
 */
const VARIABLES: { readonly [kind in EvaluatedKind]: readonly string[] } = {
  models: ['prediction', 'prompt', 'ground_truth'],
  retrieval: ['context', 'prompt', 'ground_truth', 'reference_contexts'],
  'answers of a knowledge base': ['prediction', 'prompt', 'ground_truth', 'context', 'reference_contexts'],
};

/** What custom metrics should be besides what the service's model says. */
export function* customMetricRequestRules(request: Request): Iterable<Finding> {
  const kind = evaluatedKindOf(request);
  const definitions = definitionsIn(request);
  const names = definitions.map(({ name }) => knownText(name));
  for (const [index, { instructions, ratingScale }] of definitions.entries()) {
    const property = `customMetrics[${index}]`;
    const name = names[index];
    if (name !== undefined && names.indexOf(name) < index) {
      const member = { property: `${property}.name`, api: `${METRICS}[${index}].customMetricDefinition.name` };
      yield mustBe(member, 'another name than those of the other metrics, for results are told apart by it', name);
    }
    const told = knownText(instructions);
    if (told !== undefined && kind !== undefined) yield* variableRules(`${property}.instructions`, told, kind);
    if (new Set(gradesIn(ratingScale)).size > 1) {
      const text = "should have numbers or texts, and not both, by AWS's pages";
      yield warning('ratingScale', `${property}.ratingScale`, text);
    }
  }
}

/** The metrics whose grades are texts: they have no mean. */
export function textMetricsIn(request: Request): string[] {
  return definitionsIn(request).flatMap(({ name, ratingScale }) => {
    const grades = gradesIn(ratingScale);
    const isText = grades.length > 0 && grades.every((grade) => grade === 'stringValue');
    return isText ? (knownText(name) ?? []) : [];
  });
}

function* variableRules(property: string, instructions: string, kind: EvaluatedKind): Iterable<Finding> {
  const variables = VARIABLES[kind];
  const [needed] = variables;
  const found = [...instructions.matchAll(/\{\{\s*(\w+)\s*\}\}/g)].map(([, name]) => name);
  if (!found.includes(needed)) {
    const isBare = new RegExp(`\\{\\s*${needed}\\s*\\}`).test(instructions);
    const got = isBare ? `, got {${needed}}` : '';
    const text = `should have {{${needed}}}, in two braces each, for what is judged, by AWS's pages${got}`;
    yield warning('metricVariable', property, text);
  }
  const unknown = found.find((name) => !variables.includes(name));
  if (unknown === undefined) return;
  const allowed = variables.map((name) => `{{${name}}}`).join(', ');
  const text = `has {{${unknown}}}, which is no variable for ${kind}: by AWS's pages, there are ${allowed}`;
  yield warning('metricVariable', property, text);
}

/** Which member each grade has. */
function gradesIn(scale: unknown): string[] {
  return knownItems(scale).flatMap(({ value }) => Object.keys(knownMembers(value) ?? {}));
}

function definitionsIn(request: Request): { readonly [member: string]: unknown }[] {
  const metrics = knownMembers(request, 'evaluationConfig', 'automated', 'customMetricConfig')?.customMetrics;
  return (Array.isArray(metrics) ? metrics : []).map(
    (metric: unknown) => knownMembers(metric, 'customMetricDefinition') ?? {},
  );
}
