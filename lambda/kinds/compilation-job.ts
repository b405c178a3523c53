import {
  CreateCompilationJobCommand,
  CreateCompilationJobRequest$,
  type CreateCompilationJobRequest,
  DeleteCompilationJobCommand,
  DescribeCompilationJobCommand,
  type DescribeCompilationJobResponse,
  type OutputConfig,
  type SageMakerClient,
  StopCompilationJobCommand,
} from '@aws-sdk/client-sagemaker';
import { neoHint } from './neo-hints';
import { ownFolder } from './own-folder';
import { faultOfSageMaker } from './sagemaker-faults';
import { sageMakerJob } from './sagemaker-job';
import { sageMakerTags } from './sagemaker-tags';
import { sendWhole } from './whole-request';
import type { CompilationJobAttribute } from '../../src/contract';
import type { Job, JobKind, JobPhase } from '../job-kind';

const PHASES: { readonly [status: string]: JobPhase } = {
  STARTING: 'running',
  INPROGRESS: 'running',
  STOPPING: 'stopping',
  COMPLETED: 'completed',
  FAILED: 'failed',
  STOPPED: 'stopped',
};

/**
 * SageMaker Neo compilation jobs.
 *
 * @param once The client that tries a call once.
 */
export function compilationJobs(client: SageMakerClient, once = client): JobKind {
  return {
    noun: 'compilation job',

    ...sageMakerJob(
      client,
      CreateCompilationJobRequest$,
      async (CompilationJobName) => jobOf(await client.send(new DescribeCompilationJobCommand({ CompilationJobName }))),
      once,
    ),
    create: async (name, spec, tags) => {
      // what `revive` returns is what the schema says
      const request = { ...spec, CompilationJobName: name, ...sageMakerTags(tags) } as CreateCompilationJobRequest;
      const OutputConfig = request.OutputConfig && inOwnFolder(request.OutputConfig, name);
      const command = new CreateCompilationJobCommand({ ...request, OutputConfig });
      const { CompilationJobArn } = await once.send(sendWhole(command, CreateCompilationJobRequest$));
      return CompilationJobArn!;
    },
    stop: async ({ name }) => void (await client.send(new StopCompilationJobCommand({ CompilationJobName: name }))),
    deleteRecord: ({ name }) => deleteRecord(client, name),

    hintFor: neoHint,
    tracesOf: ({ name }) => `Logs: CloudWatch Logs, log group /aws/sagemaker/CompilationJobs, log stream ${name}`,
  };
}

async function deleteRecord(client: SageMakerClient, CompilationJobName: string): Promise<boolean> {
  try {
    await client.send(new DeleteCompilationJobCommand({ CompilationJobName }));
    return true;
  } catch (error) {
    switch (faultOfSageMaker(error)) {
      case 'not-found':
        return true;
      case 'ended':
        // its end was shown before it was there everywhere
        return false;
      default:
        throw error;
    }
  }
}

/** Neo names an artifact after the model and the target only. */
function inOwnFolder(output: OutputConfig, name: string): OutputConfig {
  const { S3OutputLocation } = output;
  return { ...output, S3OutputLocation: S3OutputLocation && ownFolder(S3OutputLocation, name) };
}

function jobOf(description: DescribeCompilationJobResponse): Job {
  const { CompilationJobName: name, CompilationJobArn: arn, CompilationJobStatus: status } = description;
  return {
    name: name!,
    arn: arn!,
    phase: PHASES[status!] ?? 'running',
    status: status!,
    reason: description.FailureReason,
    since: description.CompilationStartTime ?? description.CreationTime!,
    attributes: attributesOf(description),
  };
}

function attributesOf(description: DescribeCompilationJobResponse): Record<CompilationJobAttribute, string> {
  return {
    CompilationJobArn: description.CompilationJobArn ?? '',
    CompilationJobName: description.CompilationJobName ?? '',
    CompilationJobStatus: description.CompilationJobStatus ?? '',
    ModelArtifacts: description.ModelArtifacts?.S3ModelArtifacts ?? '',
    InferenceImage: description.InferenceImage ?? '',
    ArtifactDigest: description.ModelDigests?.ArtifactDigest ?? '',
    CompilationStartTime: description.CompilationStartTime?.toISOString() ?? '',
    CompilationEndTime: description.CompilationEndTime?.toISOString() ?? '',
  };
}
