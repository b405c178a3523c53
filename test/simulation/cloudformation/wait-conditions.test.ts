import type { WaitConditions } from '../../../simulation/cloudformation/wait-conditions';
import { FixedFaults } from '../../../simulation/fault-plan';
import { World } from '../../../simulation/world';
import { Supposition } from '../../../unconfirmed/supposition';

const PLACE = { stack: 'arn:stack', condition: 'Condition1' };
const signal = (number: number) => ({ ...PLACE, uniqueId: `Completed-${number}` });

/** What becomes of a condition that waits for an hour, where things happen after so many seconds. */
async function play(
  happenings: readonly (readonly [seconds: number, happen: (conditions: WaitConditions) => void])[],
  suppose: readonly string[] = [],
): Promise<{ readonly isOver?: boolean; readonly seconds: number; readonly world: World }> {
  const world = new World({ plan: new FixedFaults(), supposition: Supposition.read(suppose) });
  jest.spyOn(world.monitor, 'seeConditionTimeout').mockReturnValue();
  const begun = world.now;
  let [isOver, seconds]: [boolean | undefined, number] = [undefined, 0];
  for (const [after, happen] of happenings) {
    world.scheduler.after(after, 'something happens', () => happen(world.conditions));
  }
  await world.run(async () => {
    await world.scheduler.sleep(10, 'the condition begins');
    isOver = await world.conditions.wait(PLACE, 3600);
    seconds = (world.now - begun) / 1000;
  });
  return { isOver, seconds, world };
}

test('waits for one signal', async () => {
  const { isOver, seconds, world } = await play([[100, (conditions) => conditions.signal(signal(1))]]);

  expect([isOver, seconds]).toEqual([true, 100]);
  expect(world.conditions.describe(PLACE).status).toBe('CREATE_COMPLETE');
});

test('fails when its time is over', async () => {
  const { isOver, seconds, world } = await play([]);

  expect([isOver, seconds]).toEqual([false, 3610]);
  expect(world.conditions.describe(PLACE).status).toBe('CREATE_FAILED');
  expect(world.monitor.seeConditionTimeout).toHaveBeenCalledTimes(1);
});

test('fails when the operation is cancelled', async () => {
  const { isOver, seconds } = await play([[50, (conditions) => conditions.cancel()]]);

  expect([isOver, seconds]).toEqual([false, 50]);
});

test('a signal is refused before it begins, and when it is complete', async () => {
  const early = 'Resource Condition1 does not exist for stack arn:stack';
  await play([
    [5, (conditions) => expect(() => conditions.signal(signal(1))).toThrow(early)],
    [20, (conditions) => conditions.signal(signal(2))],
    [30, (conditions) => expect(() => conditions.signal(signal(3))).toThrow('is in CREATE_COMPLETE state')],
  ]);
  expect.assertions(2);
});

test('an early signal that is kept counts when it begins, and one that is ignored does not', async () => {
  const early = [[5, (conditions: WaitConditions) => conditions.signal(signal(1))]] as const;

  expect(await play(early, ['early-signal=kept'])).toMatchObject({ isOver: true, seconds: 10 });
  expect(await play(early, ['early-signal=ignored'])).toMatchObject({ isOver: false });
});

test('a second signal of the same id is refused, unless that is supposed to be otherwise', async () => {
  const twice = [
    [5, (conditions: WaitConditions) => void conditions.signal(signal(1))],
    [
      20,
      (conditions: WaitConditions) => {
        try {
          conditions.signal(signal(1));
        } catch {
          // it is refused
        }
      },
    ],
  ] as const;

  expect(await play(twice, ['early-signal=ignored'])).toMatchObject({ isOver: false });
  expect(await play(twice, ['early-signal=ignored', 'signal-id-reused=accepted'])).toMatchObject({ seconds: 20 });
});

test('goes on at once where nobody waits for conditions', async () => {
  expect(await play([], ['conditions-waited-for=no'])).toMatchObject({ isOver: true, seconds: 10 });
});

test('says what it is, and what it was some time ago', async () => {
  const { world } = await play([
    [15, (conditions) => expect(conditions.describe(PLACE).status).toBe('CREATE_IN_PROGRESS')],
    [15, (conditions) => expect(() => conditions.describe(PLACE, 10)).toThrow('does not exist for stack')],
    [100, (conditions) => conditions.signal(signal(1))],
    [105, (conditions) => expect(conditions.describe(PLACE, 10).status).toBe('CREATE_IN_PROGRESS')],
  ]);
  world.conditions.remove(PLACE);

  expect(() => world.conditions.describe(PLACE)).toThrow('does not exist for stack');
  expect.assertions(4);
});

test('one that was removed may be told of', async () => {
  const supposed = ['status-of-a-removed-resource=delete-complete'];
  const { world } = await play([[100, (conditions) => conditions.signal(signal(1))]], supposed);
  world.conditions.remove(PLACE);

  expect(world.conditions.describe(PLACE).status).toBe('DELETE_COMPLETE');
});
