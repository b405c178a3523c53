import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import * as iam from 'aws-cdk-lib/aws-iam';
import { BatchInferenceModel, CompilationJob, IngestionDataSource, JobEngine } from '../../../src';
import { flatten, statementsOf } from '../policy-statements';
import { BATCH_JOB_TYPE, batchJob, NOVA } from '../sample-batch-job';
import { dataSourceInApp, INGESTION_JOB_TYPE, ingestionJob } from '../sample-ingestion-job';
import { compilationJob, JOB_TYPE, newStack } from '../sample-job';
import { looseEnds, templateOf } from '../template-body';

const HANDLER_ROLE = 'cdkmljobsJobEngineHandlerRole';
const JOBS = 'arn:<AWS::Partition>:sagemaker:<AWS::Region>:<AWS::AccountId>:compilation-job';
const BASES = 'arn:<AWS::Partition>:bedrock:<AWS::Region>:<AWS::AccountId>:knowledge-base';
const CREATE = 'bedrock:CreateModelInvocationJob';
const APPLICATION = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdefghijkl';
const REFERENCE_TYPE = 'Custom::SageMakerCompilationJobReference';

/** What a role may have, in characters; and of managed policies, in an account that has not asked for more. */
const MOST_IN_ROLE = 10_240;
const MOST_MANAGED = 6_144;
const MOST_POLICIES = 10;

const numbers = (count: number) => Array.from({ length: count }, (_, index) => index);
const servicePrincipal = (service: string) => new iam.ServicePrincipal(`${service}.amazonaws.com`);

/** The longest names that people give to jobs, with capitals. */
const nameOf = (index: number) => `Penguins-${String(index).padStart(54, '0')}`;
const baseOf = (index: number) => `KB${String(index).padStart(8, '0')}`;

/** The characters of a policy in IAM, where references have become what they come to at most. */
function lengthOf(document: unknown): number {
  return JSON.stringify(document, (_, value: unknown) => {
    const [key = ''] = typeof value === 'object' && value !== null ? Object.keys(value) : [];
    if (!/^(Ref$|Fn::)/.test(key)) return value;
    const texts: { readonly [reference: string]: string } = {
      '<AWS::Partition>': 'aws-us-gov',
      '<AWS::Region>': 'ap-southeast-2',
      '<AWS::AccountId>': '111122223333',
    };
    return flatten(value).replace(/<[^<>]*>/g, (reference) => texts[reference] ?? 'x'.repeat(64));
  }).length;
}

interface HandlerPolicies {
  /** The characters of all policies in the role together. */
  readonly inRole: number;
  /** Those of each managed policy. */
  readonly managed: readonly number[];
}

/** What a role has of all stacks of an app. */
function policiesOf(stacks: readonly Stack[], role = HANDLER_ROLE): HandlerPolicies {
  const resources = stacks.flatMap((stack) => Object.entries(templateOf(stack).Resources));
  const isOfRole = ({ Roles: roles = [] }: { readonly Roles?: unknown }) => JSON.stringify(roles).includes(role);
  const ofType = (type: string) => resources.flatMap(([, { Type, Properties }]) => (Type === type ? [Properties] : []));
  const [own] = resources.filter(([id, { Type }]) => Type === 'AWS::IAM::Role' && id.startsWith(role));
  const inRole = [
    ...((own[1].Properties.Policies ?? []) as { readonly PolicyDocument: unknown }[]),
    ...ofType('AWS::IAM::Policy').filter(isOfRole),
  ];
  return {
    inRole: inRole.reduce((sum, { PolicyDocument }) => sum + lengthOf(PolicyDocument), 0),
    managed: ofType('AWS::IAM::ManagedPolicy')
      .filter(isOfRole)
      .map(({ PolicyDocument }) => lengthOf(PolicyDocument)),
  };
}

