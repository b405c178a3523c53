import { type App, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { cleanUp, newRehearsal, synthesize } from './deployment';
import { BatchInferenceInput, ModelData, TrainingInput } from '../../src';
import { batchJob } from '../src/sample-batch-job';
import { compilationJob } from '../src/sample-job';
import { trainingJob } from '../src/sample-training-job';

afterEach(cleanUp);

const JOBS = { env: { account: '111122223333', region: 'us-east-1' } };
const DATA = { env: { account: '444455556666', region: 'us-east-1' } };

test('jobs read and write buckets that the app makes in another account', async () => {
  const app = synthesize((scope: App) => {
    // written down after what needs it: the dependency is the library's
    const jobs = new Stack(scope, 'Jobs', JOBS);
    const data = new Stack(scope, 'Data', DATA);
    const bucketNamed = (bucketName: string) => new Bucket(data, bucketName, { bucketName });
    const outputBucket = bucketNamed('results');
    const input = bucketNamed('inputs');
    compilationJob(jobs, 'Compile', { outputBucket, modelData: ModelData.fromBucket(input, 'model.tar.gz') });
    trainingJob(jobs, 'Train', {
      outputBucket,
      inputs: { train: TrainingInput.fromBucket(input, 'train/') },
      checkpoints: { bucket: bucketNamed('checkpoints') },
    });
    batchJob(jobs, 'Ask', { outputBucket, input: BatchInferenceInput.fromBucket(input, 'records.jsonl') });
  });
  const rehearsal = newRehearsal();
  const { ok, stacks } = await rehearsal.deploy(app);

  expect([ok, Object.keys(stacks)]).toEqual([true, ['Data', 'Jobs']]);
  expect(rehearsal.iam.denials).toEqual([]);
  // nobody but the policies of the buckets lets the jobs in
  const needed = rehearsal.iam.statements.filter(({ isNeeded, origin }) => isNeeded && origin.name === 'bucket policy');
  expect(new Set(needed.map(({ origin }) => origin.path))).toEqual(
    new Set(['results', 'inputs', 'checkpoints'].map((name) => `Data/${name}/Policy/Resource`)),
  );
});
