import { failure, machine, played, result, START, task } from './played-machine';
import { readDefinition } from '../../state-machine/read-definition';
import { MOST_HISTORY_EVENTS, StateMachineRun, type TaskOutcome } from '../../state-machine/state-machine-run';

const succeed = { Type: 'Succeed' };

test('waits for as long as the input says', async () => {
  const states = { Wait: { Type: 'Wait', SecondsPath: '$.seconds', Next: 'End' }, End: succeed };
  const { endedAt, status, output } = await played(machine(states), { seconds: 86_400 }, () => result(null));
  expect([endedAt, status, output]).toEqual([86_400, 'SUCCEEDED', { seconds: 86_400 }]);
});

test('retries with backoff up to MaxDelaySeconds', async () => {
  const retry = { ErrorEquals: ['Broken'], IntervalSeconds: 10, BackoffRate: 2, MaxAttempts: 4, MaxDelaySeconds: 30 };
  const { calls, output } = await played(machine({ Step: task({ Retry: [retry], End: true }) }), {}, (call) =>
    call < 5 ? failure('Broken') : result('done'),
  );
  expect(calls.map(({ at }) => at)).toEqual([0, 10, 30, 60, 90]);
  expect(output).toBe('done');
});

test('retries three times, after 1, 2 and 4 seconds, where nothing else is said', async () => {
  const states = { Step: task({ Retry: [{ ErrorEquals: ['States.ALL'] }], End: true }) };
  const { calls, status, error } = await played(machine(states), {}, () => failure('Broken'));
  expect(calls.map(({ at }) => at)).toEqual([0, 1, 3, 7]);
  expect([status, error]).toEqual(['FAILED', { Error: 'Broken', Cause: 'it is so' }]);
});

test('each retrier counts its own attempts, and the state that is entered anew begins anew', async () => {
  const retry = (name: string) => ({ ErrorEquals: [name], IntervalSeconds: 1, MaxAttempts: 1 });
  const states = {
    Step: task({
      Retry: [retry('A'), retry('B')],
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.fault', Next: 'Step' }],
      End: true,
    }),
  };
  const errors = ['A', 'B', 'A', 'A', 'B', 'B'];
  const { calls, output } = await played(machine(states), {}, (call) =>
    call <= errors.length ? failure(errors[call - 1]) : result('done'),
  );
  // the third and the sixth failure are caught
  expect(calls.map(({ at }) => at)).toEqual([0, 1, 2, 2, 3, 4, 4]);
  expect(output).toBe('done');
});

test('full jitter is a share of the delay', async () => {
  const retry = { ErrorEquals: ['States.ALL'], IntervalSeconds: 100, MaxAttempts: 1, JitterStrategy: 'FULL' };
  const { calls } = await played(machine({ Step: task({ Retry: [retry], End: true }) }), {}, () => failure('Broken'));
  expect(calls.map(({ at }) => at)).toEqual([0, 25]);
});

