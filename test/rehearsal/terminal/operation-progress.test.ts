import type { StackEvent } from '../../../rehearsal/cloudformation/stack-event';
import { OperationProgress } from '../../../rehearsal/terminal/operation-progress';

const event = (logicalId: string, status: string): StackEvent => ({
  at: 0,
  stackName: 'App',
  stackPath: 'App',
  logicalId,
  physicalId: '',
  resourceType: '',
  path: '',
  status,
});

test('counts what is finished, and back when it is rolled back', () => {
  const progress = new OperationProgress(2);
  expect(progress.total).toBe(3);
  const counts = [
    event('A', 'CREATE_IN_PROGRESS'),
    event('A', 'CREATE_COMPLETE'),
    event('B', 'CREATE_FAILED'),
    event('A', 'DELETE_COMPLETE'),
  ].map((next) => {
    progress.follow(next);
    return progress.done;
  });
  expect(counts).toEqual([0, 1, 1, 0]);
});

test('has no total where nobody can say', () => {
  expect(new OperationProgress(undefined).total).toBeUndefined();
});
