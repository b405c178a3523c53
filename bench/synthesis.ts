import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import { atMost, type Figure, median } from './figure';
import { type Sample, SAMPLES } from './sample-stacks';

const COUNTS = [1, 10, 150];
const LARGEST_RATIO = 1.5;

/** How long it takes to synthesize jobs, beside the same number of what they are compared with. */
export function measureSynthesis(rounds: number): Figure[] {
  const samples = Object.keys(SAMPLES) as Sample[];
  const times = new Map<string, number[]>();
  // the rounds take turns, so that what else the machine does meets all samples alike
  for (let round = 0; round < rounds; round++) {
    for (const count of COUNTS) {
      for (const sample of samples) {
        const key = `${sample}/${count}`;
        times.set(key, [...(times.get(key) ?? []), synthesize(sample, count)]);
      }
    }
  }
  const timeOf = (sample: Sample, count: number) => median(times.get(`${sample}/${count}`)!);
  const most = COUNTS[COUNTS.length - 1];
  return [
    ...COUNTS.flatMap((count) =>
      samples.map((sample) => ({ name: `synthesis: ${count} × ${sample}`, value: timeOf(sample, count), unit: 'ms' })),
    ),
    ...(['CompilationJob', 'jobs of four kinds'] as const).map((sample) => {
      const ratio = timeOf(sample, most) / timeOf('CustomResource + Role', most);
      return atMost(`synthesis: ${most} × ${sample} against CustomResource + Role`, ratio, LARGEST_RATIO, '×');
    }),
  ];
}

function synthesize(sample: Sample, count: number): number {
  const program = [require.resolve('tsx/cli'), '--tsconfig', path.join(__dirname, 'tsconfig.json')];
  const output = execFileSync(
    process.execPath,
    [...program, path.join(__dirname, 'synthesis-case.ts'), sample, `${count}`],
    {
      encoding: 'utf8',
    },
  );
  return Number(output);
}
