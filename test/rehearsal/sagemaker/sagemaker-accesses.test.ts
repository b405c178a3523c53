import { useJobRole } from '../../../rehearsal/iam/job-role';
import type { RoleAccess, RoleVerdict } from '../../../rehearsal/iam/role-access';
import { compilationAccesses } from '../../../rehearsal/sagemaker/compilation/compilation-accesses';
import { resultKey, type JobPlace } from '../../../rehearsal/sagemaker/sagemaker-accesses';
import { trainingAccesses } from '../../../rehearsal/sagemaker/training/training-accesses';
import { transformAccesses } from '../../../rehearsal/sagemaker/transform/transform-accesses';
import { allow, deny, document, IamFixture, WORKER_SESSION } from '../fixture-iam';
import { jobPlace } from '../fixture-job-role';
import { compilationRequest, trainingRequest, transformRequest } from '../fixture-sagemaker';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/k';
const KEY_HEADER = 's3:x-amz-server-side-encryption-aws-kms-key-id';

type Accesses = (place: JobPlace, keyId?: string) => RoleAccess[];

const COMPILATION: Accesses = (place, KmsKeyId) => {
  const OutputConfig = { S3OutputLocation: 's3://out/', TargetDevice: 'ml_c5', ...(KmsKeyId && { KmsKeyId }) };
  return compilationAccesses(compilationRequest({ OutputConfig }), place);
};
const TRAINING: Accesses = (place, KmsKeyId) => {
  const OutputDataConfig = { S3OutputPath: 's3://out/', ...(KmsKeyId && { KmsKeyId }) };
  return trainingAccesses(trainingRequest({ OutputDataConfig }), place);
};
const TRANSFORM: Accesses = (place, KmsKeyId) => {
  const TransformOutput = { S3OutputPath: 's3://out/', ...(KmsKeyId && { KmsKeyId }) };
  return transformAccesses(transformRequest({ TransformOutput }), place);
};

/** What becomes of a job that writes to a bucket which denies all that `condition` says. */
function verdictWhere(
  condition: Record<string, Record<string, string>>,
  accesses: Accesses,
  keyId?: string,
): RoleVerdict {
  const iam = new IamFixture();
  iam.role([allow('*')]);
  iam.make('AWS::S3::Bucket', 'out', {});
  const statement = deny('s3:PutObject', 'arn:aws:s3:::out/*', { Principal: '*', Condition: condition });
  iam.make('AWS::S3::BucketPolicy', 'Policy', { Bucket: 'out', PolicyDocument: document(statement) });
  return useJobRole(iam, WORKER_SESSION, accesses(jobPlace(iam), keyId));
}

describe.each([
  ['a compilation job', COMPILATION],
  ['a training job', TRAINING],
  ['a transform job', TRANSFORM],
])('%s that writes to a bucket', (_kind, accesses) => {
  test('which takes objects under its own key only must name that key', () => {
    const condition = { StringNotEquals: { [KEY_HEADER]: KEY } };
    expect(Object.values(verdictWhere(condition, accesses))).toHaveLength(1);
    expect(verdictWhere(condition, accesses, KEY)).toEqual({});
    expect(Object.values(verdictWhere(condition, accesses, KEY.replace(/k$/, 'other')))).toHaveLength(1);
  });

  test('which takes objects under keys of KMS only needs none', () => {
    const header = 's3:x-amz-server-side-encryption';
    expect(verdictWhere({ StringNotEquals: { [header]: 'aws:kms' } }, accesses)).toEqual({});
    expect(verdictWhere({ Null: { [header]: 'true' } }, accesses)).toEqual({});
    expect(Object.values(verdictWhere({ StringNotEquals: { [header]: 'AES256' } }, accesses))).toHaveLength(1);
  });
});

test('results without a key are under the one that AWS keeps for S3', () => {
  expect(resultKey(KEY)).toBe(KEY);
  expect(resultKey(undefined)).toBe('alias/aws/s3');
});
