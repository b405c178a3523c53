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
import { nameIn } from './job-arn';
import { neoHint } from './neo-hints';
import { ownFolder } from './own-folder';
import { faultOfSageMaker, isRoleNotReady } from './sagemaker-faults';
import { sageMakerTagging, sageMakerTags, tagsOf } from './sagemaker-tags';
import { unlessNotFound } from './service-errors';
import type { CompilationJobAttribute } from '../../src/contract';
import type { Job, JobKind, JobPhase } from '../job-kind';
import { reviveRequest } from '../revive-request';

const PHASES: { readonly [status: string]: JobPhase } = {
  STARTING: 'running',
  INPROGRESS: 'running',
  STOPPING: 'stopping',
  COMPLETED: 'completed',
  FAILED: 'failed',
  STOPPED: 'stopped',
};

/** SageMaker Neo compilation jobs. */
export function compilationJobs(client: SageMakerClient): JobKind {
  const find = async (CompilationJobName: string): Promise<Job | undefined> => {
    const description = await unlessNotFound(
      client.send(new DescribeCompilationJobCommand({ CompilationJobName })),
      faultOfSageMaker,
    );
    return description && jobOf(description);
  };
  return {
    noun: 'compilation job',

    revive: (request) => reviveRequest(CreateCompilationJobRequest$, request),
    specOf: ({ Tags: _, ...spec }) => spec,
    tagsOf,

    find,
    describe: (arn) => find(nameIn(arn)),
    create: async (name, spec, tags) => {
      // what `revive` returns is what the schema says
      const request = { ...spec, CompilationJobName: name, ...sageMakerTags(tags) } as CreateCompilationJobRequest;
      const OutputConfig = request.OutputConfig && inOwnFolder(request.OutputConfig, name);
      const { CompilationJobArn } = await client.send(new CreateCompilationJobCommand({ ...request, OutputConfig }));
      return CompilationJobArn!;
    },
    stop: async ({ name }) => void (await client.send(new StopCompilationJobCommand({ CompilationJobName: name }))),
    deleteRecord: async ({ name }) => {
      const deletion = client.send(new DeleteCompilationJobCommand({ CompilationJobName: name }));
      await unlessNotFound(deletion, faultOfSageMaker);
      return true;
    },
    ...sageMakerTagging(client),

    faultOf: faultOfSageMaker,
    isRoleNotReady,
    hintFor: neoHint,
    tracesOf: ({ name }) => `Logs: CloudWatch Logs, log group /aws/sagemaker/CompilationJobs, log stream ${name}`,
  };
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
