import { type RealRequest, ROLE as RoleArn } from './real-request';

const XGBOOST = '246618743249.dkr.ecr.us-west-2.amazonaws.com/sagemaker-xgboost:1.0-1-cpu-py3';
const OutputDataConfig = { S3OutputPath: 's3://amzn-s3-demo-bucket/output' };
const ResourceConfig = { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeSizeInGB: 10 };
const StoppingCondition = { MaxRuntimeInSeconds: 43200 };

const channel = (ChannelName: string, S3Uri: string, more: object = {}) => ({
  ChannelName,
  DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri, S3DataDistributionType: 'FullyReplicated' } },
  ...more,
});
const csv = (prefix: string) =>
  ['train', 'validation'].map((name) =>
    channel(name, `s3://amzn-s3-demo-bucket/${prefix}/${name}/`, { ContentType: 'csv', CompressionType: 'None' }),
  );
const range = (Name: string, MinValue: string, MaxValue: string, ScalingType?: string) => ({
  Name,
  MinValue,
  MaxValue,
  ...(ScalingType !== undefined && { ScalingType }),
});
const maximize = (MetricName: string) => ({ Type: 'Maximize', MetricName });
const minimize = (MetricName: string) => ({ Type: 'Minimize', MetricName });
const limits = (MaxNumberOfTrainingJobs: number, MaxParallelTrainingJobs: number, more: object = {}) => ({
  MaxNumberOfTrainingJobs,
  MaxParallelTrainingJobs,
  ...more,
});

/** The built-in XGBoost, as nearly all guides train it. */
const xgboost = {
  RoleArn,
  AlgorithmSpecification: { TrainingImage: XGBOOST, TrainingInputMode: 'File' },
  InputDataConfig: csv('xgboost'),
  OutputDataConfig,
  ResourceConfig,
  StaticHyperParameters: { eval_metric: 'auc', num_round: '100', objective: 'binary:logistic', rate_drop: '0.3' },
  StoppingCondition,
};
const ofXgboost = {
  IntegerParameterRanges: [range('max_depth', '1', '10')],
  ContinuousParameterRanges: [range('alpha', '0', '2'), range('eta', '0', '1'), range('min_child_weight', '1', '10')],
};
/** A script that AWS's toolkit runs in one of its images: each of its hyperparameters is JSON. */
const script = (
  image: string,
  hyperparameters: { readonly [name: string]: string },
  metric: string,
  Regex: string,
) => ({
  ...xgboost,
  AlgorithmSpecification: {
    TrainingImage: `763104351884.dkr.ecr.us-west-2.amazonaws.com/${image}`,
    TrainingInputMode: 'File',
    MetricDefinitions: [{ Name: metric, Regex }],
  },
  InputDataConfig: [channel('training', 's3://amzn-s3-demo-bucket/script/data/')],
  StaticHyperParameters: {
    sagemaker_program: '"train.py"',
    sagemaker_region: '"us-west-2"',
    sagemaker_submit_directory: '"s3://amzn-s3-demo-bucket/script/source/sourcedir.tar.gz"',
    ...hyperparameters,
  },
});

const bayesian = (more: object = {}) => ({
  Strategy: 'Bayesian',
  HyperParameterTuningJobObjective: maximize('validation:auc'),
  ResourceLimits: limits(20, 3),
  ParameterRanges: ofXgboost,
  ...more,
});

const job = (HyperParameterTuningJobName: string, HyperParameterTuningJobConfig: object, more: object = {}) => ({
  HyperParameterTuningJobName,
  HyperParameterTuningJobConfig,
  TrainingJobDefinition: xgboost,
  ...more,
});

