import { App, CfnResource, NestedStack, Stack } from 'aws-cdk-lib';
import { readCloudAssembly, type StackArtifact } from '../../../rehearsal/cloud-assembly/cloud-assembly';
import { durationScript, failureScript } from '../../../rehearsal/terminal/job-option';
import { ASSET_BUCKET, job, writeApp } from '../fixture-assembly';
import { temporaryFolder } from '../fixture-folder';

const inApp = { Metadata: { 'aws:cdk:path': 'App/Compile/Resource/Default' } };
const stacks = (resources: Parameters<typeof writeApp>[0]): StackArtifact[] =>
  readCloudAssembly(writeApp(resources), { account: '111122223333', region: 'us-east-1' });
const app = stacks({ Job: job({}, inApp), Topic: { Type: 'AWS::SNS::Topic' } });

test('reads failures and durations by any name of a job', () => {
  expect(failureScript(['Compile=ClientError: a=b', 'Job=x'], app)).toEqual({
    Compile: { failure: 'ClientError: a=b' },
    Job: { failure: 'x' },
  });
  expect(durationScript(['App/Compile=4m'], app)).toEqual({ 'App/Compile': { duration: 240 } });
});

test('fails on a job that is none, naming those that are', () => {
  expect(() => failureScript(['Topic=x'], app)).toThrow(
    '--fail: no job is named "Topic". The stacks have these: Compile.',
  );
  expect(() => failureScript(['Job=x'], stacks({ Topic: { Type: 'AWS::SNS::Topic' } }))).toThrow(
    'The stacks have no jobs.',
  );
});

test('knows the jobs of nested stacks', () => {
  const nested = {
    Resources: { Inner: job({}, { Metadata: { 'aws:cdk:path': 'App/Nested/Inner/Resource/Default' } }) },
  };
  const url = { 'Fn::Sub': `https://s3.\${AWS::Region}.\${AWS::URLSuffix}/${ASSET_BUCKET}/nested.template.json` };
  const outer = { Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: url } } };
  const assembly = writeApp(outer, {}, { 'nested.template.json': JSON.stringify(nested) });
  const artifacts = readCloudAssembly(assembly, { account: '111122223333', region: 'us-east-1' });
  expect(failureScript(['Nested/Inner=x'], artifacts)).toEqual({ 'Nested/Inner': { failure: 'x' } });
});

test('tells jobs of nested stacks from those of their parent', () => {
  const cdkApp = new App({ outdir: temporaryFolder() });
  const stack = new Stack(cdkApp, 'App');
  const properties = { Kind: 'CompilationJob', Request: {}, StateMachineArn: 'arn' };
  for (const scope of [stack, new NestedStack(stack, 'Nested')]) {
    new CfnResource(scope, 'Compile', { type: 'Custom::SageMakerCompilationJob', properties });
  }
  const artifacts = readCloudAssembly(cdkApp.synth().directory, { account: '111122223333', region: 'us-east-1' });
  expect(() => failureScript(['Other=x'], artifacts)).toThrow('The stacks have these: Compile, Nested/Compile.');
});
