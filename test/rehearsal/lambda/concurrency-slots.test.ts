import { ConcurrencySlots } from '../../../rehearsal/lambda/concurrency-slots';

test('who finds no place waits for one, in order', async () => {
  const slots = new ConcurrencySlots(1);
  const order: string[] = [];
  const work = async (name: string): Promise<void> => {
    await slots.take();
    order.push(`${name} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    order.push(`${name} ends`);
    slots.giveBack();
  };
  const all = Promise.all(['a', 'b', 'c'].map(work));
  expect(slots.busy).toBe(true);
  await all;
  expect(order).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(slots.busy).toBe(false);
});

test('as many are at work at once as there are places', async () => {
  const slots = new ConcurrencySlots(2);
  await slots.take();
  await slots.take();
  const third = slots.take();
  slots.giveBack();
  await third;
  slots.giveBack();
  slots.giveBack();
  expect(slots.busy).toBe(false);
});