/** A stack whose handler has no more than IAM takes, be it while an update puts other policies into the place of all. */
function expectWithinLimits({ inRole, managed }: HandlerPolicies): void {
  expect(inRole).toBeLessThanOrEqual(MOST_IN_ROLE);
  for (const each of managed) expect(each).toBeLessThanOrEqual(MOST_MANAGED);
  expect(2 * managed.length).toBeLessThanOrEqual(MOST_POLICIES);
}

/** The resources that the handler may do something with, each as often as it is allowed. */
const allowedFor = (stack: Stack, action: string) =>
  statementsOf(stack, HANDLER_ROLE)
    .filter(({ actions }) => actions.includes(action))
    .flatMap(({ resources }) => resources)
    .sort();

/** The resources that each job of a type waits for the permission of: those of the policies that it depends on. */
function awaitedOf(stack: Stack, type: string, action: string): string[][] {
  const { Resources } = templateOf(stack);
  return Object.values(Resources)
    .filter(({ Type }) => Type === type)
    .map(({ DependsOn = [] }) =>
      [DependsOn].flat().flatMap((id) => {
        const document = Resources[id].Properties.PolicyDocument as { readonly Statement?: object[] } | undefined;
        const statements = (document?.Statement ?? []) as { readonly Action: unknown; readonly Resource: unknown }[];
        return statements
          .filter(({ Action }) => [Action].flat().includes(action))
          .flatMap(({ Resource }) => [Resource].flat().map(flatten));
      }),
    );
}

describe('60 jobs with names of their own', () => {
  const stack = newStack();
  const role = new iam.Role(stack, 'Mine', { assumedBy: servicePrincipal('sagemaker') });
  for (const index of numbers(60)) {
    const compilationJobName = nameOf(index);
    compilationJob(stack, `Compile${index}`, { role, compilationJobName, stackOutputs: false });
  }
  const arnsOf = (index: number) => [`${JOBS}/${nameOf(index)}`, `${JOBS}/${nameOf(index).toLowerCase()}`];

  test('stay within the limits of IAM', () => expectWithinLimits(policiesOf([stack])));

  test('are all that the handler may touch besides those with generated names', () => {
    const arns = numbers(60).flatMap(arnsOf);
    expect(allowedFor(stack, 'sagemaker:StopCompilationJob')).toEqual([...arns, `${JOBS}/stack--*`].sort());
  });

  test('wait each for the policy that has its name', () => {
    const awaited = awaitedOf(stack, JOB_TYPE, 'sagemaker:StopCompilationJob');
    awaited.forEach((arns, index) => expect(arns).toEqual(expect.arrayContaining(arnsOf(index))));
    expect(awaited).toHaveLength(60);
  });
});

describe('jobs with names of their own', () => {
  const withNames = (names: readonly string[]) => {
    const stack = newStack();
    for (const name of names) compilationJob(stack, `Job-${name}`, { compilationJobName: name });
    const { Resources } = templateOf(stack);
    const policies = Object.keys(Resources).filter((id) => /^(Job|cdkmljobsJobEngineJobs)/.test(id));
    return {
      own: policies.filter((id) => /^Job\w+Handler/.test(id)),
      shared: policies.filter((id) => Resources[id].Type === 'AWS::IAM::ManagedPolicy'),
    };
  };
  const names = (count: number) => numbers(count).map((index) => `v${index}`);

  test('have a policy each as long as there is room, be it for as many others at once', () => {
    expect(withNames(names(5))).toEqual({ own: Array(5).fill(expect.anything()), shared: [] });
    expect(withNames(names(12)).own).toHaveLength(5);
    expect(withNames(names(12)).shared).toHaveLength(1);
  });

  test('share another policy whenever one is added, renamed or removed: the old one is there until jobs are deleted', () => {
    const { shared } = withNames(names(12));
    expect(withNames(names(12)).shared).toEqual(shared);
    for (const others of [names(13), names(11), [...names(11), 'other']]) {
      expect(withNames(others).shared).toHaveLength(1);
      expect(withNames(others).shared).not.toEqual(shared);
    }
  });
});

