import { Scheduler, START } from '../../simulation/scheduler';

test('time jumps from one event to the next', async () => {
  const scheduler = new Scheduler();
  const seen: [string, number][] = [];
  const note = (what: string) => () => void seen.push([what, scheduler.now - START]);
  scheduler.after(60, 'later', note('later'));
  scheduler.after(1.5, 'soon', note('soon'));
  await scheduler.run();

  expect(seen).toEqual([
    ['soon', 1500],
    ['later', 60_000],
  ]);
});

test('of events of one moment the first that was scheduled is the first, unless chance decides', async () => {
  const order = async (tie?: () => number): Promise<string> => {
    const scheduler = new Scheduler(tie);
    let seen = '';
    for (const name of 'abc') scheduler.after(1, name, () => (seen += name));
    await scheduler.run();
    return seen;
  };
  let left = 3;

  expect(await order()).toBe('abc');
  expect(await order(() => left--)).toBe('cba');
});

test('an event that is cancelled does not happen', async () => {
  const scheduler = new Scheduler();
  const happen = jest.fn();
  scheduler.cancel(scheduler.after(1, 'never', happen));
  await scheduler.run();

  expect(happen).not.toHaveBeenCalled();
});

test('time stands still until whoever was woken waits again', async () => {
  const scheduler = new Scheduler();
  const seen: string[] = [];
  const sleeper = async (): Promise<void> => {
    await scheduler.sleep(1, 'first');
    for (let turn = 0; turn < 50; turn++) await undefined;
    seen.push('awake');
    await scheduler.sleep(1, 'second');
    seen.push('done');
  };
  void sleeper();
  scheduler.after(1.5, 'between', () => void seen.push('between'));
  await scheduler.run();

  expect(seen).toEqual(['awake', 'between', 'done']);
});

test('who works without an end is an error', async () => {
  const scheduler = new Scheduler();
  scheduler.beginWork();

  await expect(scheduler.run()).rejects.toThrow('The handler waits for something that the simulation does not know');
});
