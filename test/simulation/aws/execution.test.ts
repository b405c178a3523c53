import { SimulatedExecution, type ExecutionContext } from '../../../simulation/aws/execution';
import { Scheduler, START } from '../../../simulation/scheduler';
import { tickLoop } from '../../../src/engine/tick-loop';
import { readDefinition } from '../../../state-machine/read-definition';
import type { TaskOutcome } from '../../../state-machine/state-machine-run';

const DEFINITION = readDefinition(tickLoop('arn:aws:lambda:us-east-1:111122223333:function:f', 'aws'));
const INPUT = JSON.stringify({ giveUpAt: new Date(START + 200_000).toISOString(), done: false, waitSeconds: 7 });

function execution(
  invoke: ExecutionContext['invoke'],
  scheduler = new Scheduler(),
): { scheduler: Scheduler; one: SimulatedExecution } {
  const one = new SimulatedExecution('name', INPUT, DEFINITION, { scheduler, random: () => 0.25, invoke });
  one.start();
  return { scheduler, one };
}

test('lives in virtual time, with jitter that its world draws', async () => {
  const calls: number[] = [];
  const scheduler = new Scheduler();
  const { one } = execution((_, __, ___, ended) => {
    calls.push((scheduler.now - START) / 1000);
    ended(calls.length < 4 ? { error: { Error: 'E', Cause: '' } } : { result: { done: true } });
  }, scheduler);
  await scheduler.run();
  expect(calls).toEqual([0, 0.5, 1.5, 3.5]);
  expect([one.status, one.startedAt, one.stoppedAt]).toEqual(['SUCCEEDED', START, START + 3500]);
});

test('an execution that is ended goes no further, whatever its function does', async () => {
  let ended: (outcome: TaskOutcome) => void = () => undefined;
  let calls = 0;
  const { scheduler, one } = execution((_, __, ___, end) => {
    calls++;
    ended = end;
  });
  one.abort();
  ended({ result: JSON.parse(INPUT) as object });
  await scheduler.run();
  expect([one.status, calls, one.stoppedAt]).toEqual(['ABORTED', 1, START]);
});

test('two that will go on alike have the same present', () => {
  const hang = () => undefined;
  const [a, b] = [execution(hang).one, execution(hang).one];
  expect(a.current).toEqual(b.current);
  b.isDoomed = true;
  expect(a.current).not.toEqual(b.current);
});