describe('100 ingestion jobs', () => {
  const withJobs = (sourceOf: (index: number) => [base: string, source: string]) => {
    const stack = newStack();
    for (const index of numbers(100)) {
      const dataSource = IngestionDataSource.fromIds(...sourceOf(index));
      ingestionJob(stack, `Ingest${index}`, { dataSource, stackOutputs: false });
    }
    return stack;
  };

  test.each<[string, (index: number) => string]>([
    ['of one knowledge base', () => baseOf(1)],
    ['of knowledge bases of their own', baseOf],
  ])('%s stay within the limits of IAM, and wait each for the policy that has its knowledge base', (_, base) => {
    const stack = withJobs((index) => [base(index), `DS${String(index % 7).padStart(8, '0')}`]);
    const awaited = awaitedOf(stack, INGESTION_JOB_TYPE, 'bedrock:StartIngestionJob');

    expectWithinLimits(policiesOf([stack]));
    expect(new Set(allowedFor(stack, 'bedrock:StartIngestionJob'))).toEqual(
      new Set(numbers(100).map((index) => `${BASES}/${base(index)}`)),
    );
    awaited.forEach((arns, index) => expect(arns).toContain(`${BASES}/${base(index)}`));
    expect(awaited).toHaveLength(100);
  });
});

test('a knowledge base that is made after a job is in no policy that other jobs wait for', () => {
  const stack = newStack();
  for (const index of numbers(10)) {
    ingestionJob(stack, `Ingest${index}`, { dataSource: IngestionDataSource.fromIds(baseOf(index), 'DS00000000') });
  }
  const source = dataSourceInApp(stack);
  const base = stack.node.findChild('Base');
  base.node.addDependency(stack.node.findChild('Ingest9'));
  ingestionJob(stack, 'Last', { dataSource: IngestionDataSource.fromCfnDataSource(source) });
  const { Resources } = templateOf(stack);
  const policies = Object.entries(Resources).filter(([, { Properties }]) =>
    JSON.stringify(Properties.PolicyDocument ?? '').includes('KnowledgeBaseId'),
  );
  expect(policies.map(([id, { Type }]) => [id.slice(0, 11), Type])).toEqual([['LastHandler', 'AWS::IAM::Policy']]);
});

test('100 references to jobs stay within the limits of IAM, and wait each for the policy that has its job', () => {
  const stack = newStack();
  const arnOf = (index: number) => `${JOBS}/${nameOf(index)}`;
  for (const index of numbers(100)) CompilationJob.fromCompilationJobName(stack, `Job${index}`, nameOf(index));
  const awaited = awaitedOf(stack, REFERENCE_TYPE, 'sagemaker:DescribeCompilationJob');

  expectWithinLimits(policiesOf([stack]));
  expect(allowedFor(stack, 'sagemaker:DescribeCompilationJob')).toHaveLength(200);
  awaited.forEach((arns, index) => expect(arns).toContain(arnOf(index)));
  expect(awaited).toHaveLength(100);
});

test('names, knowledge bases and references of several stacks count together, where they have one engine', () => {
  const app = new App();
  const engine = new JobEngine(new Stack(app, 'Engine'), 'Jobs');
  const stacks = numbers(3).map((number) => {
    const stack = new Stack(app, `Stack${number}`);
    for (const index of numbers(15)) {
      compilationJob(stack, `Compile${index}`, { engine, compilationJobName: nameOf(100 * number + index) });
      const dataSource = IngestionDataSource.fromIds(baseOf(100 * number + index), 'DS00000000');
      ingestionJob(stack, `Ingest${index}`, { engine, dataSource });
    }
    return stack;
  });
  app.synth();
  const { inRole, managed } = policiesOf([Stack.of(engine), ...stacks], 'JobsHandlerRole');
  expect(inRole).toBeLessThanOrEqual(MOST_IN_ROLE);
  expect(managed).toHaveLength(3);
  for (const stack of stacks) expect(looseEnds(templateOf(stack))).toEqual([]);
});

