import { EventEmitter } from 'node:events';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  ANSWERING_HANDLER,
  BATCH_HANDLER,
  FUNCTION_ARN,
  handlerResources,
  job,
  JOB_HANDLER,
  tickingStateMachine,
  writeApp,
  writeAssembly,
} from './fixture-assembly';
import { batchRequest, records, uriOf } from './fixture-batch';
import { app, cli, Recorder } from './fixture-cli';
import { temporaryFolder } from './fixture-folder';
import { attributeOf, pipelineJob } from './fixture-pipeline';
import { main } from '../../rehearsal/cli';
import type { JsonObject } from '../../rehearsal/json-value';

function batchApp(): string {
  const Request = batchRequest({}, uriOf('records.jsonl'));
  const Properties = { ServiceToken: FUNCTION_ARN, Kind: 'k', Request, StateMachineArn: { Ref: 'Machine' } };
  return writeApp(
    {
      ...handlerResources(BATCH_HANDLER),
      Machine: tickingStateMachine(),
      Job: { Type: 'Custom::BedrockModelInvocationJob', Properties },
    },
    {},
    { 'records.jsonl': records(100) },
  );
}

test('prints events, outputs and the time that it took, and no escape codes', async () => {
  const { exitCode, out, err } = await cli('rehearse', app());
  expect({ exitCode, err }).toEqual({ exitCode: 0, err: '' });
  expect(out).toMatch(
    /^App \| 0\/4 \| +\S+ [AP]M \| CREATE_IN_PROGRESS {6}\| AWS::CloudFormation::Stack +\| App User Initiated$/m,
  );
  expect(out).toMatch(
    /^App \| 3\/4 \| .* \| CREATE_COMPLETE {9}\| Custom::SageMakerCompilationJob +\| Compile\/Resource\/Default \(Job\)$/m,
  );
  expect(out).toContain(
    ' ✅  App\n\nOutputs:\nApp.JobArn = arn:aws:sagemaker:us-east-1:111122223333:compilation-job/my-job\n',
  );
  expect(out).toMatch(/ ✨ {2}Deployed in 4 min \d+ s of rehearsed time \(\d+\.\d s real\)/);
  expect(out).not.toContain('\u001b');
});

test('--fail fails the deployment, says why, and rolls back', async () => {
  const { exitCode, out } = await cli('rehearse', app(), '--fail', 'Compile=ClientError: it is so');
  expect(exitCode).toBe(1);
  expect(out).toContain('CREATE_FAILED');
  expect(out).toMatch(/ ❌ {2}App failed: .*ClientError: it is so/);
  expect(out).toContain('The stack is in status ROLLBACK_COMPLETE.');
  expect(out).toContain('Failed after');
});

test('--duration says how long a job takes', async () => {
  const { out } = await cli('rehearse', app(), '--duration', 'Compile=10m');
  expect(out).toMatch(/Deployed in 10 min/);
});

test('--update and --destroy go on with the same stack', async () => {
  const { exitCode, out } = await cli('rehearse', app(), '--update', app('second'), '--destroy');
  expect(exitCode).toBe(0);
  expect(out).toMatch(/^App \| 2\/3 \| .* \| UPDATE_COMPLETE_CLEANUP \| /m);
  expect(out).toContain(' ✅  App: destroyed');
});

test('--no-rollback leaves what a failed deployment has made, for --update to go on with', async () => {
  const answering = (properties: JsonObject) =>
    writeApp({ ...handlerResources(ANSWERING_HANDLER), Job: job({ Data: { A: 'a' }, ...properties }) });
  const { exitCode, out } = await cli(
    'rehearse',
    answering({ Fail: 'Create' }),
    '--no-rollback',
    '--update',
    answering({}),
  );
  expect(exitCode).toBe(0);
  expect(out).toContain('The stack is in status CREATE_FAILED.');
  expect(out).not.toContain('ROLLBACK');
});

test('with --update, --fail fails the update', async () => {
  const { exitCode, out } = await cli(
    'rehearse',
    app(),
    '--update',
    app('second'),
    '--fail',
    'Compile=ClientError: no',
  );
  expect(exitCode).toBe(1);
  expect(out).toContain('CREATE_COMPLETE');
  expect(out).toContain('The stack is in status UPDATE_ROLLBACK');
});

test('--parameter gives a template parameter its value', async () => {
  const outputs = { Outputs: { Given: { Value: { Ref: 'Name' } } }, Parameters: { Name: { Type: 'String' } } };
  const assembly = writeApp({ Topic: { Type: 'AWS::SNS::Topic' } }, outputs);
  const { out } = await cli('rehearse', assembly, '--parameter', 'Name=first', '--parameter', 'App:Name=second');
  expect(out).toContain('App.Given = second\n');
  expect((await cli('rehearse', assembly, '--parameter', 'Nam=x')).err).toContain('The stacks have these: App:Name.');
});

