import { BucketContents } from '../../../rehearsal/cloudformation/bucket-contents';
import type { ResourceRequest } from '../../../rehearsal/cloudformation/resource-provider';
import type { EmulatedJob } from '../../../rehearsal/jobs/emulated-job';

const JOB: EmulatedJob = {
  name: 'compile',
  arn: 'arn',
  status: 'COMPLETED',
  finished: true,
  request: {
    InputConfig: { S3Uri: 's3://models/model.tar.gz' },
    OutputConfig: { S3OutputLocation: 's3://compiled/' },
  },
  createdAt: 0,
  usage: { instances: [] },
};

const resource = (properties: ResourceRequest['properties'] = {}) => ({ properties }) as ResourceRequest;
const deployment = (more: ResourceRequest['properties'] = {}) =>
  resource({ DestinationBucketName: 'manuals', ...more });
const FILES = 'Custom::CDKBucketDeployment';
const NOT_EMPTY = 'The bucket you tried to delete is not empty (Service: S3, Status Code: 409)';

function remove(contents: BucketContents, bucket: string): void {
  contents.onGone('AWS::S3::Bucket', bucket, resource());
}

describe('a bucket cannot be deleted', () => {
  test('that files were deployed to, which stay in it', () => {
    const contents = new BucketContents(() => []);
    contents.onPresent(FILES, deployment());
    contents.onGone(FILES, 'files', deployment());
    expect(() => remove(contents, 'manuals')).toThrow(NOT_EMPTY);
  });

  test('that a job has written to', () => {
    expect(() => remove(new BucketContents(() => [JOB]), 'compiled')).toThrow(NOT_EMPTY);
  });

  test('that was filled again after it was emptied', () => {
    const contents = new BucketContents(() => []);
    contents.onPresent(FILES, deployment());
    contents.onGone('Custom::S3AutoDeleteObjects', 'emptying', resource({ BucketName: 'manuals' }));
    contents.onPresent(FILES, deployment());
    expect(() => remove(contents, 'manuals')).toThrow(NOT_EMPTY);
  });
});

describe('a bucket can be deleted', () => {
  test('that was emptied before', () => {
    const contents = new BucketContents(() => [JOB]);
    contents.onPresent(FILES, deployment());
    for (const BucketName of ['manuals', 'compiled']) {
      contents.onGone('Custom::S3AutoDeleteObjects', 'emptying', resource({ BucketName }));
      expect(() => remove(contents, BucketName)).not.toThrow();
    }
  });

  test('whose deployment has taken its files with it', () => {
    const contents = new BucketContents(() => []);
    contents.onPresent(FILES, deployment({ RetainOnDelete: 'false' }));
    contents.onGone(FILES, 'files', deployment({ RetainOnDelete: 'false' }));
    expect(() => remove(contents, 'manuals')).not.toThrow();
  });

  test('that a job has only read from, or has not come to write to', () => {
    expect(() => remove(new BucketContents(() => [JOB]), 'models')).not.toThrow();
    expect(() => remove(new BucketContents(() => [{ ...JOB, status: 'FAILED' }]), 'compiled')).not.toThrow();
  });
});
