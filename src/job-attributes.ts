/** What counts as a success: criteria of the kind, by name. */
export type Acceptance = { readonly [criterion: string]: string | undefined };

/** A SageMaker Neo compilation job. */
export const COMPILATION_JOB = {
  kind: 'CompilationJob',
  resourceType: 'Custom::SageMakerCompilationJob',
  attributes: [
    'CompilationJobArn',
    'CompilationJobName',
    'CompilationJobStatus',
    'ModelArtifacts',
    'InferenceImage',
    'ArtifactDigest',
    'CompilationStartTime',
    'CompilationEndTime',
  ],
} as const;

/** The names of the attributes of a compilation job's custom resource. */
export type CompilationJobAttribute = (typeof COMPILATION_JOB.attributes)[number];

/** A Bedrock batch inference job. */
export const MODEL_INVOCATION_JOB = {
  kind: 'ModelInvocationJob',
  resourceType: 'Custom::BedrockModelInvocationJob',
  attributes: [
    'ModelInvocationJobArn',
    'ModelInvocationJobName',
    'ModelInvocationJobStatus',
    'ModelInvocationJobMessage',
    'TotalRecordCount',
    'ProcessedRecordCount',
    'SuccessRecordCount',
    'ErrorRecordCount',
    'OutputUri',
    'ManifestUri',
    'SubmitTime',
    'EndTime',
  ],
} as const;

/** The names of the attributes of a batch inference job's custom resource. */
export type ModelInvocationJobAttribute = (typeof MODEL_INVOCATION_JOB.attributes)[number];

/** What counts as a success of a batch inference job. */
export interface ModelInvocationJobAcceptance extends Acceptance {
  /** `'true'` where a job that could not process all records in time is a success. */
  readonly PartialCompletion?: string;
  /** The largest number of records that may have failed. */
  readonly MaxErrorRecords?: string;
  /** The largest share of the records that may have failed, from 0 to 1. */
  readonly MaxErrorShare?: string;
}

/** A Bedrock model customization job. */
export const MODEL_CUSTOMIZATION_JOB = {
  kind: 'ModelCustomizationJob',
  resourceType: 'Custom::BedrockModelCustomizationJob',
  attributes: [
    'ModelCustomizationJobArn',
    'ModelCustomizationJobName',
    'ModelCustomizationJobStatus',
    'CustomModelArn',
    'CustomModelName',
    'BaseModelArn',
    'TrainingLoss',
    'ValidationLoss',
    'OutputUri',
    'CreationTime',
    'EndTime',
  ],
} as const;

/** The names of the attributes of a model customization job's custom resource. */
export type ModelCustomizationJobAttribute = (typeof MODEL_CUSTOMIZATION_JOB.attributes)[number];

/** A Bedrock evaluation job. */
export const EVALUATION_JOB = {
  kind: 'EvaluationJob',
  resourceType: 'Custom::BedrockEvaluationJob',
  attributes: [
    'EvaluationJobArn',
    'EvaluationJobName',
    'EvaluationJobStatus',
    'OutputUri',
    'CreationTime',
    'LastModifiedTime',
  ],
} as const;

/** The names of the attributes of an evaluation job's custom resource, besides those of its metrics. */
export type EvaluationJobAttribute = (typeof EVALUATION_JOB.attributes)[number];

/**
 * What counts as a success of an evaluation job: by the name of a metric, the least and the most that the mean of its results may be,
 * with two dots between them, of which one is left out where there is no bound, as in `0.8..`.
 */
export type EvaluationJobAcceptance = Acceptance;

/** A Bedrock model import job. */
export const MODEL_IMPORT_JOB = {
  kind: 'ModelImportJob',
  resourceType: 'Custom::BedrockModelImportJob',
  attributes: [
    'ModelImportJobArn',
    'ModelImportJobName',
    'ModelImportJobStatus',
    'ImportedModelArn',
    'ImportedModelName',
    'CreationTime',
    'EndTime',
  ],
} as const;

/** The names of the attributes of a model import job's custom resource. */
export type ModelImportJobAttribute = (typeof MODEL_IMPORT_JOB.attributes)[number];

