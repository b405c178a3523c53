import facts from './job-facts.json';
import type { JobKindKey } from './job-kind-key';

export type { JobKindKey } from './job-kind-key';

/**
 * What the model of a service says of a kind of job, besides what the members of its requests must be: how its operations
 * and their members are called. Written by `npm run constraints:update`. What is judged, such as which status is a failure,
 * is not here.
 */
export interface JobFacts {
  /** The service as it is called in ARNs and actions. */
  readonly service: string;
  /** The type of the job's resource in its ARN; of one that has none, that of the resource by which policies know it. */
  readonly arnResource: string;
  readonly operations: {
    readonly create: string;
    readonly describe: string;
    /** Where jobs can be stopped. */
    readonly stop?: string;
    /** Where records can be deleted. */
    readonly delete?: string;
    /** What finds a job by its name, where it is not described by that. */
    readonly list?: string;
  };
  /** The member by which operations are asked for one job: its name, what takes its ARN, or its id in its place. */
  readonly identifier: string;
  /**
   * The members that say in what a job belongs, where it has no ARN: every operation asks with them, too. @default - a job is known
   * by its identifier alone
   */
  readonly place?: readonly string[];
  /** The member of the answers that has what is said of a job. @default - the answers themselves */
  readonly answer?: string;
  /** Whether that is its name, in which its ARN ends then; otherwise, the ARN ends in an id that the service has chosen. */
  readonly arnHasName: boolean;
  /** The longest name that the service takes. */
  readonly longestName: number;
  /** The most tags that the request takes. */
  readonly mostTags: number;
  /** Members of the Create request. */
  readonly request: {
    /** The name; of jobs that have none, the description, which the handler has the name in. */
    readonly name: string;
    /** Of the job, and of what it makes. */
    readonly tags: readonly string[];
    /** What a tag is made of, where there are any. */
    readonly tag?: { readonly key: string; readonly value: string };
    /** The role that the service runs the job with, where it takes one. */
    readonly role?: string;
    /** What a second call is known by, where the service takes that. */
    readonly token?: string;
    /** The shortest one that it takes, where that is longer than those of the handler. */
    readonly shortestToken?: number;
  };
  /** The member of the Create call's answer with the ARN, or with what stands for it. */
  readonly createdArn: string;
  /** Members of the answer that describes a job. */
  readonly description: {
    readonly name: string;
    readonly arn: string;
    readonly status: string;
    readonly createdAt: string;
    /** Why the job has failed: a text, or a list of texts. */
    readonly reason?: string;
  };
  readonly statuses: readonly string[];
  /** What a Create call is refused with that goes beyond a quota. */
  readonly quotaError?: string;
}

/** What the services' models say of each kind. */
export const JOB_FACTS: { readonly [kind in JobKindKey]: JobFacts } = facts;

/** All kinds of jobs. */
export const JOB_KIND_KEYS = Object.keys(facts) as readonly JobKindKey[];
