import { App, CfnResource, Fn, NestedStack, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { CfnModel } from 'aws-cdk-lib/aws-sagemaker';
import { StringParameter } from 'aws-cdk-lib/aws-ssm';
import { type CompilationJob, IngestionDataSource } from '../../../src';
import { JOB_KIND_KEYS, type JobKindKey } from '../../../src/contract';
import { dataSourceInApp, INGESTION_JOB_TYPE, ingestionJob } from '../sample-ingestion-job';
import { compilationJob, JOB_TYPE, newStack } from '../sample-job';
import { SAMPLE_OF_KIND } from '../sample-of-kind';
import { TRANSFORM_JOB_TYPE, transformJob } from '../sample-transform-job';

const roleIn = (stack: Stack, id = 'Mine') =>
  new iam.Role(stack, id, {
    assumedBy: new iam.CompositePrincipal(
      new iam.ServicePrincipal('sagemaker.amazonaws.com'),
      new iam.ServicePrincipal('bedrock.amazonaws.com'),
    ),
  });

const readFrom = (resource: string) => new iam.PolicyStatement({ actions: ['s3:GetObject'], resources: [resource] });
const READ = readFrom('arn:aws:s3:::penguins/*');

const PROPERTY_WITH_ROLE: { readonly [kind in JobKindKey]?: string } = { TransformJob: 'modelRole' };
const KINDS_WITH_ROLE = JOB_KIND_KEYS.filter((kind) => kind !== 'IngestionJob');

/** What a resource of the template waits for. */
function awaitedBy(stack: Stack, type: string, id = ''): string[] {
  const found = Object.entries(Template.fromStack(stack).findResources(type));
  const [, resource] = found.find(([logicalId]) => logicalId.startsWith(id))!;
  return [resource.DependsOn ?? []].flat();
}

const idOf = (stack: Stack, { node }: { readonly node: iam.IRole['node'] }): string =>
  stack.getLogicalId(node.defaultChild as CfnResource);

/** What the job is called in the template. */
const jobIdIn = (stack: Stack): string => idOf(stack, stack.node.findChild('Compile') as CompilationJob);

/** The resources of a template in which CloudFormation finds a circle. */
function circleIn(stack: Stack): string[] {
  const { Resources } = Template.fromStack(stack).toJSON() as { Resources: Record<string, { DependsOn?: string[] }> };
  const namedIn = (value: unknown): string[] => {
    if (typeof value !== 'object' || value === null) return [];
    const { Ref, ...functions } = value as { Ref?: string; 'Fn::GetAtt'?: string[]; 'Fn::Sub'?: string };
    const substituted = functions['Fn::Sub']?.match(/(?<=\$\{)\w+/g) ?? [];
    return [Ref ?? [], functions['Fn::GetAtt']?.[0] ?? [], substituted, Object.values(value).flatMap(namedIn)].flat();
  };
  let left = Object.keys(Resources);
  const isFree = (id: string) =>
    [Resources[id].DependsOn ?? [], namedIn(Resources[id])].flat().every((each) => !left.includes(each));
  for (let free = left.filter(isFree); free.length > 0; free = left.filter(isFree)) {
    left = left.filter((id) => !free.includes(id));
  }
  return left;
}

describe.each(KINDS_WITH_ROLE)('a job of the kind %s', (kind) => {
  const typeOf = (stack: Stack) =>
    Object.values(Template.fromStack(stack).toJSON().Resources as Record<string, { Type: string }>)
      .map(({ Type }) => Type)
      .find((type) => type.startsWith('Custom::') && type.endsWith(kind))!;

  test('waits for the policies that others attach to its role, before and after it is made', () => {
    const stack = newStack();
    const role = roleIn(stack);
    const before = new iam.Policy(stack, 'Before', { roles: [role], statements: [READ] });
    SAMPLE_OF_KIND[kind](stack, 'Job', { [PROPERTY_WITH_ROLE[kind] ?? 'role']: role });
    const managed = new iam.ManagedPolicy(stack, 'Managed', { roles: [role], statements: [READ] });
    const inline = new iam.Policy(stack, 'Inline', { statements: [READ] });
    role.attachInlinePolicy(inline);

    const expected = [before, managed, inline].map((policy) => idOf(stack, policy));
    expect(awaitedBy(stack, typeOf(stack))).toEqual(expect.arrayContaining(expected));
    expect(circleIn(stack)).toEqual([]);
  });
});

test('an ingestion job waits for the policies that others attach to the role of its knowledge base', () => {
  const stack = newStack();
  const role = roleIn(stack);
  ingestionJob(stack, 'Ingest', {
    dataSource: IngestionDataSource.fromCfnDataSource(dataSourceInApp(stack, { role })),
  });
  const policy = new iam.Policy(stack, 'Policy', { roles: [role], statements: [READ] });

  expect(awaitedBy(stack, INGESTION_JOB_TYPE)).toContain(idOf(stack, policy));
});

test('a transform job waits for the policies of the role that its model has in the app', () => {
  const stack = newStack();
  const role = roleIn(stack);
  const model = new CfnModel(stack, 'Model', { executionRoleArn: role.roleArn });
  transformJob(stack, 'Score', { modelName: undefined, model });
  role.addToPolicy(READ);
  const policy = new iam.Policy(stack, 'Policy', { roles: [role], statements: [READ] });

  expect(awaitedBy(stack, TRANSFORM_JOB_TYPE)).toEqual(
    expect.arrayContaining([idOf(stack, policy), expect.stringMatching(/^MineDefaultPolicy/)]),
  );
});

test('a model that hosts what a job has made waits for them, too', () => {
  const stack = newStack();
  const role = roleIn(stack);
  compilationJob(stack, 'Compile').createModel(stack, 'Model', { role });
  const policy = new iam.Policy(stack, 'Policy', { roles: [role], statements: [READ] });

  expect(awaitedBy(stack, 'AWS::SageMaker::Model')).toContain(idOf(stack, policy));
});

test('policies are attached to generated roles, to roles by their names and as resources', () => {
  const stack = newStack();
  const job = compilationJob(stack, 'Own');
  const toOwn = new iam.Policy(stack, 'ToOwn', { roles: [job.role], statements: [READ] });
  expect(awaitedBy(stack, JOB_TYPE)).toContain(idOf(stack, toOwn));

  const named = newStack();
  const role = iam.Role.fromRoleName(named, 'Known', 'penguins', { mutable: false });
  compilationJob(named, 'Compile', { role });
  new iam.CfnRolePolicy(named, 'Resource', { roleName: 'penguins', policyName: 'more' });
  new iam.CfnRolePolicy(named, 'Other', { roleName: 'others', policyName: 'more' });
  expect(awaitedBy(named, JOB_TYPE)).toContain('Resource');
  expect(awaitedBy(named, JOB_TYPE)).not.toContain('Other');
});

test('the policies of other stacks are left to their stacks', () => {
  const app = new App();
  const [stack, other] = [new Stack(app, 'Stack'), new Stack(app, 'Other')];
  const role = roleIn(stack);
  compilationJob(stack, 'Compile', { role });
  new iam.Policy(other, 'Policy', { roles: [role], statements: [READ] });

  expect(stack.dependencies).toEqual([]);
  expect(awaitedBy(stack, JOB_TYPE).join()).not.toContain('Policy0');
});

describe('a policy that comes after the job is not waited for', () => {
  test.each<[string, (stack: Stack, artifacts: string) => string]>([
    ['it names what the job makes', (_, artifacts) => artifacts],
    [
      'it names what is made of that',
      (stack, stringValue) => new StringParameter(stack, 'Place', { stringValue }).parameterArn,
    ],
    [
      'it names what a nested stack makes of it',
      (stack, stringValue) =>
        new StringParameter(new NestedStack(stack, 'Nested'), 'Place', { stringValue }).parameterArn,
    ],
    [
      'it names what a nested stack has that needs it for something else',
      (stack, stringValue) => {
        const nested = new NestedStack(stack, 'Nested');
        new StringParameter(nested, 'Place', { stringValue });
        return new Key(nested, 'Key').keyArn;
      },
    ],
    [
      'it names what waits for it',
      (stack) => {
        const key = new Key(stack, 'Key');
        key.node.addDependency(stack.node.findChild('Compile').node.findChild('Resource'));
        return key.keyArn;
      },
    ],
    [
      'it names a resource that waits for its resource',
      (stack) => {
        const key = new Key(stack, 'Key');
        const job = stack.node.findChild('Compile').node.defaultChild as CfnResource;
        (key.node.defaultChild as CfnResource).addDependency(job);
        return key.keyArn;
      },
    ],
    ['it names it in the words of the template', (stack) => Fn.getAtt(jobIdIn(stack), 'ModelArtifacts').toString()],
    ['it names it within a text', (stack) => `${Fn.ref(jobIdIn(stack))}/*`],
    ['it substitutes what it makes', (stack) => Fn.sub(`\${${jobIdIn(stack)}.ModelArtifacts}*`)],
    [
      'it names a resource to which a person has added that it waits for it',
      (stack) => {
        const key = new Key(stack, 'Key');
        (key.node.defaultChild as CfnResource).addOverride('DependsOn', [jobIdIn(stack)]);
        return key.keyArn;
      },
    ],
  ])('%s', (_why, resourceOf) => {
    const stack = newStack();
    const role = roleIn(stack);
    const job = compilationJob(stack, 'Compile', { role });
    const late = new iam.Policy(stack, 'Late', { roles: [role] });
    late.addStatements(readFrom(resourceOf(stack, job.modelArtifacts)));
    const early = new iam.Policy(stack, 'Early', { roles: [role], statements: [READ] });

    expect(circleIn(stack)).toEqual([]);
    expect(awaitedBy(stack, JOB_TYPE)).toContain(idOf(stack, early));
    expect(awaitedBy(stack, JOB_TYPE)).not.toContain(idOf(stack, late));
  });
});

test('two jobs wait for one after the other through a policy, but not for each other', () => {
  const stack = newStack();
  const roles = ['First', 'Second'].map((id) => roleIn(stack, id));
  const [first] = roles.map((role, index) => compilationJob(stack, ['A', 'B'][index], { role }));
  const onFirst = new iam.Policy(stack, 'OnFirst', { roles: [roles[1]], statements: [readFrom(first.modelArtifacts)] });
  expect(circleIn(stack)).toEqual([]);
  expect(awaitedBy(stack, JOB_TYPE, 'B')).toContain(idOf(stack, onFirst));

  const mutual = newStack();
  const mine = ['First', 'Second'].map((id) => roleIn(mutual, id));
  const jobs = mine.map((role, index) => compilationJob(mutual, ['A', 'B'][index], { role }));
  jobs.forEach(({ modelArtifacts }, index) => {
    new iam.Policy(mutual, `On${index}`, { roles: [mine[1 - index]], statements: [readFrom(modelArtifacts)] });
  });
  expect(circleIn(mutual)).toEqual([]);
});
