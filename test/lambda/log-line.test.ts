import { createEvent, deleteEvent, longWait, STACK_ID } from './job-events';
import { allConditions } from '../../lambda/conditions-left';
import type { Job } from '../../lambda/job-kind';
import { answerLine, lookLine, receiptLine, refusalLine, startFailureLine } from '../../lambda/log-line';
import { type ConditionsLeft, firstTick, type Tick } from '../../lambda/tick';
import type { Sight } from '../../lambda/witness';

const NAME = 'Shop--Compile--0123456789ab';
const job: Job = {
  name: NAME,
  arn: `arn:job/${NAME}`,
  phase: 'running',
  status: 'INPROGRESS',
  since: new Date(0),
  attributes: {},
};
const tickWith = (members: Partial<Tick> = {}): Tick => ({ ...firstTick(createEvent(), new Date(0)), ...members });
const sightWith = (members: Partial<Sight> = {}): Sight => ({ noun: 'compilation job', ...members });
const told = ({ level, message }: { level: string; message: string }) => `${level} ${message}`;

test('a request that has come', () => {
  expect(receiptLine(deleteEvent('arn:x'))).toEqual({
    level: 'INFO',
    message: 'Compile: Delete received',
    received: 'Delete',
    RequestId: '6f1c2a',
    LogicalResourceId: 'Compile',
  });
});

test('a state machine that cannot be started', () => {
  expect(startFailureLine(createEvent(), 'AccessDenied: not\nauthorized', 4000)).toEqual({
    level: 'WARN',
    message: 'Compile: the state machine could not be started (AccessDenied: not authorized); next try in 4 s',
    failed: 'StartExecution',
    error: 'AccessDenied: not\nauthorized',
    RequestId: '6f1c2a',
    LogicalResourceId: 'Compile',
  });
});

test.each([
  [{ Status: 'FAILED', Reason: 'too long' } as const, 'ERROR Compile: Create failed: too long'],
  [{ Status: 'SUCCESS' } as const, 'INFO Compile: Create succeeded'],
])('a request that the function answers itself (%#)', (outcome, line) => {
  expect(told(refusalLine(createEvent(), outcome))).toBe(line);
});

describe('a look', () => {
  test.each<[string, Partial<Tick>, Partial<Sight>, string]>([
    [
      'at a job that runs',
      { waitSeconds: 10 },
      { job },
      `INFO Compile: compilation job ${NAME} is INPROGRESS; next look in 10 s`,
    ],
    [
      'at a job that is not there',
      { progress: { name: NAME } },
      {},
      `INFO Compile: compilation job ${NAME} is not there; next look at once`,
    ],
    ['that has seen no job', { waitSeconds: 5 }, {}, 'INFO Compile: the Create goes on; next look in 5 s'],
    [
      'that has asked for a job',
      { waitSeconds: 5, progress: { name: NAME } },
      { deed: 'create' },
      `INFO Compile: compilation job ${NAME} has been asked for; next look in 5 s`,
    ],
    [
      'that has stopped a job',
      { waitSeconds: 5 },
      { job, deed: 'stop' },
      `WARN Compile: compilation job ${NAME} is INPROGRESS, and was asked to stop; next look in 5 s`,
    ],
    [
      'at a job that is to be stopped',
      { progress: { stopped: true } },
      { job },
      `WARN Compile: compilation job ${NAME} is INPROGRESS; next look at once`,
    ],
    [
      'at a job that has failed, and is tried again',
      { waitSeconds: 10 },
      { job: { ...job, phase: 'failed', status: 'FAILED', reason: 'cannot assume the role' } },
      `WARN Compile: compilation job ${NAME} is FAILED (cannot assume the role); next look in 10 s`,
    ],
    [
      'without a place',
      { waitSeconds: 120, progress: { name: NAME, setback: 'ResourceLimitExceeded: full' } },
      { meaning: 'quota' },
      `WARN Compile: compilation job ${NAME} waits for a place in the account's quota (ResourceLimitExceeded: full); next try in 120 s`,
    ],
    [
      'with a role that is new',
      { waitSeconds: 10, progress: { name: NAME, setback: 'ValidationException: no role' } },
      { meaning: 'role-not-ready' },
      `WARN Compile: compilation job ${NAME} waits for its role to propagate (ValidationException: no role); next try in 10 s`,
    ],
    [
      'that was denied',
      { waitSeconds: 10, progress: { setback: 'AccessDenied: no' } },
      { meaning: 'denied' },
      'WARN Compile: a call was denied, as may be until the policies have propagated (AccessDenied: no); next try in 10 s',
    ],
    [
      'at a name that is taken',
      { waitSeconds: 2, progress: { name: NAME, setback: 'ResourceInUse: x' } },
      { meaning: 'name-taken' },
      `WARN Compile: the name of compilation job ${NAME} is taken; it may be this job's own (ResourceInUse: x); next try in 2 s`,
    ],
    [
      'at a service that is busy',
      { waitSeconds: 3, progress: { setback: 'ThrottlingException: Rate exceeded' } },
      { meaning: 'busy' },
      'WARN Compile: a call has failed for a reason that passes (ThrottlingException: Rate exceeded); next try in 3 s',
    ],
    [
      'that comes to a success',
      { answer: { Status: 'SUCCESS', PhysicalResourceId: 'x' } },
      { job: { ...job, phase: 'completed', status: 'COMPLETED' } },
      `INFO Compile: compilation job ${NAME} is COMPLETED; next: the answer to CloudFormation`,
    ],
    [
      'that comes to a failure without a job',
      { answer: { Status: 'FAILED', Reason: 'no such member', PhysicalResourceId: 'x' } },
      {},
      'WARN Compile: the Create fails; next: the answer to CloudFormation',
    ],
    [
      'that comes to a success without a job',
      { answer: { Status: 'SUCCESS', PhysicalResourceId: 'x' } },
      {},
      'INFO Compile: the Create is done; next: the answer to CloudFormation',
    ],
    [
      'that a newer request has overtaken',
      { done: true },
      {},
      'INFO Compile: a newer request has come for this resource; this one ends without an answer',
    ],
  ])('%s', (_, tick, sight, line) => {
    expect(told(lookLine(tickWith(tick), sightWith(sight)))).toBe(line);
  });

  test('quotes no more than the beginning of a long text', () => {
    const { message } = lookLine(tickWith({ progress: { setback: 'x'.repeat(1000) } }), sightWith());
    expect(message).toContain(`(${'x'.repeat(300)}…)`);
  });

  test('has beside its message what can be queried', () => {
    const tick = tickWith({ waitSeconds: 10, progress: { name: NAME } });
    expect(lookLine(tick, sightWith())).toMatchObject({
      step: 'Create',
      waitSeconds: 10,
      progress: { name: NAME },
      RequestId: '6f1c2a',
      LogicalResourceId: 'Compile',
    });
  });
});

