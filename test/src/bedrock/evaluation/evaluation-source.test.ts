import { App, Fn, Stack, Token } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import { Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Key } from 'aws-cdk-lib/aws-kms';
import { EvaluationSource, EvaluatorModel, type EvaluationJobProps, ModelImportJob } from '../../../../src';
import { statementsOf } from '../../policy-statements';
import { evaluationJob, evaluationProperties, NOVA } from '../../sample-evaluation-job';
import { importJob } from '../../sample-import-job';

const JUDGE = EvaluatorModel.foundationModel(new FoundationModelIdentifier('amazon.nova-pro-v1:0'));
const CALLS = [
  'bedrock:InvokeModel',
  'bedrock:InvokeModelWithResponseStream',
  'bedrock:CreateModelInvocationJob',
  'bedrock:StopModelInvocationJob',
];
const here = 'arn:<AWS::Partition>:bedrock:us-east-1:111122223333:';
const model = (id: string, region = 'us-east-1') => `arn:<AWS::Partition>:bedrock:${region}::foundation-model/${id}`;
const arn = (resource: string) => `arn:aws:bedrock:us-east-1:111122223333:${resource}`;

function made(source: EvaluationSource, props: Partial<EvaluationJobProps> = {}) {
  const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'us-east-1' } });
  evaluationJob(stack, 'Evaluate', { sources: [source], ...props });
  const own = (role: string) =>
    statementsOf(stack, role).filter(({ actions }) => !/^(s3|iam|states):/.test(actions[0]));
  const created = statementsOf(stack, 'cdkmljobsJobEngineHandlerRole').filter(
    ({ actions }) => actions.join() === 'bedrock:CreateEvaluationJob',
  );
  return {
    stack,
    request: evaluationProperties(stack).Request as { inferenceConfig: object; evaluationConfig: object },
    rights: own('EvaluateRole').map(({ actions, resources }) => [actions, resources]),
    created: created.flatMap(({ resources }) => resources),
  };
}

test('a foundation model is called with its parameters', () => {
  const options = { inferenceParams: { topP: 0.9, maxTokens: 5 }, latencyOptimized: false };
  const { request, rights, created } = made(EvaluationSource.foundationModel(NOVA, options));

  expect(request.inferenceConfig).toEqual({
    models: [
      {
        bedrockModel: {
          modelIdentifier: 'amazon.nova-lite-v1:0',
          inferenceParams: '{"maxTokens":5,"topP":0.9}',
          performanceConfig: { latency: 'standard' },
        },
      },
    ],
  });
  expect(rights).toEqual([[CALLS, [model('amazon.nova-lite-v1:0')]]]);
  expect(created).toEqual([model('amazon.nova-lite-v1:0')]);
});

test('an inference profile is called where it leads to', () => {
  const { request, rights } = made(EvaluationSource.inferenceProfile('us.amazon.nova-lite-v1:0'));
  const profile = `${here}inference-profile/us.amazon.nova-lite-v1:0`;

  expect(request.inferenceConfig).toEqual({
    models: [{ bedrockModel: { modelIdentifier: 'us.amazon.nova-lite-v1:0' } }],
  });
  expect(rights).toEqual([
    [CALLS, [profile, model('amazon.nova-lite-v1:0'), model('amazon.nova-lite-v1:0', 'us-*')]],
    [['bedrock:GetInferenceProfile'], [profile]],
  ]);
});

test('an application inference profile is called, and the models behind it', () => {
  const profile = arn('application-inference-profile/abcdef123456');
  const source = EvaluationSource.applicationInferenceProfile(profile, { foundationModels: [NOVA], regions: ['us-*'] });

  expect(made(source).rights).toEqual([
    [CALLS, [profile, model('amazon.nova-lite-v1:0'), model('amazon.nova-lite-v1:0', 'us-*')]],
    [['bedrock:GetInferenceProfile'], [profile]],
  ]);
});

