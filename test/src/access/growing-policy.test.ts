import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { BatchInferenceModel, JobEngine } from '../../../src';
import { JOB_KIND_KEYS } from '../../../src/contract';
import { batchJob } from '../sample-batch-job';
import { compilationJob } from '../sample-job';
import { SAMPLE_OF_KIND } from '../sample-of-kind';
import { PLAIN_IMAGE, trainingJob } from '../sample-training-job';
import { looseEnds, type TemplateBody } from '../template-body';

interface ReportedStatement {
  readonly Action: string | string[];
  readonly Resource: string | string[];
}

interface ReportedRole {
  readonly roleConstructPath: string;
  readonly assumeRolePolicy: readonly unknown[];
  readonly identityPolicyStatements: readonly ReportedStatement[];
  readonly managedPolicyStatements: readonly ReportedStatement[];
}

/** What the CDK reports of the roles that an app needs, and the templates of its stacks. */
function reportOf(app: App): { roles: Map<string, ReportedRole>; templates: Map<string, TemplateBody> } {
  const { directory, stacks } = app.synth();
  const { roles } = JSON.parse(readFileSync(path.join(directory, 'iam-policy-report.json'), 'utf8')) as {
    roles: ReportedRole[];
  };
  return {
    roles: new Map(roles.map((role) => [role.roleConstructPath, role])),
    templates: new Map(stacks.map(({ stackName, template }) => [stackName, template as TemplateBody])),
  };
}

const typesIn = ({ Resources }: TemplateBody) => Object.values(Resources).map(({ Type }) => Type);
const rightsOf = ({ identityPolicyStatements: statements }: ReportedRole) =>
  statements.map(({ Action, Resource }) => [[Action].flat()[0], Resource]);

const ENGINE = 'Stack/cdk-ml-jobs.JobEngine';
const NAMES = {
  [`${ENGINE}/HandlerRole`]: 'handler',
  [`${ENGINE}/StateMachineRole`]: 'machine',
  'Stack/Compile/Role': 'compile',
  'Stack/Train/Role': 'train',
};
const SAGEMAKER = 'arn:(PARTITION):sagemaker:(REGION):(ACCOUNT)';
const STATE_MACHINE = `(${ENGINE}/StateMachine/Resource`;
const HANDLER_RIGHTS = [
  ['logs:CreateLogStream', `(${ENGINE}/Log/Resource.Arn)`],
  ['sagemaker:CreateCompilationJob', `${SAGEMAKER}:compilation-job/named`],
  ['states:StartExecution', `${STATE_MACHINE}.Ref)`],
  ['states:StopExecution', `arn:(PARTITION):states:(REGION):(ACCOUNT):execution:${STATE_MACHINE}.Name):*`],
  ['sagemaker:CreateCompilationJob', `${SAGEMAKER}:compilation-job/stack--*`],
  ['sagemaker:CreateTrainingJob', `${SAGEMAKER}:training-job/stack--*`],
];

describe('where other people make the roles', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  iam.Role.customizeRoles(stack, { usePrecreatedRoles: NAMES });
  compilationJob(stack, 'Compile', { compilationJobName: 'named' });
  trainingJob(stack, 'Train', { debugRules: [{ name: 'Loss', image: PLAIN_IMAGE }] });
  const { roles, templates } = reportOf(app);
  const template = templates.get('Stack')!;

  test('no role and no policy is in the template, and nothing refers to one', () => {
    expect(typesIn(template).filter((type) => type.startsWith('AWS::IAM::'))).toEqual([]);
    expect(looseEnds(template)).toEqual([]);
  });

  test('the report has all that the handler may do; it passes the roles by their own names', () => {
    const rights = rightsOf(roles.get(`${ENGINE}/HandlerRole`)!);
    expect(rights).toEqual(expect.arrayContaining(HANDLER_RIGHTS));
    expect(rights).toContainEqual([
      'iam:PassRole',
      ['arn:(PARTITION):iam::(ACCOUNT):role/compile', 'arn:(PARTITION):iam::(ACCOUNT):role/train'],
    ]);
    expect(rights).toHaveLength(HANDLER_RIGHTS.length + 1);
  });

  test('the report has what the state machine and the jobs may do, and whom their roles trust', () => {
    expect(rightsOf(roles.get(`${ENGINE}/StateMachineRole`)!)).toEqual([
      ['lambda:InvokeFunction', `(${ENGINE}/Handler/Resource.Arn)`],
    ]);
    expect(rightsOf(roles.get('Stack/Compile/Role')!)).toContainEqual([
      's3:GetObject',
      'arn:(PARTITION):s3:::models/penguins/model.tar.gz',
    ]);
    const trust = JSON.stringify(roles.get('Stack/Train/Role')!.assumeRolePolicy);
    expect(trust).toContain(':training-job/stack--train--*');
    expect(trust).toContain(':processing-job/*');
  });
});

