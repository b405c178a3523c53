import { JOB_FACTS, JOB_KIND_KEYS, type JobKindKey } from '../src/validation/service-model/job-facts';

export type { JobKindKey };

const kindsOf = (service: string) => JOB_KIND_KEYS.filter((kind) => JOB_FACTS[kind].service === service);

export const SAGEMAKER_KINDS: readonly JobKindKey[] = kindsOf('sagemaker');
export const BEDROCK_KINDS: readonly JobKindKey[] = kindsOf('bedrock');
/** Those of Bedrock whose jobs have names and tags of their own. */
export const NAMED_BEDROCK_KINDS: readonly JobKindKey[] = BEDROCK_KINDS.filter((kind) => !JOB_FACTS[kind].place);
export const ALL_KINDS: readonly JobKindKey[] = [...SAGEMAKER_KINDS, ...BEDROCK_KINDS];
/** Those whose jobs somebody can stop. */
export const STOPPABLE_KINDS: readonly JobKindKey[] = ALL_KINDS.filter((kind) => JOB_FACTS[kind].operations.stop);

/** What CloudFormation does with a job's resource. */
export type ResourceOperation = 'create' | 'update' | 'rollback' | 'delete';

/** How an operation fails that cannot succeed: with a reason that says what to do. */
export interface ExpectedFailure {
  /** What the reason must say, each in this or other letter case. */
  readonly words: readonly string[];
  /** Whether the request may find another way, and succeed. @default false */
  readonly isAvoidable?: boolean;
  /** How soon CloudFormation is told, in seconds after its request. @default - within the time that the resource waits */
  readonly withinSeconds?: number;
}

/** What a service says. In its text, `{noun}`, `{name}`, `{arn}`, `{status}`, `{role}` and `{operation}` stand for those of the job. */
export interface ServiceText {
  /** The name of the error; a reason that a job fails for has none. */
  readonly code?: string;
  readonly text: string;
}

/** One of the ways in which something may be. */
export interface Alternative {
  /** How it is then, in a sentence. */
  readonly meaning: string;
  /** The kinds for which it may be so. @default - those of the fact */
  readonly kinds?: readonly JobKindKey[];
  /** What the service says then. @default - nothing, or what the simulation and the rehearsal know without the table */
  readonly says?: ServiceText;
  /** Whether it is over after some time. @default true */
  readonly passes?: boolean;
  /** The operations that fail where they meet it. @default - none: each ends as it would otherwise */
  readonly failures?: { readonly [operation in ResourceOperation]?: ExpectedFailure };
}

/** A fact of AWS that no document and no run has confirmed: the code may use it, and must not need it. */
export interface UnconfirmedFact {
  /** What it is about. */
  readonly title: string;
  /** The kinds of jobs that it concerns. */
  readonly kinds: readonly JobKindKey[];
  /** All the ways in which it may be, by name. */
  readonly alternatives: { readonly [name: string]: Alternative };
  /** The one that is so in a simulation and in a rehearsal that suppose nothing. */
  readonly usual: string;
}

/** What is known of a fact that nobody has confirmed, for who reads UNCONFIRMED.md: nothing that runs needs it. */
export interface Evidence {
  /** Where what is known comes from, in Markdown. */
  readonly sources: readonly string[];
  /** What the library makes use of. */
  readonly reliance: string;
  /** What happens if it is otherwise. */
  readonly otherwise: string;
  /** How a person with an account finds out in a minute, in Markdown. */
  readonly check: string;
}
