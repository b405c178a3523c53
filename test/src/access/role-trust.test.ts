import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { batchJob } from '../sample-batch-job';
import { compilationJob, newStack } from '../sample-job';
import { trainingJob } from '../sample-training-job';
import { transformJob } from '../sample-transform-job';

const service = (name: string) => new iam.ServicePrincipal(`${name}.amazonaws.com`);

function lambdaRole(stack: Stack): iam.Role {
  return new iam.Role(stack, 'Mine', { assumedBy: service('lambda') });
}

const synthesis = (stack: Stack) => () => Template.fromStack(stack);

describe('a role that the service of the job may not assume', () => {
  test.each([
    [
      'a compilation job',
      'role',
      'sagemaker',
      (stack: Stack, role: iam.IRole) => compilationJob(stack, 'Job', { role }),
    ],
    ['a training job', 'role', 'sagemaker', (stack: Stack, role: iam.IRole) => trainingJob(stack, 'Job', { role })],
    [
      'a transform job',
      'modelRole',
      'sagemaker',
      (stack: Stack, role: iam.IRole) => transformJob(stack, 'Job', { modelRole: role }),
    ],
    ['a batch inference job', 'role', 'bedrock', (stack: Stack, role: iam.IRole) => batchJob(stack, 'Job', { role })],
  ])('fails as that of %s', (_, member, name, make) => {
    const stack = newStack();
    make(stack, lambdaRole(stack));
    expect(synthesis(stack)).toThrow(
      `[Stack/Job] '${member}' must be a role that '${name}.amazonaws.com' may assume, got 'Stack/Mine', which trusts 'lambda.amazonaws.com' only: make it with assumedBy: new iam.ServicePrincipal('${name}.amazonaws.com'), or let it trust that service as well`,
    );
  });

  test('fails though its policies are kept elsewhere', () => {
    const stack = newStack();
    trainingJob(stack, 'Job', { role: lambdaRole(stack).withoutPolicyUpdates() });
    expect(synthesis(stack)).toThrow("got 'Stack/Mine', which trusts 'lambda.amazonaws.com' only");
  });

  test('fails as a resource of CloudFormation, too', () => {
    const stack = newStack();
    const resource = new iam.CfnRole(stack, 'Cfn', {
      assumeRolePolicyDocument: {
        Statement: [
          {
            Effect: 'Allow',
            Action: ['sts:AssumeRole'],
            Principal: { Service: ['ec2.amazonaws.com'], AWS: 'arn:aws:iam::111122223333:root' },
          },
          { Effect: 'Allow', Action: 'sts:TagSession', Principal: { Service: 'sagemaker.amazonaws.com' } },
          { Effect: 'Deny', Action: 'sts:AssumeRole', Principal: { Service: 'sagemaker.amazonaws.com' } },
        ],
      },
    });
    trainingJob(stack, 'Job', { role: iam.Role.fromRoleArn(stack, 'Mine', resource.attrArn) });
    expect(synthesis(stack)).toThrow(
      "got 'Stack/Cfn', which trusts 'ec2.amazonaws.com' and 'arn:aws:iam::111122223333:root' only",
    );
  });
});

describe('nothing is said of a role', () => {
  test.each([
    ['that trusts several', new iam.CompositePrincipal(service('lambda'), service('sagemaker'))],
    [
      'that trusts under a condition',
      service('sagemaker').withConditions({ StringEquals: { 'aws:SourceAccount': '1' } }),
    ],
    ['that trusts everybody', new iam.AnyPrincipal()],
  ])('%s', (_, assumedBy) => {
    const stack = newStack();
    trainingJob(stack, 'Job', { role: new iam.Role(stack, 'Mine', { assumedBy }) });
    expect(synthesis(stack)).not.toThrow();
  });

  test('that comes to trust the service after the job was made', () => {
    const stack = newStack();
    const role = lambdaRole(stack);
    trainingJob(stack, 'Job', { role });
    role.assumeRolePolicy?.addStatements(
      new iam.PolicyStatement({ actions: ['sts:AssumeRole'], principals: [service('sagemaker')] }),
    );
    expect(synthesis(stack)).not.toThrow();
  });

  test('that was made elsewhere', () => {
    const stack = newStack();
    trainingJob(stack, 'Job', { role: iam.Role.fromRoleName(stack, 'Mine', 'mine') });
    expect(synthesis(stack)).not.toThrow();
  });

  test('whose trust only the deployment knows', () => {
    const stack = newStack();
    const Principal = { Service: { 'Fn::Sub': 'sagemaker.${AWS::URLSuffix}' } };
    const resource = new iam.CfnRole(stack, 'Cfn', {
      assumeRolePolicyDocument: { Statement: { Effect: 'Allow', Action: 'sts:AssumeRole', Principal } },
    });
    trainingJob(stack, 'Job', { role: iam.Role.fromRoleArn(stack, 'Mine', resource.attrArn) });
    expect(synthesis(stack)).not.toThrow();
  });
});
