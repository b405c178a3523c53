import { accessesTo, type Access } from './access';
import type { JsonValue } from '../json-value';

/** The access needed to pass a role to a service, where a request has one. */
export function passRoleAccesses(roleArn: JsonValue | undefined, service: string): Access[] {
  if (typeof roleArn !== 'string') return [];
  return accessesTo(roleArn, ['iam:PassRole'], { context: { 'iam:PassedToService': service } });
}
