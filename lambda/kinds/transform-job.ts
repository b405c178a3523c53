import {
  CreateTransformJobCommand,
  CreateTransformJobRequest$,
  type CreateTransformJobRequest,
  DescribeTransformJobCommand,
  type DescribeTransformJobResponse,
  type SageMakerClient,
  StopTransformJobCommand,
  type TransformOutput,
} from '@aws-sdk/client-sagemaker';
import { ownFolder } from './own-folder';
import { sageMakerJob } from './sagemaker-job';
import { sageMakerTags } from './sagemaker-tags';
import { transformHint } from './transform-hints';
import { sendWhole } from './whole-request';
import type { TransformJobAttribute } from '../../src/contract';
import type { Job, JobKind, JobPhase } from '../job-kind';

const PHASES: { readonly [status: string]: JobPhase } = {
  InProgress: 'running',
  Stopping: 'stopping',
  Completed: 'completed',
  Failed: 'failed',
  Stopped: 'stopped',
};

/**
 * SageMaker batch transform jobs. The service keeps their records for good.
 *
 * @param once The client that tries a call once.
 */
export function transformJobs(client: SageMakerClient, once = client): JobKind {
  return {
    noun: 'transform job',

    ...sageMakerJob(
      client,
      CreateTransformJobRequest$,
      async (TransformJobName) => jobOf(await client.send(new DescribeTransformJobCommand({ TransformJobName }))),
      once,
    ),
    create: async (name, spec, tags) => {
      // what `revive` returns is what the schema says
      const request = { ...spec, TransformJobName: name, ...sageMakerTags(tags) } as CreateTransformJobRequest;
      const TransformOutput = request.TransformOutput && inOwnFolder(request.TransformOutput, name);
      const command = new CreateTransformJobCommand({ ...request, TransformOutput });
      const { TransformJobArn } = await once.send(sendWhole(command, CreateTransformJobRequest$));
      return TransformJobArn!;
    },
    stop: async ({ name }) => void (await client.send(new StopTransformJobCommand({ TransformJobName: name }))),

    hintFor: transformHint,
    tracesOf: ({ name }) =>
      `Logs: CloudWatch Logs, log group /aws/sagemaker/TransformJobs, log streams that begin with ${name}/`,
  };
}

/** The service names the objects that it writes after those that it has read. */
function inOwnFolder(output: TransformOutput, name: string): TransformOutput {
  const { S3OutputPath } = output;
  return { ...output, S3OutputPath: S3OutputPath && ownFolder(S3OutputPath, name) };
}

function jobOf(description: DescribeTransformJobResponse): Job {
  const { TransformJobName: name, TransformJobArn: arn, TransformJobStatus: status } = description;
  return {
    name: name!,
    arn: arn!,
    phase: PHASES[status!] ?? 'running',
    status: status!,
    reason: description.FailureReason,
    since: description.TransformStartTime ?? description.CreationTime!,
    attributes: attributesOf(description),
  };
}

function attributesOf(description: DescribeTransformJobResponse): Record<TransformJobAttribute, string> {
  return {
    TransformJobArn: description.TransformJobArn ?? '',
    TransformJobName: description.TransformJobName ?? '',
    TransformJobStatus: description.TransformJobStatus ?? '',
    TransformOutputUri: description.TransformOutput?.S3OutputPath ?? '',
    TransformStartTime: description.TransformStartTime?.toISOString() ?? '',
    TransformEndTime: description.TransformEndTime?.toISOString() ?? '',
  };
}