/** Requests of CreateHyperParameterTuningJob. */
export const TUNING_REQUESTS: readonly RealRequest[] = [
  {
    name: 'the guide: XGBoost on two instances, with a seed and a list that is empty',
    request: job(
      'MyTuningJob',
      bayesian({ RandomSeed: 123, ParameterRanges: { ...ofXgboost, CategoricalParameterRanges: [] } }),
      {
        TrainingJobDefinition: {
          ...xgboost,
          ResourceConfig: { InstanceCount: 2, InstanceType: 'ml.c4.2xlarge', VolumeSizeInGB: 10 },
        },
      },
    ),
  },
  {
    name: 'the guide: autotune',
    request: job(
      'my-autotune-job',
      {
        Strategy: 'Bayesian',
        HyperParameterTuningJobObjective: minimize('validation:rmse'),
        ResourceLimits: limits(5, 1),
        ParameterRanges: { AutoParameters: [{ Name: 'max_depth', ValueHint: '4' }] },
      },
      { Autotune: { Mode: 'Enabled' } },
    ),
  },
  {
    name: 'the guide: a warm start from one job',
    request: job('MyWarmStartTuningJob', bayesian(), {
      WarmStartConfig: {
        ParentHyperParameterTuningJobs: [{ HyperParameterTuningJobName: 'MyParentTuningJob' }],
        WarmStartType: 'IdenticalDataAndAlgorithm',
      },
    }),
  },
  {
    name: 'the guide: XGBoost and the linear learner',
    request: {
      HyperParameterTuningJobName: 'multi-algo-hpo',
      HyperParameterTuningJobConfig: { Strategy: 'Bayesian', ResourceLimits: limits(50, 5) },
      TrainingJobDefinitions: [
        {
          ...xgboost,
          DefinitionName: 'linear-learner',
          AlgorithmSpecification: {
            TrainingImage: '174872318107.dkr.ecr.us-west-2.amazonaws.com/linear-learner:1',
            TrainingInputMode: 'File',
          },
          StaticHyperParameters: { predictor_type: 'binary_classifier' },
          TuningObjective: minimize('validation:binary_classification_cross_entropy_loss'),
          HyperParameterRanges: { ContinuousParameterRanges: [range('learning_rate', '0.0001', '0.5', 'Logarithmic')] },
        },
        {
          ...xgboost,
          DefinitionName: 'xgboost',
          TuningObjective: maximize('validation:auc'),
          HyperParameterRanges: ofXgboost,
        },
      ],
    },
  },
  {
    name: 'a workflow: k nearest neighbours, two jobs at once',
    request: job(
      'airflow-system-test-hpo',
      {
        Strategy: 'Bayesian',
        HyperParameterTuningJobObjective: maximize('test:accuracy'),
        ResourceLimits: limits(2, 2),
        ParameterRanges: {
          CategoricalParameterRanges: [],
          IntegerParameterRanges: [range('k', '1', '50'), range('sample_size', '1', '50')],
        },
      },
      {
        TrainingJobDefinition: {
          ...xgboost,
          AlgorithmSpecification: {
            TrainingImage: '174872318107.dkr.ecr.us-west-2.amazonaws.com/knn:1',
            TrainingInputMode: 'File',
          },
          StaticHyperParameters: { predictor_type: 'classifier', feature_dim: '4' },
          InputDataConfig: ['test', 'train'].map((name) =>
            channel(name, `s3://amzn-s3-demo-bucket/knn/${name}.csv`, { ContentType: 'text/csv', InputMode: 'File' }),
          ),
          StoppingCondition: { MaxRuntimeInSeconds: 60 },
        },
      },
    ),
  },
  {
    name: 'a provider: k-means, text and numbers',
    request: job(
      'example',
      {
        Strategy: 'Bayesian',
        HyperParameterTuningJobObjective: minimize('test:msd'),
        ResourceLimits: limits(2, 1),
        ParameterRanges: {
          CategoricalParameterRanges: [{ Name: 'init_method', Values: ['kmeans++', 'random'] }],
          IntegerParameterRanges: [
            range('epochs', '1', '10', 'Auto'),
            range('extra_center_factor', '4', '10', 'Auto'),
            range('mini_batch_size', '3000', '15000', 'Auto'),
          ],
        },
      },
      {
        TrainingJobDefinition: {
          ...xgboost,
          AlgorithmSpecification: {
            TrainingImage: '174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:1',
            TrainingInputMode: 'File',
          },
          StaticHyperParameters: { feature_dim: '3', k: '2' },
          StoppingCondition: { MaxRuntimeInSeconds: 3600 },
        },
      },
    ),
  },
  {
    name: 'a notebook: a regression with XGBoost, one instance',
    request: job(
      'tuning-job2026-01-01-12-00-00',
      bayesian({
        HyperParameterTuningJobObjective: minimize('validation:rmse'),
        ParameterRanges: { IntegerParameterRanges: [range('max_depth', '3', '12')] },
      }),
      {
        TrainingJobDefinition: {
          ...xgboost,
          StaticHyperParameters: { objective: 'reg:squarederror', num_round: '500', subsample: '0.8' },
        },
      },
    ),
  },
  {
    name: 'a notebook: a random search on a logarithmic scale',
    request: job('xgb-randsearch-01-12-00-00', {
      Strategy: 'Random',
      HyperParameterTuningJobObjective: maximize('validation:auc'),
      ResourceLimits: limits(10, 10),
      ParameterRanges: {
        ContinuousParameterRanges: [
          range('alpha', '0.01', '10', 'Logarithmic'),
          range('lambda', '0.01', '10', 'Logarithmic'),
        ],
      },
      TrainingJobEarlyStoppingType: 'Off',
    }),
  },
  {
    name: 'a notebook: a grid, whose size nobody says',
    request: job('xgb-grid-01-12-00-00', {
      Strategy: 'Grid',
      HyperParameterTuningJobObjective: maximize('validation:auc'),
      ResourceLimits: { MaxParallelTrainingJobs: 4 },
      ParameterRanges: {
        CategoricalParameterRanges: [
          { Name: 'eta', Values: ['0.1', '0.2', '0.3'] },
          { Name: 'max_depth', Values: ['4', '6'] },
        ],
      },
    }),
  },
  {
    name: 'a notebook: image classification with Hyperband',
    request: job(
      'hyperband-image-classification',
      {
        Strategy: 'Hyperband',
        StrategyConfig: { HyperbandStrategyConfig: { MinResource: 1, MaxResource: 10 } },
        HyperParameterTuningJobObjective: maximize('validation:accuracy'),
        ResourceLimits: limits(30, 6),
        ParameterRanges: {
          CategoricalParameterRanges: [{ Name: 'optimizer', Values: ['sgd', 'adam', 'rmsprop'] }],
          ContinuousParameterRanges: [
            range('learning_rate', '0.0001', '0.01', 'Auto'),
            range('momentum', '0.5', '0.99', 'ReverseLogarithmic'),
          ],
        },
        TrainingJobEarlyStoppingType: 'Off',
      },
      {
        TrainingJobDefinition: {
          ...xgboost,
          AlgorithmSpecification: {
            TrainingImage: '433757028032.dkr.ecr.us-west-2.amazonaws.com/image-classification:1',
            TrainingInputMode: 'File',
          },
          StaticHyperParameters: { num_classes: '257', num_training_samples: '15420', epochs: '10' },
          InputDataConfig: ['train', 'validation'].map((name) =>
            channel(name, `s3://amzn-s3-demo-bucket/images/${name}/`, { ContentType: 'application/x-recordio' }),
          ),
          ResourceConfig: { InstanceType: 'ml.p3.2xlarge', InstanceCount: 1, VolumeSizeInGB: 50 },
        },
      },
    ),
  },
  {
    name: 'a notebook: a script for PyTorch, stopped early',
    request: job(
      'pytorch-training-260101-1200',
      {
        Strategy: 'Bayesian',
        HyperParameterTuningJobObjective: minimize('average test loss'),
        ResourceLimits: limits(9, 3),
        ParameterRanges: {
          CategoricalParameterRanges: [{ Name: 'batch-size', Values: ['"32"', '"64"', '"128"'] }],
          ContinuousParameterRanges: [range('lr', '0.001', '0.1', 'Auto')],
        },
        TrainingJobEarlyStoppingType: 'Auto',
      },
      {
        TrainingJobDefinition: script(
          'pytorch-training:2.0.0-cpu-py310',
          { epochs: '6', backend: '"gloo"' },
          'average test loss',
          'Test set: Average loss: ([0-9\\.]+)',
        ),
      },
    ),
  },
  {
    name: 'a repository: TensorFlow on spot capacity, with checkpoints and retries',
    request: job(
      'tf-spot-hpo',
      bayesian({
        HyperParameterTuningJobObjective: maximize('val_acc'),
        ParameterRanges: { ContinuousParameterRanges: [range('learning-rate', '0.0001', '0.1', 'Logarithmic')] },
      }),
      {
        TrainingJobDefinition: {
          ...script('tensorflow-training:2.11.0-gpu-py39', { epochs: '20' }, 'val_acc', 'val_accuracy: ([0-9\\.]+)'),
          ResourceConfig: { InstanceType: 'ml.g4dn.xlarge', InstanceCount: 1, VolumeSizeInGB: 30 },
          StoppingCondition: { MaxRuntimeInSeconds: 3600, MaxWaitTimeInSeconds: 7200 },
          EnableManagedSpotTraining: true,
          CheckpointConfig: { S3Uri: 's3://amzn-s3-demo-bucket/checkpoints/', LocalPath: '/opt/ml/checkpoints' },
          RetryStrategy: { MaximumRetryAttempts: 3 },
          Environment: { TF_CPP_MIN_LOG_LEVEL: '2' },
        },
      },
    ),
  },
  {
    name: 'a guide: completion criteria, and half a day',
    request: job(
      'hpo-completion-criteria',
      bayesian({
        ResourceLimits: limits(200, 10, { MaxRuntimeInSeconds: 43200 }),
        TuningJobCompletionCriteria: {
          TargetObjectiveMetricValue: 0.95,
          BestObjectiveNotImproving: { MaxNumberOfTrainingJobsNotImproving: 20 },
          ConvergenceDetected: { CompleteOnConvergence: 'Enabled' },
        },
      }),
    ),
  },
  {
    name: 'a guide: instances of several kinds, of which the first is taken',
    request: job('hpo-flexible-instances', bayesian(), {
      TrainingJobDefinition: {
        ...Object.fromEntries(Object.entries(xgboost).filter(([member]) => member !== 'ResourceConfig')),
        HyperParameterTuningResourceConfig: {
          AllocationStrategy: 'Prioritized',
          InstanceConfigs: ['ml.m5.xlarge', 'ml.m5.2xlarge', 'ml.c5.xlarge'].map((InstanceType) => ({
            InstanceType,
            InstanceCount: 1,
            VolumeSizeInGB: 30,
          })),
        },
      },
    }),
  },
  {
    name: 'a state machine: an image of one’s own, in a VPC, encrypted',
    request: job(
      'byo-model-tuning',
      bayesian({ HyperParameterTuningJobObjective: maximize('f1'), ResourceLimits: limits(4, 2) }),
      {
        TrainingJobDefinition: {
          ...xgboost,
          AlgorithmSpecification: {
            TrainingImage: '111122223333.dkr.ecr.us-west-2.amazonaws.com/byo-model:latest',
            TrainingInputMode: 'File',
            MetricDefinitions: [{ Name: 'f1', Regex: 'f1: ([0-9\\.]+)' }],
          },
          OutputDataConfig: {
            ...OutputDataConfig,
            KmsKeyId: 'arn:aws:kms:us-east-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
          },
          VpcConfig: { SecurityGroupIds: ['sg-0123456789abcdef0'], Subnets: ['subnet-0123456789abcdef0'] },
          EnableNetworkIsolation: true,
          EnableInterContainerTrafficEncryption: true,
        },
      },
    ),
  },
  {
    name: 'a repository: transfer learning from two jobs, with an algorithm of the marketplace',
    request: job('transfer-from-two', bayesian({ HyperParameterTuningJobObjective: minimize('loss') }), {
      TrainingJobDefinition: {
        ...xgboost,
        AlgorithmSpecification: {
          AlgorithmName: 'arn:aws:sagemaker:us-west-2:594846645681:algorithm/a-subscribed-algorithm',
          TrainingInputMode: 'File',
        },
      },
      WarmStartConfig: {
        ParentHyperParameterTuningJobs: ['first', 'second'].map((name) => ({ HyperParameterTuningJobName: name })),
        WarmStartType: 'TransferLearning',
      },
    }),
  },
];
