import { execFileSync } from 'node:child_process';
import { compiledLibrary } from './compiled-library';
import { atMost, type Figure, median } from './figure';
import { inTurns, ratioOf } from './pairs';

const LARGEST_RATIO = 1.15;

/** A small app, as it is compiled. */
const APP = `
  const { App, Stack } = require('aws-cdk-lib');
  const iam = require('aws-cdk-lib/aws-iam');
  const s3 = require('aws-cdk-lib/aws-s3');
  const app = new App();
  const stack = new Stack(app, 'Stack');
  new s3.Bucket(stack, 'Bucket');
  new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
  app.synth();`;

const PRINT = 'const { user, system } = process.cpuUsage(); process.stdout.write(String((user + system) / 1000));';

const appsWith = (library: string) =>
  ({
    'small app': APP,
    // what an app loads that has such a job
    'small app and the library': `${APP} require(${JSON.stringify(library)}).CompilationJob;`,
  }) as const;

/** The CPU time of a small app that loads the library, as a user has it, beside the same app without it. */
export function measureLoading(rounds: number): Figure[] {
  const apps = appsWith(compiledLibrary());
  const names = Object.keys(apps) as (keyof typeof apps)[];
  const times = inTurns(rounds, names, (name) => run(apps[name]));
  const ratio = ratioOf(times['small app and the library'], times['small app']);
  return [
    ...names.map((name) => ({ name: `loading: ${name}`, value: median(times[name]), unit: 'ms of CPU' })),
    atMost('loading: small app and the library against small app', ratio, LARGEST_RATIO, '×'),
  ];
}

function run(program: string): number {
  return Number(execFileSync(process.execPath, ['-e', `${program} ${PRINT}`], { cwd: __dirname, encoding: 'utf8' }));
}
