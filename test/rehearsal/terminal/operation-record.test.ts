import type { RehearsalResult, StackResult } from '../../../rehearsal/rehearsal-result';
import { operationRecord } from '../../../rehearsal/terminal/operation-record';

const STACK: StackResult = {
  id: 'arn',
  path: 'App',
  status: 'CREATE_COMPLETE',
  outputs: {},
  resources: {},
  events: [],
  changed: true,
  staleReads: [],
};
const RESULT: RehearsalResult = {
  ok: true,
  stacks: { App: STACK },
  elapsedMs: 300_000,
  denials: [],
  missingJobs: [],
  jobs: [
    {
      job: 'Train',
      status: 'Completed',
      afterMs: 59_000,
      tookMs: 240_000,
      usage: { instances: [{ type: 'ml.m5.xlarge', count: 2, seconds: 220 }] },
    },
  ],
  unfilledInputs: [],
  unusedCourses: [],
};

test('says when jobs have run, what they have used, and what that may cost', () => {
  const { jobs, estimate, stacks } = operationRecord('deploy', RESULT, () => []);
  expect(jobs).toEqual([
    {
      job: 'Train',
      status: 'Completed',
      afterSeconds: 59,
      seconds: 240,
      instances: [{ type: 'ml.m5.xlarge', count: 2, seconds: 220 }],
      dollars: 0.0281,
      basis: '2 × ml.m5.xlarge for 0.06 h',
    },
  ]);
  expect(estimate).toMatchObject({ dollars: 0.0281, region: 'us-east-1', asOf: '2025-04' });
  expect(stacks).toEqual({ App: { status: 'CREATE_COMPLETE', changed: true, outputs: {}, metrics: [] } });
});

test('says why a stack is not as its template says, and why one is not deleted', () => {
  const event = {
    at: 0,
    stackName: 'App',
    stackPath: 'App',
    logicalId: 'A',
    physicalId: '',
    resourceType: 'T',
    path: 'App/A',
  };
  const reasonAfter = (operation: 'deploy' | 'destroy', stack: Partial<StackResult>) =>
    operationRecord(operation, { ...RESULT, stacks: { App: { ...STACK, ...stack } } }, () => []).stacks;
  const created = [{ ...event, status: 'CREATE_FAILED', reason: 'no' }];
  expect(reasonAfter('deploy', { status: 'ROLLBACK_COMPLETE', events: created })).toMatchObject({
    App: { reason: 'no' },
  });
  const deleted = [{ ...event, status: 'DELETE_FAILED', reason: 'in use' }];
  expect(reasonAfter('destroy', { status: 'DELETE_FAILED', events: deleted })).toMatchObject({
    App: { reason: 'in use' },
  });
  expect(reasonAfter('destroy', { status: 'DELETE_COMPLETE', events: [] })).not.toHaveProperty('App.reason');
});
