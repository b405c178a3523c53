import type { RequestContext } from './access';
import { matchesArn, matchesText } from './wildcard';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';
import { RehearsalError } from '../rehearsal-error';

/** One line of a statement's `Condition`. */
export interface Condition {
  /** As the statement writes it, such as `ForAllValues:StringEquals`. */
  readonly operator: string;
  readonly key: string;
  readonly values: readonly string[];
}

type Test = (value: string, wanted: string) => boolean;

const equal: Test = (value, wanted) => value === wanted;
const numbers =
  (compare: (a: number, b: number) => boolean): Test =>
  (value, wanted) =>
    compare(Number(value), Number(wanted));
const dates =
  (compare: (a: number, b: number) => boolean): Test =>
  (value, wanted) =>
    compare(Date.parse(value), Date.parse(wanted));

const TESTS: Readonly<Record<string, Test>> = {
  StringEquals: equal,
  StringEqualsIgnoreCase: (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
  StringLike: (value, wanted) => matchesText(wanted, value),
  ArnEquals: (value, wanted) => matchesArn(wanted, value),
  ArnLike: (value, wanted) => matchesArn(wanted, value),
  Bool: (value, wanted) => value.toLowerCase() === wanted.toLowerCase(),
  NumericEquals: numbers((a, b) => a === b),
  NumericLessThan: numbers((a, b) => a < b),
  NumericLessThanEquals: numbers((a, b) => a <= b),
  NumericGreaterThan: numbers((a, b) => a > b),
  NumericGreaterThanEquals: numbers((a, b) => a >= b),
  DateEquals: dates((a, b) => a === b),
  DateLessThan: dates((a, b) => a < b),
  DateLessThanEquals: dates((a, b) => a <= b),
  DateGreaterThan: dates((a, b) => a > b),
  DateGreaterThanEquals: dates((a, b) => a >= b),
};

/** Operators that say the opposite: they hold where the key is missing, too. */
const NEGATIONS: Readonly<Record<string, string>> = {
  StringNotEquals: 'StringEquals',
  StringNotEqualsIgnoreCase: 'StringEqualsIgnoreCase',
  StringNotLike: 'StringLike',
  ArnNotEquals: 'ArnEquals',
  ArnNotLike: 'ArnLike',
  NumericNotEquals: 'NumericEquals',
  DateNotEquals: 'DateEquals',
};

/** Only AWS knows their values; a rehearsal takes what is in favour of whoever asks. */
const UNKNOWABLE =
  /^aws:(principalorg|resourceorg|sourceorg|principaltag\/|resourcetag\/|sourceip$|sourcevpc|vpcsourceip$|useragent$|referer$|currenttime$|epochtime$|tokenissuetime$|calledvia|viaawsservice$|principalisawsservice$)/i;

/** Reads a statement's `Condition`; `where` names the statement in errors. */
export function readConditions(value: JsonValue | undefined, where: string): Condition[] {
  return Object.entries(isJsonObject(value) ? value : {}).flatMap(([operator, lines]) => {
    checkOperator(operator, where);
    return Object.entries(isJsonObject(lines) ? lines : ({} as JsonObject)).map(([key, wanted]) => ({
      operator,
      key,
      values: (Array.isArray(wanted) ? wanted : [wanted]).map(String),
    }));
  });
}

/** Says whether a condition holds; `favourable` is the answer where only AWS can tell. */
export function holds({ operator, key, values }: Condition, context: RequestContext, favourable: boolean): boolean {
  if (UNKNOWABLE.test(key)) return favourable;
  const { quantifier, name, ifExists } = partsOf(operator);
  const given = valuesOf(context, key);
  if (name === 'Null') return values.some((wanted) => (wanted.toLowerCase() === 'true') === (given === undefined));
  const negated = NEGATIONS[name];
  if (given === undefined) return ifExists || negated !== undefined || quantifier === 'ForAllValues';
  const test = TESTS[negated ?? name];
  const matches = (value: string): boolean =>
    values.some((wanted) => test(value, substituted(wanted, context))) !== (negated !== undefined);
  return quantifier === 'ForAllValues' || (quantifier === undefined && negated !== undefined)
    ? given.every(matches)
    : given.some(matches);
}

function checkOperator(operator: string, where: string): void {
  const { quantifier, name } = partsOf(operator);
  const isKnown = name === 'Null' || name in TESTS || name in NEGATIONS;
  if (isKnown && (quantifier === undefined || ['ForAllValues', 'ForAnyValue'].includes(quantifier))) return;
  throw new RehearsalError(
    `${where}: the rehearsal does not know the condition operator ${operator}, and cannot tell what it allows`,
  );
}

function partsOf(operator: string): { quantifier?: string; name: string; ifExists: boolean } {
  const [, quantifier, name, ifExists] = /^(?:([^:]+):)?(.*?)(IfExists)?$/.exec(operator)!;
  return { quantifier, name, ifExists: ifExists !== undefined };
}

/** Condition keys are written in any case. */
function valuesOf(context: RequestContext, key: string): readonly string[] | undefined {
  const name = Object.keys(context).find((candidate) => candidate.toLowerCase() === key.toLowerCase());
  if (name === undefined) return undefined;
  const value = context[name];
  return typeof value === 'string' ? [value] : value;
}

/** Policy variables such as `${aws:PrincipalAccount}`; one that is not known here matches nothing. */
export function substituted(text: string, context: RequestContext): string {
  return text.replace(/\$\{([^}]+)\}/g, (whole, key: string) => {
    const [value] = valuesOf(context, key) ?? [];
    return value ?? whole;
  });
}
