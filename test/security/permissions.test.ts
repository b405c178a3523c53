import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { everyJob } from './every-job';
import { ENGINE_ROLE, rightsOf, rolesOf } from './role-statements';
import { JobEngine } from '../../src';
import { newStack } from '../src/sample-job';

/** Actions that IAM or the service cannot limit to resources beforehand, each with the roles that have it. */
const ON_ALL_RESOURCES: { readonly [action: string]: RegExp } = {
  // no resource type; found by name
  'bedrock:ListModelInvocationJobs': /^cdkmljobsJobEngineHandlerRole/,
  // no resource type
  'cloudwatch:PutMetricData': /^(Compile|Train)Role/,
};

/** In a VPC also what makes and finds network interfaces, which are not there beforehand. */
const ON_ALL_INTERFACES =
  /^ec2:(Describe\w+|(Create|Delete)NetworkInterface(Permission)?|ModifyNetworkInterfaceAttribute)$/;

function makeStack(isInVpc: boolean): Stack {
  const stack = newStack();
  const vpc = isInVpc ? new ec2.Vpc(stack, 'Vpc') : undefined;
  if (vpc) JobEngine.of(stack, { vpc });
  everyJob(stack, { vpc });
  return stack;
}

describe.each([
  ['outside of any VPC', false],
  ['in a VPC', true],
])('the roles of the library, %s,', (_, isInVpc) => {
  const stack = makeStack(isInVpc);
  const rights = rolesOf(stack)
    .filter((role) => !role.startsWith('VpcRestrict'))
    .flatMap((role) => rightsOf(stack, role).map((right) => ({ role, ...right })));

  test('have no action with a wildcard', () => {
    expect(rights.length).toBeGreaterThan(50);
    expect(rights.filter(({ action }) => action.includes('*'))).toEqual([]);
  });

  test('have no action on all resources but those that have none', () => {
    const unlimited = rights
      .filter(({ resource }) => resource === '*')
      .filter(({ role, action }) => !ON_ALL_RESOURCES[action]?.test(role))
      .filter(({ action }) => !isInVpc || !ON_ALL_INTERFACES.test(action));
    expect(unlimited).toEqual([]);
  });

  test('cannot delete data, read a secret or change a policy, a function or another role', () => {
    const services = new Set(rights.map(({ action }) => action.split(':')[0]));
    const known = ['bedrock', 'cloudwatch', 'iam', 'lambda', 'logs', 's3', 'sagemaker', 'states'];
    expect([...services].sort()).toEqual(isInVpc ? [...known, 'ec2'].sort() : known);
    const beyond = rights.filter(({ action }) =>
      /^(iam:(?!PassRole$)|lambda:(?!InvokeFunction$)|s3:(Delete|PutBucket))/.test(action),
    );
    expect(beyond).toEqual([]);
  });
});

describe('the handler', () => {
  const managedPolicies = (stack: Stack) =>
    Object.entries(Template.fromStack(stack).findResources('AWS::IAM::Role'))
      .filter(([id]) => id.startsWith(ENGINE_ROLE))
      .flatMap(
        ([, { Properties }]) => JSON.stringify(Properties.ManagedPolicyArns ?? []).match(/policy\/[\w/-]+/g) ?? [],
      );

  test('has a policy that AWS keeps in a VPC only', () => {
    expect(managedPolicies(makeStack(false))).toEqual([]);
    expect(managedPolicies(makeStack(true))).toEqual(['policy/service-role/AWSLambdaVPCAccessExecutionRole']);
  });

  test('sees no data: neither objects nor keys', () => {
    const stack = makeStack(false);
    expect(rightsOf(stack, ENGINE_ROLE).filter(({ action }) => /^(s3|kms|secretsmanager|ssm):/.test(action))).toEqual(
      [],
    );
  });

  test('has no environment variables, no layers and no other code than its own', () => {
    const functions = Object.values(Template.fromStack(makeStack(false)).findResources('AWS::Lambda::Function'));
    expect(functions).toHaveLength(1);
    const [{ Properties }] = functions;
    expect(Properties).not.toHaveProperty('Environment');
    expect(Properties).not.toHaveProperty('Layers');
    expect(Object.keys(Properties.Code as object).sort()).toEqual(['S3Bucket', 'S3Key']);
  });
});
