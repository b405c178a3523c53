import { type JobOptions, jobProperties } from './sample-jobs';
import { STATE_MACHINE_ARN } from '../aws/simulated-step-functions';
import type { References, Template, TemplateResource } from '../cloudformation/template';
import {
  ANSWER_MARGIN_SECONDS,
  jobServiceTimeoutSeconds,
  LONGEST_SERVICE_TIMEOUT_SECONDS,
  LONGEST_WAIT_SECONDS,
  type ReferenceProperties,
  WATCH_SECONDS,
  type WatchProperties,
} from '../handler-under-test';

/** How long CloudFormation waits for a watch: it answers as soon as its execution has begun. */
const WATCH_TIMEOUT_SECONDS = 900;

/** A job's resource. */
export function jobResource(options: JobOptions, dependsOn: readonly string[] = []): TemplateResource {
  const properties = jobProperties(options);
  const timeoutSeconds = jobServiceTimeoutSeconds(Number(properties.WaitSeconds));
  return { type: 'job', dependsOn, timeoutSeconds, properties: () => properties };
}

/** A resource that is no job, made after others. */
export function plainResource(version: string, fails: boolean, dependsOn: readonly string[] = []): TemplateResource {
  return { type: 'plain', dependsOn, properties: () => ({ Version: version, Fails: String(fails) }) };
}

/** A resource that reads a job which was made elsewhere. */
export function referenceResource(
  Kind: string,
  arn: (references: References) => string,
  dependsOn: readonly string[] = [],
): TemplateResource {
  const properties = (references: References): ReferenceProperties & { readonly [name: string]: unknown } => ({
    Kind,
    ReferencedJob: arn(references),
    StateMachineArn: STATE_MACHINE_ARN,
  });
  return { type: 'reference', dependsOn, properties };
}

/** How a job is waited for. */
export interface WatchOptions {
  readonly waitSeconds: number;
  /** What the logical ids of the watches end in: it stands for what is known of the request at synthesis. @default - its version */
  readonly ids?: string;
}

/** A job that is waited for by watches, as `LongWait` has them. */
export function watchedTemplate(options: JobOptions & WatchOptions): Template {
  const { kind, logicalId: job = 'Job', version, waitSeconds, ids = version } = options;
  const template: { [logicalId: string]: TemplateResource } = { [job]: jobResource({ ...options, wait: 'watched' }) };
  let last = job;
  let left = waitSeconds;
  for (let number = 1; number === 1 || left > LONGEST_WAIT_SECONDS; number++) {
    // what is waited for is in the logical ids: another job is waited for by others
    const [handle, watch, condition] = ['Handle', 'Watch', 'Condition'].map((name) => `${job}${name}${number}${ids}`);
    template[handle] = { type: 'handle', dependsOn: [last], properties: () => ({}) };
    template[watch] = watchResource(kind, job, handle, handle);
    template[condition] = {
      type: 'condition',
      dependsOn: [watch],
      timeoutSeconds: Math.min(left, WATCH_SECONDS) + ANSWER_MARGIN_SECONDS,
      properties: ({ ref }) => ({ Handle: ref(handle) }),
    };
    last = condition;
    left -= WATCH_SECONDS;
  }
  template[`${job}Result`] = watchResource(kind, job, last);
  return template;
}

/** A watch: one without a handle waits itself. */
function watchResource(kind: string, job: string, dependsOn: string, handle?: string): TemplateResource {
  const properties = ({ ref, attribute }: References): WatchProperties & { readonly [name: string]: unknown } => ({
    Kind: kind,
    Job: ref(job),
    Execution: attribute(job, 'Execution'),
    Deadline: attribute(job, 'Deadline'),
    StateMachineArn: STATE_MACHINE_ARN,
    ...(handle !== undefined && { WaitHandle: ref(handle) }),
  });
  const timeoutSeconds = handle === undefined ? LONGEST_SERVICE_TIMEOUT_SECONDS : WATCH_TIMEOUT_SECONDS;
  return { type: 'watch', dependsOn: [dependsOn], timeoutSeconds, properties };
}
