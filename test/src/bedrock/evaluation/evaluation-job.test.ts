import { CreateEvaluationJobRequest$ } from '@aws-sdk/client-bedrock';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { EvaluationJob, type EvaluationJobProps, EvaluationSource, EvaluatorModel } from '../../../../src';
import { testEveryMember } from '../../every-request-member';
import { statementsOf } from '../../policy-statements';
import { BOOL_Q, evaluationJob, evaluationProperties, evaluationRequestOf, NOVA } from '../../sample-evaluation-job';
import { newStack } from '../../sample-job';

const ROLE = { 'Fn::GetAtt': [expect.stringMatching(/^EvaluateRole/), 'Arn'] };
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-4e5f-6a7b-8c9d-0e1f2a3b4c5d';
const JUDGE = EvaluatorModel.foundationModel(NOVA);
const judge = { bedrockEvaluatorModels: [{ modelIdentifier: 'amazon.nova-lite-v1:0' }] };
const inRegion = () => new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'us-east-1' } });

describe('the request', () => {
  test('is the smallest that the API takes', () => {
    expect(evaluationRequestOf({})).toEqual({
      roleArn: ROLE,
      applicationType: 'ModelEvaluation',
      evaluationConfig: {
        automated: {
          datasetMetricConfigs: [
            {
              taskType: 'QuestionAndAnswer',
              dataset: { name: 'Builtin.BoolQ' },
              metricNames: ['Builtin.Accuracy', 'Builtin.Toxicity'],
            },
          ],
        },
      },
      inferenceConfig: { models: [{ bedrockModel: { modelIdentifier: 'amazon.nova-lite-v1:0' } }] },
      outputDataConfig: { s3Uri: 's3://results/evaluations/' },
    });
  });

  test('has custom metrics with what judges them', () => {
    const request = evaluationRequestOf({
      evaluatorModel: JUDGE,
      customMetrics: [
        {
          name: 'Builtin.Accuracy',
          instructions: 'Judge {{prediction}}.',
          ratingScale: [
            { definition: 'Poor', floatValue: 0 },
            { definition: 'Good', stringValue: 'good' },
          ],
        },
      ],
    });

    expect(request.evaluationConfig).toMatchObject({
      automated: {
        evaluatorModelConfig: judge,
        customMetricConfig: {
          customMetrics: [
            {
              customMetricDefinition: {
                name: 'Builtin.Accuracy',
                instructions: 'Judge {{prediction}}.',
                ratingScale: [
                  { definition: 'Poor', value: { floatValue: 0 } },
                  { definition: 'Good', value: { stringValue: 'good' } },
                ],
              },
            },
          ],
          evaluatorModelConfig: judge,
        },
      },
    });
  });
});

describe('the members of the API', () => {
  const all = (props: Partial<EvaluationJobProps>) => (stack: Stack) =>
    void evaluationJob(stack, 'Evaluate', {
      evaluationJobName: 'eval-v1',
      description: 'Before each release',
      encryptionKey: Key.fromKeyArn(stack, 'Key', KEY),
      evaluatorModel: JUDGE,
      customMetrics: [
        {
          name: 'brand',
          instructions: 'Judge {{prediction}}.',
          ratingScale: [
            { definition: 'Good', floatValue: 1 },
            { definition: 'Good', stringValue: 'good' },
          ],
        },
      ],
      ...props,
    });
  const retrieval = { numberOfResults: 5, searchType: 'HYBRID' };
  testEveryMember({
    request: CreateEvaluationJobRequest$,
    nameMember: 'jobName',
    jobs: [
      all({
        sources: [
          EvaluationSource.foundationModel(NOVA, { inferenceParams: { topP: 1 }, latencyOptimized: true }),
          EvaluationSource.precomputed('my_model'),
        ],
      }),
      all({ sources: [EvaluationSource.retrieve('KB12345678', retrieval)] }),
      all({
        sources: [
          EvaluationSource.retrieveAndGenerate('KB12345678', EvaluationSource.foundationModel(NOVA), retrieval),
        ],
      }),
      all({ sources: [EvaluationSource.precomputedRetrieval('rag')] }),
      all({ sources: [EvaluationSource.precomputedRetrieveAndGenerate('rag')] }),
    ],
    requestIn: (stack) => evaluationProperties(stack).Request,
    leftToOverrides: [
      /^clientRequestToken$/,
      // a built-in dataset has none: see the tests of datasets
      /dataset\.datasetLocation\.s3Uri$/,
      // what people judge
      /^evaluationConfig\.human\./,
      // what 'configuration' says of knowledge bases
      /vectorSearchConfiguration\.(filter|implicitFilterConfiguration|rerankingConfiguration)/,
      /retrieveAndGenerateConfig\.knowledgeBaseConfiguration\.(generation|orchestration)Configuration\./,
      /retrieveAndGenerateConfig\.externalSourcesConfiguration\./,
    ],
  });
});

