import { JOB_FACTS } from '../../src/validation/service-model/job-facts';
import type { KindKey } from '../aws/job-wording';
import { STATE_MACHINE_ARN } from '../aws/simulated-step-functions';
import type { JobProperties } from '../handler-under-test';

/** Where the roles are that the library generates for the jobs of a stack. */
const ROLE = 'arn:aws:iam::111122223333:role/cdk-ml-jobs/eu-west-1/shop/Job';
const OUTPUTS = 's3://outputs/';

/** A name that a person has chosen. */
export const OWN_NAME = 'My-Job';

/** What a resource asks for. */
export interface JobOptions {
  readonly kind: KindKey;
  readonly logicalId?: string;
  /** Tells one spec from another. */
  readonly version: string;
  readonly tags?: { readonly [key: string]: string };
  readonly waitSeconds?: number;
  readonly wait?: JobProperties['WaitForCompletion'];
  readonly jobName?: string;
  readonly rerunKey?: string;
  /** The logical ids of the wait conditions that follow on it. */
  readonly conditions?: readonly string[];
}

/** The properties of a job's resource. */
export function jobProperties(options: JobOptions): JobProperties & { readonly [name: string]: unknown } {
  const { kind, logicalId = 'Job', version, tags = { team: 'vision' }, waitSeconds = 1500, wait = 'true' } = options;
  return {
    Kind: kind,
    NamePrefix: `Shop--${logicalId}`.toLowerCase(),
    Request: { ...REQUESTS[kind](`s3://inputs/${logicalId}.${version}/`), ...tagsOf(kind, tags) },
    StateMachineArn: STATE_MACHINE_ARN,
    WaitForCompletion: wait,
    WaitSeconds: String(waitSeconds),
    ...(options.jobName !== undefined && { JobName: options.jobName }),
    ...(options.rerunKey !== undefined && { RerunKey: options.rerunKey }),
    ...(options.conditions !== undefined && { WaitConditions: options.conditions }),
  };
}

/** The request of each kind of job, with scalars as CloudFormation sends them. */
const REQUESTS: { readonly [kind in KindKey]: (input: string) => object } = {
  CompilationJob: (input) => ({
    RoleArn: ROLE,
    InputConfig: { S3Uri: `${input}model.tar.gz`, Framework: 'XGBOOST' },
    OutputConfig: { S3OutputLocation: OUTPUTS, TargetDevice: 'ml_c5' },
    StoppingCondition: { MaxRuntimeInSeconds: '900' },
  }),
  TrainingJob: (input) => ({
    RoleArn: ROLE,
    AlgorithmSpecification: { TrainingImage: 'registry.example.com/train:1', TrainingInputMode: 'File' },
    InputDataConfig: [{ ChannelName: 'train', DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: input } } }],
    OutputDataConfig: { S3OutputPath: OUTPUTS },
    ResourceConfig: { InstanceType: 'ml.m5.large', InstanceCount: '1', VolumeSizeInGB: '30' },
    StoppingCondition: { MaxRuntimeInSeconds: '900' },
  }),
  TransformJob: (input) => ({
    ModelName: 'penguins',
    TransformInput: { DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri: input } } },
    TransformOutput: { S3OutputPath: OUTPUTS },
    TransformResources: { InstanceType: 'ml.m5.xlarge', InstanceCount: '1' },
  }),
  ModelInvocationJob: (input) => ({
    roleArn: ROLE,
    modelId: 'amazon.nova-lite-v1:0',
    inputDataConfig: { s3InputDataConfig: { s3Uri: input } },
    outputDataConfig: { s3OutputDataConfig: { s3Uri: OUTPUTS } },
    timeoutDurationInHours: '24',
  }),
};

function tagsOf(kind: KindKey, tags: { readonly [key: string]: string }): object {
  const { tags: members, tag } = JOB_FACTS[kind].request;
  const list = Object.entries(tags).map(([key, value]) => ({ [tag.key]: key, [tag.value]: value }));
  return Object.fromEntries(members.map((member) => [member, list]));
}
