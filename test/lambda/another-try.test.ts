import { FakeExecutions } from './fake-executions';
import { Clock, FakeJobKind, ServiceError } from './fake-job-kind';
import { createEvent } from './job-events';
import { anotherTry } from '../../lambda/another-try';
import { Operation } from '../../lambda/operation';
import { firstTick } from '../../lambda/tick';

const clock = new Clock();

function operationAfter(setbacks?: number): Operation {
  return new Operation(
    { ...firstTick(createEvent(), clock.now), progress: { setbacks } },
    { kind: new FakeJobKind(clock), executions: new FakeExecutions(), clock: () => clock.now, random: () => 0.5 },
  );
}

test.each([
  ['refused', undefined, 5, 1],
  ['unknown', 1, 5, 2],
  ['denied', undefined, 10, 1],
  ['denied', 16, 10, 17],
] as const)('what is %s after %p tries is tried again', (meaning, before, waitSeconds, setbacks) => {
  expect(anotherTry(operationAfter(before), new ServiceError(meaning, 'not now'))).toEqual({
    waitSeconds,
    progress: { setbacks, setback: 'ServiceError: not now' },
  });
});

test.each([
  ['refused', 2],
  ['denied', 17],
] as const)('what is %s after %i tries is given up', (meaning, before) => {
  expect(anotherTry(operationAfter(before), new ServiceError(meaning, 'not now'))).toBeUndefined();
});
