import { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import { App, Duration, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import * as checkProgram from '../../check/cli';
import { main } from '../../rehearsal/cli';
import { blocksOf, pageOf, userPages } from '../../scripts/documentation/page';
import {
  MlInstanceType,
  TrainingAlgorithm,
  TrainingImage,
  TrainingInput,
  TrainingInputMode,
  TrainingJob,
} from '../../src';

/** What the command prints of itself. */
async function helpOf(...argv: string[]): Promise<string> {
  let text = '';
  const stdout = new Writable({ write: (chunk: Buffer, _, done) => ((text += chunk.toString()), done()) });
  await main(argv, { stdout, stderr: stdout, env: {}, signals: new EventEmitter() }, () => checkProgram);
  return text;
}

/** The words of each command of ours that the pages name, in blocks and in lines. */
const COMMANDS = userPages().flatMap(({ file, text }) =>
  [...text.matchAll(/cdk-ml-jobs (rehearse|check|summary|init)\b([^`\n]*)/g)].map(([, command, rest]) => ({
    file,
    command,
    rest,
  })),
);

test.each([
  ['rehearse', 4],
  ['check', 4],
  ['summary', 1],
  ['init', 0],
])('every option of %s that a page names is there', async (command, least) => {
  const help = await helpOf(command, '--help');
  const named = COMMANDS.filter((each) => each.command === command).flatMap(({ file, rest }) =>
    [...rest.matchAll(/(?<=\s)--[\w-]+/g)].map(([option]) => `${file}: ${option}`),
  );
  expect(named.length).toBeGreaterThan(least);
  expect(named.filter((each) => !new RegExp(`${each.split(': ')[1]}\\b`).test(help))).toEqual([]);
});

test('every option that a page names by itself is one of ours, or of the commands of others that it names', async () => {
  const help = (
    await Promise.all(['rehearse', 'check', 'summary', 'init'].map(async (command) => helpOf(command, '--help')))
  ).join('');
  const others = ['--hotswap', '--hotswap-fallback', '--express', '--rollback', '--progress', '--tags', '--language'];
  const bootstrap = ['--cloudformation-execution-policies', '--bootstrap-customer-key', '--bootstrap-kms-key-id'];
  const known = [...others, ...bootstrap, '--no-rollback', '--force'];
  const named = userPages().flatMap(({ file, text }) =>
    [...text.matchAll(/`(--[\w-]+)/g)].map(([, option]) => ({ file, option })),
  );
  expect(named.length).toBeGreaterThan(10);
  expect(named.filter(({ option }) => !known.includes(option) && !help.includes(option))).toEqual([]);
});

test('the error that the page of checks shows is the one that there is', () => {
  const stack = new Stack(new App(), 'Stack');
  const shown = blocksOf(pageOf('docs/checks.md')).find(({ text }) => text.startsWith('Stack/Train: '))!;
  const train = () =>
    new TrainingJob(stack, 'Train', {
      algorithm: TrainingAlgorithm.fromImage(TrainingImage.fromBuiltInAlgorithm('sagemaker-xgboost', '1.3-1')),
      inputs: { train: TrainingInput.fromBucket(Bucket.fromBucketName(stack, 'Data', 'data'), 'train/') },
      instanceType: MlInstanceType.M5_XLARGE,
      inputMode: 'file' as TrainingInputMode,
      maxRuntime: Duration.seconds(0),
    });
  expect(train).toThrow(shown.text.trimEnd());
});
