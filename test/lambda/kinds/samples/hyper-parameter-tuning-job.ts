import * as sdk from '@aws-sdk/client-sagemaker';
import type { KindSample } from './kind-sample';
import { CREATED_AT, MIXED_CASE, ROLE, sampleOf, Tags } from './sagemaker-sample';
import { hyperParameterTuningJobs } from '../../../../lambda/kinds/hyper-parameter-tuning-job';

const tuning = sampleOf('hyper-parameter-tuning-job', 'shop--tune--35aa6eb423f8');
const BEST = `${tuning.name}-007-1a2b3c4d`;
const ENDED_AT = new Date('2030-01-01T01:30:00Z');

const config = {
  Strategy: 'Bayesian',
  HyperParameterTuningJobObjective: { Type: 'Maximize', MetricName: 'validation:auc' },
  ResourceLimits: { MaxNumberOfTrainingJobs: '20', MaxParallelTrainingJobs: '4', MaxRuntimeInSeconds: '7200' },
  ParameterRanges: {
    ContinuousParameterRanges: [{ Name: 'eta', MinValue: '0.01', MaxValue: '0.2', ScalingType: 'Logarithmic' }],
  },
  TuningJobCompletionCriteria: {
    TargetObjectiveMetricValue: '0.95',
    BestObjectiveNotImproving: { MaxNumberOfTrainingJobsNotImproving: '5' },
  },
  RandomSeed: '7',
};
const definition = {
  RoleArn: ROLE,
  StaticHyperParameters: { num_round: '100' },
  AlgorithmSpecification: {
    TrainingInputMode: 'File',
    TrainingImage: '111122223333.dkr.ecr.eu-west-1.amazonaws.com/churn:1',
  },
  OutputDataConfig: { S3OutputPath: 's3://results' },
  ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: '1', VolumeSizeInGB: '30' },
  StoppingCondition: { MaxRuntimeInSeconds: '3600' },
  EnableNetworkIsolation: 'true',
};
const tuningRequest = { HyperParameterTuningJobConfig: config, TrainingJobDefinition: definition };
const tuningSpec = {
  HyperParameterTuningJobConfig: {
    ...config,
    ResourceLimits: { MaxNumberOfTrainingJobs: 20, MaxParallelTrainingJobs: 4, MaxRuntimeInSeconds: 7200 },
    TuningJobCompletionCriteria: {
      TargetObjectiveMetricValue: 0.95,
      BestObjectiveNotImproving: { MaxNumberOfTrainingJobsNotImproving: 5 },
    },
    RandomSeed: 7,
  },
  TrainingJobDefinition: {
    ...definition,
    ResourceConfig: { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeSizeInGB: 30 },
    StoppingCondition: { MaxRuntimeInSeconds: 3600 },
    EnableNetworkIsolation: true,
  },
};

export const ACCEPTED_TUNING: sdk.DescribeHyperParameterTuningJobCommandOutput = {
  $metadata: {},
  HyperParameterTuningJobName: tuning.name,
  HyperParameterTuningJobArn: tuning.arn,
  HyperParameterTuningJobStatus: 'InProgress',
  HyperParameterTuningJobConfig: {
    Strategy: 'Bayesian',
    ResourceLimits: { MaxParallelTrainingJobs: 4, MaxRuntimeInSeconds: 7200 },
    TuningJobCompletionCriteria: {
      TargetObjectiveMetricValue: 0.99,
      BestObjectiveNotImproving: { MaxNumberOfTrainingJobsNotImproving: 5 },
      ConvergenceDetected: { CompleteOnConvergence: 'Enabled' },
    },
  },
  TrainingJobDefinition: tuningSpec.TrainingJobDefinition as sdk.HyperParameterTrainingJobDefinition,
  CreationTime: CREATED_AT,
  // the service counts from the beginning; what it says of that is in tests of their own
  TrainingJobStatusCounters: undefined,
  ObjectiveStatusCounters: undefined,
};
export const COMPLETED_TUNING: sdk.DescribeHyperParameterTuningJobCommandOutput = {
  ...ACCEPTED_TUNING,
  HyperParameterTuningJobStatus: 'Completed',
  HyperParameterTuningEndTime: ENDED_AT,
  TrainingJobStatusCounters: { Completed: 17, InProgress: 0, RetryableError: 0, NonRetryableError: 2, Stopped: 1 },
  ObjectiveStatusCounters: { Succeeded: 16, Pending: 0, Failed: 4 },
  BestTrainingJob: {
    TrainingJobName: BEST,
    TrainingJobArn: `arn:aws:sagemaker:eu-west-1:111122223333:training-job/${BEST}`,
    CreationTime: new Date('2030-01-01T00:40:00Z'),
    TrainingJobStatus: 'Completed',
    TunedHyperParameters: { eta: '0.0831', max_depth: '5' },
    FinalHyperParameterTuningJobObjectiveMetric: {
      Type: 'Maximize',
      MetricName: 'validation:auc',
      Value: 0.9700000286102295,
    },
  },
};

export const SAMPLE: KindSample = {
  ...tuning,
  make: (view) => hyperParameterTuningJobs(new sdk.SageMakerClient({}), view),
  commands: {
    create: sdk.CreateHyperParameterTuningJobCommand,
    describe: sdk.DescribeHyperParameterTuningJobCommand,
    stop: sdk.StopHyperParameterTuningJobCommand,
  },
  noun: 'hyperparameter tuning job',
  request: { ...tuningRequest, Tags },
  spec: tuningSpec,
  unknownMembers: ['RoleArn', 'ModelName'],
  sent: tuningSpec,
  accepted: ACCEPTED_TUNING,
  completed: COMPLETED_TUNING,
  since: CREATED_AT,
  more: { endedAt: ENDED_AT },
  attributes: {
    HyperParameterTuningJobArn: tuning.arn,
    HyperParameterTuningJobName: tuning.name,
    HyperParameterTuningJobStatus: 'Completed',
    BestTrainingJobName: BEST,
    BestTrainingJobArn: `arn:aws:sagemaker:eu-west-1:111122223333:training-job/${BEST}`,
    BestTrainingJobDefinitionName: '',
    BestObjectiveValue: '0.9700000286102295',
    ModelArtifacts: `s3://results/${BEST}/output/model.tar.gz`,
    OverallBestTrainingJobName: '',
    CompletedTrainingJobs: '17',
    FailedTrainingJobs: '2',
    StoppedTrainingJobs: '1',
    SucceededObjectives: '16',
    FailedObjectives: '4',
    CreationTime: CREATED_AT.toISOString(),
    HyperParameterTuningEndTime: ENDED_AT.toISOString(),
  },
  first: {
    HyperParameterTuningJobArn: tuning.arn,
    HyperParameterTuningJobName: tuning.name,
    HyperParameterTuningJobStatus: 'InProgress',
    CreationTime: CREATED_AT.toISOString(),
  },
  phases: { ...MIXED_CASE, Deleting: 'stopping', DeleteFailed: 'stopped' },
  reason: ['No training job succeeded after 5 attempts. Please take a look at the training job failures', 'say why'],
  hasRecordToDelete: true,
  traces: `Logs: CloudWatch Logs, log group /aws/sagemaker/TrainingJobs, log streams that begin with ${tuning.name}-`,
};
