import { App, Stack, Token } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { CompilationJob, JobEngine, ModelInvocationJob, TrainingJob, TransformJob } from '../../../src';
import { statementsOf } from '../policy-statements';
import { newStack } from '../sample-job';

/** A stack in one account, and in a Region. */
const stackIn = (app: App, id: string, region: string) =>
  new Stack(app, id, { env: { account: '111122223333', region } });

const BATCH_ARN = 'arn:aws:bedrock:us-east-1:111122223333:model-invocation-job/abcdefghijkl';

type Reference = (stack: Stack) => unknown;

describe('a job that was made elsewhere', () => {
  test.each<[string, Reference, string]>([
    [
      'CompilationJob',
      (stack) => CompilationJob.fromCompilationJobName(stack, 'Job', 'resnet'),
      'compilation-job/resnet',
    ],
    ['TrainingJob', (stack) => TrainingJob.fromTrainingJobName(stack, 'Job', 'churn'), 'training-job/churn'],
    ['TransformJob', (stack) => TransformJob.fromTransformJobName(stack, 'Job', 'scores'), 'transform-job/scores'],
  ])('of SageMaker is read by its ARN, and may only be described: %s', (kind, reference, resource) => {
    const stack = newStack();
    reference(stack);
    const arn = `arn:<AWS::Partition>:sagemaker:<AWS::Region>:<AWS::AccountId>:${resource}`;

    Template.fromStack(stack).hasResource(`Custom::SageMaker${kind}Reference`, {
      Properties: {
        Kind: kind,
        ReferencedJob: Match.anyValue(),
        LastCondition: Match.absent(),
        Request: Match.absent(),
      },
      DependsOn: Match.arrayWith([Match.stringLikeRegexp('^JobHandler')]),
    });
    const actions = statementsOf(stack, 'cdkmljobsJobEngineHandlerRole').filter(({ resources }) =>
      resources.includes(arn),
    );
    expect(actions).toEqual([{ actions: [`sagemaker:Describe${kind}`], resources: [arn] }]);
  });

  test('of Bedrock is read by its ARN, and may only be read', () => {
    const stack = newStack();
    const job = ModelInvocationJob.fromModelInvocationJobArn(stack, 'Job', BATCH_ARN);

    Template.fromStack(stack).hasResourceProperties('Custom::BedrockModelInvocationJobReference', {
      Kind: 'ModelInvocationJob',
      ReferencedJob: BATCH_ARN,
    });
    const statements = statementsOf(stack, 'cdkmljobsJobEngineHandlerRole');
    expect(statements.filter(({ actions }) => actions.some((action) => action.startsWith('bedrock:')))).toEqual([
      { actions: ['bedrock:GetModelInvocationJob'], resources: [BATCH_ARN] },
    ]);
    expect(stack.resolve(job.outputUri)).toEqual({
      'Fn::GetAtt': [expect.stringMatching(/^Job[0-9A-F]{8}$/), 'OutputUri'],
    });
  });

  test('has the metrics that the stack uses, in the order of their names', () => {
    const stack = newStack();
    const job = TrainingJob.fromTrainingJobName(stack, 'Job', 'churn');
    job.metric('validation:auc');
    expect(stack.resolve(job.metric('train:auc'))).toEqual({
      'Fn::GetAtt': [expect.stringMatching(/^Job[0-9A-F]{8}$/), 'Metric.train_3a_auc'],
    });
    Template.fromStack(stack).hasResourceProperties('Custom::SageMakerTrainingJobReference', {
      Metrics: ['train:auc', 'validation:auc'],
    });
  });

  test('is read by the engine that is given', () => {
    const stack = newStack();
    const engine = new JobEngine(stack, 'Engine');
    CompilationJob.fromCompilationJobName(stack, 'Job', 'resnet', { engine });
    Template.fromStack(stack).hasResourceProperties('Custom::SageMakerCompilationJobReference', {
      ServiceToken: { 'Fn::GetAtt': [Match.stringLikeRegexp('^EngineHandler'), 'Arn'] },
    });
  });

  test.each<[string, Reference]>([
    [
      "Stack: 'compilationJobName' must be 1 to 63 characters: letters, digits and hyphens, beginning and ending with a letter or digit, got '-resnet'",
      (stack) => CompilationJob.fromCompilationJobName(stack, 'Job', '-resnet'),
    ],
    [
      `Stack: 'modelInvocationJobArn' must be the ARN of a batch inference job, got 'abcdefghijkl'`,
      (stack) => ModelInvocationJob.fromModelInvocationJobArn(stack, 'Job', 'abcdefghijkl'),
    ],
  ])('is not called so: %s', (message, reference) => {
    expect(() => reference(newStack())).toThrow(message);
  });

  test('may have a name that only the deployment knows', () => {
    const stack = newStack();
    const name = Token.asString({ Ref: 'AWS::StackName' });
    expect(() => CompilationJob.fromCompilationJobName(stack, 'Job', name)).not.toThrow();
    expect(() => ModelInvocationJob.fromModelInvocationJobArn(stack, 'Batch', name)).not.toThrow();
  });
});

describe('the engine that reads a job', () => {
  test('must be in the account and the Region of the stack', () => {
    const app = new App();
    const engine = new JobEngine(stackIn(app, 'Engine', 'us-east-1'), 'Jobs');
    const stack = stackIn(app, 'Stack', 'eu-west-1');
    expect(() => CompilationJob.fromCompilationJobName(stack, 'Job', 'resnet', { engine })).toThrow(
      "Stack/Job: 'engine' must be one in aws://111122223333/eu-west-1, as the job is, got 'aws://111122223333/us-east-1'",
    );
  });

  test('must be one', () => {
    const engine = 'Jobs' as never;
    expect(() => CompilationJob.fromCompilationJobName(newStack(), 'Job', 'resnet', { engine })).toThrow(
      "Stack/Job: 'engine' must be an engine, for example new JobEngine(), got 'Jobs'",
    );
  });
});
