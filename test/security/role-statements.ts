import type { Stack } from 'aws-cdk-lib';
import { type Statement, statementsOf } from '../src/policy-statements';
import { templateOf } from '../src/template-body';

export const ENGINE_ROLE = 'cdkmljobsJobEngineHandlerRole';

/** A right that a statement gives on a resource. */
export interface Right {
  readonly action: string;
  readonly resource: string;
  readonly condition?: unknown;
}

/** The logical ids of all roles of a stack. */
export function rolesOf(stack: Stack): string[] {
  return Object.entries(templateOf(stack).Resources).flatMap(([id, { Type }]) =>
    Type === 'AWS::IAM::Role' ? [id] : [],
  );
}

/** Every right of every statement of a role, one by one. */
export function rightsOf(stack: Stack, role: string): Right[] {
  return statementsOf(stack, role).flatMap(({ actions, resources, condition }: Statement) =>
    actions.flatMap((action) => resources.map((resource) => ({ action, resource, condition }))),
  );
}

/** Whether one of the rights, its conditions aside, is to do something with a resource. */
export function allows(rights: readonly Right[], action: string, arn: string): boolean {
  return rights.some((right) => matches(right.action, action) && matches(right.resource, arn));
}

/** As IAM matches: `*` is any text. */
function matches(pattern: string, text: string): boolean {
  const [first, ...rest] = pattern.split('*').map((part) => part.replace(/[\\^$.|?+()[\]{}]/g, '\\$&'));
  return new RegExp(`^${[first, ...rest].join('.*')}$`).test(text);
}
