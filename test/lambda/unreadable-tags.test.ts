import { FakeExecutions } from './fake-executions';
import { Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { createEvent } from './job-events';
import type { Job } from '../../lambda/job-kind';
import { Operation } from '../../lambda/operation';
import { firstTick, type Progress } from '../../lambda/tick';
import { leftIfEnded, mayYetWork, otherIfEnded, ownByArn } from '../../lambda/unreadable-tags';

const clock = new Clock();

function operationAfter(progress: Progress): Operation {
  return new Operation(
    { ...firstTick(createEvent(), clock.now), progress },
    { kind: new FakeJobKind(clock), executions: new FakeExecutions(), clock: () => clock.now, random: () => 0.5 },
  );
}

const fresh = operationAfter({});
const tired = operationAfter({ setbacks: 5 });
const jobThat = (phase: Job['phase']): Job => ({
  name: 'shop-model',
  arn: 'arn:job/shop-model',
  phase,
  status: phase,
  since: clock.now,
  attributes: {},
});

test.each([
  ['busy', fresh, true],
  ['busy', operationAfter({ setbacks: 4 }), true],
  ['busy', tired, false],
  ['denied', fresh, true],
  ['refused', fresh, false],
] as const)('a call about tags that was %s may yet work (%#)', (meaning, operation, may) => {
  expect(mayYetWork(operation, new ServiceError(meaning, 'not now'))).toBe(may);
});

test.each([
  ['refused', fresh, true],
  ['denied', fresh, true],
  ['not-found', fresh, true],
  ['busy', fresh, undefined],
  ['busy', tired, true],
] as const)(
  'where the resource holds its ARN, a job is its own though its tags are %s (%#)',
  (meaning, operation, own) => {
    expect(ownByArn(operation)(meaning, jobThat('running'))).toBe(own);
    expect(ownByArn(operation)(meaning, jobThat('completed'))).toBe(own);
  },
);

test.each([
  ['completed', 'refused', fresh, false],
  ['failed', 'denied', fresh, false],
  ['stopped', 'busy', fresh, undefined],
  ['stopped', 'busy', tired, false],
  ['running', 'refused', fresh, undefined],
  ['running', 'busy', tired, undefined],
  ['stopping', 'refused', tired, undefined],
] as const)(
  'a job that is %s whose tags are %s is left as it is only where it has ended (%#)',
  (phase, meaning, operation, own) => {
    expect(otherIfEnded(operation)(meaning, jobThat(phase))).toBe(own);
    expect(leftIfEnded(operation)(meaning, jobThat(phase))).toBe(own);
  },
);

test('one that has completed is not left where what it has made is to go with it', () => {
  const kind = Object.assign(new FakeJobKind(clock), { deleteResult: () => Promise.resolve(true) });
  const operation = new Operation(
    { ...firstTick(createEvent(), clock.now), progress: {} },
    { kind, executions: new FakeExecutions(), clock: () => clock.now, random: () => 0.5 },
  );
  expect(leftIfEnded(operation)('refused', jobThat('completed'))).toBeUndefined();
  expect(otherIfEnded(operation)('refused', jobThat('completed'))).toBe(false);
  expect(leftIfEnded(operation)('refused', jobThat('failed'))).toBe(false);
});
