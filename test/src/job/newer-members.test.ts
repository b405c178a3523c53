import { Lazy } from 'aws-cdk-lib';
import { divideRequest } from '../../../src/job/newer-members';
import { operationModel } from '../../../src/validation/service-model/operation-model';

const divide = (request: { [member: string]: unknown }) =>
  divideRequest(operationModel('sagemaker', 'CreateTrainingJob')!, request);

test('a request that the model knows stays whole', () => {
  const request = {
    RoleArn: 'role',
    HyperParameters: { a: '1', Newer: '2' },
    InputDataConfig: [{ ChannelName: 'a' }],
    OutputDataConfig: Lazy.any({ produce: () => ({ Newer: 1 }) }),
    VpcConfig: { 'Fn::If': ['A', 1, 2] },
  };
  expect(divide(request)).toEqual({ known: request, newer: undefined });
});

test('newer members are taken out with all that is in them, from any depth', () => {
  expect(
    divide({
      RoleArn: 'role',
      OutputDataConfig: { S3OutputPath: 's3://a', Newer: { deep: [1] } },
      Other: 5,
      Gone: undefined,
    }),
  ).toEqual({
    known: { RoleArn: 'role', OutputDataConfig: { S3OutputPath: 's3://a' } },
    newer: { OutputDataConfig: { Newer: { deep: [1] } }, Other: 5 },
  });
});

test('in a list, they keep their place', () => {
  const InputDataConfig = [{ ChannelName: 'a' }, { ChannelName: 'b', Newer: 1 }, { Newer: 2 }];
  expect(divide({ InputDataConfig })).toEqual({
    known: { InputDataConfig: [{ ChannelName: 'a' }, { ChannelName: 'b' }, {}] },
    newer: { InputDataConfig: [{}, { Newer: 1 }, { Newer: 2 }] },
  });
});

test('what may be of any type goes with the newer members, for its type would be lost, too', () => {
  const filter = { equals: { key: 'year', value: 2030 } };
  const inFilter = {
    retrieveConfig: {
      knowledgeBaseId: 'KB12345678',
      knowledgeBaseRetrievalConfiguration: { vectorSearchConfiguration: { filter: { andAll: [filter, filter] } } },
    },
  };

  const divided = divideRequest(operationModel('bedrock', 'CreateEvaluationJob')!, {
    inferenceConfig: { ragConfigs: [{ knowledgeBaseConfig: inFilter }] },
  });
  const filterIn = ({ inferenceConfig }: object & { inferenceConfig?: unknown }) =>
    (inferenceConfig as { ragConfigs: readonly { knowledgeBaseConfig: typeof inFilter }[] }).ragConfigs[0]
      .knowledgeBaseConfig.retrieveConfig.knowledgeBaseRetrievalConfiguration.vectorSearchConfiguration.filter.andAll;
  expect(filterIn(divided.known)).toEqual([{ equals: { key: 'year' } }, { equals: { key: 'year' } }]);
  expect(filterIn(divided.newer!)).toEqual([{ equals: { value: 2030 } }, { equals: { value: 2030 } }]);
});
