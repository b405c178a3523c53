import { Policy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { DividedPolicy } from '../../../src/engine/divided-policy';
import { InlineRoom } from '../../../src/engine/inline-room';
import { SharedPolicies } from '../../../src/engine/shared-policies';
import { newStack } from '../sample-job';

const may = (resource: string) => new PolicyStatement({ actions: ['a:A'], resources: [resource] });

/** Where statements are, of a role with room for one of 3,000 characters. */
function placesOf(statements: readonly PolicyStatement[]) {
  const stack = newStack();
  const role = new Role(stack, 'Handling', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
  let made = 0;
  const policy = new Policy(stack, 'InRole', { roles: [role] });
  const more = new SharedPolicies(stack, { id: 'More', role, isRenewed: false });
  const inRole = () => {
    made += 1;
    return policy;
  };
  const divided = new DividedPolicy(stack, new InlineRoom(() => false), { inRole, more });
  return { places: statements.map((each) => divided.allow(each).node.id), made, count: policy.document.statementCount };
}

const large = (letter: string) => may(letter.repeat(3_000));

test('statements are in the role as long as there is room, and in managed policies beyond that', () => {
  expect(placesOf([large('x'), large('y'), may('arn:1'), large('z')])).toEqual({
    places: ['InRole', 'More1', 'InRole', 'More1'],
    made: 2,
    count: 2,
  });
});

test('a statement counts once, wherever it is', () => {
  expect(placesOf([large('x'), large('y'), large('x'), large('y')])).toEqual({
    places: ['InRole', 'More1', 'InRole', 'More1'],
    made: 1,
    count: 1,
  });
});
