import { CfnResource, CustomResource, Duration, Fn, Lazy, Stack, Tags } from 'aws-cdk-lib';
import * as bedrock from 'aws-cdk-lib/aws-bedrock';
import { CfnSubnet } from 'aws-cdk-lib/aws-ec2';
import { CfnRole } from 'aws-cdk-lib/aws-iam';
import { Bucket, CfnBucket } from 'aws-cdk-lib/aws-s3';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import {
  BatchInferenceInput,
  BatchInferenceModel,
  CompilationJob,
  type CompilationJobProps,
  type ModelInvocationJobProps,
} from '../../../src';
import { comesAfterJobs, identifyJob, upstreamIdentities } from '../../../src/job/job-identity';
import { batchJob, NOVA } from '../sample-batch-job';
import { bucketNamed, compilationJob, newStack } from '../sample-job';
import { transformJob } from '../sample-transform-job';
import { looseEnds, templateOf } from '../template-body';

describe('the jobs whose results a value takes in', () => {
  const jobIn = (stack: Stack, id: string, identity: unknown) => {
    const resource = new CustomResource(stack, id, { serviceToken: 'arn', properties: { Request: identity } });
    identifyJob(resource, identity);
    return resource;
  };

  const idOf = ({ node, stack }: CustomResource) => stack.getLogicalId(node.defaultChild as CfnResource);

  test('are none where it refers to no job', () => {
    const stack = newStack();
    const resource = new CfnResource(stack, 'Other', { type: 'AWS::Some::Thing', properties: { Of: stack.region } });
    expect(upstreamIdentities(stack, [1, 'text', { name: resource.ref }, undefined])).toEqual([]);
  });

  test.each<[string, (resource: CustomResource) => unknown]>([
    ['a reference', ({ ref }) => ref],
    ['an attribute', (resource) => resource.getAtt('Result')],
    ['a part of a text', (resource) => `s3://bucket/${resource.getAttString('Result')}`],
    ['a part of an attribute', (resource) => Fn.select(3, Fn.split('/', resource.getAttString('Result')))],
    ['an item of a list', ({ ref }) => Lazy.list({ produce: () => [ref] })],
    ['the name of a member', ({ ref }) => ({ [ref]: 'value' })],
    ['its name in the template', (resource) => Fn.ref(idOf(resource))],
    ['its name in a function as the template has it', (resource) => ({ 'Fn::GetAtt': [idOf(resource), 'Result'] })],
    ['its name and an attribute in one text', (resource) => ({ 'Fn::GetAtt': `${idOf(resource)}.Result` })],
    ['its name within a text', (resource) => `s3://bucket/${Fn.getAtt(idOf(resource), 'Result').toString()}`],
    [
      'what is substituted',
      (resource) => Fn.sub(`s3://\${Bucket}/\${!no}\${${idOf(resource)}.Result}`, { Bucket: 'mine' }),
    ],
  ])('are found by %s', (_, use) => {
    const stack = newStack();
    expect(upstreamIdentities(stack, { member: [use(jobIn(stack, 'Job', ['mine']))] })).toEqual([['mine']]);
  });

  test('are found through other resources', () => {
    const stack = newStack();
    const job = jobIn(stack, 'Job', ['mine']);
    const model = new sagemaker.CfnModel(stack, 'Model', {
      executionRoleArn: 'role',
      primaryContainer: { modelDataUrl: job.getAttString('ModelArtifacts') },
    });
    expect(upstreamIdentities(stack, { ModelName: model.attrModelName })).toContainEqual(['mine']);
  });

  test('are found through other jobs, each once', () => {
    const stack = newStack();
    const first = jobIn(stack, 'First', ['first']);
    const second = jobIn(stack, 'Second', ['second', first.ref]);
    const third = jobIn(stack, 'Third', ['third', second.ref]);
    expect(upstreamIdentities(stack, [third.ref, first.ref])).toEqual([
      ['third', second.ref],
      ['second', first.ref],
      ['first'],
    ]);
  });

  test('are found in other stacks', () => {
    const stack = newStack();
    const job = jobIn(new Stack(stack.node.root, 'Jobs'), 'Job', ['mine']);
    expect(upstreamIdentities(stack, job.ref)).toEqual([['mine']]);
  });
});