describe('what people judge', () => {
  const human = {
    humanWorkflowConfig: {
      flowDefinitionArn: 'arn:aws:sagemaker:us-east-1:111122223333:flow-definition/team',
    },
    datasetMetricConfigs: [{ taskType: 'Custom', dataset: { name: 'faq' }, metricNames: ['tone'] }],
  };

  test('is asked for by overrides, in place of what programs and models judge', () => {
    const requestOverrides = { evaluationConfig: { automated: null, human } };

    expect(evaluationRequestOf({ requestOverrides }).evaluationConfig).toEqual({ human });
  });

  test('is checked as all that the model has', () => {
    const requestOverrides = { evaluationConfig: { automated: null, human: { ...human, datasetMetricConfigs: [] } } };

    expect(() => evaluationRequestOf({ requestOverrides })).toThrow(
      "'requestOverrides.evaluationConfig.human.datasetMetricConfigs' must be 1 to 5 items, got 0",
    );
  });
});

describe('a job is refused', () => {
  const refused = (props: Partial<EvaluationJobProps>) => () => evaluationRequestOf(props);
  const model = EvaluationSource.foundationModel(NOVA);
  const base = EvaluationSource.retrieve('KB12345678');
  const metricsOf = (metric: unknown) => ({ evaluatorModel: JUDGE, customMetrics: [metric as never] });

  test.each<[string, Partial<EvaluationJobProps>, string]>([
    ['without a source', { sources: [] }, "'sources' must be a list of at least one, got []"],
    ['without a dataset', { datasets: undefined as never }, "'datasets' must be a list of at least one, got undefined"],
    ['with something else for a source', { sources: [NOVA as never] }, "'sources[0]' must be a source, for example"],
    ['with something else for a dataset', { datasets: ['a' as never] }, "'datasets[0]' must be a dataset"],
    [
      'with a source for a judge',
      { evaluatorModel: model as never },
      "'evaluatorModel' must be an evaluator, for example EvaluatorModel.foundationModel()",
    ],
    ['with a judge for a source', { sources: [JUDGE as never] }, "'sources[0]' must be a source, for example"],
    ['with a dataset for a source', { sources: [BOOL_Q as never] }, "'sources[0]' must be a source, for example"],
    ['with a source for a dataset', { datasets: [model as never] }, "'datasets[0]' must be a dataset, for example"],
    [
      'with instructions that are too long',
      metricsOf({ name: 'brand', instructions: 'a'.repeat(5001) }),
      "'customMetrics[0].instructions' (evaluationConfig.automated.customMetricConfig.customMetrics[0].customMetricDefinition.instructions) must be 1 to 5000 characters (it has 5001)",
    ],
    ['with something else for lists', { sources: 'a' as never }, "'sources' must be a list, got 'a'"],
    ['with something else for a judge', { evaluatorModel: NOVA as never }, "'evaluatorModel' must be an evaluator"],
    [
      'with three models',
      { sources: [model, model, model] },
      "'sources' (inferenceConfig.models) must be 1 to 2 items",
    ],
    ['with a model and a knowledge base', { sources: [model, base], evaluatorModel: JUDGE }, 'and not both'],
    [
      'of a knowledge base without a judge',
      { sources: [base] },
      "'evaluatorModel' must be given: what a knowledge base",
    ],
    [
      'with metrics of its own without a judge',
      { customMetrics: [{ name: 'brand', instructions: 'a' }] },
      "'evaluatorModel' must be given with 'customMetrics'",
    ],
    [
      'with a name in capital letters',
      { evaluationJobName: 'Eval' },
      "'evaluationJobName' (jobName) must be 1 to 63 characters",
    ],
    [
      'with a dataset twice',
      { datasets: [BOOL_Q, BOOL_Q] },
      "'datasets[1].name' (evaluationConfig.automated.datasetMetricConfigs[1].dataset.name) must be another name than those of the other datasets",
    ],
    ['with a metric that is none', metricsOf(null), "'customMetrics[0]' must be an object, got null"],
    [
      'with grades that are no list',
      metricsOf({ name: 'brand', instructions: 'a', ratingScale: 5 }),
      "'customMetrics[0].ratingScale' must be a list, got 5",
    ],
    [
      'with a grade that is none',
      metricsOf({ name: 'brand', instructions: 'a', ratingScale: [null] }),
      "'customMetrics[0].ratingScale[0]' must be an object, got null",
    ],
    [
      'with a grade that is nothing',
      {
        evaluatorModel: JUDGE,
        customMetrics: [{ name: 'brand', instructions: 'a', ratingScale: [{ definition: 'a' }] }],
      },
      "'customMetrics[0].ratingScale[0]' (evaluationConfig.automated.customMetricConfig.customMetrics[0].customMetricDefinition.ratingScale[0].value) must be an object with exactly one of stringValue, floatValue",
    ],
  ])('%s', (_, props, text) => {
    expect(refused(props)).toThrow(text);
  });

  test('in AWS China', () => {
    const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'cn-north-1' } });

    expect(() => evaluationJob(stack, 'Evaluate')).toThrow('AWS China does not have');
  });
});

