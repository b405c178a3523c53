import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { compiledLibrary } from './compiled-library';
import { atMost, type Figure, median } from './figure';
import { inTurns, ratioOf } from './pairs';

const ROOT = path.join(__dirname, '..');
const CDK = path.join(ROOT, 'node_modules', 'aws-cdk', 'bin', 'cdk');
const TOOL = path.join(ROOT, 'assets', 'rehearsal', 'cli', 'index.js');
const LARGEST_RATIO = 0.6;

/** A small app with one job. */
const appWith = (library: string) => `
  const { App, Stack } = require('aws-cdk-lib');
  const s3 = require('aws-cdk-lib/aws-s3');
  const { CompilationJob, CompilationTarget, Framework, ModelData, TargetDevice } = require(${JSON.stringify(library)});
  const stack = new Stack(new App(), 'App');
  new CompilationJob(stack, 'Compile', {
    modelData: ModelData.fromBucket(s3.Bucket.fromBucketName(stack, 'Models', 'models'), 'model.tar.gz'),
    framework: Framework.XGBOOST,
    target: CompilationTarget.device(TargetDevice.RASP4_B),
  });`;

/** What a person may type to see the first event of a rehearsal; what comes after that is not waited for. */
const COMMANDS = {
  'cdk synth, and a rehearsal of cdk.out': `"$NODE" "$CDK" synth --quiet >&2 && "$NODE" "$TOOL" rehearse cdk.out --json | head -n 1`,
  'a rehearsal of the app': '"$NODE" "$TOOL" rehearse --json | head -n 1',
} as const;

/** The CPU time of all processes from the app to the first event of its rehearsal: with the CDK's own command before it, and without. */
export function measureFirstEvent(rounds: number): Figure[] {
  const app = appWith(compiledLibrary());
  const folder = mkdtempSync(path.join(tmpdir(), 'first-event-'));
  try {
    writeFileSync(path.join(folder, 'app.js'), app);
    writeFileSync(path.join(folder, 'cdk.json'), JSON.stringify({ app: `"${process.execPath}" app.js` }));
    const names = Object.keys(COMMANDS) as (keyof typeof COMMANDS)[];
    const times = inTurns(rounds, names, (name) => run(COMMANDS[name], folder));
    const [synthesized, direct] = names;
    return [
      ...names.map((name) => ({ name: `first event: ${name}`, value: median(times[name]), unit: 'ms of CPU' })),
      atMost(
        `first event: ${direct} against ${synthesized}`,
        ratioOf(times[direct], times[synthesized]),
        LARGEST_RATIO,
        '×',
      ),
    ];
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Runs a command of a shell; returns the CPU time of all that it has started, in milliseconds. */
function run(command: string, cwd: string): number {
  const env = { ...process.env, NODE: process.execPath, CDK, TOOL, NODE_PATH: path.join(ROOT, 'node_modules') };
  const output = execFileSync('sh', ['-c', `${command}; times`], {
    cwd,
    env,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [event, , children] = output.trim().split('\n');
  if (!event.startsWith('{"type":"event"')) throw new Error(`The rehearsal began with ${event}`);
  return [...children.matchAll(/(\d+)m([\d.]+)s/g)].reduce(
    (sum, [, minutes, seconds]) => sum + Number(minutes) * 60_000 + Number(seconds) * 1000,
    0,
  );
}
