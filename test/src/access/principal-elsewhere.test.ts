import { App, Stack, Stage } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { CompilationJob, ModelData } from '../../../src';
import { compilationJob } from '../sample-job';

const JOBS = { env: { account: '111122223333', region: 'us-east-1' } };
const DATA = { env: { account: '444455556666', region: 'us-east-1' } };
const ROLES = 'arn:<AWS::Partition>:iam::111122223333:role/cdk-ml-jobs/us-east-1/jobs/*';

interface Policy {
  readonly Properties: { readonly PolicyDocument: { readonly Statement: readonly object[] } };
}

const bucketIn = (stack: Stack): Bucket => new Bucket(stack, 'Models', { bucketName: 'models' });

/** A job whose model lies in a bucket. */
function jobOf(stack: Stack, bucket: Bucket, role?: Role): CompilationJob {
  return compilationJob(stack, 'Compile', { modelData: ModelData.fromBucket(bucket, 'model.tar.gz'), role });
}

/** What the policy of a stack's bucket says. */
function bucketPolicy(stack: Stack): unknown {
  const policies = Object.values(Template.fromStack(stack).findResources('AWS::S3::BucketPolicy')) as Policy[];
  const text = JSON.stringify(policies.flatMap(({ Properties }) => Properties.PolicyDocument.Statement));
  const joined = text.replace(
    /\{"Fn::Join":\["",\["arn:",\{"Ref":"AWS::Partition"\},"([^"]*)"\]\]\}/g,
    '"arn:<AWS::Partition>$1"',
  );
  return JSON.parse(joined);
}

test('a bucket in another account lets in the roles of the jobs of the stack, and is deployed before', () => {
  const app = new App();
  const [data, jobs] = [new Stack(app, 'Data', DATA), new Stack(app, 'Jobs', JOBS)];
  jobOf(jobs, bucketIn(data));
  const arn = { 'Fn::GetAtt': ['ModelsC55D3500', 'Arn'] };
  const allow = {
    Effect: 'Allow',
    Principal: { AWS: 'arn:<AWS::Partition>:iam::111122223333:root' },
    Condition: { ArnLike: { 'aws:PrincipalArn': ROLES } },
  };

  expect(bucketPolicy(data)).toEqual([
    { ...allow, Action: ['s3:GetBucketLocation', 's3:ListBucket'], Resource: arn },
    { ...allow, Action: 's3:GetObject', Resource: { 'Fn::Join': ['', [arn, '/model.tar.gz']] } },
  ]);
  expect(jobs.dependencies).toEqual([data]);
});

test('a role that has a name is let in by that name', () => {
  const app = new App();
  const [data, jobs] = [new Stack(app, 'Data', DATA), new Stack(app, 'Jobs', JOBS)];
  const role = new Role(jobs, 'Role', {
    roleName: 'compiler',
    path: '/jobs/',
    assumedBy: new ServicePrincipal('sagemaker.amazonaws.com'),
  });
  jobOf(jobs, bucketIn(data), role);

  expect(bucketPolicy(data)).toEqual(
    [expect.anything(), expect.anything()].map(() =>
      expect.objectContaining({ Principal: { AWS: 'arn:<AWS::Partition>:iam::111122223333:role/jobs/compiler' } }),
    ),
  );
  expect(jobs.dependencies).toEqual([]);
});

test('in the account of the job, the policy of the bucket says nothing', () => {
  const app = new App();
  const [data, jobs] = [new Stack(app, 'Data', JOBS), new Stack(app, 'Jobs', JOBS)];
  jobOf(jobs, bucketIn(data));

  expect(bucketPolicy(data)).toEqual([]);
});

test('stages of a pipeline are deployed in the order that the pipeline says', () => {
  const app = new App();
  const inStage = (id: string, props: object): Construct => new Stage(app, id, props);
  const data = new Stack(inStage('First', DATA), 'Data');
  const jobs = new Stack(inStage('Then', JOBS), 'Jobs');
  jobOf(jobs, bucketIn(data));

  expect(jobs.dependencies).toEqual([]);
});

test('the stacks of both are in order without the method that newer versions of the CDK call otherwise', () => {
  const addDependency = jest.spyOn(Stack.prototype, 'addDependency');
  const app = new App();
  const [jobs, data] = [new Stack(app, 'Jobs', JOBS), new Stack(app, 'Data', DATA)];
  jobOf(jobs, bucketIn(data));

  expect(app.synth().stacks.map(({ stackName }) => stackName)).toEqual(['Data', 'Jobs']);
  expect(addDependency).not.toHaveBeenCalled();
});
