import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { everyFeature } from './every-feature';
import { everyJob } from './every-job';
import { EXPECTED_RIGHTS, limited, type Rights } from './expected-rights';
import { ENGINE_ROLE, rightsOf, rolesOf } from './role-statements';
import { newStack } from '../src/sample-job';

/** The actions that are allowed on all resources, and why they cannot be limited to some. */
const ON_ALL_RESOURCES: readonly (readonly [actions: RegExp, why: string])[] = [
  [
    /^bedrock:List(Evaluation|Model(Customization|Import|Invocation))Jobs$/,
    'no resource type: a job is found by its name',
  ],
  [/^bedrock:CreateModelImportJob$/, 'no resource type: what it makes has ids that the service chooses'],
  [/^cloudwatch:PutMetricData$/, 'no resource type'],
  [/^ecr:GetAuthorizationToken$/, 'no resource type'],
  [/^fsx:DescribeFileSystems$/, 'SageMaker looks a file system up in the list of all'],
  [/^ssmmessages:(Create|Open)(Control|Data)Channel$/, 'no resource type'],
  [/^ec2:Describe\w+$/, 'no resource type'],
  [/^xray:/, 'no resource type'],
  [/^logs:\w*(LogDeliver(y|ies)|ResourcePolic(y|ies)|LogGroups)$/, 'no resource type: the delivery of the log'],
  [/^ec2:(Create|Delete)NetworkInterface(Permission)?$/, 'the service chooses the ids of interfaces'],
  [
    /^ec2:(ModifyNetworkInterfaceAttribute|(Una|A)ssignPrivateIpAddresses)$/,
    'the service chooses the ids of interfaces',
  ],
];

const featured = newStack();
everyFeature(featured);
const roles = rolesOf(featured).filter((role) => !/^(Vpc|FastFiles|Files)/.test(role));

/** The rights of a role by resource and condition, without the hashes of logical ids and assets. */
function actualRights(role: string): Rights {
  const found: Record<string, Set<string>> = {};
  for (const { action, resource, condition } of rightsOf(featured, role)) {
    const place = limited(resource, condition)
      .replace(/(?<=<\w+)[0-9A-F]{8}(?=[.>])/g, '')
      .replace(/\b[0-9a-f]{64}\b/g, '<hash>');
    (found[place] ??= new Set()).add(action);
  }
  return sorted(Object.fromEntries(Object.entries(found).map(([place, actions]) => [place, [...actions]])));
}

function sorted(rights: Rights): Rights {
  return Object.fromEntries(Object.entries(rights).map(([place, actions]) => [place, [...actions].sort()]));
}

describe('the roles of the library, in stacks that use all that it has,', () => {
  test.each(Object.keys(EXPECTED_RIGHTS))('may do what they need, and nothing else: %s', (name) => {
    const [role] = roles.filter((id) => id.startsWith(name));
    expect(actualRights(role)).toEqual(sorted(EXPECTED_RIGHTS[name]));
  });

  test('are these', () => {
    const names = roles.map((id) => id.replace(/[0-9A-F]{8}$/, ''));
    expect(names.sort()).toEqual(Object.keys(EXPECTED_RIGHTS).sort());
  });

  test('have no action with a wildcard', () => {
    const actions = roles.flatMap((role) => rightsOf(featured, role).map(({ action }) => action));
    expect(actions.length).toBeGreaterThan(100);
    expect(actions.filter((action) => action.includes('*'))).toEqual([]);
  });

  test('have no action on all resources but those that cannot be limited', () => {
    const unlimited = roles
      .flatMap((role) => rightsOf(featured, role))
      .filter(({ resource }) => resource === '*')
      .filter(({ action }) => !ON_ALL_RESOURCES.some(([actions]) => actions.test(action)));
    expect(unlimited).toEqual([]);
  });

  test('delete no data but checkpoints, read no secret, and change no policy, no function and no other role', () => {
    const beyond = roles
      .flatMap((role) => rightsOf(featured, role).map((right) => ({ role, ...right })))
      .filter(
        ({ action }) =>
          /^(iam:(?!PassRole$)|lambda:(?!InvokeFunction$)|s3:(Delete|PutBucket)|secretsmanager:|ssm:)/.test(action) ||
          /^kms:(?!Decrypt$|Encrypt$|GenerateDataKey$|CreateGrant$|DescribeKey$)/.test(action),
      );
    expect(beyond.map(({ role, action, resource }) => [role.slice(0, 5), action, resource])).toEqual([
      ['Train', 's3:DeleteObject', 'arn:<AWS::Partition>:s3:::checkpoints/*'],
      ['TuneR', 's3:DeleteObject', 'arn:<AWS::Partition>:s3:::checkpoints/*'],
    ]);
  });

  test('have no policy that AWS keeps, and may change', () => {
    const policies = Object.entries(Template.fromStack(featured).findResources('AWS::IAM::Role'))
      .filter(([id]) => roles.includes(id))
      .map(([, { Properties }]) => Properties.ManagedPolicyArns as unknown);
    expect(policies).toHaveLength(roles.length);
    expect(policies.every((each) => each === undefined)).toBe(true);
  });
});

describe('the role of a job', () => {
  test('passes no role: a container that has its credentials cannot get those of another', () => {
    const jobRoles = roles.filter((role) => !role.startsWith('cdkmljobs'));
    expect(jobRoles).toHaveLength(Object.keys(EXPECTED_RIGHTS).filter((role) => !role.startsWith('cdkmljobs')).length);
    const beyond = jobRoles
      .flatMap((role) => rightsOf(featured, role).map(({ action }) => [role.replace(/Role.*/, ''), action] as const))
      .filter(([, action]) => /^(iam|sts|states):|^sagemaker:(?!Describe)|^bedrock:(?!InvokeModel$)/.test(action));
    // an evaluation may have a batch inference job ask the models, with no role that it could pass on
    const ofEvaluation = [
      'bedrock:CreateModelInvocationJob',
      'bedrock:GetInferenceProfile',
      'bedrock:InvokeModelWithResponseStream',
      'bedrock:StopModelInvocationJob',
    ];
    expect(new Set(beyond.map((each) => each.join(' ')))).toEqual(
      new Set(ofEvaluation.map((action) => `Evaluate ${action}`)),
    );
  });
});

function stackWithJobs(): Stack {
  const stack = newStack();
  everyJob(stack);
  return stack;
}

describe('the handler', () => {
  test('sees no data: neither objects nor keys', () => {
    const stack = stackWithJobs();
    expect(rightsOf(stack, ENGINE_ROLE).filter(({ action }) => /^(s3|kms|secretsmanager|ssm):/.test(action))).toEqual(
      [],
    );
  });

  test('has no environment variables, no layers and no other code than its own', () => {
    const functions = Object.values(Template.fromStack(stackWithJobs()).findResources('AWS::Lambda::Function'));
    expect(functions).toHaveLength(1);
    const [{ Properties }] = functions;
    expect(Properties).not.toHaveProperty('Environment');
    expect(Properties).not.toHaveProperty('Layers');
    expect(Object.keys(Properties.Code as object).sort()).toEqual(['S3Bucket', 'S3Key']);
  });
});
