import { Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { cleanUp, newRehearsal } from './deployment';
import { ONE_JOB, type PermittedApp } from './permitted-apps';
import { assembliesOf } from './rehearsed-life';
import { templateStatements, without } from './template-statements';
import { JobEngine } from '../../src';
import { batchJob } from '../src/sample-batch-job';
import { compilationJob } from '../src/sample-job';
import { trainingJob } from '../src/sample-training-job';

afterEach(cleanUp);

const app = (make: (stack: Stack) => void): PermittedApp => ({
  name: 'an app',
  stages: ['created'],
  make: (scope) => make(new Stack(scope, 'App')),
});

const TRAINING = app((stack) => trainingJob(stack, 'Train'));
const BATCH = app((stack) => batchJob(stack, 'Batch'));
const ENGINE = app((stack) => {
  const subnetType = ec2.SubnetType.PRIVATE_ISOLATED;
  const vpc = new ec2.Vpc(stack, 'Vpc', { maxAzs: 1, subnetConfiguration: [{ name: 'jobs', subnetType }] });
  const engine = new JobEngine(stack, 'Jobs', {
    vpc,
    vpcSubnets: { subnetType },
    encryptionKey: new kms.Key(stack, 'Key'),
  });
  compilationJob(stack, 'Compile', { engine });
});
const HOSTING = app((stack) => {
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
  const compiled = compilationJob(stack, 'Compile');
  compiled.grantRead(role);
  const primaryContainer = { image: compiled.inferenceImage, modelDataUrl: compiled.modelArtifacts };
  const model = new sagemaker.CfnModel(stack, 'Model', { executionRoleArn: role.roleArn, primaryContainer });
  model.node.addDependency(role);
});

/** Deploys an app without one of its statements: what fails, and the statement that the rehearsal says is missing. */
async function deployWithout(permitted: PermittedApp, statement: RegExp, logicalId = /./) {
  const assemblies = assembliesOf(permitted);
  const [removed] = templateStatements(assemblies).filter(
    (each) => statement.test(each.text) && logicalId.test(each.logicalId),
  );
  const { ok, stacks, denials } = await without(removed, assemblies, async () =>
    newRehearsal().deploy(assemblies.get('created')!),
  );
  const reason = stacks.App.events.find(({ status }) => status === 'CREATE_FAILED')?.reason;
  return { ok, reason, missing: denials.map(({ denial }) => denial.missingStatement) };
}

test('a call of the handler is refused as in AWS', async () => {
  const { ok, reason, missing } = await deployWithout(ONE_JOB, /sagemaker:CreateCompilationJob/);
  expect(ok).toBe(false);
  expect(reason).toMatch(
    /AccessDeniedException: User: arn:aws:sts::111122223333:assumed-role\/App-cdkmljobsJobEngineHandlerRole[^/]+\/App-cdkmljobsJobEngineHandler[^ ]+ is not authorized to perform: sagemaker:DescribeCompilationJob on resource: arn:aws:sagemaker:us-east-1:111122223333:compilation-job\/app--compile--[0-9a-f]{12} because no identity-based policy allows the sagemaker:DescribeCompilationJob action \| Hint: allow sagemaker:DescribeCompilationJob on arn:aws:sagemaker:us-east-1:111122223333:compilation-job\/app--compile--[0-9a-f]{12} in a policy of the role 'App-cdkmljobsJobEngineHandlerRole/,
  );
  expect(missing).toEqual([
    {
      Effect: 'Allow',
      Action: 'sagemaker:DescribeCompilationJob',
      Resource: expect.stringMatching(/compilation-job\/app--compile--/),
    },
  ]);
});

test('a role is passed on only where that is allowed', async () => {
  const { reason, missing } = await deployWithout(ONE_JOB, /iam:PassRole/);
  expect(reason).toMatch(/is not authorized to perform: iam:PassRole on resource: arn:aws:iam::111122223333:role\//);
  expect(reason).toMatch(
    /Hint: the role 'App-cdkmljobsJobEngineHandlerRole[^']+' may not hand the role arn:aws:iam::111122223333:role\/[^ ]+ to the service/,
  );
  expect(missing).toEqual([
    {
      Effect: 'Allow',
      Action: 'iam:PassRole',
      Resource: expect.stringMatching(/role\/cdk-ml-jobs\/us-east-1\/app\/App-CompileRole/),
      Condition: { StringEquals: { 'iam:PassedToService': 'sagemaker.amazonaws.com' } },
    },
  ]);
});

test.each<[string, PermittedApp, RegExp, RegExp]>([
  [
    'a compilation job that may not read its model fails',
    ONE_JOB,
    /"s3:GetObject"/,
    /The compilation job ended as FAILED: ClientError: User: .* is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::models\/penguins\/model\.tar\.gz" because no identity-based policy allows the s3:GetObject action \| Hint: allow s3:GetObject on arn:aws:s3:::models\/penguins\/model\.tar\.gz in a policy of the role 'App-CompileRole/,
  ],
  [
    'a training job that may not list its input is refused',
    TRAINING,
    /"s3:ListBucket".*:::data"/,
    /ValidationException: Unauthorized to List objects under S3 URL s3:\/\/data\/penguins\/ with role arn:aws:iam::111122223333:role\//,
  ],
  [
    'a training job that may not download its input fails',
    TRAINING,
    /"s3:GetObject".*:::data/,
    /ClientError: Data download failed:Unable to download object s3:\/\/data\/penguins\/data \(AccessDenied: User: /,
  ],
  [
    'a batch inference job that may not write its results fails',
    BATCH,
    /"s3:PutObject"/,
    /The batch inference job ended as Failed: .*is not authorized to perform: s3:PutObject on resource: "arn:aws:s3:::answers\/[a-z0-9]{12}\/manifest\.json\.out"/,
  ],
])('%s', async (_, permitted, statement, text) => {
  const { ok, reason } = await deployWithout(permitted, statement);
  expect(ok).toBe(false);
  expect(reason).toMatch(text);
});

test.each<[string, PermittedApp, RegExp]>([
  [
    'SageMaker',
    ONE_JOB,
    /ValidationException: Could not assume role arn:aws:iam::111122223333:role\/.*CompileRole.*\| Hint: the role must exist and trust sagemaker\.amazonaws\.com/,
  ],
  [
    'Bedrock',
    BATCH,
    /ValidationException: Could not assume provided IAM role\. Please ensure that the role arn:aws:iam.*\| Hint: the job's role must exist and trust bedrock\.amazonaws\.com/,
  ],
])('%s assumes the role of a job only where its trust policy allows it', async (_, permitted, text) => {
  const { ok, reason } = await deployWithout(permitted, /sts:AssumeRole/, /^(Compile|Batch)Role/);
  expect(ok).toBe(false);
  expect(reason).toMatch(text);
});

test.each<[string, RegExp, RegExp, string]>([
  ['Lambda', /lambda\.amazonaws\.com/, /HandlerRole/, 'The role defined for the function cannot be assumed by Lambda.'],
  [
    'Step Functions',
    /states\.amazonaws\.com/,
    /StateMachineRole/,
    'Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.',
  ],
  [
    'CloudWatch Logs',
    /kms:Encrypt\*/,
    /^Key/,
    'The specified KMS key does not exist or is not allowed to be used with Arn ',
  ],
])('%s refuses what it may not use', async (_, statement, logicalId, text) => {
  const { ok, reason } = await deployWithout(ENGINE, statement, logicalId);
  expect(ok).toBe(false);
  expect(reason).toContain(`Resource handler returned message: "${text}`);
});

test('a model is hosted only where its role may read it', async () => {
  const { ok, reason } = await deployWithout(HOSTING, /"s3:GetObject"/, /^RoleDefaultPolicy/);
  expect(ok).toBe(false);
  expect(reason).toContain('Could not access model data at s3://artifacts/app--compile--');
});

test('what nobody notices in AWS fails the rehearsal, though the stack is deployed', async () => {
  const assemblies = assembliesOf(ONE_JOB);
  const [logs] = templateStatements(assemblies).filter(({ text }) => text.includes('logs:DescribeLogStreams'));
  const { ok, stacks, denials } = await without(logs, assemblies, async () =>
    newRehearsal().deploy(assemblies.get('created')!),
  );
  expect(ok).toBe(false);
  expect(stacks.App.status).toBe('CREATE_COMPLETE');
  expect(denials.map(({ denial, isUnnoticed }) => [denial.access.action, isUnnoticed])).toEqual([
    ['logs:CreateLogGroup', true],
    ['logs:DescribeLogStreams', true],
    ['logs:CreateLogStream', true],
    ['logs:PutLogEvents', true],
  ]);
});