describe('an imported model', () => {
  test('is called when the import has ended', () => {
    const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'us-east-1' } });
    const imported = importJob(stack, 'Import', { importedModelEncryptionKey: new Key(stack, 'Key') });
    evaluationJob(stack, 'Evaluate', { sources: [EvaluationSource.importedModel(imported)] });
    const rights = statementsOf(stack, 'EvaluateRole');

    expect(rights).toContainEqual({
      actions: [...CALLS, 'bedrock:GetImportedModel'],
      resources: [expect.stringMatching(/^<Import.*ImportedModelArn>$/)],
    });
    expect(rights).toContainEqual(
      expect.objectContaining({ actions: ['kms:Decrypt'], resources: [expect.stringMatching(/^<Key/)] }),
    );
  });

  test('of a role of somebody else is any: the import may run with it, too', () => {
    const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'us-east-1' } });
    const imported = ModelImportJob.fromModelImportJobArn(stack, 'Import', arn('model-import-job/abcdef123456'));
    const role = new Role(stack, 'Own', { assumedBy: new ServicePrincipal('bedrock.amazonaws.com') });
    evaluationJob(stack, 'Evaluate', { role, sources: [EvaluationSource.importedModel(imported)] });

    expect(statementsOf(stack, 'Own')).toContainEqual({
      actions: [...CALLS, 'bedrock:GetImportedModel'],
      resources: [`${here}imported-model/*`],
    });
  });
});

test.each([
  ['provisioned-model/abcdef123456', ['bedrock:GetProvisionedModelThroughput']],
  ['imported-model/abcdef123456', ['bedrock:GetImportedModel']],
  ['default-prompt-router/anthropic.claude:1', ['bedrock:GetPromptRouter']],
])('what has an ARN is called by it: %s', (resource, reads) => {
  const { rights, created } = made(EvaluationSource.fromModelArn(arn(resource)));

  expect(rights).toEqual([[[...CALLS, ...reads], [arn(resource)]]]);
  expect(created).toEqual([arn(resource)]);
});

test('an endpoint of SageMaker is invoked', () => {
  const endpoint = 'arn:aws:sagemaker:us-east-1:111122223333:endpoint/llm';
  const { rights, created } = made(EvaluationSource.fromModelArn(endpoint));

  expect(rights).toEqual([[['sagemaker:InvokeEndpoint'], [endpoint]]]);
  expect(created).toEqual([]);
});

test('answers that were made elsewhere need no rights', () => {
  const { request, rights } = made(EvaluationSource.precomputed('my_model'), { evaluatorModel: JUDGE });

  expect(request.inferenceConfig).toEqual({
    models: [{ precomputedInferenceSource: { inferenceSourceIdentifier: 'my_model' } }],
  });
  expect(rights).toEqual([[CALLS, [model('amazon.nova-pro-v1:0')]]]);
});

describe('a knowledge base', () => {
  const base = `${here}knowledge-base/KB12345678`;

  test('is asked for passages', () => {
    const options = {
      numberOfResults: 3,
      configuration: {
        knowledgeBaseRetrievalConfiguration: {
          vectorSearchConfiguration: { filter: { equals: { key: 'year', value: 2030 } } },
        },
      },
    };
    const source = EvaluationSource.retrieve('KB12345678', options);
    const { request, rights, stack } = made(source, { evaluatorModel: JUDGE });
    const vectorSearchConfiguration = { numberOfResults: 3, filter: { equals: { key: 'year' } } };

    expect(request).toMatchObject({ applicationType: 'RagEvaluation' });
    expect(request.inferenceConfig).toEqual({
      ragConfigs: [
        {
          knowledgeBaseConfig: {
            retrieveConfig: {
              knowledgeBaseId: 'KB12345678',
              knowledgeBaseRetrievalConfiguration: { vectorSearchConfiguration },
            },
          },
        },
      ],
    });
    expect(evaluationProperties(stack).NewerMembers).toContain('"value":2030');
    expect(rights[0]).toEqual([['bedrock:Retrieve'], [base]]);
  });

  test('is asked for answers of a model', () => {
    const source = EvaluationSource.retrieveAndGenerate('KB12345678', EvaluationSource.foundationModel(NOVA));
    const { request, rights } = made(source, { evaluatorModel: JUDGE });

    expect(request.inferenceConfig).toEqual({
      ragConfigs: [
        {
          knowledgeBaseConfig: {
            retrieveAndGenerateConfig: {
              type: 'KNOWLEDGE_BASE',
              knowledgeBaseConfiguration: { knowledgeBaseId: 'KB12345678', modelArn: expect.anything() as unknown },
            },
          },
        },
      ],
    });
    expect(rights.slice(0, 2)).toEqual([
      [CALLS, [model('amazon.nova-lite-v1:0')]],
      [['bedrock:Retrieve', 'bedrock:RetrieveAndGenerate'], [base]],
    ]);
  });

  test.each([
    [EvaluationSource.precomputedRetrieval('rag'), { retrieveSourceConfig: { ragSourceIdentifier: 'rag' } }],
    [
      EvaluationSource.precomputedRetrieveAndGenerate('rag'),
      { retrieveAndGenerateSourceConfig: { ragSourceIdentifier: 'rag' } },
    ],
  ])('need not be there where all was done elsewhere', (source, precomputedRagSourceConfig) => {
    expect(made(source, { evaluatorModel: JUDGE }).request.inferenceConfig).toEqual({
      ragConfigs: [{ precomputedRagSourceConfig }],
    });
  });

  test.each([
    [EvaluationSource.precomputed('a'), "'sources[0].generator' must be a model"],
    ['amazon.nova-lite-v1:0' as never, "'sources[0].generator' must be a model"],
    [
      EvaluationSource.foundationModel(NOVA, { inferenceParams: { topP: 1 } }),
      "'sources[0].generator.inferenceParams' must be left out, for 'configuration' has them",
    ],
    [
      EvaluationSource.foundationModel(NOVA, { latencyOptimized: true }),
      "'sources[0].generator.latencyOptimized' must be left out, for 'configuration' has it",
    ],
    [JUDGE as never, "'sources[0].generator' must be a model"],
  ])('is refused with an odd generator', (generator, text) => {
    const source = EvaluationSource.retrieveAndGenerate('KB12345678', generator);

    expect(() => made(source, { evaluatorModel: JUDGE })).toThrow(text);
  });
});

