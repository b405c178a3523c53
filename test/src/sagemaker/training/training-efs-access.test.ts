import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as efs from 'aws-cdk-lib/aws-efs';
import * as iam from 'aws-cdk-lib/aws-iam';
import { TrainingInput } from '../../../../src/sagemaker/training/training-input';
import { statementsOf } from '../../policy-statements';
import { trainingJob } from '../../sample-training-job';
import { tuningJob, tuningTraining } from '../../sample-tuning-job';

const WARNING =
  "'inputs.train' is in the file system 'Stack/Files', whose policy lets no client mount it (elasticfilesystem:ClientMount) without authorization by IAM: no member of SageMaker's API asks for that, and a job may be refused. Make the file system with 'allowAnonymousAccess: true': its security group still says who can connect [ack: cdk-ml-jobs:efsAnonymousAccess]";

/** An app as `cdk init` makes it, or one of before the flag. */
const newApp = ({ denies = true } = {}) => new App({ context: { '@aws-cdk/aws-efs:denyAnonymousAccess': denies } });

function setUp(app = newApp(), props: Partial<efs.FileSystemProps> = {}) {
  const stack = new Stack(app, 'Stack');
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 2 });
  return { stack, vpc, fileSystem: new efs.FileSystem(stack, 'Files', { vpc, ...props }) };
}

function warningsOf(stack: Stack): unknown[] {
  return Annotations.fromStack(stack)
    .findWarning('*', Match.stringLikeRegexp('efsAnonymousAccess'))
    .map(({ entry }) => entry.data);
}

/** What is warned of where a training job reads the file system. */
function warningsFor({ stack, vpc, fileSystem }: ReturnType<typeof setUp>): unknown[] {
  trainingJob(stack, 'Train', { vpc, inputs: { train: TrainingInput.fromEfs(fileSystem, '/a') } });
  return warningsOf(stack);
}

const allowing = (statement: iam.PolicyStatementProps) =>
  new iam.PolicyDocument({ statements: [new iam.PolicyStatement(statement)] });
const ANYONE = [new iam.AnyPrincipal()];
const MOUNT = ['elasticfilesystem:ClientMount'];

test('a file system of an app of cdk init is warned of, once, and its template is as it was', () => {
  const set = setUp();
  expect(warningsFor(set)).toEqual([WARNING]);
  Template.fromStack(set.stack).hasResourceProperties('AWS::EFS::FileSystem', {
    FileSystemPolicy: {
      Statement: [
        {
          Action: ['elasticfilesystem:ClientWrite', 'elasticfilesystem:ClientRootAccess'],
          Condition: { Bool: { 'elasticfilesystem:AccessedViaMountTarget': 'true' } },
          Effect: 'Allow',
          Principal: { AWS: '*' },
        },
      ],
    },
  });
});

test('a grant to somebody else, after the job, is warned of', () => {
  const set = setUp(newApp({ denies: false }));
  const { stack, vpc, fileSystem } = set;
  trainingJob(stack, 'Train', { vpc, inputs: { train: TrainingInput.fromEfs(fileSystem, '/a') } });
  fileSystem.grantRead(new iam.Role(stack, 'Reader', { assumedBy: new iam.ServicePrincipal('ec2.amazonaws.com') }));
  expect(warningsOf(stack)).toEqual([WARNING]);
});

test.each<[string, iam.PolicyDocument]>([
  ['is for a role', allowing({ principals: [new iam.AccountRootPrincipal()], actions: MOUNT })],
  ['refuses everyone', allowing({ principals: ANYONE, actions: MOUNT, effect: iam.Effect.DENY })],
  ['lets everyone write only', allowing({ principals: ANYONE, actions: ['elasticfilesystem:ClientWrite'] })],
])('a policy of its own that %s is warned of', (_, fileSystemPolicy) => {
  expect(warningsFor(setUp(newApp({ denies: false }), { fileSystemPolicy }))).toEqual([WARNING]);
});

test.each<[string, Partial<efs.FileSystemProps>]>([
  ['is for anyone', { allowAnonymousAccess: true }],
  ['lets everyone mount', { fileSystemPolicy: allowing({ principals: ANYONE, actions: MOUNT }) }],
  ['lets everyone do all', { fileSystemPolicy: allowing({ principals: ANYONE, actions: ['elasticfilesystem:*'] }) }],
])('nothing is warned of where the file system %s', (_, props) => {
  expect(warningsFor(setUp(newApp(), props))).toEqual([]);
});

test('nothing is warned of in an app without the flag, nor of a file system from elsewhere', () => {
  expect(warningsFor(setUp(newApp({ denies: false })))).toEqual([]);
  const { stack, vpc } = setUp();
  const securityGroup = ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-1');
  const fileSystem = efs.FileSystem.fromFileSystemAttributes(stack, 'Old', {
    fileSystemId: 'fs-0123abcd',
    securityGroup,
  });
  trainingJob(stack, 'Train', { vpc, inputs: { train: TrainingInput.fromEfs(fileSystem, '/a') } });
  expect(warningsOf(stack)).toEqual([]);
});

test('the role may mount it, and write to it where the algorithm may', () => {
  const { stack, vpc, fileSystem } = setUp();
  const train = TrainingInput.fromEfs(fileSystem, '/a', { writable: true });
  trainingJob(stack, 'Train', { vpc, inputs: { train } });
  const actions = statementsOf(stack, 'TrainRole').flatMap((each) => each.actions);
  expect(actions.filter((action) => action.startsWith('elasticfilesystem:'))).toEqual([
    'elasticfilesystem:DescribeFileSystems',
    'elasticfilesystem:DescribeMountTargets',
    'elasticfilesystem:ClientMount',
    'elasticfilesystem:ClientWrite',
  ]);
});

test('a tuning job is warned of, too', () => {
  const { stack, vpc, fileSystem } = setUp();
  const inputs = { train: TrainingInput.fromEfs(fileSystem, '/a') };
  tuningJob(stack, 'Tune', { vpc, training: tuningTraining(stack, { inputs }) });
  expect(warningsOf(stack)).toEqual([WARNING.replace('inputs.train', 'training.inputs.train')]);
});
