import { Tags, type Stack } from 'aws-cdk-lib';
import { membersIn, membersOf, type RequestSchema } from './request-members';
import { newStack } from './sample-job';

/** A kind of jobs whose properties must say all that its API can be told. */
export interface MembersOfKind {
  readonly request: RequestSchema;
  /** What the handler adds: the name of the job. */
  readonly nameMember: string;
  /** Together these have every property, and every option of every property. */
  readonly jobs: readonly ((stack: Stack) => void)[];
  /** What they have made of the request. */
  readonly requestIn: (stack: Stack) => object;
  /** What is left to `requestOverrides`. */
  readonly leftToOverrides: readonly RegExp[];
}

/** Tests that a request can have every member of the API, but for those that are known to be left out. */
export function testEveryMember({ request, nameMember, jobs, requestIn, leftToOverrides }: MembersOfKind): void {
  const members = membersOf(request);

  test('every member of the API has a property, or is known to be left to requestOverrides', () => {
    const expressed = jobs.flatMap((make) => {
      const stack = newStack();
      Tags.of(stack).add('team', 'penguins');
      make(stack);
      return membersIn(request, requestIn(stack));
    });
    expect([...new Set([nameMember, ...expressed])].sort()).toEqual(
      members.filter((path) => !leftToOverrides.some((left) => left.test(path))).sort(),
    );
  });

  test.each(leftToOverrides.map((left) => [left]))('%s is still a member of the API', (left) => {
    expect(members.filter((path) => left.test(path))).not.toEqual([]);
  });
}
