import { App, Aws, Duration, Lazy, RemovalPolicy, Stack, Stage, Tags, Token } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import { JobEngine } from '../../../src';
import { compilationJob, JOB_TYPE, jobProperties, newStack, requestOf } from '../sample-job';

describe('the custom resource of a job', () => {
  test('is what the handler is told, and nothing else', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile', { rerunKey: 'again' });
    expect(jobProperties(stack)).toEqual({
      ServiceToken: { 'Fn::GetAtt': [expect.stringMatching(/^cdkmljobsJobEngineHandler/), 'Arn'] },
      ServiceTimeout: '1800',
      Kind: 'CompilationJob',
      NamePrefix: 'stack--compile',
      Request: expect.objectContaining({ StoppingCondition: { MaxRuntimeInSeconds: 900 } }),
      RerunKey: 'again',
      WaitForCompletion: 'true',
      WaitSeconds: '1500',
      StateMachineArn: { Ref: expect.stringMatching(/^cdkmljobsJobEngineStateMachine/) },
    });
  });

  test("is made after its role, the role's policies and the policies of the handler", () => {
    const stack = newStack();
    compilationJob(stack, 'Compile');
    Template.fromStack(stack).hasResource(JOB_TYPE, {
      DependsOn: [
        Match.stringLikeRegexp('^cdkmljobsJobEngineCompilationJob'),
        Match.stringLikeRegexp('^cdkmljobsJobEngineExecutions'),
        Match.stringLikeRegexp('^cdkmljobsJobEngineHandlerRole'),
        Match.stringLikeRegexp('^CompileRoleDefaultPolicy'),
        Match.stringLikeRegexp('^CompileRole'),
      ],
    });
  });

  test('depends on the policy of a role that was brought', () => {
    const stack = newStack();
    const role = new iam.Role(stack, 'Mine', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    compilationJob(stack, 'Compile', { role });
    Template.fromStack(stack).hasResource(JOB_TYPE, {
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('^MineDefaultPolicy')]),
    });
  });
});

describe('waiting', () => {
  test('takes the run time and ten minutes, and five more to stop the job and to answer', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile', { maxRuntime: Duration.minutes(45) });
    expect(jobProperties(stack)).toMatchObject({ WaitSeconds: '3300', ServiceTimeout: '3600' });
  });

  test('goes on behind wait conditions for a job that may run longer than a custom resource can wait', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile', { maxRuntime: Duration.minutes(46) });
    expect(jobProperties(stack)).toMatchObject({
      WaitForCompletion: 'true',
      WaitConditions: [expect.stringMatching(/^CompileWaitCondition1/)],
      WaitSeconds: '3360',
      ServiceTimeout: '3600',
    });
    Template.fromStack(stack).resourceCountIs('Custom::SageMakerCompilationJobResult', 1);
  });

  test('follows an override of the run time', () => {
    const stack = newStack();
    const requestOverrides = { StoppingCondition: { MaxRuntimeInSeconds: 1200 } };
    compilationJob(stack, 'Compile', { requestOverrides });
    expect(jobProperties(stack)).toMatchObject({ WaitSeconds: '1800', ServiceTimeout: '2100' });
  });

  test('is as long as a custom resource can where an override leaves the run time to the service', () => {
    const stack = newStack();
    const requestOverrides = { StoppingCondition: { MaxRuntimeInSeconds: undefined } };
    compilationJob(stack, 'Compile', { requestOverrides });
    expect(jobProperties(stack)).toMatchObject({ WaitForCompletion: 'true', WaitSeconds: '3300' });
  });

  test('is left out on request, for jobs of any length', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile', { maxRuntime: Duration.hours(3), waitForCompletion: false });
    expect(jobProperties(stack)).toMatchObject({
      WaitForCompletion: 'false',
      Request: { StoppingCondition: { MaxRuntimeInSeconds: 10_800 } },
    });
  });
});

describe('the role', () => {
  test('is assumed by the service for jobs of this name only', () => {
    const stack = newStack();
    compilationJob(stack, 'Compile');
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Role', {
      Path: { 'Fn::Join': ['', ['/cdk-ml-jobs/', { Ref: 'AWS::Region' }, '/stack/']] },
      AssumeRolePolicyDocument: {
        Statement: [
          {
            Action: 'sts:AssumeRole',
            Effect: 'Allow',
            Principal: { Service: 'sagemaker.amazonaws.com' },
            Condition: {
              ArnLike: {
                'aws:SourceArn': {
                  'Fn::Join': ['', Match.arrayWith([':compilation-job/stack--compile--*'])],
                },
              },
            },
          },
        ],
      },
    });
  });

  test('is the principal of the job', () => {
    const job = compilationJob(newStack(), 'Compile');
    expect(job.grantPrincipal).toBe(job.role.grantPrincipal);
  });

  test('that was brought is used, and given what the job needs', () => {
    const stack = newStack();
    const role = new iam.Role(stack, 'Mine', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    compilationJob(stack, 'Compile', { role });
    expect(jobProperties(stack).Request.RoleArn).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^Mine/), 'Arn'] });
    Template.fromStack(stack).hasResourceProperties('AWS::IAM::Policy', {
      Roles: [{ Ref: Match.stringLikeRegexp('^Mine') }],
      PolicyDocument: { Statement: Match.arrayWith([Match.objectLike({ Action: 's3:GetObject' })]) },
    });
  });
});

