import type { PropertyNames } from '../../validation/member-names';

/** What the properties of an evaluation job are called, by the members of the request that they set. */
export const EVALUATION_JOB_PROPERTIES: PropertyNames = {
  jobName: 'evaluationJobName',
  jobDescription: 'description',
  roleArn: 'role',
  customerEncryptionKeyId: 'encryptionKey',
  evaluationConfig: 'datasets',
  'evaluationConfig.automated.datasetMetricConfigs': 'datasets',
  'evaluationConfig.automated.datasetMetricConfigs[].taskType': 'datasets[].taskType',
  'evaluationConfig.automated.datasetMetricConfigs[].metricNames': 'datasets[].metrics',
  'evaluationConfig.automated.datasetMetricConfigs[].dataset.name': 'datasets[].name',
  'evaluationConfig.automated.evaluatorModelConfig': 'evaluatorModel',
  'evaluationConfig.automated.customMetricConfig': 'customMetrics',
  'evaluationConfig.automated.customMetricConfig.customMetrics': 'customMetrics',
  'evaluationConfig.automated.customMetricConfig.customMetrics[].customMetricDefinition': 'customMetrics[]',
  'evaluationConfig.automated.customMetricConfig.customMetrics[].customMetricDefinition.name': 'customMetrics[].name',
  'evaluationConfig.automated.customMetricConfig.customMetrics[].customMetricDefinition.instructions':
    'customMetrics[].instructions',
  'evaluationConfig.automated.customMetricConfig.customMetrics[].customMetricDefinition.ratingScale':
    'customMetrics[].ratingScale',
  'evaluationConfig.automated.customMetricConfig.customMetrics[].customMetricDefinition.ratingScale[].definition':
    'customMetrics[].ratingScale[].definition',
  'evaluationConfig.automated.customMetricConfig.evaluatorModelConfig': 'evaluatorModel',
  inferenceConfig: 'sources',
  'inferenceConfig.models': 'sources',
  'inferenceConfig.ragConfigs': 'sources',
  outputDataConfig: 'outputBucket',
  'outputDataConfig.s3Uri': 'outputPrefix',
  jobTags: 'tags',
  'jobTags[]': 'tags.{key}',
};
