import { CreateEvaluationJobRequest$ } from '@aws-sdk/client-bedrock';
import { App, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { EvaluationJob, type EvaluationJobProps, EvaluationSource, EvaluatorModel } from '../../../../src';
import { testEveryMember } from '../../every-request-member';
import { statementsOf } from '../../policy-statements';
import { BOOL_Q, evaluationJob, evaluationProperties, evaluationRequestOf, NOVA } from '../../sample-evaluation-job';
import { bucketNamed, newStack } from '../../sample-job';

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

describe('a job is refused', () => {
  const refused = (props: Partial<EvaluationJobProps>) => () => evaluationRequestOf(props);
  const model = EvaluationSource.foundationModel(NOVA);
  const base = EvaluationSource.retrieve('KB12345678');

  test.each<[string, Partial<EvaluationJobProps>, string]>([
    ['without a source', { sources: [] }, "'sources' must be a list of at least one, got []"],
    ['without a dataset', { datasets: undefined as never }, "'datasets' must be a list of at least one, got undefined"],
    ['with something else for a source', { sources: [NOVA as never] }, "'sources[0]' must be a source, for example"],
    ['with something else for a dataset', { datasets: ['a' as never] }, "'datasets[0]' must be a dataset"],
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
    ['with a dataset twice', { datasets: [BOOL_Q, BOOL_Q] }, "'datasets[1].name'"],
    [
      'with a grade that is nothing',
      {
        evaluatorModel: JUDGE,
        customMetrics: [{ name: 'brand', instructions: 'a', ratingScale: [{ definition: 'a' }] }],
      },
      'must be an object with exactly one of stringValue, floatValue',
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

  test('has results only where somebody waits for them', () => {
    const job = evaluationJob(newStack(), 'Evaluate', { waitForCompletion: false });

    expect(() => job.outputUri).toThrow("'outputUri' is known only when the job has ended");
    expect(() => job.requireMetric('Builtin.Accuracy', { atLeast: 0.8 })).toThrow(
      "'requireMetric('Builtin.Accuracy')' is known only when the job has ended",
    );
    expect([job.evaluationJobArn, job.evaluationJobName, job.creationTime]).toHaveLength(3);
  });

  test('can be read by whoever is granted it', () => {
    const stack = inRegion();
    const job = evaluationJob(stack, 'Evaluate');
    job.grantRead(evaluationJob(stack, 'Other'));
    const made = EvaluationJob.fromEvaluationJobArn(
      stack,
      'Made',
      'arn:aws:bedrock:us-east-1:111122223333:evaluation-job/abcdef123456',
    );

    expect(job.outputBucket.bucketName).toBe('results');
    expect(stack.resolve(made.outputUri)).toEqual({ 'Fn::GetAtt': [expect.stringMatching(/^Made/), 'OutputUri'] });
  });

  test('of a job from elsewhere is refused with the ARN of something else', () => {
    const arn = 'arn:aws:bedrock:us-east-1:111122223333:model-import-job/abcdef123456';

    expect(() => EvaluationJob.fromEvaluationJobArn(newStack(), 'Made', arn)).toThrow('the ARN of an evaluation job');
  });
});

describe('a metric that is required', () => {
  const HANDLER = 'cdkmljobsJobEngineHandlerRole';
  const s3Of = (stack: Stack) =>
    statementsOf(stack, HANDLER).filter(({ actions }) => actions.some((action) => /^(s3|kms):/.test(action)));

  test('is told the handler, and is an attribute, and makes no other job', () => {
    const [without, required] = [false, true].map((isRequired) => {
      const stack = newStack();
      const job = evaluationJob(stack, 'Evaluate', { waitForCompletion: undefined });
      if (isRequired) {
        job.requireMetric('Builtin.Toxicity', { atMost: 0.1 });
        const value = job.requireMetric('accuracy', { atLeast: 0.8, atMost: 1 });
        expect(stack.resolve(value)).toEqual({ 'Fn::GetAtt': [expect.any(String), 'Metric.accuracy'] });
      }
      return evaluationProperties(stack);
    });

    expect(without.Acceptance).toBeUndefined();
    expect(required.Acceptance).toEqual({ 'Builtin.Toxicity': '..0.1', accuracy: '0.8..1' });
    expect(required.Request).toEqual(without.Request);
    expect(required.WaitConditions).toEqual(without.WaitConditions);
  });

  test("lets the handler read the job's results, which it may not otherwise", () => {
    const [without, required] = [false, true].map((isRequired) => {
      const stack = inRegion();
      const job = evaluationJob(stack, 'Evaluate');
      if (isRequired) job.requireMetric('Builtin.Accuracy', { atLeast: 0.8 });
      return s3Of(stack);
    });
    const own = 'evaluations/stack--evaluate--*';

    expect(without).toEqual([]);
    expect(required).toEqual([
      {
        actions: ['s3:ListBucket'],
        resources: ['arn:<AWS::Partition>:s3:::results'],
        condition: { StringLike: { 's3:prefix': own } },
      },
      { actions: ['s3:GetObject'], resources: [`arn:<AWS::Partition>:s3:::results/${own}`] },
    ]);
  });

  test('lets it decrypt them, through S3 only, where their bucket has a key', () => {
    const stack = inRegion();
    const encryptionKey = Key.fromKeyArn(stack, 'Key', KEY);
    const outputBucket = Bucket.fromBucketAttributes(stack, 'Results', { bucketName: 'results', encryptionKey });
    evaluationJob(stack, 'Evaluate', { outputBucket, evaluationJobName: 'eval-v1' }).requireMetric('accuracy', {
      atLeast: 0.8,
    });

    expect(s3Of(stack)).toEqual([
      expect.objectContaining({ condition: { StringLike: { 's3:prefix': 'evaluations/eval-v1/*' } } }),
      { actions: ['s3:GetObject'], resources: ['arn:<AWS::Partition>:s3:::results/evaluations/eval-v1/*'] },
      {
        actions: ['kms:Decrypt'],
        resources: [KEY],
        condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.<AWS::URLSuffix>' } },
      },
    ]);
  });

  test('is there before the job is', () => {
    const stack = new Stack(new App(), 'Other', { env: { account: '111122223333', region: 'us-east-1' } });
    const job = evaluationJob(stack, 'Evaluate');
    job.requireMetric('Builtin.Accuracy', { atLeast: 0.8 });

    expect(job.node.findChild('Resource').node.dependencies.map(({ node }) => node.id)).toContain('EvaluationJob');
  });

  test.each<[string, string, object, string]>([
    ['without a bound', 'accuracy', {}, "'requireMetric('accuracy')' must have 'atLeast' or 'atMost'"],
    ['with something else', 'accuracy', [] as object, "'requireMetric('accuracy')' must be an object, got []"],
    ['with a bound that is no number', 'accuracy', { atLeast: '0.8' }, "atLeast' must be a number that is known at"],
    [
      'with bounds that nothing is within',
      'accuracy',
      { atLeast: 1, atMost: 0 },
      "must be at most 'atMost' (0), got 1",
    ],
    [
      'of no dataset',
      'brand',
      { atLeast: 1 },
      "must be a metric of the datasets: Builtin.Accuracy, Builtin.Toxicity, got 'brand'",
    ],
    ['that is none', 5 as never, { atLeast: 1 }, "'requireMetric()' must be a string, got 5"],
  ])('is refused %s', (_, metric, requirement, text) => {
    expect(() => evaluationJob(newStack(), 'Evaluate').requireMetric(metric, requirement)).toThrow(text);
  });

  test('is refused twice', () => {
    const job = evaluationJob(newStack(), 'Evaluate');
    job.requireMetric('Builtin.Accuracy', { atLeast: 0.8 });

    expect(() => job.requireMetric('accuracy', { atMost: 1 })).toThrow('must be called once');
  });

  test('may be one that overrides have', () => {
    const requestOverrides = { evaluationConfig: { automated: null, human: { datasetMetricConfigs: [] } } };
    const stack = newStack();

    expect(() => evaluationJob(stack, 'Evaluate', { requestOverrides })).toThrow('human.datasetMetricConfigs');
  });
});

describe('a key', () => {
  test('is used by the role, by the service and by whoever makes the job', () => {
    const stack = inRegion();
    const encryptionKey = new Key(stack, 'Key');
    evaluationJob(stack, 'Evaluate', { encryptionKey });
    const actions = ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'];

    for (const role of ['EvaluateRole', 'cdkmljobsJobEngineHandlerRole']) {
      expect(statementsOf(stack, role)).toContainEqual({
        actions,
        resources: [expect.stringMatching(/^<Key.*Arn>$/)],
      });
    }
  });
});

test('what is written in a bucket of its own is kept', () => {
  const stack = newStack();
  const job = evaluationJob(stack, 'Evaluate', { outputBucket: undefined });

  expect(job.outputBucket.node.path).toBe('Stack/Evaluate/Output');
  expect(bucketNamed(stack, 'results')).toBeDefined();
});