describe('is refused:', () => {
  test.each<[string, EvaluationSource, string]>([
    [
      'a profile for a foundation model',
      EvaluationSource.foundationModel(new FoundationModelIdentifier('us.amazon.nova-lite-v1:0')),
      'belongs in inferenceProfile()',
    ],
    [
      'parameters that are a text',
      EvaluationSource.foundationModel(NOVA, { inferenceParams: '{"topP":1}' as never }),
      `'sources[0].inferenceParams' must be an object, got '{"topP":1}'`,
    ],
    [
      'Regions that the deployment knows',
      EvaluationSource.inferenceProfile('us.amazon.nova-lite-v1:0', { regions: Token.asList(Fn.importValue('a')) }),
      "'sources[0].regions' must be known at synthesis, for permissions follow from the Regions",
    ],
    [
      'Regions that are none',
      EvaluationSource.inferenceProfile('us.amazon.nova-lite-v1:0', { regions: [null as never] }),
      "'sources[0].regions' must be a list of texts, got null",
    ],
    ['a name that is none', EvaluationSource.precomputed(5n as never), "'sources[0]' must be a string, got 5n"],
    ['no name', EvaluationSource.precomputedRetrieval(null as never), "'sources[0]' must be a string, got null"],
    ['no profile', EvaluationSource.inferenceProfile('nova'), 'must be the id of a system-defined inference profile'],
    [
      'no application profile',
      EvaluationSource.applicationInferenceProfile(arn('provisioned-model/abcdef123456'), { foundationModels: [NOVA] }),
      'the ARN of an application inference profile',
    ],
    [
      'an application profile without options',
      EvaluationSource.applicationInferenceProfile(
        arn('application-inference-profile/abcdef123456'),
        undefined as never,
      ),
      "'sources[0]' must be an object, got undefined",
    ],
    [
      'an application profile without models',
      EvaluationSource.applicationInferenceProfile(arn('application-inference-profile/abcdef123456'), {
        foundationModels: [],
      }),
      'a list of at least one foundation model',
    ],
    [
      'the ARN of something else',
      EvaluationSource.fromModelArn(arn('custom-model/amazon.nova-lite-v1:0/abcdef123456')),
      'for others have their own functions',
    ],
    ['no import job', EvaluationSource.importedModel({} as never), 'must be a model import job'],
    ['no id of a knowledge base', EvaluationSource.retrieve(5 as never), "'sources[0]' must be a string, got 5"],
    [
      'options that are none',
      EvaluationSource.foundationModel(NOVA, 'fast' as never),
      "'sources[0]' must be an object, got 'fast'",
    ],
  ])('%s', (_, source, text) => {
    expect(() => made(source, { evaluatorModel: JUDGE })).toThrow(text);
  });

  test('an evaluator that is none', () => {
    const evaluatorModel = EvaluatorModel.inferenceProfile('nova');

    expect(() => made(EvaluationSource.precomputed('a'), { evaluatorModel })).toThrow(
      "'evaluatorModel' (evaluatorModelConfig) must be the id of",
    );
  });
});

test('a profile of another geography is a warning', () => {
  const { stack } = made(EvaluationSource.inferenceProfile('eu.amazon.nova-lite-v1:0'));

  Annotations.fromStack(stack).hasWarning('/Stack/Evaluate', Match.stringLikeRegexp('profileGeography'));
});