/** An ingestion job of a Bedrock knowledge base. */
export const INGESTION_JOB = {
  kind: 'IngestionJob',
  resourceType: 'Custom::BedrockIngestionJob',
  attributes: [
    'IngestionJobId',
    'KnowledgeBaseId',
    'DataSourceId',
    'IngestionJobStatus',
    'NumberOfDocumentsScanned',
    'NumberOfMetadataDocumentsScanned',
    'NumberOfNewDocumentsIndexed',
    'NumberOfModifiedDocumentsIndexed',
    'NumberOfMetadataDocumentsModified',
    'NumberOfDocumentsDeleted',
    'NumberOfDocumentsFailed',
    'NumberOfDocumentsSkipped',
    'StartedAt',
    'UpdatedAt',
  ],
} as const;

/** The names of the attributes of an ingestion job's custom resource. */
export type IngestionJobAttribute = (typeof INGESTION_JOB.attributes)[number];

/** What counts as a success of an ingestion job. */
export interface IngestionJobAcceptance extends Acceptance {
  /** The largest number of documents that may have failed. */
  readonly MaxFailedDocuments?: string;
}

/** A SageMaker training job. */
export const TRAINING_JOB = {
  kind: 'TrainingJob',
  resourceType: 'Custom::SageMakerTrainingJob',
  attributes: [
    'TrainingJobArn',
    'TrainingJobName',
    'TrainingJobStatus',
    'SecondaryStatus',
    'ModelArtifacts',
    'CheckpointUri',
    'OutputModelPackageArn',
    'TrainingTimeInSeconds',
    'BillableTimeInSeconds',
    'TrainingStartTime',
    'TrainingEndTime',
  ],
} as const;

/** The names of the attributes of a training job's custom resource, besides those of its metrics. */
export type TrainingJobAttribute = (typeof TRAINING_JOB.attributes)[number];

/** What counts as a success of a training job. */
export interface TrainingJobAcceptance extends Acceptance {
  /** `'true'` where a job that was stopped at its time limit is a success, if it has uploaded a model. */
  readonly StoppedAtTimeLimit?: string;
}

/** A SageMaker batch transform job. */
export const TRANSFORM_JOB = {
  kind: 'TransformJob',
  resourceType: 'Custom::SageMakerTransformJob',
  attributes: [
    'TransformJobArn',
    'TransformJobName',
    'TransformJobStatus',
    'TransformOutputUri',
    'TransformStartTime',
    'TransformEndTime',
  ],
} as const;

/** The names of the attributes of a batch transform job's custom resource. */
export type TransformJobAttribute = (typeof TRANSFORM_JOB.attributes)[number];

/** A SageMaker hyperparameter tuning job. */
export const HYPER_PARAMETER_TUNING_JOB = {
  kind: 'HyperParameterTuningJob',
  resourceType: 'Custom::SageMakerHyperParameterTuningJob',
  attributes: [
    'HyperParameterTuningJobArn',
    'HyperParameterTuningJobName',
    'HyperParameterTuningJobStatus',
    'BestTrainingJobName',
    'BestTrainingJobArn',
    'BestTrainingJobDefinitionName',
    'BestObjectiveValue',
    'ModelArtifacts',
    'OverallBestTrainingJobName',
    'CompletedTrainingJobs',
    'FailedTrainingJobs',
    'StoppedTrainingJobs',
    'SucceededObjectives',
    'FailedObjectives',
    'CreationTime',
    'HyperParameterTuningEndTime',
  ],
} as const;

/** The names of the attributes of a tuning job's custom resource, besides those of the best hyperparameters. */
export type HyperParameterTuningJobAttribute = (typeof HYPER_PARAMETER_TUNING_JOB.attributes)[number];

/** A SageMaker optimization job. */
export const OPTIMIZATION_JOB = {
  kind: 'OptimizationJob',
  resourceType: 'Custom::SageMakerOptimizationJob',
  attributes: [
    'OptimizationJobArn',
    'OptimizationJobName',
    'OptimizationJobStatus',
    'OutputLocation',
    'RecommendedInferenceImage',
    'DeploymentInstanceType',
    'OptimizationStartTime',
    'OptimizationEndTime',
  ],
} as const;

/** The names of the attributes of an optimization job's custom resource. */
export type OptimizationJobAttribute = (typeof OPTIMIZATION_JOB.attributes)[number];