describe('a look after the answer', () => {
  const completed: Partial<Sight> = { job: { ...job, phase: 'completed', status: 'COMPLETED' } };
  const signal = { stack: STACK_ID, condition: 'Condition1', uniqueId: 'Completed-0123456789abcdef' };
  const conditions = (members: Partial<ConditionsLeft> = {}) => ({
    ...allConditions(createEvent(longWait(30)), new Date(0)),
    ...members,
  });

  test.each<[string, Partial<Tick>, Partial<Sight>, string]>([
    [
      'at a job that runs',
      { waitSeconds: 300, conditions: conditions() },
      { job },
      `INFO Compile: compilation job ${NAME} is INPROGRESS; next look in 300 s`,
    ],
    [
      'that was denied',
      { waitSeconds: 60, conditions: conditions(), progress: { setback: 'AccessDenied: no' } },
      { meaning: 'denied' },
      'WARN Compile: a call was denied, as may be until the policies have propagated (AccessDenied: no); next try in 60 s',
    ],
    [
      'before a signal',
      { conditions: conditions(), signal },
      completed,
      `INFO Compile: compilation job ${NAME} is COMPLETED; next: signal to Condition1`,
    ],
    [
      'before a signal to a condition that has taken none for long: it can be let go by hand',
      { conditions: conditions({ vainRounds: 5 }), signal },
      completed,
      `WARN Compile: compilation job ${NAME} is COMPLETED; next: another signal to Condition1, which took none until now; by hand: ` +
        `aws cloudformation signal-resource --stack-name ${STACK_ID} --logical-resource-id Condition1 --unique-id Completed-0123456789abcdef-by-hand --status SUCCESS`,
    ],
    [
      'before a signal to a condition for which signals are refused',
      {
        conditions: conditions({
          vainRounds: 5,
          refusal: 'is not authorized to perform: cloudformation:SignalResource',
        }),
        signal,
      },
      completed,
      `WARN Compile: compilation job ${NAME} is COMPLETED; next: another signal to Condition1, which took none until now ` +
        '(is not authorized to perform: cloudformation:SignalResource); by hand: ' +
        `aws cloudformation signal-resource --stack-name ${STACK_ID} --logical-resource-id Condition1 --unique-id Completed-0123456789abcdef-by-hand --status SUCCESS`,
    ],
    [
      'between rounds',
      { waitSeconds: 5, conditions: conditions() },
      completed,
      `INFO Compile: compilation job ${NAME} is COMPLETED; next look in 5 s`,
    ],
    [
      'behind the last condition',
      { done: true, conditions: conditions({ ids: [] }) },
      completed,
      `INFO Compile: compilation job ${NAME} is COMPLETED; no wait condition is left, and its execution ends`,
    ],
    [
      'that ends though conditions are left',
      { done: true, conditions: conditions({ ids: ['Condition2', 'Condition3'] }), progress: { name: NAME } },
      {},
      `WARN Compile: compilation job ${NAME} is not there; its execution ends, and leaves wait conditions: Condition2, Condition3`,
    ],
  ])('%s', (_, tick, sight, line) => {
    expect(told(lookLine(tickWith(tick), sightWith(sight)))).toBe(line);
  });

  test('has the signal and what is left beside its message', () => {
    const tick = tickWith({ conditions: conditions(), signal });
    expect(lookLine(tick, sightWith())).toMatchObject({ conditions: conditions(), signal });
  });
});

describe('an answer', () => {
  const failure = { Status: 'FAILED', Reason: 'a\n  b', PhysicalResourceId: 'x' } as const;

  test.each<[Partial<Tick>, 'sent' | 'refused' | undefined, string]>([
    [{ answer: failure }, 'sent', 'ERROR Compile: Create failed: a b'],
    [{ answer: { ...failure, Reason: 'x'.repeat(4000) } }, 'sent', `ERROR Compile: Create failed: ${'x'.repeat(300)}…`],
    [{ answer: { Status: 'SUCCESS', PhysicalResourceId: 'x' } }, 'sent', 'INFO Compile: Create succeeded'],
    [
      { answer: failure },
      'refused',
      'WARN Compile: CloudFormation takes no answer any more, for its URL has expired: Create failed: a b',
    ],
    [{}, undefined, 'WARN Compile: the Create ends without an answer'],
  ])('%#', (tick, delivery, line) => {
    expect(told(answerLine(tickWith(tick), delivery))).toBe(line);
  });
});
