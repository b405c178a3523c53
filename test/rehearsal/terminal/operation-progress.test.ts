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

const textsOf = (progress: OperationProgress, ...events: StackEvent[]): string[] =>
  events.map((next) => {
    progress.follow(next);
    return progress.text;
  });

test('counts what is finished, and back when it is rolled back', () => {
  expect(
    textsOf(
      new OperationProgress({ changes: 2, isUpdate: false }),
      event('A', 'CREATE_IN_PROGRESS'),
      event('A', 'CREATE_COMPLETE'),
      event('B', 'CREATE_FAILED'),
      event('A', 'DELETE_COMPLETE'),
      event('App', 'ROLLBACK_COMPLETE'),
    ),
  ).toEqual(['0/3', '1/3', '1/3', '0/3', '1/3']);
});

test('an update counts the beginning of its clean-up, and not its end', () => {
  expect(
    textsOf(
      new OperationProgress({ changes: 1, isUpdate: true }),
      event('A', 'UPDATE_COMPLETE'),
      event('App', 'UPDATE_COMPLETE_CLEANUP_IN_PROGRESS'),
      event('A', 'DELETE_COMPLETE'),
      event('App', 'UPDATE_COMPLETE'),
    ),
  ).toEqual(['1/3', '2/3', '1/3', '1/3']);
});

test('counts stand below one another where the total has several digits', () => {
  expect(new OperationProgress({ changes: 11, isUpdate: false }).text).toBe(' 0/12');
  expect(new OperationProgress({ changes: 9, isUpdate: false }).text).toBe('0/10');
});

test('a resource that is kept is not counted', () => {
  expect(textsOf(new OperationProgress(), event('A', 'DELETE_SKIPPED'), event('B', 'DELETE_COMPLETE'))).toEqual([
    '  0',
    '  1',
  ]);
});

test('a deletion has no total', () => {
  expect(new OperationProgress().total).toBeUndefined();
});