describe('tags', () => {
  test('reach the request in the order of their keys', () => {
    const stack = newStack();
    const job = compilationJob(stack, 'Compile');
    Tags.of(stack).add('team', 'ml');
    Tags.of(job).add('cost', '42');
    expect(jobProperties(stack).Request.Tags).toEqual([
      { Key: 'cost', Value: '42' },
      { Key: 'team', Value: 'ml' },
    ]);
  });

  test('are left out of the request where there are none', () => {
    expect(requestOf({})).not.toHaveProperty('Tags');
  });

  test.each([
    ['50', undefined, 51, 'at most 50, got 51'],
    [
      '49 for a job with a name of its own',
      'penguins',
      50,
      'at most 49, since a job with a name of its own needs one for itself, got 50',
    ],
  ])('fails with more than %s', (_, compilationJobName, count, message) => {
    const stack = newStack();
    const job = compilationJob(stack, 'Compile', { compilationJobName });
    for (let index = 0; index < count; index++) Tags.of(job).add(`key${index}`, 'value');
    expect(() => Template.fromStack(stack)).toThrow(`[Stack/Compile] 'tags' must be ${message}`);
  });
});

describe('overrides', () => {
  test('are merged into the request', () => {
    const VpcConfig = { Subnets: ['subnet-0123abcd'], SecurityGroupIds: ['sg-0123abcd'] };
    const requestOverrides = { OutputConfig: { KmsKeyId: 'alias/artifacts' }, VpcConfig };
    expect(requestOf({ requestOverrides })).toMatchObject({
      OutputConfig: { TargetDevice: 'ml_c5', KmsKeyId: 'alias/artifacts' },
      VpcConfig,
    });
  });

  test('fail with a member that the API does not have', () => {
    const requestOverrides = { OutputConfig: { KmsKeyID: 'alias/artifacts' } };
    expect(() => compilationJob(newStack(), 'Compile', { requestOverrides })).toThrow(
      "Stack/Compile: 'requestOverrides.OutputConfig.KmsKeyID' must be left out: the API has no member OutputConfig.KmsKeyID in botocore 1.44.5: did you mean 'KmsKeyId'?",
    );
  });

  test.each([
    ['CompilationJobName', "the job's name property"],
    ['RoleArn', "'role'"],
    ['Tags', 'Tags.of()'],
  ])('fails with %s', (member, instead) => {
    expect(() => compilationJob(newStack(), 'Compile', { requestOverrides: { [member]: 'x' } })).toThrow(
      `Stack/Compile: 'requestOverrides.${member}' must be left out: use ${instead}, got 'x'`,
    );
  });
});

describe('results', () => {
  test('are attributes of the custom resource', () => {
    const stack = newStack();
    const job = compilationJob(stack, 'Compile');
    const attribute = (name: string) => ({ 'Fn::GetAtt': [expect.stringMatching(/^Compile/), name] });
    expect(stack.resolve([job.compilationJobArn, job.compilationJobName, job.modelArtifacts])).toEqual([
      attribute('CompilationJobArn'),
      attribute('CompilationJobName'),
      attribute('ModelArtifacts'),
    ]);
  });

  test.each([
    'compilationJobStatus',
    'modelArtifacts',
    'inferenceImage',
    'artifactDigest',
    'compilationStartTime',
    'compilationEndTime',
  ] as const)('fails with %s of a job that is not waited for', (member) => {
    const job = compilationJob(newStack(), 'Compile', { waitForCompletion: false });
    expect(() => job[member]).toThrow(
      `Stack/Compile: '${member}' is known only when the job has ended, but 'waitForCompletion' is false: it must be true, or left out, for '${member}' to be used`,
    );
  });

  test('of a job that is not waited for are its ARN and its name', () => {
    const job = compilationJob(newStack(), 'Compile', { waitForCompletion: false });
    expect(Token.isUnresolved(job.compilationJobArn)).toBe(true);
    expect(Token.isUnresolved(job.compilationJobName)).toBe(true);
  });
});

test('a removal policy keeps the record of the job', () => {
  const stack = newStack();
  compilationJob(stack, 'Compile').applyRemovalPolicy(RemovalPolicy.RETAIN);
  Template.fromStack(stack).hasResource(JOB_TYPE, { DeletionPolicy: 'Retain' });
});

test('fails with an engine of another environment', () => {
  const app = new App();
  const account = '111122223333';
  const engine = new JobEngine(new Stack(app, 'Engine', { env: { account, region: 'us-east-1' } }), 'Jobs');
  const stack = new Stack(app, 'Stack', { env: { account, region: 'eu-west-1' } });
  expect(() => compilationJob(stack, 'Compile', { engine })).toThrow(
    "Stack/Compile: 'engine' must be one in aws://111122223333/eu-west-1, as the job is, got 'aws://111122223333/us-east-1'",
  );
});

describe('an app', () => {
  /** Two stacks, one of them in a stage, with tags and tokens. */
  const synthesize = () => {
    const app = new App();
    const one = new Stack(app, 'One');
    compilationJob(one, 'Compile', { outputPrefix: Lazy.string({ produce: () => `${Aws.REGION}/models` }) });
    const two = new Stack(new Stage(app, 'Prod'), 'Two');
    compilationJob(two, 'Compile');
    compilationJob(two, 'CompileToo');
    Tags.of(app).add('team', 'ml');
    const assembly = app.synth();
    return [assembly, assembly.getNestedAssembly('assembly-Prod')].flatMap(({ stacks }) =>
      stacks.map(({ template }) => JSON.stringify(template)),
    );
  };

  test('synthesizes to the same bytes every time', () => {
    expect(synthesize()).toHaveLength(2);
    expect(synthesize()).toEqual(synthesize());
  });
});
