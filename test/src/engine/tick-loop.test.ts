import { TICK_SECONDS, tickLoop } from '../../../src/engine/tick-loop';

interface State {
  Type: string;
  Next?: string;
  Default?: string;
  Resource?: string;
  Retry?: { ErrorEquals: string[]; JitterStrategy: string }[];
  Catch?: { ErrorEquals: string[]; Next: string; ResultPath?: string }[];
  Choices?: { Variable: string; Next: string }[];
  [member: string]: unknown;
}
const { StartAt, States } = tickLoop('arn:function', 'aws-cn') as { StartAt: string; States: Record<string, State> };

test('steps, and waits as long as the function says, until it is done', () => {
  expect(StartAt).toBe('Step');
  expect(States.Step).toMatchObject({ Type: 'Task', Resource: 'arn:function', Next: 'Done?' });
  expect(States['Done?']).toEqual({
    Type: 'Choice',
    Choices: [
      { Variable: '$.done', BooleanEquals: true, Next: 'Done' },
      { Variable: '$.signal', IsPresent: true, Next: 'Signal' },
    ],
    Default: 'Wait',
  });
  expect(States.Wait).toEqual({ Type: 'Wait', SecondsPath: '$.waitSeconds', Next: 'Step' });
  expect(States.Done).toEqual({ Type: 'Succeed' });
});

describe('a signal to a wait condition', () => {
  const ofCondition = { 'StackName.$': '$.signal.stack', 'LogicalResourceId.$': '$.signal.condition' };

  test('is always a success, and the condition is looked at afterwards, whatever came of it', () => {
    expect(States.Signal).toEqual({
      Type: 'Task',
      Resource: 'arn:aws-cn:states:::aws-sdk:cloudformation:signalResource',
      TimeoutSeconds: 30,
      Parameters: { ...ofCondition, 'UniqueId.$': '$.signal.uniqueId', Status: 'SUCCESS' },
      ResultSelector: { isTaken: true },
      ResultPath: '$.taken',
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.refusal', Next: 'Look at the condition' }],
      Next: 'Look at the condition',
    });
  });

  test('is judged by the function, by what the condition is then', () => {
    expect(States['Look at the condition']).toEqual({
      Type: 'Task',
      Resource: 'arn:aws-cn:states:::aws-sdk:cloudformation:describeStackResource',
      TimeoutSeconds: 30,
      Parameters: ofCondition,
      ResultSelector: {
        'status.$': '$.StackResourceDetail.ResourceStatus',
        'at.$': '$.StackResourceDetail.LastUpdatedTimestamp',
      },
      ResultPath: '$.seen',
      Catch: [{ ErrorEquals: ['States.ALL'], ResultPath: '$.unseen', Next: 'Step' }],
      Next: 'Step',
    });
  });
});

test('a function that cannot be run is retried with backoff and jitter, and then for as long as there is time', () => {
  expect(States.Step.Retry).toEqual([
    {
      ErrorEquals: ['States.ALL'],
      IntervalSeconds: 2,
      BackoffRate: 2,
      MaxDelaySeconds: 60,
      JitterStrategy: 'FULL',
      MaxAttempts: 6,
    },
  ]);
  expect(States.Step.Catch).toEqual([{ ErrorEquals: ['States.ALL'], ResultPath: '$.fault', Next: 'Time left?' }]);
  expect(States['Time left?']).toEqual({
    Type: 'Choice',
    Choices: [{ Variable: '$$.State.EnteredTime', TimestampLessThanPath: '$.giveUpAt', Next: 'Pause' }],
    Default: 'Give up',
  });
  expect(States.Pause).toEqual({ Type: 'Wait', Seconds: 30, Next: 'Step' });
});

test('a function that is given up on is asked once more, to answer', () => {
  expect(States['Give up']).toMatchObject({ Resource: 'arn:function', Parameters: { 'givenUp.$': '$' }, Next: 'Done' });
  expect(States['Give up'].Retry).toEqual([{ ...States.Step.Retry![0], MaxAttempts: 3 }]);
  expect(States['Give up'].Catch).toEqual([{ ErrorEquals: ['States.ALL'], Next: 'Unanswered' }]);
  expect(States.Unanswered.Type).toBe('Fail');
});

test.each(['Step', 'Give up'])(
  '%s waits for longer than the function may take: its own error is the one that is seen',
  (name) => {
    expect(States[name].TimeoutSeconds).toBeGreaterThan(TICK_SECONDS);
  },
);

test('every state leads to states that exist, and every one of them is reached', () => {
  const next = (state: State) =>
    [
      state.Next,
      state.Default,
      ...(state.Choices ?? []).map((c) => c.Next),
      ...(state.Catch ?? []).map((c) => c.Next),
    ].filter((name): name is string => name !== undefined);
  const reached = new Set<string>();
  const visit = (name: string) => {
    if (reached.has(name)) return;
    reached.add(name);
    next(States[name]).forEach(visit);
  };
  visit(StartAt);
  expect([...reached].sort()).toEqual(Object.keys(States).sort());
});
