import type { SimulatedExecution } from '../../../simulation/aws/execution';
import type { Fault } from '../../../simulation/fault';
import { FixedFaults } from '../../../simulation/fault-plan';
import { World } from '../../../simulation/world';
import type { TaskOutcome } from '../../../state-machine/state-machine-run';
import { Supposition } from '../../../unconfirmed/supposition';

const PLACE = { stack: 'arn:stack', condition: 'Condition1' };
const PARAMETERS = { StackName: PLACE.stack, LogicalResourceId: PLACE.condition };
const resource = (action: string) => `arn:aws:states:::aws-sdk:cloudformation:${action}`;

/** What the state machine is told of a signal to a condition that waits, and of a look after it, each with when that was. */
async function signalAndLook(
  fault?: Fault,
  suppose: readonly string[] = [],
): Promise<{ readonly told: readonly unknown[]; readonly isOver?: boolean; readonly seen: jest.Mock }> {
  const plan = new FixedFaults(fault ? [0, 1].map((point) => ({ point, fault })) : []);
  const world = new World({ plan, supposition: Supposition.read(suppose) });
  const seen = jest.fn();
  world.monitor.seeSignal = seen;
  world.monitor.seeConditionTimeout = () => undefined;
  const told: unknown[] = [];
  const execution = { requestId: 'r1' } as SimulatedExecution;
  const begun = world.now;
  const ended = (outcome: TaskOutcome) =>
    told.push([(world.now - begun) / 1000, 'error' in outcome ? outcome.error.Error : outcome.result]);
  const call = (action: string, parameters: object) =>
    world.cloudFormation.invoke(execution, resource(action), { ...PARAMETERS, ...parameters }, ended);
  world.scheduler.after(10, 'the signal', () => call('signalResource', { UniqueId: 'Completed-1', Status: 'SUCCESS' }));
  world.scheduler.after(20, 'the look', () => call('describeStackResource', {}));
  let isOver: boolean | undefined;
  await world.run(async () => {
    isOver = await world.conditions.wait(PLACE, 100);
  });
  return { told, isOver, seen };
}

const look = (ResourceStatus: string) => [
  20.2,
  { StackResourceDetail: { ResourceStatus, LastUpdatedTimestamp: expect.any(String) as string } },
];
const REFUSED = 'CloudFormation.CloudFormationException';

test('takes a signal, and shows what has become of the condition', async () => {
  const { told, isOver, seen } = await signalAndLook();

  expect(told).toEqual([[10.2, {}], look('CREATE_COMPLETE')]);
  expect(isOver).toBe(true);
  expect(seen).toHaveBeenCalledWith('r1', { ...PLACE, uniqueId: 'Completed-1' });
});

test.each<[Fault, unknown[], boolean]>([
  ['signal-lost', [look('CREATE_COMPLETE')], true],
  ['signal-late', [look('CREATE_IN_PROGRESS')], true],
  ['signal-unreachable', [look('CREATE_IN_PROGRESS')], false],
  ['signal-throttled', [[10.2, REFUSED], look('CREATE_IN_PROGRESS')], false],
  [
    'signal-denied',
    [
      [10.2, REFUSED],
      [20.2, REFUSED],
    ],
    false,
  ],
  ['look-lost', [[10.2, {}]], true],
  [
    'look-denied',
    [
      [10.2, {}],
      [20.2, REFUSED],
    ],
    true,
  ],
])('%s', async (fault, expected, isOver) => {
  expect(await signalAndLook(fault)).toMatchObject({ told: expected, isOver });
});

test('what is refused has the name that is supposed', async () => {
  const { told } = await signalAndLook('signal-throttled', ['signal-error-name=validation-error']);

  expect(told[0]).toEqual([10.2, 'CloudFormation.ValidationError']);
});

test('nobody is told of a signal that was taken where that is supposed', async () => {
  const { told, isOver } = await signalAndLook(undefined, ['signal-answer=lost']);

  expect([told, isOver]).toEqual([[look('CREATE_COMPLETE')], true]);
});

test('another integration is an error', () => {
  const world = new World({ plan: new FixedFaults() });
  const invoke = () =>
    world.cloudFormation.invoke(
      { requestId: 'r1' } as SimulatedExecution,
      resource('deleteStack'),
      {},
      () => undefined,
    );

  expect(invoke).toThrow('cloudformation:deleteStack is not simulated');
});

test.each([
  ['text', expect.stringMatching(/^20\d\d-.*Z$/)],
  ['seconds', expect.any(Number)],
  ['other', 'a moment'],
])('since when a condition is what it is, is told as it is supposed: %s', async (form, moment) => {
  const { told } = await signalAndLook(undefined, [`moment-of-a-resource=${form}`]);

  expect(told[1]).toMatchObject([20.2, { StackResourceDetail: { LastUpdatedTimestamp: moment as unknown } }]);
});
