import { ACCOUNT } from './fixture-batch';
import { VirtualClock } from '../../rehearsal/clock';
import { AssetStore } from '../../rehearsal/cloud-assembly/asset-store';
import { Iam } from '../../rehearsal/iam/iam';
import type { JsonObject, JsonValue } from '../../rehearsal/json-value';
import { SageMakerService, type SageMakerOptions } from '../../rehearsal/sagemaker/sagemaker-service';
import { Supposition } from '../../unconfirmed/supposition';

export const START = Date.UTC(2026, 0, 1);
export const ROLE = 'arn:aws:iam::111122223333:role/job';

/** An emulated SageMaker that is called without a network, on behalf of the construct `App/Job`. */
export class SageMakerFixture {
  public readonly clock = new VirtualClock({ startTime: START });
  public readonly service: SageMakerService;

  constructor(options: Partial<SageMakerOptions> = {}) {
    this.service = new SageMakerService({
      clock: this.clock,
      ...ACCOUNT,
      script: () => ({}),
      quotas: {},
      roleCreatedAt: () => this.clock.now(),
      onCourse: () => {},
      assets: new AssetStore(ACCOUNT),
      hasModel: (name) => name === 'model',
      model: () => undefined,
      iam: new Iam(),
      supposition: Supposition.USUAL,
      ...options,
    });
  }

  public call(operation: string, input: JsonObject): JsonValue {
    const origin = { stackName: 'App', stackPath: 'App', logicalId: 'Job1234', path: 'App/Job/Resource/Default' };
    const invocation = { functionArn: '', roleArn: '', requestId: '', kind: 'tick', event: {}, origin, at: 0 } as const;
    const caller = { ...invocation, log: [] };
    return this.service.handle({
      service: 'sagemaker',
      operation,
      input,
      at: this.clock.now(),
      caller,
      roleArn: '',
    });
  }

  public compile(more: JsonObject = {}): JsonValue {
    return this.call('CreateCompilationJob', compilationRequest(more));
  }

  public train(more: JsonObject = {}): JsonValue {
    return this.call('CreateTrainingJob', trainingRequest(more));
  }

  public transform(more: JsonObject = {}): JsonValue {
    return this.call('CreateTransformJob', transformRequest(more));
  }

  /** What is known of the job named `job` of a kind. */
  public describe(kind: string): JsonObject {
    return this.call(`Describe${kind}`, { [`${kind}Name`]: 'job' }) as JsonObject;
  }
}

export function compilationRequest(more: JsonObject = {}): JsonObject {
  return {
    CompilationJobName: 'job',
    RoleArn: ROLE,
    InputConfig: { S3Uri: 's3://in/model.tar.gz', Framework: 'XGBOOST' },
    OutputConfig: { S3OutputLocation: 's3://out/', TargetDevice: 'ml_c5' },
    StoppingCondition: { MaxRuntimeInSeconds: 900 },
    ...more,
  };
}

export function optimizationRequest(more: JsonObject = {}): JsonObject {
  return {
    OptimizationJobName: 'job',
    RoleArn: ROLE,
    ModelSource: { S3: { S3Uri: 's3://in/mistral/' } },
    DeploymentInstanceType: 'ml.g5.2xlarge',
    OptimizationConfigs: [{ ModelQuantizationConfig: { OverrideEnvironment: { OPTION_QUANTIZE: 'awq' } } }],
    OutputConfig: { S3OutputLocation: 's3://out/job/' },
    StoppingCondition: { MaxRuntimeInSeconds: 900 },
    ...more,
  };
}

export function trainingRequest(more: JsonObject = {}): JsonObject {
  return {
    TrainingJobName: 'job',
    RoleArn: ROLE,
    AlgorithmSpecification: { TrainingImage: 'registry/algorithm:1', TrainingInputMode: 'File' },
    InputDataConfig: [channel('train', 's3://in/train/')],
    OutputDataConfig: { S3OutputPath: 's3://out/models/' },
    ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeSizeInGB: 30 },
    StoppingCondition: { MaxRuntimeInSeconds: 3600 },
    ...more,
  };
}

export function channel(name: string, S3Uri: string, more: JsonObject = {}): JsonObject {
  return { ChannelName: name, DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri, ...more } } };
}

export function transformRequest(more: JsonObject = {}): JsonObject {
  return {
    TransformJobName: 'job',
    ModelName: 'model',
    TransformInput: { DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: 's3://in/data/' } } },
    TransformOutput: { S3OutputPath: 's3://out/transformed/' },
    TransformResources: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1 },
    ...more,
  };
}
