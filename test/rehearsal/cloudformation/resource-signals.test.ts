import type { JsonObject } from '../../../rehearsal/json-value';
import { Rehearsal, type RehearsalOptions, type RehearsalResult } from '../../../rehearsal/rehearsal';
import { Supposition } from '../../../unconfirmed/supposition';
import { writeApp } from '../fixture-assembly';
import { condition, type FixtureSignal, signalledResources } from '../fixture-signals';

let rehearsal: Rehearsal;
beforeEach(() => (rehearsal = new Rehearsal()));
afterEach(async () => rehearsal.close());

const HOUR = 3600;

const app = (signals: readonly FixtureSignal[], conditions: JsonObject): string =>
  writeApp(signalledResources(signals, conditions));

/** What the state machine has found out with each signal. */
const outputs = () => rehearsal.executions.map(({ output }) => output as JsonObject);
const eventsOf = ({ stacks }: RehearsalResult, id: string): string[] =>
  stacks.App.events
    .filter(({ logicalId }) => logicalId === id)
    .map(({ status, reason }) => (reason === undefined ? status : `${status}: ${reason}`));

test('a condition is complete as soon as it has its signals', async () => {
  const signals = [
    { after: HOUR, condition: 'Waiting', uniqueId: 'Running-1' },
    { after: 2 * HOUR, condition: 'Waiting', uniqueId: 'Completed-2' },
  ];
  const result = await rehearsal.deploy(app(signals, { Waiting: condition({ Count: 2, Timeout: 'PT12H' }) }));
  expect(eventsOf(result, 'Waiting')).toEqual([
    'CREATE_IN_PROGRESS',
    'CREATE_IN_PROGRESS: Received SUCCESS signal with UniqueId Running-1',
    'CREATE_IN_PROGRESS: Received SUCCESS signal with UniqueId Completed-2',
    'CREATE_COMPLETE',
  ]);
  expect(outputs()).toMatchObject([{ taken: { isTaken: true } }, { taken: { isTaken: true } }]);
  expect(result.elapsedMs / 1000).toBeGreaterThan(2 * HOUR);
  expect(result.elapsedMs / 1000).toBeLessThan(2 * HOUR + 60);
});

test('a signal with an id that was there before is refused', async () => {
  const twice = [60, 120].map((after) => ({ after, condition: 'Waiting' }));
  const result = await rehearsal.deploy(app(twice, { Waiting: condition({ Count: 2 }) }));
  expect(eventsOf(result, 'Waiting').at(-2)).toBe(
    'CREATE_FAILED: Failed to receive 1 resource signal(s) within the specified duration',
  );
  expect(outputs()[1].refusal).toMatchObject({ Cause: expect.stringContaining('UniqueId id already') });
});

test('one condition after the other takes its signal; what is too early or too late is refused', async () => {
  const signals = [
    { after: 60, condition: 'Second' },
    { after: 120, condition: 'First' },
    { after: 180, condition: 'First', uniqueId: 'late' },
    { after: 240, condition: 'Second' },
  ];
  const conditions = { First: condition(), Second: condition({}, { DependsOn: 'First' }) };
  const { ok } = await rehearsal.deploy(app(signals, conditions));
  expect(ok).toBe(true);
  const { id } = (await rehearsal.deploy(app([], conditions))).stacks.App;
  expect(outputs().map(({ refusal = null }) => (refusal as { Cause?: string } | null)?.Cause ?? '')).toEqual([
    expect.stringContaining('Resource Second does not exist for stack App (Service: CloudFormation, Status Code: 400'),
    '',
    expect.stringContaining('Resource First is in CREATE_COMPLETE state and cannot be signaled'),
    '',
  ]);
  expect(outputs().map(({ seen }) => seen ?? null)).toEqual([
    null,
    { status: 'CREATE_IN_PROGRESS' },
    { status: 'CREATE_COMPLETE' },
    { status: 'CREATE_IN_PROGRESS' },
  ]);
  expect(rehearsal.cloudformation.calls[0]).toMatchObject({
    input: { StackName: id },
    error: { code: 'ValidationError' },
  });
});

test('once nothing is under way, a stack takes no signal', async () => {
  const { stacks } = await rehearsal.deploy(app([{ after: HOUR, condition: 'Job' }], {}));
  await rehearsal.settle();
  expect(outputs()[0].refusal).toEqual({
    Error: 'CloudFormation.CloudFormationException',
    Cause: expect.stringContaining(`Stack ${stacks.App.id} is in CREATE_COMPLETE state and cannot be signaled`),
  });
});

test('a signal of failure fails the condition', async () => {
  const failure = [{ after: 60, condition: 'Waiting', status: 'FAILURE' }];
  const result = await rehearsal.deploy(app(failure, { Waiting: condition() }));
  expect(result.stacks.App.status).toBe('ROLLBACK_COMPLETE');
  expect(eventsOf(result, 'Waiting').slice(1, 3)).toEqual([
    'CREATE_IN_PROGRESS: Received FAILURE signal with UniqueId id',
    'CREATE_FAILED: Received 1 FAILURE signal(s) out of 1.  Unable to satisfy 100% MinSuccessfulInstancesPercent requirement',
  ]);
});

