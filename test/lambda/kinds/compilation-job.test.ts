import { CreateCompilationJobCommand, DeleteCompilationJobCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { mockClient } from 'aws-sdk-client-mock';
import { clientError } from './client-error';
import type { Job } from '../../../lambda/job-kind';
import { compilationJobs } from '../../../lambda/kinds/compilation-job';

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

describe('the request', () => {
  const request = {
    RoleArn: role,
    InputConfig: { S3Uri: 's3://models/model.tar.gz', Framework: 'XGBOOST' },
    OutputConfig: { S3OutputLocation: 's3://results', TargetDevice: 'ml_c5', KmsKeyId: 'alias/results' },
    StoppingCondition: { MaxRuntimeInSeconds: '900' },
    Tags: [{ Key: 'team', Value: 'vision' }],
  };

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
});
