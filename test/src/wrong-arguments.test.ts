import { Vpc } from 'aws-cdk-lib/aws-ec2';
import type { IGrantable } from 'aws-cdk-lib/aws-iam';
import { compilationJob, newStack } from './sample-job';
import { SAMPLE_OF_KIND } from './sample-of-kind';
import { trainingJob } from './sample-training-job';
import { tuningJob } from './sample-tuning-job';
import * as library from '../../src';
import { JOB_KIND_KEYS } from '../../src/contract';

/* What the compilers of some languages let pass: a person reads of it in our words, not in those of the language. */

const { CompilationJob, IngestionJob, JobEngine, JobsDashboard, ModelImportJob, TrainingJob } = library;

const IMPORT_ARN = 'arn:aws:bedrock:eu-west-1:111122223333:model-import-job/abcdef123456';
const NOTHING = [undefined, null];

/** A value that the compiler of TypeScript would not take. */
const wrong = (value: unknown): never => value as never;

describe.each(JOB_KIND_KEYS)('a job of the kind %s', (kind) => {
  const construct = library[kind] as new (scope: unknown, id: string, props: unknown) => object;

  test.each([...NOTHING, 5, [], 'x'])('must be given its properties, not %j', (props) => {
    expect(() => new construct(newStack(), 'Job', props)).toThrow(/^Stack\/Job: 'props' must be an object, got /);
  });

  test('grants to principals alone', () => {
    const job = SAMPLE_OF_KIND[kind](newStack(), 'Job') as { readonly [grant: string]: (grantee: unknown) => void };
    for (const grant of ['grantRead', 'grantInvoke'].filter((each) => each in job)) {
      for (const grantee of [...NOTHING, 5, 'arn:aws:iam::111122223333:role/scorer', {}]) {
        expect(() => job[grant](grantee)).toThrow(
          /^Stack\/Job: 'grantee' must be a principal to grant rights to, for example a role, got /,
        );
      }
    }
  });

  test('makes rules of options alone', () => {
    const job = SAMPLE_OF_KIND[kind](newStack(), 'Job') as {
      readonly [on: string]: (id: string, options: unknown) => void;
    };
    for (const on of ['onStateChange', 'onCompleted', 'onFailed'].filter((each) => each in job)) {
      for (const options of [null, 5]) {
        expect(() => job[on]('Rule', options)).toThrow(`Stack/Job: 'options' must be an object, got ${options}`);
      }
    }
  });
});

test.each<[string, (grantee: IGrantable) => unknown]>([
  ['S3', (grantee) => CompilationJob.fromCompilationJobName(newStack(), 'Made', 'penguins').grantRead(grantee)],
  ['a model', (grantee) => ModelImportJob.fromModelImportJobArn(newStack(), 'Made', IMPORT_ARN).grantInvoke(grantee)],
])('a reference grants what lies in %s to principals alone', (_place, grant) => {
  for (const grantee of [...NOTHING, 'role']) {
    expect(() => grant(wrong(grantee))).toThrow(/^Stack\/Made: 'grantee' must be a principal to grant rights to/);
  }
});

test('a reference takes options alone, and that to an ingestion needs its ids', () => {
  for (const options of [null, 5]) {
    expect(() => TrainingJob.fromTrainingJobName(newStack(), 'Made', 'churn', wrong(options))).toThrow(
      `Stack/Made: 'options' must be an object, got ${options}`,
    );
  }
  expect(() => IngestionJob.fromIngestionJobAttributes(newStack(), 'Made', wrong(undefined))).toThrow(
    "Stack: 'attributes' must be an object, got undefined",
  );
});

test.each([...NOTHING, 5, {}])('a metric and a hyperparameter have names, not %j', (name) => {
  const message = /^Stack\/Job: 'name' must be a string, got /;
  expect(() => trainingJob(newStack(), 'Job').metric(wrong(name))).toThrow(message);
  expect(() => tuningJob(newStack(), 'Job').bestHyperparameter(wrong(name))).toThrow(message);
  expect(() => TrainingJob.fromTrainingJobName(newStack(), 'Job', 'churn').metric(wrong(name))).toThrow(message);
});

test.each([
  ['logGroup', 'a log group, for example LogGroup.fromLogGroupArn()'],
  ['permissionsBoundary', 'a managed policy, for example ManagedPolicy.fromManagedPolicyArn()'],
  ['architecture', 'an architecture, for example lambda.Architecture.X86_64'],
  ['vpc', 'a VPC, for example Vpc.fromLookup()'],
  ['tracing', 'Active, PassThrough, Disabled'],
  ['logRetention', 'a whole number of at least 1'],
  ['runtime', 'Node.js 22 or newer, for example lambda.Runtime.NODEJS_22_X'],
])("an engine's %s must be %s", (member, allowed) => {
  for (const value of [-5, 'x', true]) {
    const got = typeof value === 'string' ? `'${value}'` : value;
    expect(() => new JobEngine(newStack(), 'Jobs', { [member]: value })).toThrow(
      `Stack/Jobs: '${member}' must be ${allowed}, got ${got}`,
    );
  }
});

test('an engine takes subnets and security groups as jobs do', () => {
  const stack = newStack();
  const vpc = new Vpc(stack, 'Vpc');
  const engine = (id: string, props: object) => () => new JobEngine(stack, id, { vpc, ...props });
  expect(engine('A', { vpcSubnets: 5 })).toThrow("Stack/A: 'vpcSubnets' must be an object, got 5");
  expect(engine('B', { securityGroups: 5 })).toThrow("Stack/B: 'securityGroups' must be a list, got 5");
  expect(engine('C', { securityGroups: [null] })).toThrow(
    "Stack/C: 'securityGroups[0]' must be a security group, got null",
  );
});

test('an engine, a dashboard and a query must be given options, if anything', () => {
  const stack = newStack();
  const engine = new JobEngine(stack, 'Jobs');
  expect(() => new JobEngine(stack, 'Other', wrong(null))).toThrow("Stack/Other: 'props' must be an object, got null");
  expect(() => new JobsDashboard(stack, 'A', wrong(null))).toThrow("Stack/A: 'props' must be an object, got null");
  expect(() => new JobsDashboard(stack, 'B', { dashboardName: wrong(5) })).toThrow(
    "Stack/B: 'dashboardName' must be a string, got 5",
  );
  expect(() => engine.addLogQuery('A', wrong(null))).toThrow("Stack/Jobs: 'options' must be an object, got null");
  expect(() => engine.addLogQuery('B', { queryName: wrong(5) })).toThrow(
    "Stack/Jobs: 'queryName' must be a string, got 5",
  );
});

test.each([0, 10_001, 1.5, Infinity])('a query does not show %d lines', (limit) => {
  const engine = new JobEngine(newStack(), 'Jobs');
  expect(() => engine.addLogQuery('Query', { limit })).toThrow(
    `Stack/Jobs: 'limit' must be a whole number from 1 to 10000, got ${limit}`,
  );
});

test('a model is made of a job with options alone', () => {
  expect(() => compilationJob(newStack(), 'Job').createModel(newStack(), 'Model', wrong(null))).toThrow(
    "Stack/Model: 'options' must be an object, got null",
  );
});
