import { CfnResource, RemovalPolicy, Stack } from 'aws-cdk-lib';
import { ManagedPolicy, PolicyStatement, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { cleanUp, newRehearsal, synthesize } from './deployment';
import { IngestionDataSource, ModelImportSource, TrainingInput } from '../../src';
import { importJob } from '../src/sample-import-job';
import { dataSourceInApp, ingestionJob } from '../src/sample-ingestion-job';
import { trainingJob } from '../src/sample-training-job';

afterEach(cleanUp);

/** What is assumed of an app with a bucket that it makes, each as who reads where. */
async function assumedOf(make: (stack: Stack, bucket: Bucket) => void): Promise<string[]> {
  const assembly = synthesize((app) => {
    const stack = new Stack(app, 'App');
    const options = { bucketName: 'made', autoDeleteObjects: true, removalPolicy: RemovalPolicy.DESTROY };
    make(stack, new Bucket(stack, 'Bucket', options));
  });
  const { ok, unfilledInputs } = await newRehearsal().deploy(assembly);
  expect(ok).toBe(true);
  return unfilledInputs.map(({ reader, what, uri }) => `${reader.origin?.logicalId.slice(0, 5)}: ${what} ${uri}`);
}

test('the input of a training is assumed to be there, unless files are deployed to its folder', async () => {
  const train = (folder: string) => (stack: Stack, bucket: Bucket) => {
    const sources = [Source.data('a.csv', '1,2')];
    const options = { sources, destinationBucket: bucket, destinationKeyPrefix: folder };
    const inputs = { train: TrainingInput.fromBucket(bucket, 't/', { contentType: 'text/csv' }) };
    trainingJob(stack, 'Train', { inputs }).node.addDependency(new BucketDeployment(stack, 'Files', options));
  };
  expect(await assumedOf(train('other'))).toEqual(['Train: input s3://made/t/']);
  expect(await assumedOf(train('t'))).toEqual([]);
});

test('so is the model of an import, and what a data source has', async () => {
  expect(
    await assumedOf((stack, bucket) => {
      importJob(stack, 'Import', { modelSource: ModelImportSource.fromBucket(bucket, 'llama/') });
      const role = new Role(stack, 'Reader', { assumedBy: new ServicePrincipal('bedrock.amazonaws.com') });
      role.addToPolicy(new PolicyStatement({ actions: ['bedrock:InvokeModel', 's3:*'], resources: ['*'] }));
      const source = dataSourceInApp(stack, { role, bucket: bucket.bucketName });
      ingestionJob(stack, 'Ingest', { dataSource: IngestionDataSource.fromCfnDataSource(source) });
    }),
  ).toEqual(expect.arrayContaining(['Impor: input s3://made/llama/', 'Inges: input s3://made/']));
});

test('so is the data of a model that the app makes', async () => {
  expect(
    await assumedOf((stack, bucket) => {
      const assumedBy = new ServicePrincipal('sagemaker.amazonaws.com');
      const managedPolicies = [ManagedPolicy.fromAwsManagedPolicyName('AdministratorAccess')];
      const role = new Role(stack, 'Reader', { assumedBy, managedPolicies });
      new CfnResource(stack, 'Model', {
        type: 'AWS::SageMaker::Model',
        properties: {
          ExecutionRoleArn: role.roleArn,
          PrimaryContainer: {
            Image: '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1',
            ModelDataUrl: `s3://${bucket.bucketName}/model.tar.gz`,
          },
        },
      });
    }),
  ).toEqual(['Model: model data s3://made/model.tar.gz']);
});
