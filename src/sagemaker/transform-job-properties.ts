import { EXPERIMENT_PROPERTIES } from './experiment-properties';
import type { PropertyNames } from '../validation/member-names';

/** What the properties of a transform job are called, by the members of the request that they set. */
export const TRANSFORM_JOB_PROPERTIES: PropertyNames = {
  TransformJobName: 'transformJobName',
  ModelName: 'modelName',
  MaxConcurrentTransforms: 'maxConcurrentTransforms',
  'ModelClientConfig.InvocationsTimeoutInSeconds': 'invocationsTimeout',
  'ModelClientConfig.InvocationsMaxRetries': 'invocationsMaxRetries',
  MaxPayloadInMB: 'maxPayload',
  BatchStrategy: 'batchStrategy',
  Environment: 'environment',
  TransformInput: 'input',
  'TransformInput.ContentType': 'input.contentType',
  'TransformInput.CompressionType': 'input.compression',
  'TransformInput.SplitType': 'input.splitType',
  'TransformOutput.S3OutputPath': 'outputPrefix',
  'TransformOutput.Accept': 'accept',
  'TransformOutput.AssembleWith': 'assembleWith',
  'TransformOutput.KmsKeyId': 'outputEncryptionKey',
  'TransformResources.InstanceType': 'instanceType',
  'TransformResources.InstanceCount': 'instanceCount',
  'TransformResources.VolumeKmsKeyId': 'volumeEncryptionKey',
  'TransformResources.TransformAmiVersion': 'transformAmiVersion',
  'DataCaptureConfig.DestinationS3Uri': 'dataCapture.prefix',
  'DataCaptureConfig.KmsKeyId': 'dataCapture.encryptionKey',
  'DataCaptureConfig.GenerateInferenceId': 'dataCapture.generateInferenceId',
  'DataProcessing.InputFilter': 'inputFilter',
  'DataProcessing.OutputFilter': 'outputFilter',
  'DataProcessing.JoinSource': 'joinSource',
  ...EXPERIMENT_PROPERTIES,
  Tags: 'tags',
};