test('150 jobs of another stack with a role each that they brought stay within the limits of IAM', () => {
  const app = new App();
  const engine = new JobEngine(new Stack(app, 'Engine'), 'Jobs');
  const stack = new Stack(app, 'Stack');
  for (const index of numbers(150)) {
    const role = iam.Role.fromRoleArn(stack, `Mine${index}`, `arn:aws:iam::111122223333:role/${nameOf(index)}`);
    compilationJob(stack, `Compile${index}`, { engine, role, stackOutputs: false });
  }
  app.synth();
  expectWithinLimits(policiesOf([Stack.of(engine), stack], 'JobsHandlerRole'));
  expect(awaitedOf(stack, JOB_TYPE, 'iam:PassRole').flat()).toEqual(
    expect.arrayContaining(numbers(150).map((index) => `arn:aws:iam::111122223333:role/${nameOf(index)}`)),
  );
});

describe('a role that is brought for the handler', () => {
  const withRole = (roleOf: (role: iam.Role) => iam.IRole) => {
    const stack = newStack();
    const role = new iam.Role(stack, 'Handling', { assumedBy: servicePrincipal('lambda') });
    JobEngine.of(stack, { handlerRole: roleOf(role) });
    for (const index of numbers(40)) {
      compilationJob(stack, `Compile${index}`, { compilationJobName: nameOf(index), stackOutputs: false });
    }
    return policiesOf([stack], 'Handling');
  };

  test('has managed policies, too', () => expectWithinLimits(withRole((role) => role)));

  test('has none where its policies are kept elsewhere', () => {
    expect(withRole((role) => role.withoutPolicyUpdates())).toEqual({ inRole: 0, managed: [] });
  });
});

test('150 jobs that share a role are one resource each, and the policies of the role stay within the limit of IAM', () => {
  const stack = newStack();
  const role = new iam.Role(stack, 'Mine', { assumedBy: servicePrincipal('sagemaker') });
  for (const index of numbers(150)) compilationJob(stack, `Compile${index}`, { role, stackOutputs: false });
  const policies = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Policy'));
  Template.fromStack(stack).resourceCountIs(JOB_TYPE, 150);
  for (const { Properties } of policies) expect(lengthOf(Properties.PolicyDocument)).toBeLessThan(MOST_IN_ROLE);
});

test('150 jobs with a role each that they brought stay within the limits of IAM', () => {
  const stack = newStack();
  for (const index of numbers(150)) {
    const role = new iam.Role(stack, `Mine${index}`, { assumedBy: servicePrincipal('sagemaker') });
    compilationJob(stack, `Compile${index}`, { role: role.withoutPolicyUpdates(), stackOutputs: false });
  }
  expectWithinLimits(policiesOf([stack]));
  expect(allowedFor(stack, 'iam:PassRole')).toHaveLength(150);
});

test('150 jobs with a model each that nobody else calls stay within the limits of IAM', () => {
  const stack = newStack();
  for (const index of numbers(150)) {
    const foundationModels = [new FoundationModelIdentifier(NOVA)];
    const model = BatchInferenceModel.applicationInferenceProfile(`${APPLICATION}${index}`, { foundationModels });
    batchJob(stack, `Classify${index}`, { model, waitForCompletion: false, stackOutputs: false });
  }
  const { managed, ...rest } = policiesOf([stack]);
  expectWithinLimits({ managed, ...rest });

  const created = statementsOf(stack, HANDLER_ROLE).filter(({ actions }) => `${actions}` === CREATE);
  expect(created.flatMap(({ resources }) => resources)).toHaveLength(151);
  for (const { DependsOn } of Object.values(Template.fromStack(stack).findResources(BATCH_JOB_TYPE))) {
    const policies = (DependsOn as string[]).filter((id) => id.startsWith('cdkmljobsJobEngineModelInvocationJobMore'));
    expect(policies).toHaveLength(managed.length);
  }
});