test('--output has batch jobs write their results, and says where they are', async () => {
  const folder = temporaryFolder();
  const { exitCode, out } = await cli('rehearse', batchApp(), '--output', folder);
  expect(exitCode).toBe(0);
  const results = /^ {2}(\S+)$/m.exec(out)?.[1] ?? '';
  expect(out).toContain(`Results of batch jobs (rehearsed: no model was asked):\n  ${folder}/output/results/`);
  expect(readdirSync(results).sort()).toEqual(['manifest.json.out', 'records.jsonl.out']);
});

describe('a pipeline', () => {
  const Train = pipelineJob('TrainingJob', {}, { Metadata: { 'aws:cdk:path': 'App/Train/Resource/Default' } });
  const Compile = pipelineJob('CompilationJob', { InputConfig: { S3Uri: attributeOf('Train', 'ModelArtifacts') } });
  const Data = { ModelArtifacts: 's3://out/model.tar.gz' };
  const answering = (resource: JsonObject): JsonObject => ({
    ...resource,
    Properties: { ...(resource.Properties as JsonObject), Data },
  });
  const pipelineApp = (): string =>
    writeApp({ ...handlerResources(ANSWERING_HANDLER), Train: answering(Train), Compile: answering(Compile) });

  test('is drawn before it is deployed', async () => {
    const { exitCode, out } = await cli('rehearse', pipelineApp());
    expect(exitCode).toBe(0);
    expect(out).toMatch(/^Pipeline\n {2}Train ──▶ Compile\n\nApp \| 0\/4 \|/);
  });

  test('of a single job is not drawn', async () => {
    expect((await cli('rehearse', app())).out).not.toContain('Pipeline');
  });

  test('--pipeline writes it as SVG', async () => {
    const file = join(temporaryFolder(), 'pipeline.svg');
    expect((await cli('rehearse', pipelineApp(), '--pipeline', file)).exitCode).toBe(0);
    expect(readFileSync(file, 'utf8')).toContain('<title>Train; Compile waits for Train</title>');
  });
});

test('--stack deploys only that stack', async () => {
  const topic = { template: { Resources: { Topic: { Type: 'AWS::SNS::Topic' } } } };
  const { out } = await cli('rehearse', writeAssembly({ A: topic, B: topic }), '--stack', 'B');
  expect(out).toContain('✅  B');
  expect(out).not.toContain('✅  A');
});

test.each<[string, () => string[], string]>([
  ['a missing folder', () => ['/nowhere'], 'The cloud assembly /nowhere is not a folder. Make it with "cdk synth".\n'],
  ['a folder without a manifest', () => [temporaryFolder()], 'it has no manifest.json'],
  [
    'an unknown job',
    () => [app(), '--fail', 'Compil=x'],
    '--fail: no job is named "Compil". The stacks have these: Compile.\n',
  ],
  ['a failure without a job', () => [app(), '--fail', 'x'], '--fail: "x" is not of the form Job=value\n'],
  ['a failure without a reason', () => [app(), '--fail', 'Compile='], '--fail: give the reason'],
  [
    'a malformed duration',
    () => [app(), '--duration', 'Compile=soon'],
    '--duration: "soon" is not a duration above zero',
  ],
  ['a speed of 0', () => [app(), '--speed', '0'], 'It must be a number of at least 0.1, or Infinity.'],
  ['a file in place of a folder', () => [app(), '--output', __filename], 'It must be a folder, which may be still to'],
  ['a folder without a name', () => [app(), '--output', ''], 'It must be a folder, which may be still to be made.'],
  [
    'a model that no job looks for',
    () => [app(), '--model', 'churn'],
    '--model churn: no job has looked for the model',
  ],
  ['an unknown option', () => [app(), '--quick'], "unknown option '--quick'"],
  ['no assembly', () => [], 'There is nothing to rehearse: name the folder that "cdk synth" has made'],
  ['an unknown stack', () => [app(), '--stack', 'Other'], 'No stack is named Other. The assembly has: App.\n'],
])('fails on %s', async (_name, argv, message) => {
  const { exitCode, err } = await cli('rehearse', ...argv());
  expect(exitCode).toBe(1);
  expect(err).toContain(message);
});

test('explains itself', async () => {
  const { exitCode, out } = await cli('rehearse', '--help');
  expect(exitCode).toBe(0);
  expect(out).toContain('Usage: cdk-ml-jobs rehearse [options] [app]');
});

test.each(['--fail', '--duration'])('%s is looked up only in the stacks that are deployed', async (option) => {
  const topic = { template: { Resources: { Topic: { Type: 'AWS::SNS::Topic' } } } };
  const jobs = { ...handlerResources(JOB_HANDLER), Job: job() };
  const assembly = writeAssembly({ A: topic, B: { template: { Resources: jobs } } });
  const { exitCode, err } = await cli('rehearse', assembly, '--stack', 'A', option, 'Job=10');
  expect(exitCode).toBe(1);
  expect(err).toBe(`${option}: no job is named "Job". The stacks have no jobs.\n`);
});

