import { type JobOptions, jobProperties } from './sample-jobs';
import { STATE_MACHINE_ARN } from '../aws/simulated-step-functions';
import type { References, Template, TemplateResource } from '../cloudformation/template';
import {
  conditionsFor,
  jobServiceTimeoutSeconds,
  LONGEST_CONDITION_TIMEOUT_SECONDS,
  LONGEST_SERVICE_TIMEOUT_SECONDS,
  type ReferenceProperties,
  type ResultProperties,
} from '../handler-under-test';

/** A job's resource. */
export function jobResource(options: JobOptions, dependsOn: readonly string[] = []): TemplateResource {
  const properties = jobProperties(options);
  const timeoutSeconds = jobServiceTimeoutSeconds(Number(properties.WaitSeconds), properties.Kind);
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
export interface LongWaitOptions {
  readonly waitSeconds: number;
  /** What the logical ids of the conditions end in: the hash of what is known of the job at synthesis. @default - all that makes it this job */
  readonly ids?: string;
  /** What the first condition comes after, besides the job. @default - nothing */
  readonly needs?: readonly string[];
}

/** A job that is waited for by wait conditions, as `LongWait` has them. */
export function longTemplate(options: JobOptions & LongWaitOptions): Template {
  const { kind, logicalId: job = 'Job', version, waitSeconds, rerunKey = '', needs = [] } = options;
  const { ids = `${version}${rerunKey}${waitSeconds}` } = options;
  const conditions = Array.from(
    { length: conditionsFor(waitSeconds) },
    (_, index) => `${job}Condition${index + 1}${ids}`,
  );
  return {
    [job]: jobResource({ ...options, conditions }),
    ...Object.fromEntries(
      conditions.map((id, index) => [id, conditionResource(index === 0 ? [job, ...needs] : [conditions[index - 1]])]),
    ),
    [`${job}Result`]: resultResource(kind, job, conditions.at(-1)!),
  };
}

function conditionResource(dependsOn: readonly string[]): TemplateResource {
  return { type: 'condition', dependsOn, timeoutSeconds: LONGEST_CONDITION_TIMEOUT_SECONDS, properties: () => ({}) };
}

/** The resource that has the attributes of a job that conditions wait for. */
function resultResource(kind: string, job: string, lastCondition: string): TemplateResource {
  const properties = ({ ref, attribute }: References): ResultProperties & { readonly [name: string]: unknown } => ({
    Kind: kind,
    Job: ref(job),
    Name: attribute(job, 'Name'),
    Deadline: attribute(job, 'Deadline'),
    Setback: attribute(job, 'Setback'),
    LastCondition: ref(lastCondition),
    StateMachineArn: STATE_MACHINE_ARN,
  });
  return {
    type: 'result',
    refersTo: [job, lastCondition],
    timeoutSeconds: LONGEST_SERVICE_TIMEOUT_SECONDS,
    properties,
  };
}
