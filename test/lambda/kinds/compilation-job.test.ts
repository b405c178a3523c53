import {
  type CompilationJobStatus,
  CreateCompilationJobCommand,
  DeleteCompilationJobCommand,
  DescribeCompilationJobCommand,
  type DescribeCompilationJobCommandOutput,
  SageMakerClient,
  StopCompilationJobCommand,
} from '@aws-sdk/client-sagemaker';
import { mockClient } from 'aws-sdk-client-mock';
import { clientError } from './client-error';
import { InvalidRequest } from '../../../lambda/fault';
import type { Job, JobPhase } from '../../../lambda/job-kind';
import { compilationJobs } from '../../../lambda/kinds/compilation-job';
import { COMPILATION_JOB } from '../../../src/contract';

const name = 'Shop--Compile--35aa6eb423f8';
const arn = `arn:aws:sagemaker:eu-west-1:111122223333:compilation-job/${name}`;
const role = 'arn:aws:iam::111122223333:role/Compile';
const token = '35aa6eb423f8';
const sagemaker = mockClient(SageMakerClient);
const kind = compilationJobs(new SageMakerClient({}));
const job = { name, arn } as Job;

beforeEach(() => {
  sagemaker.reset();
});

const inputs = () => sagemaker.calls().map(({ args }) => args[0].input);

/** What Describe says of a job that has just been accepted. */
const accepted: DescribeCompilationJobCommandOutput = {
  $metadata: {},
  CompilationJobName: name,
  CompilationJobArn: arn,
  CompilationJobStatus: 'STARTING',
  StoppingCondition: { MaxRuntimeInSeconds: 900 },
  CreationTime: new Date('2030-01-01T00:00:00Z'),
  LastModifiedTime: new Date('2030-01-01T00:00:00Z'),
  FailureReason: '',
  ModelArtifacts: { S3ModelArtifacts: undefined },
  RoleArn: role,
  InputConfig: { S3Uri: 's3://models/model.tar.gz', Framework: 'XGBOOST' },
  OutputConfig: { S3OutputLocation: `s3://results/${name}/`, TargetDevice: 'ml_c5' },
};

const completed: DescribeCompilationJobCommandOutput = {
  ...accepted,
  CompilationJobStatus: 'COMPLETED',
  CompilationStartTime: new Date('2030-01-01T00:01:00Z'),
  CompilationEndTime: new Date('2030-01-01T00:04:30Z'),
  ModelArtifacts: { S3ModelArtifacts: `s3://results/${name}/model-ml_c5.tar.gz` },
  ModelDigests: { ArtifactDigest: '786a02f742' },
  InferenceImage: '763008648453.dkr.ecr.eu-west-1.amazonaws.com/xgboost-neo:latest',
};

describe('the request', () => {
  const request = {
    RoleArn: role,
    InputConfig: { S3Uri: 's3://models/model.tar.gz', Framework: 'XGBOOST' },
    OutputConfig: { S3OutputLocation: 's3://results', TargetDevice: 'ml_c5', KmsKeyId: 'alias/results' },
    StoppingCondition: { MaxRuntimeInSeconds: '900' },
    Tags: [{ Key: 'team', Value: 'vision' }],
  };

  test('gets its types back, and its tags are kept apart from what makes the job', () => {
    const revived = kind.revive(request);

    expect(kind.tagsOf(revived)).toEqual({ team: 'vision' });
    expect(kind.specOf(revived)).toEqual({
      RoleArn: role,
      InputConfig: { S3Uri: 's3://models/model.tar.gz', Framework: 'XGBOOST' },
      OutputConfig: { S3OutputLocation: 's3://results', TargetDevice: 'ml_c5', KmsKeyId: 'alias/results' },
      StoppingCondition: { MaxRuntimeInSeconds: 900 },
    });
  });

  test('fails with a member that CreateCompilationJob does not have', () => {
    expect(() => kind.revive({ HyperParameters: {} })).toThrow(InvalidRequest);
  });

  test.each([
    ['s3://results', `s3://results/${name}/`],
    ['s3://results/', `s3://results/${name}/`],
    ['s3://results/neo/', `s3://results/neo/${name}/`],
  ])('creates the job with its name and tags, and an output folder of its own below %s', async (location, folder) => {
    sagemaker.on(CreateCompilationJobCommand).resolves({ CompilationJobArn: arn });
    const spec = kind.specOf(
      kind.revive({ ...request, OutputConfig: { ...request.OutputConfig, S3OutputLocation: location } }),
    );

    expect(await kind.create(name, spec, { team: 'vision', 'cdk-ml-jobs:spec': '35aa6eb423f8' }, token)).toBe(arn);

    expect(inputs()).toEqual([
      {
        CompilationJobName: name,
        RoleArn: role,
        InputConfig: { S3Uri: 's3://models/model.tar.gz', Framework: 'XGBOOST' },
        OutputConfig: { S3OutputLocation: folder, TargetDevice: 'ml_c5', KmsKeyId: 'alias/results' },
        StoppingCondition: { MaxRuntimeInSeconds: 900 },
        Tags: [
          { Key: 'team', Value: 'vision' },
          { Key: 'cdk-ml-jobs:spec', Value: '35aa6eb423f8' },
        ],
      },
    ]);
  });

  test('has no Tags member without tags, and leaves what is missing to the service to report', async () => {
    sagemaker.on(CreateCompilationJobCommand).resolves({ CompilationJobArn: arn });
    await kind.create(name, { RoleArn: role, OutputConfig: { TargetDevice: 'ml_c5' } }, {}, token);
    await kind.create(name, { RoleArn: role }, {}, token);

    expect(inputs()).toEqual([
      { CompilationJobName: name, RoleArn: role, OutputConfig: { TargetDevice: 'ml_c5' } },
      { CompilationJobName: name, RoleArn: role },
    ]);
  });
});