test('fails when the job that was to fail did not run', async () => {
  const { exitCode, err } = await cli('rehearse', app(), '--update', app(), '--fail', 'Compile=ClientError: no');
  expect(exitCode).toBe(1);
  expect(err).toBe('--fail Compile=…: the job did not run\n');
});

test('does not say that it destroyed what never existed', async () => {
  const failing = {
    template: { Resources: { ...handlerResources(ANSWERING_HANDLER), Job: job({ Fail: 'Create' }) } },
  };
  const topic = { template: { Resources: { Topic: { Type: 'AWS::SNS::Topic' } } } };
  const { exitCode, out } = await cli('rehearse', writeAssembly({ A: failing, B: topic }), '--destroy');
  expect(exitCode).toBe(1);
  expect(out).toContain('B: there is no such stack to destroy');
  expect(out).toContain('✅  A: destroyed');
});

test('names what the handler called in vain when the rehearsal fails', async () => {
  const code = `exports.handler = async () => {
    const authorization = 'AWS4-HMAC-SHA256 Credential=A/20260101/us-east-1/sns/aws4_request';
    await fetch(process.env.AWS_ENDPOINT_URL, { method: 'POST', headers: { authorization, 'x-amz-target': 'Publish' }, body: '{}' });
  };`;
  const { out } = await cli('rehearse', writeApp({ ...handlerResources(code), Job: job({ ServiceTimeout: 5 }) }));
  expect(out).toContain('The handler called what is not emulated: sns: Publish');
  expect(out).toMatch(/ ❌ {2}Failed after/);
});

test('says that permissions are missing where the stacks are deployed all the same', async () => {
  const trust = {
    Statement: [{ Effect: 'Allow', Action: 'sts:AssumeRole', Principal: { Service: 'sagemaker.amazonaws.com' } }],
  };
  const Role = { Type: 'AWS::IAM::Role', Properties: { AssumeRolePolicyDocument: trust } };
  const Model = {
    Type: 'AWS::SageMaker::Model',
    Properties: {
      ExecutionRoleArn: { 'Fn::GetAtt': ['Role', 'Arn'] },
      PrimaryContainer: { Image: 'registry.example.com/serve:1' },
    },
  };
  const ProductionVariants = [{ ModelName: { 'Fn::GetAtt': ['Model', 'ModelName'] } }];
  const Config = { Type: 'AWS::SageMaker::EndpointConfig', Properties: { ProductionVariants } };
  const EndpointConfigName = { 'Fn::GetAtt': ['Config', 'EndpointConfigName'] };
  const Endpoint = { Type: 'AWS::SageMaker::Endpoint', Properties: { EndpointConfigName } };
  const { exitCode, out } = await cli('rehearse', writeApp({ Role, Model, Config, Endpoint }));
  expect(exitCode).toBe(1);
  expect(out).toContain(' ✅  App\n');
  expect(out).toMatch(/IAM denied logs:CreateLogGroup .* \(nothing fails for it in AWS, and nobody notices\)\./);
  expect(out).toMatch(/\n ❌ {2}Deployed in .*, but permissions are missing, which AWS does not report\n/);
  expect(out).not.toContain('Failed after');
});

test('lists the operators of conditions that it does not know', async () => {
  const Statement = [
    { Effect: 'Allow', Action: 's3:*', Resource: '*', Condition: { StringIs: { 'aws:SourceArn': 'a' } } },
  ];
  const Properties = { PolicyDocument: { Statement }, PolicyName: 'Odd', Roles: ['role'] };
  const { exitCode, out } = await cli('rehearse', writeApp({ Policy: { Type: 'AWS::IAM::Policy', Properties } }));
  expect(exitCode).toBe(0);
  expect(out).toContain(
    'Conditions whose operators the rehearsal does not know, and which it takes to allow:\n  Policy (Odd), statement 1: StringIs\n',
  );
});

test('a signal ends it', async () => {
  const signals = new EventEmitter();
  const [stdout, stderr] = [new Recorder(), new Recorder()];
  const ended = main(['rehearse', app(), '--speed', '1'], { stdout, stderr, env: {}, signals });
  setTimeout(() => signals.emit('SIGINT'), 200);
  expect(await ended).toBe(130);
});

test('hands what is to be checked to the program that checks', async () => {
  const file = join(temporaryFolder(), 'rows.csv');
  writeFileSync(file, '1,2\n3,4\n');
  expect(await cli('check', file, '--json')).toMatchObject({
    exitCode: 0,
    err: '',
    out: expect.stringContaining(file),
  });
  expect((await cli('check', '--help')).out).toContain('Usage: cdk-ml-jobs check [options] <file...>');
  expect(await cli('check', file, '--quick')).toMatchObject({ exitCode: 2, out: '' });
});
