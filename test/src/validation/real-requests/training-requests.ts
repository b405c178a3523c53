import { type RealRequest, ROLE as RoleArn } from './real-request';

/** The requests are those of many algorithms: it is that of none. */
const IMAGE = '111122223333.dkr.ecr.us-west-2.amazonaws.com/algorithm:1';
const AlgorithmSpecification = { TrainingImage: IMAGE, TrainingInputMode: 'File' };
const OutputDataConfig = { S3OutputPath: 's3://amzn-s3-demo-bucket/output' };
const ResourceConfig = { InstanceType: 'ml.m5.xlarge', InstanceCount: 1, VolumeSizeInGB: 30 };
const StoppingCondition = { MaxRuntimeInSeconds: 3600 };
const TrainingJobName = 'a-training-job';
const common = {
  TrainingJobName,
  RoleArn,
  AlgorithmSpecification,
  OutputDataConfig,
  ResourceConfig,
  StoppingCondition,
};

const channel = (ChannelName: string, S3Uri: string, more: object = {}) => ({
  ChannelName,
  DataSource: { S3DataSource: { S3DataType: 'S3Prefix', S3Uri, S3DataDistributionType: 'FullyReplicated' } },
  ...more,
});

/** Requests of CreateTrainingJob. */
export const TRAINING_REQUESTS: readonly RealRequest[] = [
  {
    name: 'the guide: k-means on two instances',
    request: {
      ...common,
      TrainingJobName: 'kmeans-lowlevel-2026-01-01-12-00-00',
      ResourceConfig: { InstanceCount: 2, InstanceType: 'ml.c4.8xlarge', VolumeSizeInGB: 50 },
      HyperParameters: { k: '10', feature_dim: '784', mini_batch_size: '500', force_dense: 'True' },
      InputDataConfig: [
        channel('train', 's3://amzn-s3-demo-bucket/kmeans_lowlevel_example/data', {
          CompressionType: 'None',
          RecordWrapperType: 'None',
        }),
      ],
    },
  },
  {
    name: 'a notebook: image classification on a GPU, four channels',
    request: {
      ...common,
      TrainingJobName: '1-image-classification-2026-01-01',
      ResourceConfig: { InstanceCount: 1, InstanceType: 'ml.p2.xlarge', VolumeSizeInGB: 50 },
      HyperParameters: { image_shape: '3,224,224', num_layers: '18', learning_rate: '0.01', use_pretrained_model: '1' },
      StoppingCondition: { MaxRuntimeInSeconds: 360000 },
      InputDataConfig: ['train', 'validation', 'train_lst', 'validation_lst'].map((name) =>
        channel(name, `s3://amzn-s3-demo-bucket/image-classification/${name}/`, {
          ContentType: 'application/x-image',
          CompressionType: 'None',
        }),
      ),
    },
  },
  {
    name: 'a notebook: XGBoost with Parquet through a pipe',
    request: {
      ...common,
      AlgorithmSpecification: { TrainingImage: IMAGE, TrainingInputMode: 'Pipe' },
      HyperParameters: { max_depth: '5', eta: '0.2', objective: 'reg:linear', num_round: '10' },
      InputDataConfig: [
        channel('train', 's3://amzn-s3-demo-bucket/training', {
          ContentType: 'application/x-parquet',
          CompressionType: 'None',
        }),
      ],
    },
  },
  {
    name: 'a pipeline: random cut forest, data sharded by key, a content type with a parameter',
    request: {
      ...common,
      ResourceConfig: { InstanceType: 'ml.m4.xlarge', InstanceCount: 1, VolumeSizeInGB: 1 },
      InputDataConfig: [
        {
          ChannelName: 'train',
          DataSource: {
            S3DataSource: {
              S3DataType: 'S3Prefix',
              S3Uri: 's3://amzn-s3-demo-bucket/data/flow rate.csv',
              S3DataDistributionType: 'ShardedByS3Key',
            },
          },
          ContentType: 'text/csv;label_size=0',
          CompressionType: 'None',
          RecordWrapperType: 'None',
        },
      ],
    },
  },
  {
    name: 'an SDK: a script, hyperparameters as JSON, an empty key',
    closed: ['debugHook', 'profiler'],
    request: {
      ...common,
      TrainingJobName: 'pytorch-training-2026-01-01-12-00-00-000',
      HyperParameters: {
        sagemaker_submit_directory: '"s3://amzn-s3-demo-bucket/source/sourcedir.tar.gz"',
        sagemaker_program: '"train.py"',
        sagemaker_container_log_level: '20',
        'epochs-per-run': '',
        model_args: '{"hidden": [64, 32], "name": "größer"}',
      },
      OutputDataConfig: { KmsKeyId: '', S3OutputPath: 's3://amzn-s3-demo-bucket/' },
      EnableNetworkIsolation: false,
      EnableInterContainerTrafficEncryption: false,
      EnableManagedSpotTraining: false,
      DebugHookConfig: { S3OutputPath: 's3://amzn-s3-demo-bucket/', CollectionConfigurations: [] },
      ProfilerConfig: { S3OutputPath: 's3://amzn-s3-demo-bucket/', DisableProfiler: false },
      Environment: { NCCL_DEBUG: 'INFO', EMPTY: '' },
    },
  },
  {
    name: 'an SDK: the profiler off, no hyperparameters, no channels',
    request: {
      ...common,
      HyperParameters: {},
      ProfilerConfig: { DisableProfiler: true },
      RetryStrategy: { MaximumRetryAttempts: 30 },
    },
  },
  {
    name: 'the guide: managed spot with checkpoints',
    request: {
      ...common,
      EnableManagedSpotTraining: true,
      StoppingCondition: { MaxRuntimeInSeconds: 3600, MaxWaitTimeInSeconds: 7200 },
      CheckpointConfig: { S3Uri: 's3://amzn-s3-demo-bucket/checkpoints', LocalPath: '/opt/ml/checkpoints' },
    },
  },
  {
    name: 'managed spot without checkpoints',
    request: {
      ...common,
      EnableManagedSpotTraining: true,
      StoppingCondition: { MaxRuntimeInSeconds: 3600, MaxWaitTimeInSeconds: 3600 },
    },
  },
  {
    name: 'the guide: instances that are kept for the next job',
    request: {
      ...common,
      ResourceConfig: { ...ResourceConfig, KeepAlivePeriodInSeconds: 3600 },
    },
  },
  {
    name: 'the guide: groups of unlike instances, each with its data',
    request: {
      ...common,
      ResourceConfig: {
        VolumeSizeInGB: 100,
        InstanceGroups: [
          { InstanceGroupName: 'data_group', InstanceType: 'ml.c5.18xlarge', InstanceCount: 2 },
          { InstanceGroupName: 'dnn_group', InstanceType: 'ml.p3.2xlarge', InstanceCount: 1 },
        ],
      },
      InputDataConfig: [
        {
          ChannelName: 'train',
          DataSource: {
            S3DataSource: {
              S3DataType: 'S3Prefix',
              S3Uri: 's3://amzn-s3-demo-bucket/train/',
              S3DataDistributionType: 'FullyReplicated',
              InstanceGroupNames: ['data_group'],
            },
          },
        },
      ],
    },
  },
  {
    name: 'the guide: file systems, in a VPC',
    request: {
      ...common,
      InputDataConfig: [
        {
          ChannelName: 'efs',
          DataSource: {
            FileSystemDataSource: {
              FileSystemId: 'fs-12345678',
              FileSystemType: 'EFS',
              FileSystemAccessMode: 'ro',
              DirectoryPath: '/efs-path',
            },
          },
        },
        {
          ChannelName: 'fsx',
          DataSource: {
            FileSystemDataSource: {
              FileSystemId: 'fs-0123456789abcdef0',
              FileSystemType: 'FSxLustre',
              FileSystemAccessMode: 'rw',
              DirectoryPath: '/fsx/path',
            },
          },
        },
      ],
      VpcConfig: { SecurityGroupIds: ['sg-12345678'], Subnets: ['subnet-12345678'] },
    },
  },
  {
    name: 'the guide: an augmented manifest through a pipe, shuffled',
    request: {
      ...common,
      AlgorithmSpecification: { TrainingImage: IMAGE, TrainingInputMode: 'Pipe' },
      InputDataConfig: [
        {
          ChannelName: 'train',
          ContentType: 'application/x-recordio',
          InputMode: 'Pipe',
          RecordWrapperType: 'RecordIO',
          DataSource: {
            S3DataSource: {
              AttributeNames: ['source-ref', 'annotations'],
              S3DataType: 'AugmentedManifestFile',
              S3DataDistributionType: 'FullyReplicated',
              S3Uri: 's3://amzn-s3-demo-bucket/my-manifest.manifest',
            },
          },
          ShuffleConfig: { Seed: 1 },
        },
      ],
    },
  },
  {
    name: 'the guide: gzip through a pipe, and files that are fetched when they are read',
    request: {
      ...common,
      AlgorithmSpecification: { TrainingImage: IMAGE, TrainingInputMode: 'FastFile' },
      InputDataConfig: [
        channel('zipped', 's3://amzn-s3-demo-bucket/zipped/', { CompressionType: 'Gzip', InputMode: 'Pipe' }),
        channel('plain', 's3://amzn-s3-demo-bucket/plain'),
      ],
    },
  },
  {
    name: 'the guide: isolated, encrypted, a registry of its own with credentials',
    request: {
      ...common,
      AlgorithmSpecification: {
        TrainingInputMode: 'File',
        TrainingImage: 'registry.example.com/team/train:1.0',
        TrainingImageConfig: {
          TrainingRepositoryAccessMode: 'Vpc',
          TrainingRepositoryAuthConfig: {
            TrainingRepositoryCredentialsProviderArn: 'arn:aws:lambda:us-east-1:111122223333:function:credentials',
          },
        },
      },
      VpcConfig: {
        SecurityGroupIds: ['sg-0123456789abcdef0'],
        Subnets: ['subnet-0123456789abcdef0', 'subnet-0123456789abcdef1'],
      },
      EnableNetworkIsolation: true,
      EnableInterContainerTrafficEncryption: true,
      ResourceConfig: { ...ResourceConfig, VolumeKmsKeyId: 'alias/volumes' },
    },
  },
  {
    name: 'the guide: the debugger and the profiler, with built-in rules',
    closed: ['debugHook', 'debugRules', 'profiler', 'profilerRules'],
    request: {
      ...common,
      DebugHookConfig: {
        S3OutputPath: 's3://amzn-s3-demo-bucket/debug-output',
        LocalPath: '/opt/ml/output/tensors',
        HookParameters: { save_interval: '500' },
        CollectionConfigurations: [
          { CollectionName: 'gradients', CollectionParameters: { save_interval: '500' } },
          { CollectionName: 'losses' },
        ],
      },
      DebugRuleConfigurations: [
        {
          RuleConfigurationName: 'VanishingGradient',
          RuleEvaluatorImage: '503895931360.dkr.ecr.us-east-1.amazonaws.com/sagemaker-debugger-rules:latest',
          RuleParameters: { rule_to_invoke: 'VanishingGradient', threshold: '20.0' },
        },
      ],
      ProfilerConfig: {
        S3OutputPath: 's3://amzn-s3-demo-bucket/profiler-output',
        ProfilingIntervalInMilliseconds: 500,
        ProfilingParameters: { DataloaderProfilingConfig: '{"StartStep": 5, "NumSteps": 3, "MetricsRegex": ".*"}' },
      },
      ProfilerRuleConfigurations: [
        {
          RuleConfigurationName: 'ProfilerReport-1',
          RuleEvaluatorImage: '503895931360.dkr.ecr.us-east-1.amazonaws.com/sagemaker-debugger-rules:latest',
          RuleParameters: { rule_to_invoke: 'ProfilerReport' },
          VolumeSizeInGB: 0,
        },
      ],
      TensorBoardOutputConfig: { S3OutputPath: 's3://amzn-s3-demo-bucket/tensorboard', LocalPath: '/opt/tensorboard' },
    },
  },
  {
    name: 'a notebook as a job: an entry point with arguments, a shell in them',
    request: {
      ...common,
      TrainingJobName: '2026-headless',
      AlgorithmSpecification: {
        ...AlgorithmSpecification,
        ContainerEntrypoint: ['/bin/bash', '-c'],
        ContainerArguments: ['pip install -r "$SM_CHANNEL_CODE/requirements.txt" && python3 train.py --lr 1e-3', ''],
      },
      InputDataConfig: [channel('sagemaker_headless_execution', 's3://amzn-s3-demo-bucket/headless/input')],
      StoppingCondition: { MaxRuntimeInSeconds: 2419200, MaxPendingTimeInSeconds: 7200 },
    },
  },
  {
    name: 'the guide: an algorithm of the marketplace, metrics, an experiment, tags',
    request: {
      ...common,
      AlgorithmSpecification: {
        AlgorithmName: 'arn:aws:sagemaker:us-east-1:111122223333:algorithm/decision-trees-1',
        TrainingInputMode: 'File',
        MetricDefinitions: [
          { Name: 'train:loss', Regex: 'Loss = (.*?);' },
          { Name: 'ganancia', Regex: 'ganancia=([-+]?[0-9]*\\.?[0-9]+)' },
        ],
        EnableSageMakerMetricsTimeSeries: true,
      },
      ExperimentConfig: { ExperimentName: 'e', TrialName: 't', TrialComponentDisplayName: 'Training', RunName: 'r-1' },
      Tags: [
        { Key: 'sagemaker:project-name', Value: 'churn' },
        { Key: 'Kostenstelle', Value: '' },
      ],
    },
  },
  {
    name: 'the guide: remote debugging, the check of the infrastructure, uncompressed results',
    request: {
      ...common,
      OutputDataConfig: { ...OutputDataConfig, CompressionType: 'NONE' },
      RemoteDebugConfig: { EnableRemoteDebug: true },
      InfraCheckConfig: { EnableInfraCheck: true },
      SessionChainingConfig: { EnableSessionTagChaining: true },
      ResourceConfig: {
        InstanceType: 'ml.p4d.24xlarge',
        InstanceCount: 2,
        VolumeSizeInGB: 500,
        TrainingPlanArn: 'arn:aws:sagemaker:us-east-1:111122223333:training-plan/large-models',
      },
    },
  },
  {
    name: 'a model of a hub, with its licence, and URIs that begin with https',
    request: {
      ...common,
      OutputDataConfig: { S3OutputPath: 'https://s3.us-west-2.amazonaws.com/amzn-s3-demo-bucket/output' },
      InputDataConfig: [
        {
          ChannelName: 'model',
          ContentType: 'application/x-sagemaker-model',
          DataSource: {
            S3DataSource: {
              S3DataType: 'S3Prefix',
              S3Uri: 'https://s3.us-west-2.amazonaws.com/amzn-s3-demo-bucket/models/',
              S3DataDistributionType: 'FullyReplicated',
              ModelAccessConfig: { AcceptEula: true },
              HubAccessConfig: {
                HubContentArn: 'arn:aws:sagemaker:us-west-2:aws:hub-content/SageMakerPublicHub/Model/llama/1.0.0',
              },
            },
          },
        },
      ],
    },
  },
  {
    name: 'the API reference: a serverless job, without an algorithm and without instances',
    request: {
      TrainingJobName: 'llm-finetune-1',
      RoleArn,
      InputDataConfig: [
        {
          ChannelName: 'train',
          DataSource: {
            DatasetSource: {
              DatasetArn: 'arn:aws:sagemaker:us-west-2:111122223333:hub-content/MyHub/DataSet/conversations/1.0.0',
            },
          },
        },
      ],
      OutputDataConfig,
      ServerlessJobConfig: {
        BaseModelArn: 'arn:aws:sagemaker:us-west-2:aws:hub-content/SageMakerPublicHub/Model/llama-3-2-1b-instruct',
        AcceptEula: true,
        JobType: 'FineTuning',
        CustomizationTechnique: 'SFT',
        Peft: 'LORA',
      },
      MlflowConfig: {
        MlflowResourceArn: 'arn:aws:sagemaker:us-west-2:111122223333:mlflow-tracking-server/tracking',
        MlflowExperimentName: 'tuning',
      },
      ModelPackageConfig: {
        ModelPackageGroupArn: 'arn:aws:sagemaker:us-west-2:111122223333:model-package-group/tuned',
      },
      StoppingCondition: { MaxRuntimeInSeconds: 86400 },
    },
  },
];
