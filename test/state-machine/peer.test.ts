import { playedByPeer } from './peer-interpreter';
import { failure, FUNCTION, played, START, type Turn } from './played-machine';
import { seededRandom } from '../../rehearsal/seeded-random';
import { tickLoop } from '../../src/engine/tick-loop';
import type { Retrier } from '../../state-machine/definition';

/** The engine's definition. Its jitter is chance, which two interpreters cannot have alike. */
const DEFINITION = withoutJitter(tickLoop(FUNCTION, 'aws'));

const DRAWN_HISTORIES = 20;
const LONGEST_SCRIPT = 40;

const tick = (more: object = {}): object => ({
  giveUpAt: new Date(START + 200_000).toISOString(),
  done: false,
  waitSeconds: 7,
  ...more,
});

/** The function's turns, call by call; the last for all that follow. */
type Script = readonly Turn[];
const says = (more?: object): Turn => ({ outcome: { result: tick(more) } });
const fails = failure('Error');
const hangs: Turn = { seconds: 120, outcome: { error: { Error: 'Sandbox.Timedout', Cause: 'late' } } };
const isLost: Turn = { seconds: 100_000, outcome: { result: tick() } };
const signals = says({ signal: { stack: 'arn:stack', condition: 'Condition1', uniqueId: 'Completed-1' } });
const seen: Turn = {
  outcome: { result: { StackResourceDetail: { ResourceStatus: 'CREATE_COMPLETE', LastUpdatedTimestamp: 'then' } } },
};

test.each<[string, Script]>([
  ['ends when the function says so', [says({ done: true })]],
  [
    'waits for as long as the function says',
    [says(), says({ waitSeconds: 0 }), says({ waitSeconds: 90 }), says({ done: true })],
  ],
  ['tries again after an error', [fails, fails, says(), fails, says({ done: true })]],
  ['tries again for as long as there is time', [...Array<Turn>(9).fill(fails), says({ done: true })]],
  ['gives up when there is no time left, and says so', [...Array<Turn>(15).fill(fails), says({ done: true })]],
  ['fails where nothing helps', [fails]],
  ['waits for a function that hangs', [hangs, says(), hangs, says({ done: true })]],
  ['waits no longer for a function than its task may take', [isLost, says({ done: true })]],
  ['looks at a condition that took its signal', [signals, { outcome: { result: {} } }, seen, says({ done: true })]],
  ['looks at a condition that refused its signal', [signals, fails, seen, says({ done: true })]],
  [
    'goes on where a condition cannot be looked at',
    [signals, fails, fails, signals, fails, seen, says({ done: true })],
  ],
  ['waits no longer for CloudFormation than a call may take', [signals, isLost, isLost, says({ done: true })]],
])('an execution of the engine %s, and the peer plays it alike', async (_, script) => {
  await expectAlike(script);
});

test('so it does with histories that are drawn', async () => {
  const random = seededRandom('histories');
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)];
  for (let drawn = 0; drawn < DRAWN_HISTORIES; drawn++) {
    const length = 1 + Math.floor(random() * LONGEST_SCRIPT);
    const turn = () =>
      pick([fails, fails, hangs, says({ waitSeconds: pick([0, 1, 60]) }), says({ extra: { deep: [1] } })]);
    await expectAlike([...Array.from({ length }, turn), says({ done: true })]);
  }
});

async function expectAlike(script: Script): Promise<void> {
  const turnOf = (call: number): Turn => script[Math.min(call, script.length) - 1];
  const input = tick({ waitSeconds: 0 });
  const { run: _, ...own } = await played(DEFINITION, input, turnOf);
  const peers = await playedByPeer(DEFINITION, input, turnOf);
  // the peer has a message of its own for a time-out, where AWS has none
  const comparable = (value: unknown): unknown =>
    JSON.parse(JSON.stringify(value, (member, text: unknown) => (member === 'Cause' ? undefined : text)));
  expect(comparable(own)).toEqual(comparable(peers));
}

function withoutJitter(definition: object): object {
  const plain = (retriers: readonly Retrier[]) => retriers.map(({ JitterStrategy: _, ...retrier }) => retrier);
  return JSON.parse(
    JSON.stringify(definition, (member, value: unknown) => (member === 'Retry' ? plain(value as Retrier[]) : value)),
  ) as object;
}
