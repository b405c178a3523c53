import { ReadingProgress } from '../../../../src/bedrock/input/reading-progress';

/** A progress whose clock the test moves. */
function progressAt() {
  const clock = { now: 5000 };
  const lines: string[] = [];
  const progress = new ReadingProgress(
    'Stack/Batch',
    () => clock.now,
    (line) => lines.push(line),
  );
  return { clock, lines, progress };
}

test('nothing is said of what takes less than a second', () => {
  const { clock, lines, progress } = progressAt();
  progress.begin('records.jsonl', 1_000_000_000);
  progress.advance(300_000_000);
  clock.now += 999;
  progress.advance(700_000_000);
  expect(lines).toEqual([]);
});

test('of what takes longer, a line a second says how far it is', () => {
  const { clock, lines, progress } = progressAt();
  progress.begin('records.jsonl', 1_000_000_000);
  clock.now += 1000;
  progress.advance(340_000_000);
  progress.advance(1_000_000);
  clock.now += 1500;
  progress.advance(1_000_000);
  expect(lines).toEqual([
    'Stack/Batch: reading records.jsonl: 340 of 1,000 MB\n',
    'Stack/Batch: reading records.jsonl: 342 of 1,000 MB\n',
  ]);
});

test('the seconds go on from one file to the next', () => {
  const { clock, lines, progress } = progressAt();
  for (const file of ['a.jsonl', 'b.jsonl', 'c.jsonl']) {
    progress.begin(file, 2_000_000);
    clock.now += 600;
    progress.advance(1_000_000);
  }
  expect(lines).toEqual(['Stack/Batch: reading b.jsonl: 1 of 2 MB\n']);
});