describe('another resource is what it is by', () => {
  const thing = (properties: object, stack = newStack()) =>
    new CfnResource(stack, 'Thing', { type: 'AWS::Some::Thing', properties: { ...properties } });
  const identitiesOf = (resource: CfnResource) => upstreamIdentities(resource, resource.ref);

  test.each<[string, (stack: Stack) => CfnResource, unknown]>([
    ['its name', (stack) => new CfnBucket(stack, 'Bucket', { bucketName: 'reviews' }), { bucketName: 'reviews' }],
    [
      'the name of its role',
      (stack) => new CfnRole(stack, 'Role', { roleName: 'mine', assumeRolePolicyDocument: {} }),
      { roleName: 'mine' },
    ],
    [
      'its place in a network',
      (stack) => new CfnSubnet(stack, 'Subnet', { vpcId: 'vpc-1', cidrBlock: '10.0.0.0/24' }),
      { vpcId: 'vpc-1', cidrBlock: '10.0.0.0/24' },
    ],
  ])('%s', (_, make, identity) => {
    expect(identitiesOf(make(newStack()))).toEqual([identity]);
  });

  test('nothing where CloudFormation changes it in place, or makes its name', () => {
    const stack = newStack();
    const bucket = new Bucket(stack, 'Bucket', { versioned: true });
    expect(identitiesOf(bucket.node.defaultChild as CfnResource)).toEqual([]);
    expect(identitiesOf(thing({ Description: 'what it is' }))).toEqual([]);
  });

  test('what is overridden in it', () => {
    const resource = thing({});
    resource.addPropertyOverride('Name', 'other');
    expect(identitiesOf(resource)).toEqual([{ Properties: { Name: 'other' } }]);
  });
});

describe('what a value refers to comes after a job', () => {
  const resourceIn = (stack: Stack, id: string, properties: object = {}) =>
    new CfnResource(stack, id, { type: 'AWS::Some::Thing', properties: { ...properties } });

  test.each<[string, boolean, (job: CompilationJob, stack: Stack) => unknown]>([
    ['by an attribute of it', true, ({ compilationJobArn }) => compilationJobArn],
    ['by a resource with its results', true, (job, stack) => resourceIn(stack, 'A', { Of: job.modelArtifacts }).ref],
    [
      'by a resource that a person lets wait for it',
      true,
      (job, stack) => {
        const resource = resourceIn(stack, 'A');
        resource.node.addDependency(job);
        return resource.ref;
      },
    ],
    ['not by a resource beside it', false, (_, stack) => resourceIn(stack, 'A', { Of: stack.region }).ref],
    ['not by a text', false, () => 'arn:aws:bedrock:us-east-1:111122223333:knowledge-base/KB12345678'],
  ])('%s', (_, isAfter, make) => {
    const stack = newStack();
    expect(comesAfterJobs(stack, [make(compilationJob(stack, 'Compile'), stack)])).toBe(isAfter);
  });
});

