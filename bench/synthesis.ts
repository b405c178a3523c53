import { execFileSync } from 'node:child_process';
import * as path from 'node:path';
import { atMost, type Figure, median } from './figure';
import { inTurns, ratioOf } from './pairs';
import { type Sample, SAMPLES } from './sample-stacks';

const COUNTS = [1, 10, 150];
const LARGEST_RATIO = 1.5;

/** The CPU time that it takes to synthesize jobs, beside the same number of what they are compared with. */
export function measureSynthesis(rounds: number): Figure[] {
  const samples = Object.keys(SAMPLES) as Sample[];
  const times = COUNTS.map((count) => ({ count, of: inTurns(rounds, samples, (sample) => synthesize(sample, count)) }));
  const { count: most, of } = times[times.length - 1];
  return [
    ...times.flatMap(({ count, of: timesOf }) =>
      samples.map((sample) => ({
        name: `synthesis: ${count} × ${sample}`,
        value: median(timesOf[sample]),
        unit: 'ms of CPU',
      })),
    ),
    ...(['CompilationJob', 'jobs of four kinds'] as const).map((sample) => {
      const ratio = ratioOf(of[sample], of['CustomResource + Role']);
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
