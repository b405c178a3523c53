import { inParallel } from '../../../scripts/mutation-check/in-parallel';

/** Work that ends when the test says so. */
class Work {
  public readonly begun: string[] = [];
  private readonly ends = new Map<string, (error?: Error) => void>();

  public readonly on = async (item: string): Promise<string> => {
    this.begun.push(item);
    await new Promise<void>((resolve, reject) => {
      this.ends.set(item, (error) => (error ? reject(error) : resolve()));
    });
    return item.toUpperCase();
  };

  public async end(item: string, error?: Error): Promise<void> {
    this.ends.get(item)!(error);
    await new Promise(setImmediate);
  }
}

test('as many are worked on at once as may be, and the results are in the order of the items', async () => {
  const work = new Work();
  const results = inParallel(['a', 'b', 'c'], 2, work.on);
  expect(work.begun).toEqual(['a', 'b']);
  await work.end('b');
  expect(work.begun).toEqual(['a', 'b', 'c']);
  await work.end('c');
  await work.end('a');
  await expect(results).resolves.toEqual(['A', 'B', 'C']);
});

test('nothing more is begun after an error', async () => {
  const work = new Work();
  const results = inParallel(['a', 'b', 'c', 'd'], 2, work.on);
  const failed = expect(results).rejects.toThrow('no room');
  await work.end('a', new Error('no room'));
  await work.end('b');
  await failed;
  expect(work.begun).toEqual(['a', 'b']);
});

test('of nothing there are no results', async () => {
  await expect(inParallel([], 2, new Work().on)).resolves.toEqual([]);
});
