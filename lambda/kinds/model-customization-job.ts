import * as sdk from '@aws-sdk/client-bedrock';
import { bedrockJobs, type BedrockJobTable } from './bedrock-job';
import { customizationHint } from './customization-hints';
import { JOB_FACTS, type ModelCustomizationJobAttribute } from '../../src/contract';

/** What has made no model is no use to anybody. The service may yet name it: when it does so is not said. */
const NO_MODEL = 'it names no custom model';

const TABLE: BedrockJobTable<
  sdk.CreateModelCustomizationJobRequest,
  sdk.GetModelCustomizationJobResponse,
  ModelCustomizationJobAttribute
> = {
  noun: 'model customization job',
  facts: JOB_FACTS.ModelCustomizationJob,
  operations: {
    create: sdk.CreateModelCustomizationJobCommand,
    describe: sdk.GetModelCustomizationJobCommand,
    stop: sdk.StopModelCustomizationJobCommand,
  },
  async *list(client, search) {
    for await (const page of sdk.paginateListModelCustomizationJobs({ client }, search)) {
      yield page.modelCustomizationJobSummaries;
    }
  },
  phases: {
    InProgress: 'running',
    Stopping: 'stopping',
    Completed: 'completed',
    Failed: 'failed',
    Stopped: 'stopped',
  },
  attributes: {
    ModelCustomizationJobArn: 'jobArn',
    ModelCustomizationJobName: 'jobName',
    ModelCustomizationJobStatus: 'status',
    CustomModelArn: 'outputModelArn',
    CustomModelName: 'outputModelName',
    BaseModelArn: 'baseModelArn',
    TrainingLoss: 'trainingMetrics.trainingLoss',
    ValidationLoss: ({ validationMetrics = [] }) =>
      validationMetrics.map(({ validationLoss }) => validationLoss ?? '').join(','),
    OutputUri: outputOf,
    CreationTime: 'creationTime',
    EndTime: 'endTime',
  },
  defaultNames: ['customModelName'],
  details: ({ clientRequestToken: token, endTime: endedAt, outputModelArn }, { phase, reason }) => {
    const hasNoModel = phase === 'completed' && !outputModelArn;
    return {
      token,
      endedAt,
      phase: hasNoModel ? 'failed' : phase,
      reason: hasNoModel ? NO_MODEL : reason,
      isProvisional: hasNoModel,
    };
  },
  lookForResult: (client, { attributes: { CustomModelArn: modelIdentifier } }) =>
    client.send(new sdk.GetCustomModelCommand({ modelIdentifier })),
  deleteResult: async (client: sdk.BedrockClient, { attributes: { CustomModelArn: modelIdentifier } }) =>
    // one that was stopped has made no model
    modelIdentifier !== '' && client.send(new sdk.DeleteCustomModelCommand({ modelIdentifier })),
  hint: customizationHint,
  traces: ({ attributes }) => `Metrics: ${attributes.OutputUri}`,
};

/** Bedrock model customization jobs. What is left of one is the custom model that it has made. */
export const modelCustomizationJobs = bedrockJobs(TABLE);

/** The service makes a folder with the id of the job. */
function outputOf({ jobArn = '', outputDataConfig }: sdk.GetModelCustomizationJobResponse): string {
  const location = outputDataConfig?.s3Uri;
  const id = jobArn.slice(jobArn.lastIndexOf('/') + 1);
  return location === undefined ? '' : `${location.replace(/\/$/, '')}/model-customization-job-${id}/`;
}
