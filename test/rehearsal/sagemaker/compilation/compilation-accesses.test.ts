import { compilationAccesses } from '../../../../rehearsal/sagemaker/compilation/compilation-accesses';
import { neoVpcAccesses } from '../../../../rehearsal/sagemaker/vpc-accesses';
import { ACCOUNT } from '../../fixture-batch';
import { allow, deny } from '../../fixture-iam';
import { accessTexts, jobPlace, verdictOf } from '../../fixture-job-role';
import { compilationRequest } from '../../fixture-sagemaker';

const LOGS = 'arn:aws:logs:us-east-1:111122223333:log-group:/aws/sagemaker/CompilationJobs';
const USER = 'arn:aws:sts::111122223333:assumed-role/Worker/session';

test('Neo reads the model, writes what it has compiled, and logs', () => {
  expect(accessTexts(compilationAccesses(compilationRequest(), jobPlace()))).toEqual([
    'failed: s3:GetBucketLocation arn:aws:s3:::in',
    'failed: s3:ListBucket arn:aws:s3:::in',
    'failed: s3:GetObject arn:aws:s3:::in/model.tar.gz',
    'failed: s3:GetBucketLocation arn:aws:s3:::out',
    'failed: s3:ListBucket arn:aws:s3:::out',
    'failed: s3:PutObject arn:aws:s3:::out/model.tar.gz',
    `unnoticed: logs:CreateLogGroup ${LOGS}`,
    `unnoticed: logs:DescribeLogStreams ${LOGS}:log-stream:`,
    `unnoticed: logs:CreateLogStream ${LOGS}:log-stream:job`,
    `unnoticed: logs:PutLogEvents ${LOGS}:log-stream:job`,
    'unnoticed: cloudwatch:PutMetricData *',
  ]);
});

test('Neo describes a model package', () => {
  const ModelPackageVersionArn = 'arn:aws:sagemaker:us-east-1:111122223333:model-package/a/1';
  const { InputConfig: _, ...request } = compilationRequest({ ModelPackageVersionArn });
  expect(accessTexts(compilationAccesses(request, jobPlace()))[0]).toBe(
    `failed: sagemaker:DescribeModelPackage ${ModelPackageVersionArn}`,
  );
});

test('in a VPC, a job fails where Neo may not do what it does there', () => {
  const request = compilationRequest({ VpcConfig: { Subnets: ['subnet-1'], SecurityGroupIds: ['sg-1'] } });
  const texts = accessTexts(compilationAccesses(request, jobPlace())).filter((text) => text.includes('ec2:'));
  expect(texts).toEqual(
    neoVpcAccesses(request, ACCOUNT).map(({ action, resource }) => `failed: ${action} ${resource}`),
  );
});

test('the output key encrypts what is written', () => {
  const KmsKeyId = 'arn:aws:kms:us-east-1:111122223333:key/k';
  const OutputConfig = { S3OutputLocation: 's3://out/', TargetDevice: 'ml_c5', KmsKeyId };
  const texts = accessTexts(compilationAccesses(compilationRequest({ OutputConfig }), jobPlace()));
  expect(texts).toContain(`failed: kms:GenerateDataKey ${KmsKeyId}`);
});

test('what another service has denied is the reason of the failure', () => {
  const verdict = verdictOf([allow('*'), deny('s3:GetObject')], (place) =>
    compilationAccesses(compilationRequest(), place),
  );
  expect(verdict).toEqual({
    failure: `ClientError: User: ${USER} is not authorized to perform: s3:GetObject on resource: "arn:aws:s3:::in/model.tar.gz" with an explicit deny in an identity-based policy`,
  });
});

test('a job without a log goes on', () => {
  expect(verdictOf([allow('s3:*')], (place) => compilationAccesses(compilationRequest(), place))).toEqual({});
});
