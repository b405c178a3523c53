import { App, Aws, Stack } from 'aws-cdk-lib';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import { Construct } from 'constructs';
import { bucketOwnerOf, requireOwnedBucket } from '../../../src/bedrock/bucket-owner';

const OWN = '111122223333';
const OTHER = '444455556666';

/** The owner that is found for a bucket of one account, and a job in another. */
function ownerOf(bucketAccount: string | undefined, jobAccount: string | undefined): string | undefined {
  const stack = new Stack(new App(), 'Stack', { env: { account: jobAccount, region: 'eu-west-1' } });
  const bucket = Bucket.fromBucketAttributes(stack, 'Bucket', { bucketName: 'records', account: bucketAccount });
  return bucketOwnerOf(stack, bucket);
}

test('the owner of a bucket is told where it is another account', () => {
  expect(ownerOf(OTHER, OWN)).toBe(OTHER);
});

test.each([
  ['the account is that of the job', OWN, OWN],
  ['nobody says whose the bucket is', undefined, OWN],
  ['the account of the job is known at deployment only', OTHER, undefined],
  ['the account of the bucket is known at deployment only', Aws.ACCOUNT_ID, OWN],
])('the owner of a bucket is left to the service where %s', (_, bucketAccount, jobAccount) => {
  expect(ownerOf(bucketAccount, jobAccount)).toBeUndefined();
});

test('the owner of a bucket is the account of its stack', () => {
  const app = new App();
  const buckets = new Stack(app, 'Buckets', { env: { account: OTHER, region: 'eu-west-1' } });
  const bucket = new Bucket(buckets, 'Bucket', { bucketName: 'records' });
  const jobs = new Stack(app, 'Jobs', { env: { account: OWN, region: 'eu-west-1' } });
  expect(bucketOwnerOf(jobs, bucket)).toBe(OTHER);
});

describe('a bucket that a job reads from', () => {
  const stackOf = () => new Stack(new App(), 'Stack', { env: { account: OWN, region: 'eu-west-1' } });
  const required = (owner: unknown, stack = stackOf()): string => {
    const job = new Construct(stack, 'Job');
    const bucket = Bucket.fromBucketAttributes(stack, 'Bucket', { bucketName: 'records', account: OTHER });
    return requireOwnedBucket(job, 'data', bucket, owner as string);
  };

  test.each([
    ['the one that is said to own it', OWN, OWN],
    ['one that is known at deployment only', Aws.ACCOUNT_ID, Aws.ACCOUNT_ID],
    ['its own, where nobody says so', undefined, OTHER],
  ])('belongs to an account: %s', (_, owner, account) => {
    expect(required(owner)).toBe(account);
  });

  test.each(['', '1111', '11112222333a', '1111222233334'])("is refused where '%s' is said to own it", (owner) => {
    const stack = stackOf();
    required(owner, stack);

    expect(() => App.of(stack)!.synth()).toThrow(
      `'data.bucketOwner' must be the 12 digits of an account, got '${owner}'`,
    );
  });

  test('is refused where no text is said to own it', () => {
    expect(() => required(111122223333)).toThrow("'data.bucketOwner' must be a string, got 111122223333");
  });

  test('is a bucket', () => {
    expect(() => requireOwnedBucket(stackOf(), 'data', 'records' as never, undefined)).toThrow(
      "'data' must be a bucket",
    );
  });
});
