import * as kms from 'aws-cdk-lib/aws-kms';
import { statementsOf } from '../../policy-statements';
import { bucketNamed, newStack } from '../../sample-job';
import { modelRole, transformJob, transformProperties } from '../../sample-transform-job';

test.each([
  [undefined, 's3://capture/', ''],
  ['penguins', 's3://capture/penguins/', 'penguins/'],
  ['penguins/', 's3://capture/penguins/', 'penguins/'],
])('with the prefix %s, the role of the model may write there', (prefix, DestinationS3Uri, folder) => {
  const stack = newStack();
  const key = new kms.Key(stack, 'Key');
  const dataCapture = { bucket: bucketNamed(stack, 'capture'), prefix, encryptionKey: key };
  transformJob(stack, 'Score', { modelRole: modelRole(stack), dataCapture });
  expect(transformProperties(stack).Request.DataCaptureConfig).toEqual({
    DestinationS3Uri,
    KmsKeyId: { 'Fn::GetAtt': [expect.stringMatching(/^Key/), 'Arn'] },
  });
  expect(statementsOf(stack, 'ModelRole')).toEqual(
    expect.arrayContaining([
      { actions: ['s3:PutObject'], resources: [`arn:<AWS::Partition>:s3:::capture/${folder}*`] },
      { actions: ['kms:Decrypt', 'kms:GenerateDataKey'], resources: [expect.stringMatching(/^<Key\w+\.Arn>$/)] },
    ]),
  );
});

test.each([
  ['/penguins', 's3://capture/penguins/'],
  ['//', 's3://capture/'],
])('leaves a leading slash out of the prefix %s', (prefix, uri) => {
  const stack = newStack();
  transformJob(stack, 'Score', { dataCapture: { bucket: bucketNamed(stack, 'capture'), prefix } });
  expect(transformProperties(stack).Request.DataCaptureConfig).toMatchObject({ DestinationS3Uri: uri });
});
