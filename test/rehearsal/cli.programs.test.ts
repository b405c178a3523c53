import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { app, cli } from './fixture-cli';
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
