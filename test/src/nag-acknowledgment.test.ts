import { App, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { AwsSolutionsChecks } from 'cdk-nag';
import { compilationJob, MODEL } from './sample-job';
import { JobEngine, ModelData } from '../../src';

/** What is read of a finding; cdk-nag's own types need a newer CDK than the oldest. */
interface Violation {
  readonly ruleName: string;
  readonly violatingResources: readonly { readonly constructPath: string }[];
}

/** What cdk-nag finds in the jobs that a function makes, and that nobody has explained. */
function findings(make: (stack: Stack) => void): string[] {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  make(stack);
  app.synth();
  const violations: readonly Violation[] = new AwsSolutionsChecks(app).validateScope(app).violations;
  return violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
  );
}

test('a job has no finding that is not explained', () => {
  expect(findings((stack) => compilationJob(stack, 'Compile', { modelData: ModelData.fromAsset(MODEL) }))).toEqual([]);
});

test('a job with a bucket of its own has none', () => {
  expect(findings((stack) => compilationJob(stack, 'Compile', { outputBucket: undefined, outputPrefix: 'a' }))).toEqual(
    [],
  );
});

test('a job with a role that was brought has one, for on that role an explanation would hide findings of yours', () => {
  const make = (stack: Stack) =>
    compilationJob(stack, 'Compile', {
      role: new iam.Role(stack, 'Mine', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') }),
    });
  expect(findings(make)).toEqual([
    expect.stringMatching(
      /IAM5\[Resource::\*\]: .* at Stack\/Mine\/DefaultPolicy\/Resource|IAM5\[Resource::\*\] at Stack\/Mine\/DefaultPolicy\/Resource/,
    ),
  ]);
});

test('jobs, engine and keys in a VPC have none', () => {
  const make = (stack: Stack) => {
    const vpc = ec2.Vpc.fromVpcAttributes(stack, 'Vpc', {
      vpcId: 'vpc-0123456789abcdef0',
      availabilityZones: ['us-east-1a'],
      privateSubnetIds: ['subnet-0123456789abcdef0'],
    });
    const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
    const engine = new JobEngine(stack, 'Jobs', { vpc, encryptionKey });
    compilationJob(stack, 'Compile', { engine, vpc, outputBucket: undefined, outputEncryptionKey: encryptionKey });
  };
  expect(findings(make)).toEqual([]);
});

test('a finding of yours is still found', () => {
  const make = (stack: Stack) => {
    const job = compilationJob(stack, 'Compile');
    job.role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['s3:*'], resources: ['arn:aws:s3:::mine/*'] }));
  };
  expect(findings(make)).toEqual([
    expect.stringMatching(/IAM5\[Action::s3:\*\]/),
    expect.stringMatching(/IAM5\[Resource::arn:aws:s3:::mine\/\*\]/),
  ]);
});