describe('the ids of what waits for a job that takes the results of another', () => {
  /** The hash in the ids of what waits for the second of two jobs. */
  function hashAfter<Upstream>(make: (stack: Stack) => Upstream, objectKey: (upstream: Upstream) => string): string {
    const stack = newStack();
    const input = BatchInferenceInput.fromBucket(bucketNamed(stack, 'made'), objectKey(make(stack)));
    batchJob(stack, 'Downstream', { input });
    Tags.of(stack).add('team', 'ml');
    const template = templateOf(stack);
    expect(looseEnds(template)).toEqual([]);
    const ids = Object.keys(template.Resources).filter((id) => id.startsWith('DownstreamWaitCondition'));
    const hashes = new Set(ids.map((id) => id.slice(-8)));
    expect(hashes.size).toBe(1);
    return [...hashes][0];
  }

  const afterBatch = (props: Partial<ModelInvocationJobProps> = {}) =>
    hashAfter(
      (stack) => batchJob(stack, 'Upstream', props),
      ({ outputUri }) => `${Fn.select(3, Fn.split('/', outputUri))}/records.jsonl`,
    );
  const afterCompilation = (props: Partial<CompilationJobProps> = {}) =>
    hashAfter(
      (stack) => compilationJob(stack, 'Upstream', props),
      ({ compilationJobName }) => `${compilationJobName}/records.jsonl`,
    );

  test.each<[string, Partial<ModelInvocationJobProps>]>([
    ['another request', { requestOverrides: { modelId: 'amazon.nova-micro-v1:0' } }],
    ['another rerun key', { rerunKey: 'again' }],
    ['another name', { modelInvocationJobName: 'reviews' }],
  ])('change if the other, which has a long wait itself, has %s', (_, props) => {
    expect(afterBatch(props)).not.toBe(afterBatch());
  });

  test.each<[string, Partial<CompilationJobProps>]>([
    ['another request', { requestOverrides: { InputConfig: { Framework: 'KERAS' } } }],
    ['another rerun key', { rerunKey: 'again' }],
    ['another name', { compilationJobName: 'reviews' }],
  ])('change if the other, which is waited for as usual, has %s', (_, props) => {
    expect(afterCompilation(props)).not.toBe(afterCompilation());
  });

  test('change if the other, which is made elsewhere, is another one', () => {
    const afterReference = (name: string) =>
      hashAfter(
        (stack) => CompilationJob.fromCompilationJobName(stack, 'Upstream', name),
        ({ compilationJobName }) => `${compilationJobName}/records.jsonl`,
      );
    expect(afterReference('compile-2')).not.toBe(afterReference('compile-1'));
    expect(afterReference('compile-1')).toBe(afterReference('compile-1'));
  });

  test('change if a model that the job calls is replaced by another', () => {
    const afterModel = (image: string) => {
      const stack = newStack();
      const model = new sagemaker.CfnModel(stack, 'Model', { executionRoleArn: 'role', primaryContainer: { image } });
      transformJob(stack, 'Score', { modelName: model.attrModelName, waitTimeout: Duration.hours(2) });
      return Object.keys(templateOf(stack).Resources).filter((id) => id.startsWith('ScoreWaitCondition'));
    };
    expect(afterModel('second')).not.toEqual(afterModel('first'));
    expect(afterModel('first')).toEqual(afterModel('first'));
  });

  test('change if an inference profile that the job uses is replaced by another', () => {
    const afterProfile = (copyFrom: string) => {
      const stack = newStack();
      const profile = new bedrock.CfnApplicationInferenceProfile(stack, 'Profile', {
        inferenceProfileName: 'reviews',
        modelSource: { copyFrom },
      });
      const model = BatchInferenceModel.applicationInferenceProfile(profile.attrInferenceProfileArn, {
        foundationModels: [new bedrock.FoundationModelIdentifier(NOVA)],
      });
      batchJob(stack, 'Classify', { model });
      return Object.keys(templateOf(stack).Resources).filter((id) => id.startsWith('ClassifyWaitCondition'));
    };
    const source = `arn:aws:bedrock:us-east-1::foundation-model/${NOVA}`;
    expect(afterProfile(`${source}-2`)).not.toEqual(afterProfile(source));
    expect(afterProfile(source)).toEqual(afterProfile(source));
  });

  test.each<[string, Partial<ModelInvocationJobProps>]>([
    ['tags of its own', {}],
    ['another time to be waited for', { waitTimeout: Duration.hours(30) }],
    ['records that may fail', { maxErrorRecords: 5 }],
  ])('do not change if the other has %s', (_, props) => {
    const upstream = (stack: Stack) => {
      const job = batchJob(stack, 'Upstream', props);
      Tags.of(job).add('of', 'its own');
      return job;
    };
    const key = (uri: string) => `${Fn.select(3, Fn.split('/', uri))}/records.jsonl`;
    expect(hashAfter(upstream, ({ outputUri }) => key(outputUri))).toBe(afterBatch());
  });
});
