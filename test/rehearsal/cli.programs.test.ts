import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  type FixtureStack,
  handlerResources,
  job,
  JOB_HANDLER,
  tickingStateMachine,
  writeAssembly,
} from './fixture-assembly';
import { app, cli } from './fixture-cli';
import { temporaryFolder } from './fixture-folder';
import type { JsonObject } from '../../rehearsal/json-value';

test('says its version', async () => {
  const { version } = JSON.parse(readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8')) as {
    version: string;
  };
  expect(await cli('--version')).toEqual({ exitCode: 0, out: `${version}\n`, err: '' });
});

test('tells programs everything in lines of JSON', async () => {
  const { exitCode, out, err } = await cli('rehearse', app(), '--destroy', '--json');
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  const told = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as JsonObject);
  expect(told[0]).toEqual({
    type: 'event',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
    stackName: 'App',
    stackPath: 'App',
    logicalId: 'App',
    physicalId: expect.stringContaining(':stack/App/'),
    resourceType: 'AWS::CloudFormation::Stack',
    path: 'App',
    status: 'CREATE_IN_PROGRESS',
    reason: 'User Initiated',
  });
  expect(told.filter(({ type }) => type !== 'event')).toEqual([
    {
      type: 'operation',
      operation: 'deploy',
      ok: true,
      seconds: expect.any(Number),
      stacks: {
        App: {
          status: 'CREATE_COMPLETE',
          changed: true,
          outputs: { JobArn: 'arn:aws:sagemaker:us-east-1:111122223333:compilation-job/my-job' },
          metrics: [],
        },
      },
      jobs: [
        {
          job: 'Compile',
          status: 'COMPLETED',
          afterSeconds: expect.any(Number),
          seconds: 240,
          instances: [],
          basis: 'a compilation, for which no price was found',
        },
      ],
      estimate: { region: 'us-east-1', asOf: '2025-04', sources: expect.any(Array) },
      denials: [],
      missingJobs: [],
      unfilledInputs: [],
    },
    expect.objectContaining({ type: 'operation', operation: 'destroy', ok: true }),
    { type: 'summary', ok: true },
  ]);
});

test('sums up for a pull request what it has told programs', async () => {
  const file = join(temporaryFolder(), 'deployment.jsonl');
  writeFileSync(file, (await cli('rehearse', app(), '--json')).out);
  const { exitCode, out, err } = await cli('summary', '--deployment', file);
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  expect(out).toMatch(/^<!-- cdk-ml-jobs -->\n\n## Rehearsed jobs\n\n### ✅ A new deployment takes 4 min \d+ s\n/);
  expect((await cli('summary', '--app', 'my_apps/infra', '--deployment', file)).out).toMatch(
    /^<!-- cdk-ml-jobs: my_apps-infra -->\n\n## Rehearsed jobs of my\\_apps\/infra\n/,
  );
  expect(await cli('summary', '--update', file)).toMatchObject({ exitCode: 1, err: '' });
});

test('fails where there is nothing to sum up', async () => {
  const err = 'There is nothing to sum up: give --deployment, or --update, or both.\n';
  expect(await cli('summary')).toEqual({ exitCode: 1, out: '', err });
});

test('writes no workflow where there is no app', async () => {
  const err = `There is no cdk.json in ${process.cwd()}: run "cdk-ml-jobs init" in the folder of a CDK app. One without it needs a cdk.json that says how it is run, such as { "app": "npx tsx app.ts" }.\n`;
  expect(await cli('init')).toEqual({ exitCode: 1, out: '', err });
});

test('tells the jobs of two stages from one another', async () => {
  const stage = (name: string): FixtureStack => ({
    template: {
      Resources: {
        ...handlerResources(JOB_HANDLER),
        Machine: tickingStateMachine(),
        Job: job(
          { StateMachine: { Ref: 'Machine' }, Name: `${name}-job` },
          { Metadata: { 'aws:cdk:path': `${name}/App/Compile/Resource/Default` } },
        ),
      },
    },
    displayName: `${name}/App (${name}-App)`,
    stackName: `${name}-App`,
  });
  const stages = writeAssembly({ Dev: stage('Dev'), Prod: stage('Prod') });
  const { out } = await cli('rehearse', stages);
  expect(out.match(/^ {2}(\S+) +[█░]+/gm)?.map((line) => line.trim().split(' ')[0])).toEqual([
    'Dev/App/Compile',
    'Prod/App/Compile',
  ]);
  expect(out).toContain('\n  Dev/App/Compile   –  a compilation, for which no price was found\n');
  expect(out).toContain('\n  Prod/App/Compile  –  a compilation, for which no price was found\n');
  const lines = (await cli('rehearse', stages, '--json')).out.trim().split('\n');
  const operation = lines.map((line) => JSON.parse(line) as JsonObject).find(({ type }) => type === 'operation');
  expect(operation).toMatchObject({ jobs: [{ job: 'Dev/App/Compile' }, { job: 'Prod/App/Compile' }] });
});