describe('a job', () => {
  test('that has completed has all its attributes', async () => {
    sagemaker.on(DescribeCompilationJobCommand, { CompilationJobName: name }).resolves(completed);

    expect(await kind.find(name)).toEqual({
      name,
      arn,
      phase: 'completed',
      status: 'COMPLETED',
      reason: '',
      since: new Date('2030-01-01T00:01:00Z'),
      attributes: {
        CompilationJobArn: arn,
        CompilationJobName: name,
        CompilationJobStatus: 'COMPLETED',
        ModelArtifacts: `s3://results/${name}/model-ml_c5.tar.gz`,
        InferenceImage: '763008648453.dkr.ecr.eu-west-1.amazonaws.com/xgboost-neo:latest',
        ArtifactDigest: '786a02f742',
        CompilationStartTime: '2030-01-01T00:01:00.000Z',
        CompilationEndTime: '2030-01-01T00:04:30.000Z',
      },
    });
  });

  test('has all attributes that the contract names, empty where the service gives none', async () => {
    sagemaker.on(DescribeCompilationJobCommand).resolves(accepted);
    const { attributes, since } = (await kind.find(name))!;

    expect(Object.keys(attributes)).toEqual([...COMPILATION_JOB.attributes]);
    expect(attributes).toEqual({
      CompilationJobArn: arn,
      CompilationJobName: name,
      CompilationJobStatus: 'STARTING',
      ModelArtifacts: '',
      InferenceImage: '',
      ArtifactDigest: '',
      CompilationStartTime: '',
      CompilationEndTime: '',
    });
    expect(since).toEqual(accepted.CreationTime);
  });

  test.each<[string, JobPhase]>([
    ['STARTING', 'running'],
    ['INPROGRESS', 'running'],
    ['STOPPING', 'stopping'],
    ['COMPLETED', 'completed'],
    ['FAILED', 'failed'],
    ['STOPPED', 'stopped'],
    ['QUEUED_FOR_SOMETHING_NEW', 'running'],
  ])('with the status %s is %s', async (CompilationJobStatus, phase) => {
    sagemaker
      .on(DescribeCompilationJobCommand)
      .resolves({ ...accepted, CompilationJobStatus: CompilationJobStatus as CompilationJobStatus });

    expect(await kind.find(name)).toMatchObject({ phase, status: CompilationJobStatus });
  });

  test('that has failed has the reason of the service', async () => {
    const FailureReason = 'ClientError: InputConfiguration: TVM cannot convert the model';
    sagemaker
      .on(DescribeCompilationJobCommand)
      .resolves({ ...accepted, CompilationJobStatus: 'FAILED', FailureReason });

    expect((await kind.find(name))!.reason).toBe(FailureReason);
    expect(kind.hintFor(FailureReason)).toContain('operator');
  });

  test('is found by its ARN', async () => {
    sagemaker.on(DescribeCompilationJobCommand).resolves(completed);

    expect((await kind.describe(arn))!.arn).toBe(arn);
    expect(inputs()).toEqual([{ CompilationJobName: name }]);
  });

  test.each([clientError('ResourceNotFound'), clientError('ValidationException', 'Requested resource not found.')])(
    'that does not exist is none: %p',
    async (error) => {
      sagemaker.on(DescribeCompilationJobCommand).rejects(error);

      expect(await kind.find(name)).toBeUndefined();
      expect(await kind.describe(arn)).toBeUndefined();
    },
  );

  test('fails to be described with any other error', async () => {
    sagemaker.on(DescribeCompilationJobCommand).rejects(clientError('ThrottlingException', 'Rate exceeded'));

    await expect(kind.find(name)).rejects.toThrow('Rate exceeded');
  });

  test('is stopped by its name', async () => {
    sagemaker.on(StopCompilationJobCommand).resolves({});
    await kind.stop!(job);

    expect(inputs()).toEqual([{ CompilationJobName: name }]);
  });

  test('whose record the service does not let go yet, for it has not quite ended, is not deleted yet', async () => {
    const status = 'The request was rejected because the compilation job is in status STOPPING.';
    sagemaker.on(DeleteCompilationJobCommand).rejects(clientError('ValidationException', status));

    expect(await kind.deleteRecord!(job)).toBe(false);
  });

  test('has a record that is deleted by its name, and may be gone already', async () => {
    sagemaker.on(DeleteCompilationJobCommand).resolvesOnce({}).rejects(clientError('ResourceNotFound', 'no such job'));

    expect(await kind.deleteRecord!(job)).toBe(true);
    expect(await kind.deleteRecord!(job)).toBe(true);
    expect(inputs()).toEqual([{ CompilationJobName: name }, { CompilationJobName: name }]);
  });

  test('fails to have its record deleted with any other error', async () => {
    sagemaker.on(DeleteCompilationJobCommand).rejects(clientError('AccessDeniedException', 'denied'));

    await expect(kind.deleteRecord!(job)).rejects.toThrow('denied');
  });

  test('has its logs in the stream of its name', () => {
    expect(kind.tracesOf(job)).toBe(
      `Logs: CloudWatch Logs, log group /aws/sagemaker/CompilationJobs, log stream ${name}`,
    );
  });
});
