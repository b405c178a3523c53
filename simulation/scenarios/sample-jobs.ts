import { type KindKey, WORDINGS } from '../aws/job-wording';
import { STATE_MACHINE_ARN } from '../aws/simulated-step-functions';
import { JOB_FACTS, type JobProperties } from '../handler-under-test';

/** A name that a person has chosen. */
export const OWN_NAME = 'My-Job';
/** Another of them. */
export const OTHER_NAME = 'My-Next-Job';

/** What a resource asks for. */
export interface JobOptions {
  readonly kind: KindKey;
  readonly logicalId?: string;
  /** Tells one spec from another. */
  readonly version: string;
  readonly tags?: { readonly [key: string]: string };
  readonly waitSeconds?: number;
  readonly wait?: JobProperties['WaitForCompletion'];
  readonly jobName?: string;
  readonly rerunKey?: string;
  /** The logical ids of the wait conditions that follow on it. */
  readonly conditions?: readonly string[];
}

/** The properties of a job's resource. */
export function jobProperties(options: JobOptions): JobProperties & { readonly [name: string]: unknown } {
  const { kind, logicalId = 'Job', version, tags = { team: 'vision' }, waitSeconds = 1500, wait = 'true' } = options;
  return {
    Kind: kind,
    NamePrefix: `Shop--${logicalId}`.toLowerCase(),
    Request: { ...WORDINGS[kind].request(`s3://inputs/${logicalId}.${version}/`), ...tagsOf(kind, tags) },
    StateMachineArn: STATE_MACHINE_ARN,
    WaitForCompletion: wait,
    WaitSeconds: String(waitSeconds),
    ...WORDINGS[kind].properties,
    ...(options.jobName !== undefined && { JobName: options.jobName }),
    ...(options.rerunKey !== undefined && { RerunKey: options.rerunKey }),
    ...(options.conditions !== undefined && { WaitConditions: options.conditions }),
  };
}

function tagsOf(kind: KindKey, tags: { readonly [key: string]: string }): object {
  const { tags: members, tag } = JOB_FACTS[kind].request;
  if (!tag) return {};
  const list = Object.entries(tags).map(([key, value]) => ({ [tag.key]: key, [tag.value]: value }));
  return Object.fromEntries(members.map((member) => [member, list]));
}
