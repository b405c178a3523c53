import { compareText, isNegation, isOperator } from './condition-operator';
import { filled } from './policy-variable';
import type { RequestKeys } from './request-context';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** One line of a statement's `Condition`. */
export interface Condition {
  /** As the statement writes it, such as `ForAllValues:StringEquals`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

const QUANTIFIERS = ['ForAllValues', 'ForAnyValue'];

/** Reads a statement's `Condition`. */
export function readConditions(value: JsonValue | undefined): Condition[] {
  return Object.entries(isJsonObject(value) ? value : {}).flatMap(([operator, lines]) =>
    Object.entries(isJsonObject(lines) ? lines : ({} as JsonObject)).map(([key, wanted]) => ({
      operator,
      key,
      values: (Array.isArray(wanted) ? wanted : [wanted]).map(String),
    })),
  );
}

/** Says whether the rehearsal knows what a condition's operator means. */
export function isUnderstood({ operator }: Condition): boolean {
  const { quantifier, name } = partsOf(operator);
  return (name === 'Null' || isOperator(name)) && (quantifier === undefined || QUANTIFIERS.includes(quantifier));
}

/** Says whether a condition holds; `favourable` is the answer where only AWS can tell. */
export function holds(condition: Condition, keys: RequestKeys, favourable: boolean): boolean {
  const { operator, key, values } = condition;
  const given = keys.valuesOf(key);
  if (given === 'unknown' || !isUnderstood(condition)) return favourable;
  const { quantifier, name, ifExists } = partsOf(operator);
  if (name === 'Null') return values.some((wanted) => (wanted.toLowerCase() === 'true') === (given === 'absent'));
  const negated = isNegation(name);
  if (given === 'absent') return ifExists || (quantifier === undefined ? negated : quantifier === 'ForAllValues');
  const texts = values.map((wanted) => filled(wanted, keys));
  const wanted = texts.filter(({ variables }) => variables === 'known').map(({ text }) => text);
  const matches = (value: string): boolean => wanted.some((each) => compareText(name, value, each)) !== negated;
  const isEvery = quantifier === 'ForAllValues' || (quantifier === undefined && negated);
  const result = isEvery ? given.every(matches) : given.some(matches);
  // a value that is not known here could only add a match: to what is negated, one that makes it fail
  const isOpen = result === negated && texts.some(({ variables }) => variables === 'unknown');
  return isOpen ? favourable : result;
}

function partsOf(operator: string): { quantifier?: string; name: string; ifExists: boolean } {
  const [, quantifier, name, ifExists] = /^(?:([^:]+):)?(.*?)(IfExists)?$/.exec(operator)!;
  return { quantifier, name, ifExists: ifExists !== undefined };
}
