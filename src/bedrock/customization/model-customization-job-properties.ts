import { type PropertyNames, within } from '../../validation/member-names';

const REINFORCEMENT: PropertyNames = within('customizationConfig.rftConfig', {
  'graderConfig.lambdaGrader.lambdaArn': 'customization.grader',
  'hyperParameters.epochCount': 'customization.epochCount',
  'hyperParameters.batchSize': 'customization.batchSize',
  'hyperParameters.learningRate': 'customization.learningRate',
  'hyperParameters.maxPromptLength': 'customization.maxPromptLength',
  'hyperParameters.trainingSamplePerPrompt': 'customization.trainingSamplesPerPrompt',
  'hyperParameters.inferenceMaxTokens': 'customization.inferenceMaxTokens',
  'hyperParameters.reasoningEffort': 'customization.reasoningEffort',
  'hyperParameters.evalInterval': 'customization.evalInterval',
});

const DISTILLATION: PropertyNames = within('customizationConfig.distillationConfig.teacherModelConfig', {
  teacherModelIdentifier: 'customization.teacherModel',
  maxResponseLengthForInference: 'customization.maxResponseLength',
});

const TRAINING_DATA: PropertyNames = within('trainingDataConfig', {
  s3Uri: 'trainingData',
  'invocationLogsConfig.invocationLogSource.s3Uri': 'trainingData',
  'invocationLogsConfig.usePromptResponse': 'trainingData.usePromptResponse',
  'invocationLogsConfig.requestMetadataFilters': 'trainingData.filter',
});

/** What the properties of a model customization job are called, by the members of the request that they set. */
export const MODEL_CUSTOMIZATION_JOB_PROPERTIES: PropertyNames = {
  jobName: 'modelCustomizationJobName',
  customModelName: 'customModelName',
  roleArn: 'role',
  baseModelIdentifier: 'baseModel',
  customizationType: 'customization',
  customizationConfig: 'customization',
  ...DISTILLATION,
  ...REINFORCEMENT,
  customModelKmsKeyId: 'customModelEncryptionKey',
  ...TRAINING_DATA,
  'validationDataConfig.validators': 'validationData',
  'validationDataConfig.validators[].s3Uri': 'validationData[]',
  'outputDataConfig.s3Uri': 'outputPrefix',
  hyperParameters: 'hyperparameters',
  vpcConfig: 'vpc',
  'vpcConfig.subnetIds': 'vpcSubnets',
  'vpcConfig.securityGroupIds': 'securityGroups',
  jobTags: 'tags',
  'jobTags[]': 'tags.{key}',
  customModelTags: 'tags',
  'customModelTags[]': 'tags.{key}',
};
