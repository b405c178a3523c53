import { Stack } from 'aws-cdk-lib';
import type { IRole } from 'aws-cdk-lib/aws-iam';
import type { IConstruct } from 'constructs';
import { pathOf, roleInApp } from './role-in-app';
import { isOpen } from '../validation/open-value';
import { isPlainObject } from '../validation/plain-object';
import { isUnknown } from '../validation/unknown-value';

/** A statement of a policy that says who may assume a role, as a template has it. */
interface TrustStatement {
  readonly Effect?: unknown;
  readonly Action?: unknown;
  readonly Principal?: unknown;
}

/**
 * Says at synthesis that a service cannot assume a role that a job was given, where the app makes the role and so knows
 * whom it trusts. Until then, the role may come to trust more.
 *
 * @param member The property with the role: for the message.
 */
export function requireTrust(job: IConstruct, member: string, role: IRole, servicePrincipal: string): void {
  job.node.addValidation({ validate: () => distrust(member, role, servicePrincipal) });
}

function distrust(member: string, role: IRole, servicePrincipal: string): string[] {
  const resource = roleInApp(role.roleArn);
  if (!resource) return [];
  const document: unknown = Stack.of(resource).resolve(resource.assumeRolePolicyDocument);
  const statements = isPlainObject(document) ? [document.Statement].flat() : [undefined];
  const principals = statements.flatMap(trustedBy);
  if (principals.some((principal) => mayBe(servicePrincipal, principal))) return [];
  return [
    `'${member}' must be a role that '${servicePrincipal}' may assume, got '${pathOf(resource)}', which trusts ${listOf(principals)}: ` +
      `make it with assumedBy: new iam.ServicePrincipal('${servicePrincipal}'), or let it trust that service as well`,
  ];
}

/** Whom a statement lets assume the role; undefined stands for what is not known, such as everybody. */
function trustedBy(statement: unknown): (string | undefined)[] {
  if (!isPlainObject(statement)) return [undefined];
  const { Effect, Action, Principal }: TrustStatement = statement;
  if (Effect === 'Deny' || !mayAssume(Action)) return [];
  if (!isPlainObject(Principal) || isOpen(Principal)) return [undefined];
  return Object.values(Principal)
    .flat()
    .map((principal) => (isKnown(principal) && principal !== '*' ? principal : undefined));
}

function mayAssume(actions: unknown): boolean {
  return [actions].flat().some((action) => !isKnown(action) || /^(\*|sts:(\*|assume(\*|role)))$/i.test(action));
}

function isKnown(value: unknown): value is string {
  return typeof value === 'string' && !isUnknown(value);
}

/** Whether a principal is a service, in any partition and any Region, or not known. */
function mayBe(servicePrincipal: string, principal: string | undefined): boolean {
  const [service] = servicePrincipal.split('.');
  return principal === undefined || principal.split('.')[0] === service;
}

function listOf(principals: readonly (string | undefined)[]): string {
  const names = [...new Set(principals)].filter((name) => name !== undefined).map((name) => `'${name}'`);
  return names.length === 0 ? 'nobody' : `${names.join(' and ')} only`;
}
