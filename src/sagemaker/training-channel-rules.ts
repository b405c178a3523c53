import { Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { TrainingInputCompression, TrainingInputMode, TrainingRecordWrapper } from './training-input-options';
import type { Request } from '../request-overrides';
import { inconsistent, invalid } from '../validation/invalid';
import { requireCount, requireText } from '../validation/request-check';

/** Checks the channels of a training job. */
export function checkChannels(job: IConstruct, request: Request): void {
  const channels = (request.InputDataConfig ?? []) as Request[];
  requireCount(job, 'inputs', channels, { min: 0, max: 20 });
  const { TrainingInputMode: mode } = request.AlgorithmSpecification as Request;
  const { InstanceGroups: groups } = request.ResourceConfig as { readonly InstanceGroups?: Request[] };
  const groupNames = (groups ?? []).map(({ InstanceGroupName }) => InstanceGroupName as string);
  for (const channel of channels) {
    requireText(job, 'inputs (the name of the channel)', channel.ChannelName as string, {
      min: 1,
      max: 64,
      pattern: /^[A-Za-z0-9._-]+$/,
      describe: 'letters, digits, dots, hyphens and underscores',
    });
    const member = `inputs.${String(channel.ChannelName)}`;
    checkMode(job, member, channel, channel.InputMode ?? mode);
    checkGroupNames(job, member, channel, groupNames);
  }
}

/** What a mode cannot do, the service would say only after the job has begun. */
function checkMode(job: IConstruct, member: string, channel: Request, mode: unknown): void {
  if (Token.isUnresolved(mode)) return;
  const { S3DataSource: s3 = {} } = channel.DataSource as { readonly S3DataSource?: Request };
  const isPipe = mode === TrainingInputMode.PIPE;
  if (channel.CompressionType === TrainingInputCompression.GZIP && !isPipe) {
    throw inconsistent(job, `'${member}.compression' must be left out, or be NONE, for any input mode but PIPE`);
  }
  if (channel.RecordWrapperType === TrainingRecordWrapper.RECORD_IO && !isPipe) {
    throw inconsistent(job, `'${member}.recordWrapper' must be left out, or be NONE, for any input mode but PIPE`);
  }
  if (mode === TrainingInputMode.FAST_FILE && /Manifest/.test(String(s3.S3DataType))) {
    throw inconsistent(
      job,
      `'${member}' must not be a manifest for the input mode FAST_FILE, which takes prefixes only`,
    );
  }
}

function checkGroupNames(job: IConstruct, member: string, channel: Request, known: readonly string[]): void {
  const { S3DataSource: s3 } = channel.DataSource as { readonly S3DataSource?: Request };
  for (const name of (s3?.InstanceGroupNames ?? []) as string[]) {
    if (Token.isUnresolved(name) || known.includes(name)) continue;
    const allowed = known.length === 0 ? "left out without 'instanceGroups'" : `of ${known.join(', ')}`;
    throw invalid(job, `${member}.instanceGroupNames`, allowed, name);
  }
}