test('a report that is made beside the roles is as whole, and says nothing twice', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  iam.Role.customizeRoles(stack, { preventSynthesis: false });
  compilationJob(stack, 'Compile', { compilationJobName: 'named' });
  trainingJob(stack, 'Train');
  const { roles, templates } = reportOf(app);
  const rights = rightsOf(roles.get(`${ENGINE}/HandlerRole`)!);
  expect(rights).toEqual(expect.arrayContaining(HANDLER_RIGHTS));
  expect(rights).toHaveLength(HANDLER_RIGHTS.length + 2);
  expect(typesIn(templates.get('Stack')!)).toEqual(expect.arrayContaining(['AWS::IAM::Role', 'AWS::IAM::Policy']));
});

test('many models are in the report of the handler without a managed policy', () => {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  const jobs = Array.from({ length: 30 }, (_, index) => `Job${index}`);
  const jobRoles = Object.fromEntries(jobs.map((id) => [`Stack/${id}/Role`, id]));
  iam.Role.customizeRoles(stack, { usePrecreatedRoles: { ...NAMES, ...jobRoles } });
  for (const id of jobs) {
    batchJob(stack, id, { model: BatchInferenceModel.inferenceProfile(`us.amazon.nova-lite-${id.toLowerCase()}:0`) });
  }
  const { roles, templates } = reportOf(app);
  expect(typesIn(templates.get('Stack')!).filter((type) => type.startsWith('AWS::IAM::'))).toEqual([]);
  const { identityPolicyStatements, managedPolicyStatements } = roles.get(`${ENGINE}/HandlerRole`)!;
  expect(managedPolicyStatements).toEqual([]);
  const on = identityPolicyStatements
    .filter(({ Action }) => Action === 'bedrock:CreateModelInvocationJob')
    .flatMap(({ Resource }) => Resource);
  const profile = (id: string) =>
    `arn:(PARTITION):bedrock:(REGION):(ACCOUNT):inference-profile/us.amazon.nova-lite-${id.toLowerCase()}:0`;
  expect(on).toEqual(expect.arrayContaining(jobs.map(profile)));
});

test('a stack with an engine of another stack reports what the engine may do for it', () => {
  const app = new App();
  iam.Role.customizeRoles(app, {
    usePrecreatedRoles: {
      'Engine/Jobs/HandlerRole': 'handler',
      'Engine/Jobs/StateMachineRole': 'machine',
      'Stack/Train/Role': 'train',
    },
  });
  const engine = new JobEngine(new Stack(app, 'Engine'), 'Jobs');
  trainingJob(new Stack(app, 'Stack'), 'Train', { engine });
  const { roles, templates } = reportOf(app);
  for (const template of templates.values()) {
    expect(typesIn(template).filter((type) => type.startsWith('AWS::IAM::'))).toEqual([]);
  }
  const rights = [...roles.values()].flatMap(rightsOf);
  expect(rights).toContainEqual(['iam:PassRole', 'arn:(PARTITION):iam::(ACCOUNT):role/train']);
  expect(rights).toContainEqual(['sagemaker:CreateTrainingJob', `${SAGEMAKER}:training-job/engine--*`]);
});

describe('with all flags of an app of today', () => {
  // with one of them, the ARN of a role that nobody has named yet is a text
  const context = jest.requireActual<object>('aws-cdk-lib/recommended-feature-flags.json');
  const env = { account: '111122223333', region: 'us-east-1' };
  const withEveryKind = (names?: { [path: string]: string }) => {
    const app = new App({ context: { ...context } });
    const stack = new Stack(app, 'Stack', { env });
    iam.Role.customizeRoles(stack, names && { usePrecreatedRoles: names });
    for (const kind of JOB_KIND_KEYS) SAMPLE_OF_KIND[kind](stack, kind);
    const compiled = compilationJob(stack, 'Compile');
    compiled.createModel(stack, 'Model');
    return app;
  };

  test('the report is as whole as where the roles have names', () => {
    const app = withEveryKind();
    // newer versions of the CDK fail for roles without names, and older ones leave it to the command line
    const errors = [''];
    try {
      app.synth();
    } catch (error) {
      errors.push(...String(error).split('\n'));
    }
    const unlike = errors.filter((line) => /^\w*error/i.test(line) && !line.includes('customizeRoles'));
    expect(unlike).toEqual([]);
    const report = JSON.parse(readFileSync(path.join(app.outdir, 'iam-policy-report.json'), 'utf8')) as {
      roles: ReportedRole[];
    };
    const names = Object.fromEntries(
      report.roles.map(({ roleConstructPath }, index) => [roleConstructPath, `r${index}`]),
    );
    const { roles } = reportOf(withEveryKind(names));
    const countOf = (role: ReportedRole) => [
      role.roleConstructPath,
      role.identityPolicyStatements.length,
      role.assumeRolePolicy.length,
    ];
    expect(report.roles.map(countOf)).toEqual([...roles.values()].map(countOf));
    expect(report.roles).toHaveLength(12);
  });
});
