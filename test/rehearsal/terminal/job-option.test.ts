import { readCloudAssembly, type StackArtifact } from '../../../rehearsal/cloud-assembly/cloud-assembly';
import { durationScript, failureScript } from '../../../rehearsal/terminal/job-option';
import { job, writeApp } from '../fixture-assembly';

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
    '--fail: no job is named "Topic". The assembly has these: Compile.',
  );
  expect(() => failureScript(['Job=x'], stacks({ Topic: { Type: 'AWS::SNS::Topic' } }))).toThrow(
    'The assembly has no jobs.',
  );
});

test('knows the jobs of nested stacks', () => {
  const nested = {
    Resources: { Inner: job({}, { Metadata: { 'aws:cdk:path': 'App/Nested/Inner/Resource/Default' } }) },
  };
  const metadata = { 'aws:asset:path': 'nested.template.json' };
  const outer = { Nested: { Type: 'AWS::CloudFormation::Stack', Metadata: metadata } };
  const assembly = writeApp(outer, {}, { 'nested.template.json': JSON.stringify(nested) });
  const artifacts = readCloudAssembly(assembly, { account: '111122223333', region: 'us-east-1' });
  expect(failureScript(['Nested/Inner=x'], artifacts)).toEqual({ 'Nested/Inner': { failure: 'x' } });
});
