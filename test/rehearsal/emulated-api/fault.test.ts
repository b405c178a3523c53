import { FaultPlan } from '../../../rehearsal/emulated-api/fault';

test('meets the n-th call of an operation, as many times as it says', () => {
  const plan = new FaultPlan([{ operation: 'Create', call: 2, times: 2, effect: 'throttle' }]);
  const effects = Array.from({ length: 5 }, () => plan.forCall('Create'));
  expect(effects).toEqual([undefined, 'throttle', 'throttle', undefined, undefined]);
  expect(plan.forCall('Describe')).toBeUndefined();
});

test('counts invocations of one kind, or all', () => {
  const plan = new FaultPlan([
    { invocation: 2, of: 'tick', effect: 'crash' },
    { invocation: 1, effect: 'throttle' },
  ]);
  const kinds = ['request', 'tick', 'request', 'tick'] as const;
  expect(kinds.map((kind) => plan.forInvocation(kind))).toEqual(['throttle', undefined, undefined, 'crash']);
});

test('meets requests and answers', () => {
  const plan = new FaultPlan([
    { request: 2, effect: 'retry' },
    { answer: 1, effect: 'service-unavailable' },
  ]);
  expect([plan.forRequest(), plan.forRequest()]).toEqual([undefined, { request: 2, effect: 'retry' }]);
  expect([plan.forAnswer(), plan.forAnswer()]).toEqual(['service-unavailable', undefined]);
});

test('fails on what is no whole number from 1', () => {
  expect(() => new FaultPlan([{ invocation: 1.5, effect: 'crash' }])).toThrow('faults: invocation: 1.5 must be');
});
