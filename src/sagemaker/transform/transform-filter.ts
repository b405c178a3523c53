import { type Finding, type MemberName, mustBe, warning } from '../../validation/finding';
import type { FilterStep } from '../data-file/filter-fit';

/** The operators of JSONPath that the guide lists. */
const ALLOWED =
  "a JSONPath of what batch transform supports: $, .name, ['name','name'], *, [0], [0,2], [-1], [1:5], [1:], [:5], and [0,5:], as in $[1:] or $['id','SageMakerOutput']";
const OF_CSV = 'a JSONPath of indexes for CSV, whose records have no names: such as $[0], $[0,-1] or $[1:]';

/** The longest filter that the API takes. */
const LONGEST = 63;

const NUMBER = '\\s*-?\\d+\\s*';
const SLICE = `(?:${NUMBER}|\\s*):(?:${NUMBER}|\\s*)`;
/** Indexes; the API reference has one range after them, and the service takes no more than one. */
const INDEXES = `${NUMBER}(?:,${NUMBER})*(?:,${SLICE})?`;
const NAME = "\\s*'[^'\\]]+'\\s*";
const NAMES = `${NAME}(?:,${NAME})*`;
/** A step into a record. The guide itself writes a dot before a bracket, too. */
const STEP = new RegExp(
  `\\.?\\[(?:\\s*\\*\\s*|${SLICE}|${INDEXES}|(?<names>${NAMES}))\\]|\\.(?:\\*|(?<name>[^\\s.,:*'"$@?()[\\]]+))`,
  'y',
);
/** The names of members, one by one. */
const EACH_NAME = /'([^']+)'/g;
/** What the service was seen to take in a name, besides its operators. */
const PLAIN_NAME = /^[a-zA-Z0-9 -]+$/;

/**
 * Whether a filter is a path of the operators that batch transform supports. An empty filter is none.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform-data-processing.html
 * @param isCsv Whether what is filtered is CSV.
 */
export function* filterRules(member: MemberName, filter: string, isCsv: boolean): Iterable<Finding> {
  // of one that is too long, the model says so
  if (filter === '' || filter.length > LONGEST) return;
  const names = namesIn(filter);
  if (!names) yield mustBe(member, ALLOWED, filter);
  else if (isCsv && names.length > 0) yield mustBe(member, OF_CSV, filter);
  else yield* nameRules(member, names);
}

/**
 * The service has refused an underscore in a name, and named the characters that it takes.
 *
 * @see https://github.com/aws/aws-sdk/issues/184
 */
function* nameRules(member: MemberName, names: readonly string[]): Iterable<Finding> {
  const odd = names.find((name) => !PLAIN_NAME.test(name));
  if (odd === undefined) return;
  const text = `has the name '${odd}', and batch transform was seen to refuse names with anything but letters, digits, hyphens and spaces`;
  yield warning('transformFilter', member, text);
}

/** The names of members that a path has; undefined for what is no path. */
function namesIn(filter: string): readonly string[] | undefined {
  return stepsIn(filter)?.flatMap((step) => ('names' in step ? step.names : []));
}

/** The first step into a record; undefined for what is no path, and for the whole record. */
export function firstStepOf(filter: string): FilterStep | undefined {
  const [first] = stepsIn(filter) ?? [];
  return first !== undefined && ('names' in first || first.indexes.length > 0) ? first : undefined;
}

/** The steps of a path; undefined for what is none. */
function stepsIn(filter: string): readonly FilterStep[] | undefined {
  if (!filter.startsWith('$')) return undefined;
  const steps: FilterStep[] = [];
  let position = 1;
  while (position < filter.length) {
    STEP.lastIndex = position;
    const match = STEP.exec(filter);
    if (!match?.groups) return undefined;
    position = STEP.lastIndex;
    const names = [...(match.groups.names ?? '').matchAll(EACH_NAME)].map(([, name]) => name);
    if (match.groups.name !== undefined) names.push(match.groups.name);
    steps.push(names.length > 0 ? { names } : { indexes: indexesIn(match[0]) });
  }
  return steps;
}

/** The indexes that a step takes, and where its range begins, if it says so. */
function indexesIn(step: string): number[] {
  return [...step.matchAll(/(?<![:\d-])-?\d+/g)].map(([index]) => Number(index));
}