describe('the resource', () => {
  test('waits for four hours', () => {
    const stack = newStack();
    evaluationJob(stack, 'Evaluate');

    expect(evaluationProperties(stack)).toMatchObject({ WaitSeconds: '14400', NamePrefix: 'stack--evaluate' });
  });

  test('has results, and metrics, only where somebody waits for them', () => {
    const job = evaluationJob(newStack(), 'Evaluate', { waitForCompletion: false });

    expect(() => job.outputUri).toThrow("'outputUri' is known only when the job has ended");
    expect(() => job.requireMetric('Builtin.Accuracy', { atLeast: 0.8 })).toThrow(
      "'requireMetric('Builtin.Accuracy')' is known only when the job has ended",
    );
    expect(newStack().resolve(job.evaluationJobArn)).toMatchObject({
      'Fn::GetAtt': [expect.any(String), 'EvaluationJobArn'],
    });
  });

  test('has results that whoever is granted it may read', () => {
    const stack = inRegion();
    const reader = new Role(stack, 'Reader', { assumedBy: new ServicePrincipal('lambda.amazonaws.com') });
    evaluationJob(stack, 'Evaluate').grantRead(reader);

    expect(statementsOf(stack, 'Reader')).toEqual([
      { actions: ['s3:GetBucketLocation', 's3:ListBucket'], resources: ['arn:<AWS::Partition>:s3:::results'] },
      { actions: ['s3:GetObject'], resources: ['arn:<AWS::Partition>:s3:::results/evaluations/*'] },
    ]);
  });

  test('has a bucket of its own for results where none is given, which is kept', () => {
    const stack = newStack();
    const job = evaluationJob(stack, 'Evaluate', { outputBucket: undefined });

    expect(job.outputBucket.node.path).toBe('Stack/Evaluate/Output');
    Template.fromStack(stack).hasResource('AWS::S3::Bucket', {
      DeletionPolicy: 'Retain',
      UpdateReplacePolicy: 'Retain',
    });
  });

  test('may be one that was made elsewhere', () => {
    const stack = inRegion();
    const arn = 'arn:aws:bedrock:us-east-1:111122223333:evaluation-job/abcdef123456';
    const made = EvaluationJob.fromEvaluationJobArn(stack, 'Made', arn);

    expect(stack.resolve(made.outputUri)).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^Made/), 'OutputUri'] });
  });

  test('of a job from elsewhere is refused with the ARN of something else', () => {
    const arn = 'arn:aws:bedrock:us-east-1:111122223333:model-import-job/abcdef123456';

    expect(() => EvaluationJob.fromEvaluationJobArn(newStack(), 'Made', arn)).toThrow('the ARN of an evaluation job');
  });
});
