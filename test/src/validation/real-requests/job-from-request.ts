import { Duration, Size, type Stack } from 'aws-cdk-lib';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import { isS3Uri, locationOf, takeKey, takeNetwork, takeRole, takeSeconds } from './aws-values';
import { RequestParts } from './request-parts';
import { PlainImage, takeChannels } from './training-parts';
import { makeTuningJob } from './tuning-job-from-request';
import {
  BatchInferenceInput,
  BatchInferenceModel,
  CompilationJob,
  CompilationTarget,
  CompilerOptions,
  DataInputConfig,
  Framework,
  ModelData,
  ModelInvocationJob,
  type ModelInvocationType,
  TargetDevice,
  TrainingAlgorithm,
  MlInstanceType,
  TrainingJob,
  TransformInput,
  TransformJob,
} from '../../../../src';
import { bucketNamed } from '../../sample-job';

type Make = (stack: Stack, request: object) => void;

/** Makes the job of a request, with properties for all that they can say, and overrides for the rest. */
export const JOB_OF_REQUEST: { readonly [operation: string]: Make } = {
  CreateCompilationJob: (stack, request) => {
    const parts = new RequestParts(request);
    const s3Uri = parts.take<string>('InputConfig.S3Uri', (uri) => isS3Uri(uri) && uri.endsWith('.tar.gz'));
    const model = locationOf(stack, s3Uri);
    const packageArn = parts.take<string>('ModelPackageVersionArn');
    const output = locationOf(stack, parts.take<string>('OutputConfig.S3OutputLocation'))!;
    const device = parts.take<string>('OutputConfig.TargetDevice');
    const platform = parts.take<{ [member: string]: never }>('OutputConfig.TargetPlatform');
    const compilerOptions = textOf(parts.take<string>('OutputConfig.CompilerOptions'), CompilerOptions.fromString);
    new CompilationJob(stack, 'Job', {
      compilationJobName: parts.take('CompilationJobName'),
      role: takeRole(stack, parts, 'RoleArn'),
      modelData: packageArn
        ? ModelData.fromModelPackageVersion(packageArn)
        : ModelData.fromBucket(model?.bucket ?? output.bucket, model?.key ?? 'overridden.tar.gz'),
      framework: textOf(parts.take<string>('InputConfig.Framework'), Framework.of),
      frameworkVersion: parts.take('InputConfig.FrameworkVersion'),
      dataInputConfig: textOf(parts.take<string>('InputConfig.DataInputConfig'), DataInputConfig.fromString),
      target:
        device === undefined
          ? CompilationTarget.platform(
              { os: platform!.Os, arch: platform!.Arch, accelerator: platform!.Accelerator },
              { compilerOptions },
            )
          : CompilationTarget.device(TargetDevice.of(device), { compilerOptions }),
      outputBucket: output.bucket,
      outputPrefix: output.key,
      outputEncryptionKey: takeKey(stack, parts, 'OutputConfig.KmsKeyId'),
      maxRuntime: takeSeconds(parts, 'StoppingCondition.MaxRuntimeInSeconds'),
      ...takeNetwork(stack, parts, 'VpcConfig.Subnets', 'VpcConfig.SecurityGroupIds'),
      requestOverrides: withoutTags(parts),
    });
  },

  CreateTrainingJob: (stack, request) => {
    const parts = new RequestParts(request);
    const image = parts.take<string>('AlgorithmSpecification.TrainingImage');
    const name = parts.take<string>('AlgorithmSpecification.AlgorithmName');
    const options = {
      entrypoint: parts.take<string[]>('AlgorithmSpecification.ContainerEntrypoint'),
      arguments: parts.take<string[]>('AlgorithmSpecification.ContainerArguments'),
    };
    const output = locationOf(stack, parts.take('OutputDataConfig.S3OutputPath', isS3Uri));
    const maxWait = takeSeconds(parts, 'StoppingCondition.MaxWaitTimeInSeconds');
    if (maxWait) parts.take('EnableManagedSpotTraining');
    const checkpoints = locationOf(stack, parts.take('CheckpointConfig.S3Uri'));
    const volume = parts.take<number>('ResourceConfig.VolumeSizeInGB');
    new TrainingJob(stack, 'Job', {
      trainingJobName: parts.take('TrainingJobName'),
      role: takeRole(stack, parts, 'RoleArn'),
      algorithm: name
        ? TrainingAlgorithm.fromAlgorithmName(name, options)
        : textOf(image, (uri) => TrainingAlgorithm.fromImage(new PlainImage(uri), options)),
      inputMode: parts.take('AlgorithmSpecification.TrainingInputMode'),
      hyperparameters: parts.take('HyperParameters'),
      environment: parts.take('Environment'),
      inputs: takeChannels(stack, parts),
      instanceType: textOf(parts.take<string>('ResourceConfig.InstanceType'), MlInstanceType.of),
      instanceCount: parts.take('ResourceConfig.InstanceCount'),
      instanceGroups: parts
        .take<{ [member: string]: string }[]>('ResourceConfig.InstanceGroups')
        ?.map(({ InstanceGroupName, InstanceType, InstanceCount }) => ({
          name: InstanceGroupName,
          instanceType: MlInstanceType.of(InstanceType),
          instanceCount: Number(InstanceCount),
        })),
      volumeSize: volume === undefined ? undefined : Size.gibibytes(volume),
      volumeEncryptionKey: takeKey(stack, parts, 'ResourceConfig.VolumeKmsKeyId'),
      keepAlivePeriod: takeSeconds(parts, 'ResourceConfig.KeepAlivePeriodInSeconds'),
      outputBucket: output?.bucket ?? bucketNamed(stack, 'overridden'),
      outputPrefix: output?.key,
      outputCompression: parts.take('OutputDataConfig.CompressionType'),
      maxRuntime: takeSeconds(parts, 'StoppingCondition.MaxRuntimeInSeconds'),
      maxPendingTime: takeSeconds(parts, 'StoppingCondition.MaxPendingTimeInSeconds'),
      spot: maxWait && { maxWait },
      checkpoints: checkpoints && {
        bucket: checkpoints.bucket,
        prefix: checkpoints.key,
        localPath: parts.take('CheckpointConfig.LocalPath'),
      },
      maxRetryAttempts: parts.take('RetryStrategy.MaximumRetryAttempts'),
      networkIsolation: parts.take('EnableNetworkIsolation'),
      interContainerEncryption: parts.take('EnableInterContainerTrafficEncryption'),
      remoteDebug: parts.take('RemoteDebugConfig.EnableRemoteDebug'),
      infraCheck: parts.take('InfraCheckConfig.EnableInfraCheck'),
      ...takeNetwork(stack, parts, 'VpcConfig.Subnets', 'VpcConfig.SecurityGroupIds'),
      requestOverrides: withoutTags(parts),
    });
  },

  CreateHyperParameterTuningJob: (stack, request) => makeTuningJob(stack, request),

  CreateTransformJob: (stack, request) => {
    const parts = new RequestParts(request);
    const source = parts.take<{ S3DataType: string; S3Uri: string }>('TransformInput.DataSource.S3DataSource')!;
    const { bucket, key } = locationOf(stack, source.S3Uri)!;
    const options = {
      contentType: parts.take<string>('TransformInput.ContentType'),
      compression: parts.take<never>('TransformInput.CompressionType'),
      splitType: parts.take<never>('TransformInput.SplitType'),
    };
    const output = locationOf(stack, parts.take('TransformOutput.S3OutputPath'))!;
    const payload = parts.take<number>('MaxPayloadInMB');
    const captured = locationOf(stack, parts.take('DataCaptureConfig.DestinationS3Uri'));
    new TransformJob(stack, 'Job', {
      transformJobName: parts.take('TransformJobName'),
      modelName: parts.take('ModelName')!,
      input:
        source.S3DataType === 'S3Prefix'
          ? TransformInput.fromBucket(bucket, key, options)
          : TransformInput.fromManifest(bucket, key, options),
      outputBucket: output.bucket,
      outputPrefix: output.key,
      outputEncryptionKey: takeKey(stack, parts, 'TransformOutput.KmsKeyId'),
      accept: parts.take('TransformOutput.Accept'),
      assembleWith: parts.take('TransformOutput.AssembleWith'),
      instanceType: MlInstanceType.of(parts.take('TransformResources.InstanceType')!),
      instanceCount: parts.take('TransformResources.InstanceCount'),
      transformAmiVersion: parts.take('TransformResources.TransformAmiVersion'),
      maxConcurrentTransforms: parts.take('MaxConcurrentTransforms'),
      invocationsTimeout: takeSeconds(parts, 'ModelClientConfig.InvocationsTimeoutInSeconds'),
      invocationsMaxRetries: parts.take('ModelClientConfig.InvocationsMaxRetries'),
      maxPayload: payload === undefined ? undefined : Size.mebibytes(payload),
      batchStrategy: parts.take('BatchStrategy'),
      environment: parts.take('Environment'),
      dataCapture: captured && {
        bucket: captured.bucket,
        prefix: captured.key,
        generateInferenceId: parts.take('DataCaptureConfig.GenerateInferenceId'),
      },
      inputFilter: parts.take('DataProcessing.InputFilter'),
      outputFilter: parts.take('DataProcessing.OutputFilter'),
      joinSource: parts.take('DataProcessing.JoinSource'),
      requestOverrides: withoutTags(parts),
    });
  },

  CreateModelInvocationJob: (stack, request) => {
    const parts = new RequestParts(request);
    const input = locationOf(stack, parts.take('inputDataConfig.s3InputDataConfig.s3Uri'))!;
    const output = locationOf(stack, parts.take('outputDataConfig.s3OutputDataConfig.s3Uri'))!;
    const hours = parts.take<number>('timeoutDurationInHours');
    // the handler makes one of its own
    parts.take('clientRequestToken');
    new ModelInvocationJob(stack, 'Job', {
      modelInvocationJobName: parts.take('jobName'),
      role: takeRole(stack, parts, 'roleArn'),
      model: modelOf(parts.take('modelId')!),
      modelInvocationType: parts.take<ModelInvocationType>('modelInvocationType'),
      input: BatchInferenceInput.fromBucket(input.bucket, input.key, {
        bucketOwner: parts.take('inputDataConfig.s3InputDataConfig.s3BucketOwner'),
      }),
      outputBucket: output.bucket,
      outputPrefix: output.key,
      outputBucketOwner: parts.take('outputDataConfig.s3OutputDataConfig.s3BucketOwner'),
      outputEncryptionKey: takeKey(stack, parts, 'outputDataConfig.s3OutputDataConfig.s3EncryptionKeyId'),
      timeout: hours === undefined ? undefined : Duration.hours(hours),
      ...takeNetwork(stack, parts, 'vpcConfig.subnetIds', 'vpcConfig.securityGroupIds'),
      requestOverrides: withoutTags(parts),
    });
  },
};

function textOf<Value>(text: string | undefined, make: (text: string) => Value): Value | undefined {
  return text === undefined ? undefined : make(text);
}

/** Tags are not the request's to say: a job is tagged as other constructs are. */
function withoutTags(parts: RequestParts): { [member: string]: unknown } {
  parts.take('Tags');
  parts.take('tags');
  return parts.rest ?? {};
}

function modelOf(modelId: string): BatchInferenceModel {
  const [, type] = /^arn:[^/]*:([a-z-]+)\//.exec(modelId) ?? [];
  const nova = new FoundationModelIdentifier('amazon.nova-lite-v1:0');
  switch (type) {
    case 'custom-model':
      return BatchInferenceModel.customModel(modelId);
    case 'application-inference-profile':
      return BatchInferenceModel.applicationInferenceProfile(modelId, { foundationModels: [nova] });
    case 'foundation-model':
      return BatchInferenceModel.fromModel({ modelArn: modelId } as never);
    default:
      return /^(us|global)\./.test(modelId)
        ? BatchInferenceModel.inferenceProfile(modelId)
        : BatchInferenceModel.foundationModel(new FoundationModelIdentifier(modelId));
  }
}
