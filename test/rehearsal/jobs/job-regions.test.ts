import { VirtualClock } from '../../../rehearsal/clock';
import { AssetStore } from '../../../rehearsal/cloud-assembly/asset-store';
import { Iam } from '../../../rehearsal/iam/iam';
import { JobRegions } from '../../../rehearsal/jobs/job-regions';
import type { JsonValue } from '../../../rehearsal/json-value';
import type { SageMakerJob } from '../../../rehearsal/sagemaker/sagemaker-job';
import { SageMakerService } from '../../../rehearsal/sagemaker/sagemaker-service';
import { Supposition } from '../../../unconfirmed/supposition';

const HOME = { account: '111122223333', region: 'us-east-1' };
const clock = new VirtualClock({ startTime: Date.UTC(2026, 0, 1) });
let sagemaker: JobRegions<SageMakerJob>;

beforeEach(() => {
  sagemaker = new JobRegions(
    'sagemaker',
    HOME,
    (environment) =>
      new SageMakerService({
        clock,
        ...environment,
        script: () => ({}),
        onCourse: () => {},
        quotas: { compilationJobs: 1 },
        hasModel: () => false,
        model: () => undefined,
        iam: new Iam(),
        supposition: Supposition.USUAL,
        roleCreatedAt: () => undefined,
        assets: new AssetStore(environment),
      }),
  );
});

function create(functionArn: string): JsonValue {
  const origin = { stackName: 'App', stackPath: 'App', logicalId: 'Job', path: 'App/Job' };
  const invocation = { functionArn, roleArn: '', requestId: '', kind: 'tick', event: {}, origin, at: 0 } as const;
  const input = {
    CompilationJobName: 'job',
    RoleArn: 'arn:aws:iam::111122223333:role/compile',
    InputConfig: { S3Uri: 's3://in/model.tar.gz', Framework: 'XGBOOST' },
    OutputConfig: { S3OutputLocation: 's3://out/', TargetDevice: 'ml_c5' },
    StoppingCondition: { MaxRuntimeInSeconds: 900 },
  };
  const caller = functionArn === '' ? undefined : { ...invocation, log: [] };
  const call = { service: 'sagemaker', operation: 'CreateCompilationJob', input, at: clock.now(), caller, roleArn: '' };
  return sagemaker.handle(call);
}

test('a name is taken, and a quota used up, in one account and Region only', () => {
  for (const [account, region] of [
    ['111122223333', 'us-east-1'],
    ['111122223333', 'eu-west-1'],
    ['444455556666', 'us-east-1'],
  ]) {
    expect(create(`arn:aws:lambda:${region}:${account}:function:handler`)).toEqual({
      CompilationJobArn: `arn:aws:sagemaker:${region}:${account}:compilation-job/job`,
    });
  }
  expect(sagemaker.jobs).toHaveLength(3);
  expect(sagemaker.existingJobs).toHaveLength(3);
  expect(() => create('arn:aws:lambda:eu-west-1:111122223333:function:handler')).toThrow('already exists');
});

test('an unknown caller is at home', () => {
  expect(create('')).toEqual({ CompilationJobArn: 'arn:aws:sagemaker:us-east-1:111122223333:compilation-job/job' });
});