test('catches an error, and adds it where ResultPath says', async () => {
  const states = {
    Step: task({ Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.failure', Next: 'After' }], End: true }),
    After: { Type: 'Pass', End: true },
  };
  const { output } = await played(machine(states), { kept: true }, () => failure('Broken'));
  expect(output).toEqual({ kept: true, failure: { Error: 'Broken', Cause: 'it is so' } });
});

test.each([
  ['States.ALL', 'States.Timeout', true],
  ['States.ALL', 'States.Runtime', false],
  ['States.ALL', 'States.DataLimitExceeded', false],
  ['States.TaskFailed', 'Broken', true],
  ['States.TaskFailed', 'States.Timeout', false],
  ['Broken', 'Other', false],
])('%s is meant for the error %s: %j', async (name, error, isCaught) => {
  const states = { Step: task({ Catch: [{ ErrorEquals: [name], Next: 'After' }], End: true }), After: succeed };
  const { status } = await played(machine(states), {}, () => failure(error));
  expect(status).toBe(isCaught ? 'SUCCEEDED' : 'FAILED');
});

test.each<[object, unknown]>([
  [{}, { status: 'IN_PROGRESS', more: 1 }],
  [{ ResultPath: '$.seen' }, { given: 1, seen: { status: 'IN_PROGRESS', more: 1 } }],
  [{ ResultPath: null }, { given: 1 }],
  [
    { ResultPath: '$.seen', ResultSelector: { 'is.$': '$.status', fixed: true } },
    { given: 1, seen: { is: 'IN_PROGRESS', fixed: true } },
  ],
])('a task with %j leaves %j', async (more, output) => {
  const course = await played(machine({ Step: task({ ...more, End: true }) }), { given: 1 }, () =>
    result({ status: 'IN_PROGRESS', more: 1 }),
  );
  expect(course.output).toEqual(output);
});

test('a task times out after its TimeoutSeconds, and what it says later does not count', async () => {
  const slow = { seconds: 7200, outcome: { result: 'done' } };
  const limited = await played(machine({ Step: task({ TimeoutSeconds: 100, End: true }) }), {}, () => slow);
  expect(limited).toMatchObject({ status: 'FAILED', endedAt: 100, error: { Error: 'States.Timeout' } });
  const unlimited = await played(machine({ Step: task({ End: true }) }), {}, () => slow);
  expect(unlimited).toMatchObject({ status: 'SUCCEEDED', endedAt: 7200, output: 'done' });
});

test('the context object tells of the state, the execution and the state machine', async () => {
  const states = {
    Wait: { Type: 'Wait', Seconds: 90, Next: 'Step' },
    Step: task({
      Parameters: {
        'entered.$': '$$.State.EnteredTime',
        'state.$': '$$.State.Name',
        'started.$': '$$.Execution.StartTime',
        'name.$': '$$.Execution.Name',
        'machine.$': '$$.StateMachine.Name',
        fixed: 1,
      },
      End: true,
    }),
  };
  const { calls } = await played(machine(states), {}, () => result(null));
  expect(calls[0].input).toEqual({
    entered: '2026-01-01T00:01:30.000Z',
    state: 'Step',
    started: '2026-01-01T00:00:00.000Z',
    name: 'the-name',
    machine: 'machine',
    fixed: 1,
  });
});

test('a choice compares the time of its own entry with the input', async () => {
  const states = {
    Wait: { Type: 'Wait', Seconds: 10, Next: 'Late?' },
    'Late?': {
      Type: 'Choice',
      Choices: [{ Variable: '$$.State.EnteredTime', TimestampLessThanPath: '$.deadline', Next: 'Wait' }],
      Default: 'End',
    },
    End: succeed,
  };
  const { endedAt } = await played(machine(states), { deadline: '2026-01-01T00:01:00.000Z' }, () => result(null));
  expect(endedAt).toBe(60);
});

const choice = (...Choices: object[]) => ({ '?': { Type: 'Choice', Choices }, End: succeed });

test.each<[object, unknown, string]>([
  [{ Variable: '$.a', BooleanEquals: true }, { a: true }, 'SUCCEEDED'],
  [{ Variable: '$.a', BooleanEquals: true }, { a: 'true' }, 'FAILED'],
  [{ Variable: '$.a', StringEquals: 'x' }, { a: 'x' }, 'SUCCEEDED'],
  [{ Variable: '$.a', IsPresent: true }, { a: null }, 'SUCCEEDED'],
  [{ Variable: '$.a', IsPresent: true }, {}, 'FAILED'],
  [{ Variable: '$.a', IsPresent: false }, {}, 'SUCCEEDED'],
])('the choice %j of %j has %s', async (rule, input, status) => {
  const course = await played(machine(choice({ ...rule, Next: 'End' })), input, () => result(null));
  expect(course.status).toBe(status);
});

test.each<[object, object]>([
  [{ a: false }, { Error: 'States.NoChoiceMatched', Cause: "No choice of '?' holds" }],
  [
    {},
    {
      Error: 'States.Runtime',
      Cause: "Invalid path '$.a': The choice state's condition path references an invalid value.",
    },
  ],
])('a choice that cannot be made of %j fails the execution', async (input, error) => {
  const course = await played(machine(choice({ Variable: '$.a', BooleanEquals: true, Next: 'End' })), input, () =>
    result(null),
  );
  expect(course).toMatchObject({ status: 'FAILED', error });
});

test('counts calls and history events as AWS would', async () => {
  const states = {
    Step: task({ Next: 'Done?' }),
    'Done?': { Type: 'Choice', Choices: [{ Variable: '$.done', BooleanEquals: true, Next: 'End' }], Default: 'Wait' },
    Wait: { Type: 'Wait', Seconds: 5, Next: 'Step' },
    End: succeed,
  };
  const { run } = await played(machine(states), {}, (call) => result({ done: call === 2 }));
  expect(run.calls).toBe(2);
  // two tasks of 5, two choices of 2, a wait of 2, a success of 2, and the execution's own 2
  expect(run.historyEvents).toBe(10 + 4 + 2 + 2 + 2);
});

test('an execution fails when its history is full', async () => {
  const never = { Variable: '$.done', IsPresent: true, Next: 'End' };
  const states = {
    Step: task({ Next: 'Again' }),
    Again: { Type: 'Choice', Choices: [never], Default: 'Step' },
    End: succeed,
  };
  const { run, status, error } = await played(machine(states), {}, () => result({}));
  expect([status, error?.Error]).toEqual(['FAILED', 'States.Runtime']);
  expect(run.historyEvents).toBeGreaterThanOrEqual(MOST_HISTORY_EVENTS);
});

test('a run that is ended goes no further, whatever its task does', () => {
  let ended!: (outcome: TaskOutcome) => void;
  const ends: string[] = [];
  const run = new StateMachineRun({ name: 'r' }, readDefinition(machine({ Step: task({ Next: 'Step' }) })), {
    clock: { now: () => START, after: () => undefined, cancel: () => {} },
    random: () => 0,
    invoke: (_resource, _input, finished) => (ended = finished),
    onEnd: () => ends.push('ended'),
  });
  run.start({});
  run.abort();
  ended({ result: {} });
  run.abort();
  expect([run.status, run.calls, run.stoppedAt, ends]).toEqual(['ABORTED', 1, START, ['ended']]);
});
