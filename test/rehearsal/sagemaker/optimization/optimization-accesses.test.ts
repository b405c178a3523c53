import type { JsonObject } from '../../../../rehearsal/json-value';
import { optimizationAccesses } from '../../../../rehearsal/sagemaker/optimization/optimization-accesses';
import { Supposition } from '../../../../unconfirmed/supposition';
import { allow, deny } from '../../fixture-iam';
import { accessTexts, jobPlace, verdictOf } from '../../fixture-job-role';
import { optimizationRequest } from '../../fixture-sagemaker';

const LOG_GROUPS = 'arn:aws:logs:us-east-1:111122223333:log-group:/aws/sagemaker';

function textsOf(more: JsonObject = {}, suppose: string[] = []): string[] {
  return accessTexts(optimizationAccesses(optimizationRequest(more), jobPlace(), Supposition.read(suppose)));
}

test('SageMaker reads the model, writes what it has optimized, and logs', () => {
  const log = `${LOG_GROUPS}/OptimizationJobs`;
  expect(textsOf()).toEqual([
    'failed: s3:GetBucketLocation arn:aws:s3:::in',
    'failed: s3:ListBucket arn:aws:s3:::in',
    'failed: s3:GetObject arn:aws:s3:::in/mistral/data',
    'failed: s3:GetBucketLocation arn:aws:s3:::out',
    'failed: s3:ListBucket arn:aws:s3:::out',
    'failed: s3:PutObject arn:aws:s3:::out/job/config.json',
    `unnoticed: logs:CreateLogGroup ${log}`,
    `unnoticed: logs:DescribeLogStreams ${log}:log-stream:`,
    `unnoticed: logs:CreateLogStream ${log}:log-stream:job/algo-1`,
    `unnoticed: logs:PutLogEvents ${log}:log-stream:job/algo-1`,
    'unnoticed: cloudwatch:PutMetricData *',
  ]);
});

test('it describes a model of SageMaker, whose name is in lower case in its ARN', () => {
  const ModelSource = { SageMakerModel: { ModelName: 'Mistral' } };
  const texts = textsOf({ ModelSource });
  expect(texts[0]).toBe('failed: sagemaker:DescribeModel arn:aws:sagemaker:us-east-1:111122223333:model/mistral');
  expect(texts.join()).not.toContain('arn:aws:s3:::in');
});

test('it pulls the images, and reads what speculative decoding learns from', () => {
  const OptimizationConfigs: JsonObject[] = [
    { ModelQuantizationConfig: { Image: '763104351884.dkr.ecr.us-east-1.amazonaws.com/djl-inference:1' } },
    { ModelSpeculativeDecodingConfig: { TrainingDataSource: { S3Uri: 's3://talks/chats/', S3DataType: 'S3Prefix' } } },
  ];
  expect(textsOf({ OptimizationConfigs })).toEqual(
    expect.arrayContaining([
      'failed: ecr:BatchGetImage arn:aws:ecr:us-east-1:763104351884:repository/djl-inference',
      'failed: s3:GetObject arn:aws:s3:::talks/chats/data',
    ]),
  );
});

test('the output key encrypts what is written', () => {
  const KmsKeyId = 'arn:aws:kms:us-east-1:111122223333:key/k';
  expect(textsOf({ OutputConfig: { S3OutputLocation: 's3://out/', KmsKeyId } })).toContain(
    `failed: kms:GenerateDataKey ${KmsKeyId}`,
  );
});

test('in a VPC, it makes network interfaces', () => {
  const VpcConfig = { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] };
  expect(textsOf({ VpcConfig }).filter((text) => text.includes('ec2:CreateNetworkInterface'))).not.toEqual([]);
});

test.each([
  ['of-its-own', 'OptimizationJobs'],
  ['of-compilations', 'CompilationJobs'],
  ['of-trainings', 'TrainingJobs'],
])('the log group may be one %s', (supposed, group) => {
  expect(textsOf({}, [`optimization-log-group=${supposed}`])).toContain(
    `unnoticed: logs:CreateLogGroup ${LOG_GROUPS}/${group}`,
  );
});

test('a job fails with what S3 denies', () => {
  const verdict = verdictOf([allow('*'), deny('s3:GetObject')], (place) =>
    optimizationAccesses(optimizationRequest(), place, Supposition.USUAL),
  );
  expect(verdict.failure).toMatch(/^ClientError: User: .* is not authorized to perform: s3:GetObject on resource/);
});

test('a job without a log goes on', () => {
  const verdict = verdictOf([allow('s3:*')], (place) =>
    optimizationAccesses(optimizationRequest(), place, Supposition.USUAL),
  );
  expect(verdict).toEqual({});
});
