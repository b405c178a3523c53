import type { JsonObject } from '../../../../rehearsal/json-value';
import { transformAccesses } from '../../../../rehearsal/sagemaker/transform/transform-accesses';
import { allow, deny } from '../../fixture-iam';
import { accessTexts, jobPlace, verdictOf } from '../../fixture-job-role';
import { transformRequest } from '../../fixture-sagemaker';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/k';

test('SageMaker reads the input and writes the answers with the role of the model', () => {
  const texts = accessTexts(transformAccesses(transformRequest(), jobPlace()));
  expect(texts.slice(0, 6)).toEqual([
    'refused: s3:GetBucketLocation arn:aws:s3:::in',
    'refused: s3:ListBucket arn:aws:s3:::in',
    'failed: s3:GetObject arn:aws:s3:::in/data/data',
    'failed: s3:GetBucketLocation arn:aws:s3:::out',
    'failed: s3:ListBucket arn:aws:s3:::out',
    'failed: s3:PutObject arn:aws:s3:::out/transformed/data.out',
  ]);
  expect(texts.slice(6).every((text) => /^unnoticed: logs:.*TransformJobs/.test(text))).toBe(true);
});

test('keys and captured data take more', () => {
  const request = transformRequest({
    TransformResources: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeKmsKeyId: KEY },
    DataCaptureConfig: { DestinationS3Uri: 's3://capture/', KmsKeyId: KEY },
  });
  expect(accessTexts(transformAccesses(request, jobPlace()))).toEqual(
    expect.arrayContaining([
      `failed: kms:CreateGrant ${KEY}`,
      'failed: s3:PutObject arn:aws:s3:::capture/data.out',
      `failed: kms:GenerateDataKey ${KEY}`,
    ]),
  );
});

test('input that the role may not list is refused as if there were none', () => {
  const verdict = verdictOf([allow('*'), deny('s3:ListBucket')], (place) =>
    transformAccesses(transformRequest(), place),
  );
  expect(verdict.refusal).toBe(
    'No S3 objects found under S3 URL "s3://in/data/" given in input data source. Please ensure that the bucket exists in the selected region (us-east-1), that objects exist under that S3 prefix, and that the role of the model has "s3:ListBucket" permissions on bucket "in".',
  );
});

test('a model in a VPC makes network interfaces there', () => {
  const model = { name: 'm', roleArn: 'r', properties: { VpcConfig: { Subnets: ['subnet-1'], SecurityGroupIds: [] } } };
  const texts = accessTexts(transformAccesses(transformRequest(), jobPlace(), model));
  expect(texts).toContain('failed: ec2:CreateNetworkInterface arn:aws:ec2:us-east-1:111122223333:subnet/subnet-1');
});

describe("a model's image", () => {
  const [first, second] = ['a', 'b'].map((name) => `111122223333.dkr.ecr.us-east-1.amazonaws.com/${name}:1`);
  const roleArn = 'arn:aws:iam::111122223333:role/model';
  const Containers = [first, second].map((Image) => ({ Image }));
  const model = { name: 'm', roleArn, properties: { Containers } };
  const verdict = (...statements: JsonObject[]) =>
    verdictOf([allow('*'), ...statements], (place) => transformAccesses(transformRequest(), place, model));

  test('is pulled with the role of the model', () => {
    expect(verdict()).toEqual({});
  });

  test.each([
    ['ecr:GetAuthorizationToken', '*', first],
    ['ecr:BatchGetImage', '*', first],
    ['ecr:BatchGetImage', 'arn:aws:ecr:us-east-1:111122223333:repository/b', second],
  ])('fails the job where the role lacks %s on %s', (action, resource, image) => {
    expect(verdict(deny(action, resource)).failure).toBe(
      `ClientError: The role '${roleArn}' does not have ${action.slice(4)} permission for the image: '${image}'.`,
    );
  });

  test('of a model that no stack has made is not known', () => {
    const texts = accessTexts(transformAccesses(transformRequest(), jobPlace()));
    expect(texts.filter((text) => text.includes('ecr:'))).toEqual([]);
  });
});

test('answers without a key are encrypted with the one that AWS keeps for S3', () => {
  const put = transformAccesses(transformRequest(), jobPlace()).find(({ action }) => action === 's3:PutObject');
  expect(put?.context).toEqual({
    's3:x-amz-server-side-encryption': 'aws:kms',
    's3:x-amz-server-side-encryption-aws-kms-key-id': 'arn:aws:kms:us-east-1:111122223333:alias/aws/s3',
  });
});
