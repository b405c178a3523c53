import { customizationAccesses } from '../../../../rehearsal/bedrock/customization/customization-accesses';
import type { JsonObject } from '../../../../rehearsal/json-value';
import { Supposition } from '../../../../unconfirmed/supposition';
import { accessTexts, jobPlace } from '../../fixture-job-role';

const ARN = 'arn:aws:bedrock:us-east-1:111122223333:model-customization-job/amazon.nova-lite-v1:0.300k/abc';
const REQUEST = {
  trainingDataConfig: { s3Uri: 's3://examples/train.jsonl' },
  outputDataConfig: { s3Uri: 's3://losses/runs/' },
};
const accessesOf = (more: JsonObject = {}, supposition = Supposition.USUAL) =>
  accessTexts(
    customizationAccesses({ id: 'abc', arn: ARN, request: { ...REQUEST, ...more } }, jobPlace(), supposition),
  ).map((text) => text.replace('failed: ', ''));
const LOSSES = 'arn:aws:s3:::losses/runs/model-customization-job-abc/training_artifacts/step_wise_training_metrics.csv';

const READS_DATA = [
  's3:GetBucketLocation arn:aws:s3:::examples',
  's3:ListBucket arn:aws:s3:::examples',
  's3:GetObject arn:aws:s3:::examples/train.jsonl',
];
const WRITES_LOSSES = [
  's3:GetBucketLocation arn:aws:s3:::losses',
  's3:ListBucket arn:aws:s3:::losses',
  `s3:PutObject ${LOSSES}`,
  `s3:GetObject ${LOSSES}`,
];

test('Bedrock reads the data, and writes the losses into the folder of the job', () => {
  expect(accessesOf()).toEqual([...READS_DATA, ...WRITES_LOSSES]);
});

test('it reads the data of validations, too', () => {
  const validationDataConfig = { validators: [{ s3Uri: 's3://examples/check.jsonl' }] };
  expect(accessesOf({ validationDataConfig })).toContain('s3:GetObject arn:aws:s3:::examples/check.jsonl');
});

test('it reads the logs of invocations in place of data', () => {
  const invocationLogSource = { s3Uri: 's3://calls/logs' };
  const trainingDataConfig = { invocationLogsConfig: { invocationLogSource } };
  expect(accessesOf({ trainingDataConfig })).toEqual([
    's3:GetBucketLocation arn:aws:s3:::calls',
    's3:ListBucket arn:aws:s3:::calls',
    's3:GetObject arn:aws:s3:::calls/logs/AWSLogs/log.json.gz',
    ...WRITES_LOSSES,
  ]);
});

test('a teacher behind a profile is called with the role', () => {
  const teacherModelConfig = { teacherModelIdentifier: 'us.amazon.nova-pro-v1:0' };
  const accesses = accessesOf({ customizationConfig: { distillationConfig: { teacherModelConfig } } });
  expect(accesses).toContain(
    'bedrock:InvokeModel arn:aws:bedrock:us-east-1:111122223333:inference-profile/us.amazon.nova-pro-v1:0',
  );
});

test('a function that grades is invoked with the role', () => {
  const lambdaArn = 'arn:aws:lambda:us-east-1:111122223333:function:grade';
  const rftConfig = { graderConfig: { lambdaGrader: { lambdaArn } } };
  expect(accessesOf({ customizationConfig: { rftConfig } }).slice(7)).toEqual([`lambda:InvokeFunction ${lambdaArn}`]);
});

describe('the key of the custom model', () => {
  const customModelKmsKeyId = 'arn:aws:kms:us-east-1:111122223333:key/1';
  const usedUnder = (name: string) =>
    accessesOf({ customModelKmsKeyId }, Supposition.read([`custom-model-key=${name}`])).filter((access) =>
      access.startsWith('kms:'),
    );

  test.each(['both', 'role'])('is used with the role where that is supposed (%s)', (name) => {
    expect(usedUnder(name)).toEqual(
      ['CreateGrant', 'Decrypt', 'DescribeKey', 'GenerateDataKey'].map(
        (action) => `kms:${action} ${customModelKmsKeyId}`,
      ),
    );
  });

  test('is not, where only who makes the job uses it', () => {
    expect(usedUnder('caller')).toEqual([]);
  });
});
