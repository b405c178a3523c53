import { removalPlan } from './removal-plan';
import type { UsedStatement } from './statement-removals';

function statement(index: number, key: string, isNeeded: boolean): UsedStatement {
  return { index, key, text: key, isNeeded };
}

test('a statement of an engine that an app before needs is not removed again', () => {
  const small = [statement(0, 'start executions', true), statement(1, 'list jobs', false)];
  const large = [statement(0, 'start executions', true), statement(1, 'list jobs', true), statement(2, 'read', true)];
  expect(removalPlan([small, large]).map(({ app, statement: { index } }) => [app, index])).toEqual([
    [0, 0],
    [0, 1],
    [1, 1],
    [1, 2],
  ]);
});

test('the same statement twice in one app is removed in both places', () => {
  const twice = [statement(0, 'read', true), statement(1, 'read', true)];
  expect(removalPlan([twice])).toHaveLength(2);
});
