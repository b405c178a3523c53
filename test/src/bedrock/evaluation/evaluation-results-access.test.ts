import { App, Stack } from 'aws-cdk-lib';
import { Key } from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { statementsOf } from '../../policy-statements';
import { evaluationJob } from '../../sample-evaluation-job';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/0a1b2c3d-4e5f-6a7b-8c9d-0e1f2a3b4c5d';
const inRegion = () => new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'us-east-1' } });
const readIn = (stack: Stack) =>
  statementsOf(stack, 'cdkmljobsJobEngineHandlerRole').filter(({ actions }) =>
    actions.some((action) => /^(s3|kms):/.test(action)),
  );

test('a metric that is required lets the handler read what the job writes, which it may not otherwise', () => {
  const [without, required] = [false, true].map((isRequired) => {
    const stack = inRegion();
    const job = evaluationJob(stack, 'Evaluate');
    if (isRequired) job.requireMetric('Builtin.Accuracy', { atLeast: 0.8 });
    return readIn(stack);
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

test('where their bucket has a key, the handler decrypts with it, through S3 only', () => {
  const stack = inRegion();
  const encryptionKey = Key.fromKeyArn(stack, 'Key', KEY);
  const outputBucket = Bucket.fromBucketAttributes(stack, 'Results', { bucketName: 'results', encryptionKey });
  const job = evaluationJob(stack, 'Evaluate', { outputBucket, evaluationJobName: 'eval-v1' });
  job.requireMetric('accuracy', { atLeast: 0.8 });

  expect(readIn(stack)).toEqual([
    {
      actions: ['s3:ListBucket'],
      resources: ['arn:<AWS::Partition>:s3:::results'],
      condition: { StringLike: { 's3:prefix': 'evaluations/eval-v1/*' } },
    },
    { actions: ['s3:GetObject'], resources: ['arn:<AWS::Partition>:s3:::results/evaluations/eval-v1/*'] },
    {
      actions: ['kms:Decrypt'],
      resources: [KEY],
      condition: { StringEquals: { 'kms:ViaService': 's3.us-east-1.<AWS::URLSuffix>' } },
    },
  ]);
});

test('a second metric gives no second right', () => {
  const stack = inRegion();
  const job = evaluationJob(stack, 'Evaluate');
  job.requireMetric('Builtin.Accuracy', { atLeast: 0.8 });
  job.requireMetric('Builtin.Toxicity', { atMost: 0.1 });

  expect(readIn(stack).map(({ actions }) => actions)).toEqual([['s3:ListBucket'], ['s3:GetObject']]);
});
