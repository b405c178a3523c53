import { readConditions, type Condition } from './condition';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';
import { RehearsalError } from '../rehearsal-error';

/** Where a statement stands. */
export interface StatementOrigin {
  /** What tells its policy from all others, in any rehearsal of the same stack. */
  readonly policy: string;
  /** The path of the construct that made the resource with the policy. */
  readonly path: string;
  /** What the policy is: such as `trust policy`, or the name of an inline policy. */
  readonly name: string;
  /** Which roles it is about, as `<account>/<name>`; or which resource, by its construct's path. */
  readonly subjects: readonly string[];
  /** The statement's place in its policy, counted from 1. */
  readonly number: number;
}

/** What a policy is called that says who may assume a role. */
export const TRUST_POLICY = 'trust policy';

/** Whom a statement of a resource's policy is about, or not about. */
export interface Principals {
  /** Names by kind (`AWS`, `Service`), or everybody. */
  readonly names: '*' | Readonly<Record<string, readonly string[]>>;
  /** It is about everybody but those. */
  readonly negated: boolean;
}

/** A statement of a policy, read. */
export interface PolicyStatement {
  readonly origin: StatementOrigin;
  readonly effect: 'Allow' | 'Deny';
  readonly actions: Patterns;
  readonly resources: Patterns;
  /** Undefined in a policy of a role: it is about the role. */
  readonly principals?: Principals;
  readonly conditions: readonly Condition[];
  /** As the template has it, with all functions resolved. */
  readonly json: JsonObject;
}

/** A list of patterns, or all but those. */
export interface Patterns {
  readonly patterns: readonly string[];
  readonly negated: boolean;
}

const MEMBERS: readonly string[] = [
  'Sid',
  'Effect',
  'Action',
  'NotAction',
  'Resource',
  'NotResource',
  'Principal',
  'NotPrincipal',
  'Condition',
];

/** Reads the statements of a policy document. */
export function readStatements(
  document: JsonValue | undefined,
  origin: Omit<StatementOrigin, 'number'>,
): PolicyStatement[] {
  const statements = isJsonObject(document) ? document.Statement : undefined;
  const list = Array.isArray(statements) ? statements : statements === undefined ? [] : [statements];
  return list.map((statement, index) => readStatement(statement, { ...origin, number: index + 1 }));
}

/** Names a statement for people. */
export function statementName({ path, name, number }: StatementOrigin): string {
  return `${path.replace(/\/Resource$/, '')} (${name}), statement ${number}`;
}

function readStatement(statement: JsonValue, origin: StatementOrigin): PolicyStatement {
  const where = statementName(origin);
  if (!isJsonObject(statement)) throw new RehearsalError(`${where} is not a JSON object`);
  const { Effect: effect, Principal: principal, NotPrincipal: notPrincipal } = statement;
  if (effect !== 'Allow' && effect !== 'Deny') {
    throw new RehearsalError(`${where}: Effect must be Allow or Deny, got ${JSON.stringify(effect)}`);
  }
  const unknown = Object.keys(statement).find((member) => !MEMBERS.includes(member));
  if (unknown !== undefined) throw new RehearsalError(`${where}: the rehearsal does not know the member ${unknown}`);
  return {
    origin,
    effect,
    actions: readPatterns(statement.Action, statement.NotAction),
    // a trust policy has none: the resource is the role
    resources: readPatterns(
      statement.Resource ?? (statement.NotResource === undefined ? '*' : undefined),
      statement.NotResource,
    ),
    ...(principal !== undefined && { principals: readPrincipals(principal, false) }),
    ...(notPrincipal !== undefined && { principals: readPrincipals(notPrincipal, true) }),
    conditions: readConditions(statement.Condition),
    json: statement,
  };
}

function readPatterns(value: JsonValue | undefined, not: JsonValue | undefined): Patterns {
  return value === undefined ? { patterns: texts(not), negated: true } : { patterns: texts(value), negated: false };
}

function readPrincipals(value: JsonValue, negated: boolean): Principals {
  if (!isJsonObject(value)) return { names: '*', negated };
  return { names: Object.fromEntries(Object.entries(value).map(([kind, names]) => [kind, texts(names)])), negated };
}

function texts(value: JsonValue | undefined): string[] {
  return (Array.isArray(value) ? value : value === undefined ? [] : [value]).map(String);
}
