import { ServiceError } from '../emulated-api/service-error';
import type { JsonValue } from '../json-value';

/**
 * How many characters IAM takes of all policies in a role together, and of a managed policy. It does not count white space.
 *
 * https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_iam-quotas.html (November 2026)
 */
const MOST_IN_ROLE = 10_240;
const MOST_MANAGED = 6_144;

/** A resource that puts policies into roles. */
interface InlinePolicies {
  /** `<account>/<name>` of each role. */
  readonly roles: readonly string[];
  readonly characters: number;
}

/**
 * The sizes of the policies that stacks have put into roles: those count that are there at the same time, be it until the end
 * of an update.
 *
 * In which words IAM refuses more: https://github.com/serverless/serverless/issues/7643 and
 * https://github.com/aws-cloudformation/cfn-lint/issues/3871 (read in November 2026).
 */
export class PolicySizes {
  private readonly inline = new Map<string, InlinePolicies>();

  /**
   * Puts policies into roles. A resource that does so again puts them into the place of those before.
   *
   * @param replaced Resources whose policies are gone with that.
   */
  public put(
    resource: string,
    roles: readonly string[],
    documents: readonly (JsonValue | undefined)[],
    replaced: readonly string[] = [],
  ): void {
    const gone = [resource, ...replaced];
    const characters = documents.reduce((sum: number, document) => sum + charactersOf(document), 0);
    for (const role of roles) {
      const others = [...this.inline].filter(
        ([other, policies]) => !gone.includes(other) && policies.roles.includes(role),
      );
      const all = others.reduce((sum, [, policies]) => sum + policies.characters, characters);
      if (all <= MOST_IN_ROLE) continue;
      const name = role.slice(role.indexOf('/') + 1);
      throw new ServiceError('LimitExceeded', `Maximum policy size of ${MOST_IN_ROLE} bytes exceeded for role ${name}`);
    }
    this.inline.set(resource, { roles, characters });
  }

  public remove(resource: string): void {
    this.inline.delete(resource);
  }
}

/** Refuses a managed policy that is too large. */
export function checkManagedPolicy(document: JsonValue | undefined): void {
  if (charactersOf(document) <= MOST_MANAGED) return;
  throw new ServiceError('LimitExceeded', `Cannot exceed quota for PolicySize: ${MOST_MANAGED}`);
}

function charactersOf(document: JsonValue | undefined): number {
  return document === undefined ? 0 : JSON.stringify(document).length;
}
