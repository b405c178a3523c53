import { App, Stack } from 'aws-cdk-lib';
import * as kms from 'aws-cdk-lib/aws-kms';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { cleanUp, newRehearsal, synthesize } from './deployment';
import { BatchInferenceModel, JobEngine, ModelData } from '../../src';
import { batchJob, NOVA } from '../src/sample-batch-job';
import { compilationJob, MODEL } from '../src/sample-job';
import { trainingJob } from '../src/sample-training-job';

/** Has ARNs in the template name the partition of the stack's Region, rather than `AWS::Partition`. */
const PARTITION_LITERALS = '@aws-cdk/core:enablePartitionLiterals';

afterAll(cleanUp);

function makeJobs(app: App, region: string): void {
  const stack = new Stack(app, 'App', { env: { account: '111122223333', region } });
  JobEngine.of(stack, { encryptionKey: new kms.Key(stack, 'Key') });
  compilationJob(stack, 'Compile', {
    modelData: ModelData.fromAsset(MODEL),
    outputBucket: new s3.Bucket(stack, 'Artifacts', { encryption: s3.BucketEncryption.KMS }),
  });
  trainingJob(stack, 'Train');
  const [geography] = /^us-gov|^[a-z]+/.exec(region) ?? [];
  // there is no Bedrock in China
  if (geography === 'cn') return;
  batchJob(stack, 'Classify', { model: BatchInferenceModel.inferenceProfile(`${geography}.${NOVA}`) });
}

describe.each([true, false])('with literal partitions: %s,', (areLiteral) => {
  test.each(['us-east-1', 'us-gov-west-1', 'cn-north-1'])('jobs in %s lack no permission', async (region) => {
    const assembly = synthesize((app) => {
      app.node.setContext(PARTITION_LITERALS, areLiteral);
      makeJobs(app, region);
    });
    const rehearsal = newRehearsal();
    const { ok, stacks } = await rehearsal.deploy(assembly);
    expect(rehearsal.iam.denials.map(({ denial }) => denial.message)).toEqual([]);
    expect(ok).toBe(true);
    const [partition] = /^us-gov|^cn/.exec(region) ?? [];
    expect(stacks.App.id).toMatch(
      new RegExp(`^arn:aws${partition === undefined ? '' : `-${partition}`}:cloudformation:${region}:`),
    );
  });
});
