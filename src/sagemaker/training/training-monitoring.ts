import { ArnFormat, type Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { renderExperimentConfig } from '../experiment-config';
import { grantLogs } from '../job-logs';
import { TrainingFolder } from './training-folder';
import { IMAGE } from './training-image';
import type { Request } from '../../job/request-overrides';
import { INSTANCE_TYPE } from '../ml-instance-type';
import type { TrainingFolderOptions, TrainingMonitoringOptions, TrainingRule } from './training-monitoring-options';
import type { JobOutput } from '../../job/job-output';
import { entriesInKeyOrder, inKeyOrder } from '../../key-order';
import { DURATION, SIZE } from '../../validation/expected-value';
import { requireList, requireOptions, requireValue } from '../../validation/property-check';
import { durationIn, sizeIn } from '../../validation/unit-value';

/** What watching a job has to know of it. */
export interface MonitoredJob {
  readonly job: Construct;
  readonly role: iam.IRole;
  readonly output: JobOutput;
}

/**
 * The members of the request that say how a job is watched. The job's role may write what they say, and rules may be
 * evaluated with it.
 */
export function renderMonitoring(monitored: MonitoredJob, options: TrainingMonitoringOptions): Request {
  const { debugHook, tensorBoard, profiler, experiment, remoteDebug, infraCheck } = options;
  const { debugRules = [], profilerRules = [] } = options;
  const { job } = monitored;
  for (const member of ['debugHook', 'tensorBoard', 'profiler', 'experiment'] as const) {
    requireOptions(job, member, options[member]);
  }
  for (const member of ['debugRules', 'profilerRules'] as const) requireList(job, member, options[member]);
  if (remoteDebug) grantRemoteDebug(monitored.role);
  if (debugRules.length + profilerRules.length > 0) grantProcessing(monitored);
  return {
    DebugHookConfig: debugHook && {
      S3OutputPath: folderAt(monitored, 'debugHook', debugHook, 'debug-output').uri,
      LocalPath: debugHook.localPath,
      HookParameters: inKeyOrder(debugHook.parameters),
      CollectionConfigurations: debugHook.collections && renderCollections(job, debugHook.collections),
    },
    DebugRuleConfigurations: renderRules(monitored, 'debugRules', debugRules),
    TensorBoardOutputConfig: tensorBoard && {
      S3OutputPath: folderAt(monitored, 'tensorBoard', tensorBoard, 'tensorboard-output').uri,
      LocalPath: tensorBoard.localPath,
    },
    ProfilerConfig: profiler && renderProfiler(monitored, profiler),
    ProfilerRuleConfigurations: renderRules(monitored, 'profilerRules', profilerRules),
    ExperimentConfig: experiment && renderExperimentConfig(experiment),
    RemoteDebugConfig: remoteDebug === undefined ? undefined : { EnableRemoteDebug: remoteDebug },
    InfraCheckConfig: infraCheck === undefined ? undefined : { EnableInfraCheck: infraCheck },
  };
}

function renderCollections(job: Construct, collections: { readonly [name: string]: object }): Request[] {
  requireOptions(job, 'debugHook.collections', collections);
  return entriesInKeyOrder(collections).map(([CollectionName, CollectionParameters]) => ({
    CollectionName,
    CollectionParameters: inKeyOrder(CollectionParameters),
  }));
}

function renderProfiler(
  monitored: MonitoredJob,
  profiler: NonNullable<TrainingMonitoringOptions['profiler']>,
): Request {
  const { enabled, interval, parameters } = profiler;
  requireValue(monitored.job, 'profiler.interval', interval, DURATION);
  return {
    S3OutputPath: enabled === false ? undefined : folderAt(monitored, 'profiler', profiler, 'profiler-output').uri,
    ProfilingIntervalInMilliseconds:
      interval && durationIn('Milliseconds', monitored.job, 'profiler.interval', interval),
    ProfilingParameters: inKeyOrder(parameters),
    DisableProfiler: enabled === undefined ? undefined : !enabled,
  };
}

function renderRules(
  monitored: MonitoredJob,
  member: 'debugRules' | 'profilerRules',
  rules: readonly TrainingRule[],
): Request[] | undefined {
  if (rules.length === 0) return undefined;
  return rules.map((rule, index) => renderRule(monitored, `${member}[${index}]`, rule));
}

function renderRule(monitored: MonitoredJob, member: string, rule: TrainingRule): Request {
  const { job, role } = monitored;
  requireOptions(job, member, rule, { required: true });
  requireValue(job, `${member}.image`, rule.image, { ...IMAGE, required: true });
  requireValue(job, `${member}.instanceType`, rule.instanceType, INSTANCE_TYPE);
  requireValue(job, `${member}.volumeSize`, rule.volumeSize, SIZE);
  requireOptions(job, `${member}.output`, rule.output);
  const { name, image, parameters, instanceType, volumeSize, localPath, output = {} } = rule;
  const { imageUri } = image.bind(new Construct(job, member.replace(/\W/g, '')), role, `${member}.image`);
  return {
    RuleConfigurationName: name,
    RuleEvaluatorImage: imageUri,
    RuleParameters: inKeyOrder(parameters),
    InstanceType: instanceType?._render(job, `${member}.instanceType`),
    VolumeSizeInGB: volumeSize && sizeIn('Gibibytes', job, `${member}.volumeSize`, volumeSize),
    LocalPath: localPath,
    S3OutputPath: folderAt(monitored, `${member}.output`, output, 'rule-output').uri,
  };
}

/** A folder that a job writes to while it runs. */
function folderAt(
  { job, role, output }: MonitoredJob,
  member: string,
  { bucket, prefix }: TrainingFolderOptions,
  name: string,
): TrainingFolder {
  const isElsewhere = bucket !== undefined;
  const folder = new TrainingFolder(
    job,
    member,
    bucket ?? output.bucket,
    prefix ?? (isElsewhere ? '' : `${output.prefix}${name}`),
  );
  folder.grantWrite(role);
  return folder;
}

/** Lets the agent of Systems Manager in the container speak to its service, which has no resource to limit it to. */
function grantRemoteDebug(role: iam.IRole): void {
  const actions = ['CreateControlChannel', 'CreateDataChannel', 'OpenControlChannel', 'OpenDataChannel'];
  role.addToPrincipalPolicy(
    new iam.PolicyStatement({ actions: actions.map((action) => `ssmmessages:${action}`), resources: ['*'] }),
  );
}

/** SageMaker evaluates rules in processing jobs, with the role of the training job: they have a log of their own. */
function grantProcessing({ job, role }: MonitoredJob): void {
  grantLogs(job, role, '/aws/sagemaker/ProcessingJobs');
}

/** What SageMaker sends when it assumes the role of a training job to evaluate its rules. */
export function ruleTrust({ debugRules, profilerRules }: TrainingMonitoringOptions, stack: Stack): iam.Conditions[] {
  if (!debugRules?.length && !profilerRules?.length) return [];
  const arnFormat = ArnFormat.SLASH_RESOURCE_NAME;
  const jobs = stack.formatArn({ service: 'sagemaker', resource: 'processing-job', resourceName: '*', arnFormat });
  return [{ ArnLike: { 'aws:SourceArn': jobs } }];
}
