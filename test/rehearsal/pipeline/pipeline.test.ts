import { readCloudAssembly } from '../../../rehearsal/cloud-assembly/cloud-assembly';
import type { JsonObject } from '../../../rehearsal/json-value';
import { pipelineOf } from '../../../rehearsal/pipeline/pipeline';
import { ASSET_BUCKET, writeApp, writeAssembly } from '../fixture-assembly';
import { ACCOUNT } from '../fixture-batch';
import { attributeOf, pipelineJob } from '../fixture-pipeline';

/** Each step with those that it waits for. */
function waitsOf(assembly: string): Record<string, string[]> {
  const steps = pipelineOf(readCloudAssembly(assembly, ACCOUNT));
  return Object.fromEntries(steps.map(({ name, waitsFor }) => [name, waitsFor.map((step) => step.name)]));
}

const waitsIn = (resources: JsonObject): Record<string, string[]> => waitsOf(writeApp(resources));
const pathed = (path: string): JsonObject => ({ Metadata: { 'aws:cdk:path': path } });
const model = (data: JsonObject): JsonObject => ({
  Type: 'AWS::SageMaker::Model',
  Properties: { PrimaryContainer: { ModelDataUrl: data } },
});

const PRODUCER_ROLE = { 'Fn::Join': ['', ['arn:', { Ref: 'AWS::Partition' }, ':iam::444455556666:role/read']] };

const TRAIN = pipelineJob('TrainingJob', {}, pathed('App/Train/Resource/Default'));
const COMPILE = pipelineJob('CompilationJob', { InputConfig: { S3Uri: attributeOf('Train', 'ModelArtifacts') } });

test('a chain of jobs and of the resources that host their results', () => {
  const resources = {
    Endpoint: { Type: 'AWS::SageMaker::Endpoint', Properties: { EndpointConfigName: { Ref: 'Config' } } },
    Config: {
      Type: 'AWS::SageMaker::EndpointConfig',
      Properties: { ProductionVariants: [{ ModelName: attributeOf('Model', 'ModelName') }] },
    },
    Model: model(attributeOf('Compile', 'ModelArtifacts')),
    Compile: COMPILE,
    Train: TRAIN,
  };
  expect(waitsIn(resources)).toEqual({
    Train: [],
    Compile: ['Train'],
    Model: ['Compile'],
    Config: ['Model'],
    Endpoint: ['Config'],
  });
  const kinds = pipelineOf(readCloudAssembly(writeApp(resources), ACCOUNT)).map(({ kind, isJob }) => [kind, isJob]);
  expect(kinds).toEqual([
    ['TrainingJob', true],
    ['CompilationJob', true],
    ['Model', false],
    ['EndpointConfig', false],
    ['Endpoint', false],
  ]);
});

test('a job that waits for another through its wait conditions and its result', () => {
  const condition = (after: string) => ({ Type: 'AWS::CloudFormation::WaitCondition', DependsOn: after });
  const result = {
    Kind: 'TrainingJob',
    StateMachineArn: 'arn',
    Job: { Ref: 'Train' },
    LastCondition: { Ref: 'Second' },
  };
  expect(
    waitsIn({
      Train: TRAIN,
      First: condition('Train'),
      Second: condition('First'),
      Result: { Type: 'Custom::SageMakerTrainingJobResult', Properties: result },
      Compile: pipelineJob('CompilationJob', { InputConfig: { S3Uri: attributeOf('Result', 'ModelArtifacts') } }),
    }),
  ).toEqual({ Train: [], Compile: ['Train'] });
});

test('what a step waits for through another is left out, and so is what waits for no job', () => {
  expect(
    waitsIn({
      Train: TRAIN,
      Compile: COMPILE,
      Model: { ...model(attributeOf('Compile', 'ModelArtifacts')), DependsOn: ['Train', 'Compile'] },
      Notebook: { Type: 'AWS::SageMaker::NotebookInstance' },
    }),
  ).toEqual({ Train: [], Compile: ['Train'], Model: ['Compile'] });
});

test('what uses the export of another stack waits for it', () => {
  const Outputs = { Model: { Value: attributeOf('Train', 'ModelArtifacts'), Export: { Name: 'App:Model' } } };
  const Compile = pipelineJob('CompilationJob', { InputConfig: { S3Uri: { 'Fn::ImportValue': 'App:Model' } } });
  const assembly = writeAssembly({
    App: { template: { Resources: { Train: TRAIN }, Outputs } },
    Other: { template: { Resources: { Compile } }, dependencies: ['App'] },
  });
  expect(waitsOf(assembly)).toEqual({ Train: [], Compile: ['Train'] });
});

test.each<[string, JsonObject, string]>([
  ['in the same account and Region', { Region: { Ref: 'AWS::Region' } }, 'unknown-account/unknown-region'],
  ['in another account and Region', { Region: 'eu-west-1', RoleArn: PRODUCER_ROLE }, '444455556666/eu-west-1'],
])('what reads the output of a stack %s waits for it', (_where, more, environment) => {
  const Outputs = { Model: { Value: attributeOf('Train', 'ModelArtifacts') } };
  const reference = { 'Fn::GetStackOutput': { StackName: 'App', OutputName: 'Model', ...more } };
  const Compile = pipelineJob('CompilationJob', { InputConfig: { S3Uri: reference } });
  const assembly = writeAssembly({
    // the CDK makes no stack depend on one of another account
    Another: { template: { Resources: { Compile } } },
    App: { template: { Resources: { Train: TRAIN }, Outputs }, environment },
  });
  expect(waitsOf(assembly)).toEqual({ Train: [], Compile: ['Train'] });
});

test('jobs in a nested stack wait for what the nested stack waits for, and what uses it for all of them', () => {
  const url = `https://s3.us-east-1.amazonaws.com/${ASSET_BUCKET}/inner.json`;
  const inner = { Resources: { Compile: pipelineJob('CompilationJob'), Evaluate: pipelineJob('TransformJob') } };
  const resources = {
    Train: TRAIN,
    Nested: {
      Type: 'AWS::CloudFormation::Stack',
      Properties: { TemplateURL: url, Parameters: { Model: attributeOf('Train', 'ModelArtifacts') } },
    },
    Model: model(attributeOf('Nested', 'Outputs.Model')),
  };
  expect(waitsOf(writeApp(resources, {}, { 'inner.json': JSON.stringify(inner) }))).toEqual({
    Train: [],
    Compile: ['Train'],
    Evaluate: ['Train'],
    Model: ['Compile', 'Evaluate'],
  });
});

test('jobs of the same name in several stacks have the paths of their stacks', () => {
  const stack = { template: { Resources: { Train: pipelineJob('TrainingJob') } } };
  const assembly = writeAssembly({ A: { ...stack, displayName: 'A' }, B: { ...stack, displayName: 'Prod/B' } });
  expect(waitsOf(assembly)).toEqual({ 'A/Train': [], 'Prod/B/Train': [] });
});

test('an assembly without jobs has no pipeline', () => {
  expect(waitsIn({ Model: model({ Ref: 'AWS::Region' }) })).toEqual({});
});
