import { Lazy } from 'aws-cdk-lib';
import { evaluatedKindOf } from '../../../../src/bedrock/evaluation/evaluated-kind';

test.each<[string, object, string | undefined]>([
  ['models', { models: [{ bedrockModel: { modelIdentifier: 'a' } }] }, 'models'],
  ['retrieval', { ragConfigs: [{ knowledgeBaseConfig: { retrieveConfig: {} } }] }, 'retrieval'],
  ['retrieval elsewhere', { ragConfigs: [{ precomputedRagSourceConfig: { retrieveSourceConfig: {} } }] }, 'retrieval'],
  [
    'answers',
    { ragConfigs: [{ knowledgeBaseConfig: { retrieveAndGenerateConfig: {} } }] },
    'answers of a knowledge base',
  ],
  ['nothing', {}, undefined],
  ['what is not known', { ragConfigs: [{ knowledgeBaseConfig: Lazy.any({ produce: () => ({}) }) }] }, undefined],
])('what is evaluated is %s', (_, inferenceConfig, kind) => {
  expect(evaluatedKindOf({ inferenceConfig })).toBe(kind);
});