test.each([
  [{}, 300],
  [{ Timeout: 'PT1H30M' }, 5400],
])('fails without signals in time: %j', async (policy, seconds) => {
  const result = await rehearsal.deploy(app([], { Waiting: condition(policy) }));
  const [begun, failed] = result.stacks.App.events.filter(({ logicalId }) => logicalId === 'Waiting');
  expect(failed.reason).toBe('Failed to receive 1 resource signal(s) within the specified duration');
  expect((failed.at - begun.at) / 1000).toBe(seconds);
});

test('a stack that waits can be deleted at once', async () => {
  const assembly = app([], { Waiting: condition() });
  let destroyed: Promise<RehearsalResult> | undefined;
  rehearsal.at(5 * HOUR, () => (destroyed = rehearsal.destroy(assembly)));
  await rehearsal.deploy(assembly);
  const result = (await destroyed)!;
  expect(result.ok).toBe(true);
  expect(eventsOf(result, 'Waiting')[0]).toBe('CREATE_FAILED: Resource creation cancelled');
  expect(rehearsal.elapsedMs / 1000).toBeLessThan(5 * HOUR + 60);
});

describe('the role of the state machine', () => {
  const signals = [{ after: 60, condition: 'Waiting' }];

  test('is denied what no policy allows, which the condition then waits for in vain', async () => {
    const resources = signalledResources(signals, { Waiting: condition() }, ['cloudformation:DescribeStackResource']);
    const { denials } = await rehearsal.deploy(writeApp(resources));
    expect(outputs()[0]).toMatchObject({
      refusal: {
        Error: 'CloudFormation.CloudFormationException',
        Cause: expect.stringMatching(/is not authorized to perform: cloudformation:SignalResource on resource: arn:/),
      },
      seen: { status: 'CREATE_IN_PROGRESS' },
    });
    expect(denials).toHaveLength(1);
  });

  test('has used its statements', async () => {
    await rehearsal.deploy(app(signals, { Waiting: condition() }));
    expect(rehearsal.iam.unusedStatements.map(({ statement }) => statement.Action)).toEqual([]);
    const [used] = rehearsal.iam.statements.filter(({ statement }) => Array.isArray(statement.Action));
    expect(used).toMatchObject({ isUsed: true, isNeeded: true, unusedActions: [] });
  });
});

describe('what nobody has seen', () => {
  /** A new rehearsal, in which something is so that is not usual. */
  const supposing = (text: string, options: RehearsalOptions = {}) =>
    (rehearsal = new Rehearsal({ supposition: Supposition.read([text]), ...options }));
  const early = { First: condition(), Second: condition({}, { DependsOn: 'First' }) };

  test('a signal with an id that was there before may count', async () => {
    supposing('signal-id-reused=accepted');
    const twice = [60, 120].map((after) => ({ after, condition: 'Waiting' }));
    expect((await rehearsal.deploy(app(twice, { Waiting: condition({ Count: 2 }) }))).ok).toBe(true);
  });

  test.each([
    ['kept', true],
    ['ignored', false],
  ])('a signal that comes too early may be %s', async (alternative, succeeds) => {
    supposing(`early-signal=${alternative}`);
    const signals = [
      { after: 60, condition: 'Second' },
      { after: 120, condition: 'First' },
    ];
    const { ok } = await rehearsal.deploy(app(signals, early));
    expect(ok).toBe(succeeds);
    expect(outputs()[0]).toMatchObject({ taken: { isTaken: true }, unseen: {} });
  });

  test('a refusal may have another name', async () => {
    supposing('signal-error-name=validation-error');
    await rehearsal.deploy(app([{ after: 1, condition: 'Nothing' }], {}));
    await rehearsal.settle();
    expect(outputs()[0].refusal).toMatchObject({ Error: 'CloudFormation.ValidationError' });
  });

  test.each<[string, () => Rehearsal]>([
    ['always', () => supposing('signal-answer=lost')],
    [
      'once',
      () =>
        (rehearsal = new Rehearsal({
          faults: [{ operation: 'SignalResource', effect: 'lost-response' }],
        })),
    ],
  ])('that a signal was taken may remain untold: %s', async (_, begin) => {
    begin();
    const { ok } = await rehearsal.deploy(app([{ after: 60, condition: 'Waiting' }], { Waiting: condition() }));
    await rehearsal.settle();
    expect(ok).toBe(true);
    expect(outputs()[0]).toMatchObject({ refusal: { Error: 'States.Timeout' }, seen: { status: 'CREATE_COMPLETE' } });
  });

  test('a resource that stays may be refused another wait condition to come after', async () => {
    supposing('depends-on-moved=refused');
    const topic = (DependsOn: string) => ({ Type: 'AWS::SNS::Topic', DependsOn });
    const signals = [{ after: 60, condition: 'First' }];
    await rehearsal.deploy(app(signals, { First: condition(), Topic: topic('First') }));
    const result = await rehearsal.deploy(app(signals, { Other: condition(), Topic: topic('Other') }));
    expect(result.ok).toBe(false);
    expect(result.stacks.App.events[1].reason).toContain('Circular dependency between resources: [Topic]');
  });
});
