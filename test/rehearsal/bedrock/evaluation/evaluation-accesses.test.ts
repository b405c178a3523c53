import { evaluationRequest, judge, knowledgeBase, model, prompts } from './fixture-evaluation';
import {
  evaluationAccesses,
  keyAccesses,
  ownKeyAccesses,
} from '../../../../rehearsal/bedrock/evaluation/evaluation-accesses';
import type { JsonObject } from '../../../../rehearsal/json-value';
import { ACCOUNT } from '../../fixture-batch';
import { allow } from '../../fixture-iam';
import { accessTexts, jobPlace, verdictOf } from '../../fixture-job-role';

const ARN = 'arn:aws:bedrock:us-east-1:111122223333:evaluation-job/a1b2c3d4e5f6';
const JOB = { id: 'a1b2c3d4e5f6', arn: ARN };
const KEY = 'arn:aws:kms:us-east-1:111122223333:key/1';
const USES_KEY = ['kms:Decrypt', 'kms:DescribeKey', 'kms:GenerateDataKey'];
const accessesOf = (request: JsonObject) =>
  accessTexts(evaluationAccesses({ ...JOB, request }, jobPlace())).map((text) => text.replace('failed: ', ''));
const nova = (id = 'lite', region = 'us-east-1') =>
  `arn:aws:bedrock:${region}::foundation-model/amazon.nova-${id}-v1:0`;
const calls = (arn: string) =>
  ['InvokeModel', 'InvokeModelWithResponseStream', 'CreateModelInvocationJob', 'StopModelInvocationJob'].map(
    (action) => `bedrock:${action} ${arn}`,
  );
const RESULTS =
  'arn:aws:s3:::results/evaluations/job/a1b2c3d4e5f6/models/a/taskTypes/b/datasets/c/rehearsed_output.jsonl';
const WRITES_RESULTS = [
  's3:GetBucketLocation arn:aws:s3:::results',
  's3:ListBucket arn:aws:s3:::results',
  's3:ListBucketMultipartUploads arn:aws:s3:::results',
  's3:PutObject arn:aws:s3:::results/evaluations/permission-check',
  `s3:PutObject ${RESULTS}`,
  `s3:GetObject ${RESULTS}`,
  `s3:AbortMultipartUpload ${RESULTS}`,
];
const nothing = { inferenceConfig: { models: [] } };

test('Bedrock calls the model, and writes into the folder of the job', () => {
  expect(accessesOf(evaluationRequest())).toEqual([...calls(nova()), ...WRITES_RESULTS]);
});

test('it reads prompts of a bucket, and the judge is called as what it judges', () => {
  const automated = {
    datasetMetricConfigs: [prompts('s3://data/faq.jsonl')],
    evaluatorModelConfig: judge('amazon.nova-pro-v1:0'),
  };

  expect(accessesOf(evaluationRequest({}, automated))).toEqual([
    ...calls(nova()),
    ...calls(nova('pro')),
    's3:GetBucketLocation arn:aws:s3:::data',
    's3:ListBucket arn:aws:s3:::data',
    's3:GetObject arn:aws:s3:::data/faq.jsonl',
    ...WRITES_RESULTS,
  ]);
});

test('it looks at a profile, and calls that and the models behind it', () => {
  const profile = 'arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.amazon.nova-lite-v1:0';
  const request = evaluationRequest({ inferenceConfig: { models: [model('us.amazon.nova-lite-v1:0')] } });
  const found = new Set(accessesOf(request).slice(0, -WRITES_RESULTS.length));

  expect(found).toEqual(
    new Set([
      ...calls(profile),
      ...calls(nova()),
      ...calls(nova('lite', 'us-*')),
      `bedrock:GetInferenceProfile ${profile}`,
    ]),
  );
});

test.each([
  ['provisioned-model/abcdef123456', 'GetProvisionedModelThroughput'],
  ['imported-model/abcdef123456', 'GetImportedModel'],
  ['default-prompt-router/anthropic.claude:1', 'GetPromptRouter'],
])('it looks at what has an ARN: %s', (resource, reads) => {
  const arn = `arn:aws:bedrock:us-east-1:111122223333:${resource}`;

  expect(accessesOf(evaluationRequest({ inferenceConfig: { models: [model(arn)] } }))).toEqual([
    ...calls(arn),
    `bedrock:${reads} ${arn}`,
    ...WRITES_RESULTS,
  ]);
});

test('it invokes an endpoint of SageMaker', () => {
  const endpoint = 'arn:aws:sagemaker:us-east-1:111122223333:endpoint/llm';

  expect(accessesOf(evaluationRequest({ inferenceConfig: { models: [model(endpoint)] } }))).toEqual([
    `sagemaker:InvokeEndpoint ${endpoint}`,
    ...WRITES_RESULTS,
  ]);
});

test('it asks a knowledge base for what it finds, or for what a model makes of it', () => {
  const base = 'arn:aws:bedrock:us-east-1:111122223333:knowledge-base/KB12345678';
  const knowledgeBaseConfiguration = { knowledgeBaseId: 'KB12345678', modelArn: nova() };

  expect(accessesOf(evaluationRequest(knowledgeBase({ retrieveConfig: { knowledgeBaseId: 'KB12345678' } })))).toEqual([
    `bedrock:Retrieve ${base}`,
    ...WRITES_RESULTS,
  ]);
  expect(
    accessesOf(evaluationRequest(knowledgeBase({ retrieveAndGenerateConfig: { knowledgeBaseConfiguration } }))),
  ).toEqual([...calls(nova()), `bedrock:Retrieve ${base}`, `bedrock:RetrieveAndGenerate ${base}`, ...WRITES_RESULTS]);
});

test('without any of it, the job fails', () => {
  const writes = allow(['s3:GetBucketLocation', 's3:List*', 's3:GetObject', 's3:AbortMultipartUpload']);
  const accesses = (place: ReturnType<typeof jobPlace>) =>
    evaluationAccesses({ ...JOB, request: evaluationRequest(nothing) }, place);

  expect(verdictOf([writes, allow('s3:PutObject')], accesses)).toEqual({});
  expect(verdictOf([writes], accesses).failure).toContain('s3:PutObject');
});

describe('a key', () => {
  test('is used with the role, with the calls of whoever makes the job, and by the service itself', () => {
    const used = USES_KEY.map((action) => ({ action, resource: KEY }));

    expect(accessesOf(evaluationRequest({ ...nothing, customerEncryptionKeyId: KEY })).slice(-3)).toEqual(
      USES_KEY.map((action) => `${action} ${KEY}`),
    );
    expect(keyAccesses(KEY, { owner: ACCOUNT })).toEqual(used);
    expect(ownKeyAccesses(KEY, JOB, jobPlace())).toEqual(
      used.map((access) => ({
        ...access,
        context: {
          'kms:EncryptionContext:evaluationJobArn': ARN,
          'aws:SourceArn': ARN,
          'aws:SourceAccount': '111122223333',
        },
      })),
    );
  });

  test('is used by nobody where there is none', () => {
    expect(keyAccesses(undefined, jobPlace())).toEqual([]);
    expect(ownKeyAccesses(undefined, JOB, jobPlace())).toEqual([]);
  });
});
