import type { ErrorMeaning } from './error-meaning';
import type { Acceptance } from '../src/contract';

/** A Create request of a service: what its API documents, with its own member names. */
export type JobRequest = { readonly [member: string]: unknown };

/** The tags of a job, by key. */
export type Tags = { readonly [key: string]: string };

/**
 * Where a job is in its life, whatever the service calls it. A status that is not known to a kind counts as running:
 * it is polled until it turns into one that is.
 */
export type JobPhase = 'running' | 'stopping' | 'completed' | 'failed' | 'stopped';

/** A job as the service describes it at one moment. */
export interface Job {
  readonly name: string;
  readonly arn: string;
  /** What it was created with, so that no second one is made, where the service tells: it says whose job it is. */
  readonly token?: string;
  readonly phase: JobPhase;
  /** The service's own word for the phase. */
  readonly status: string;
  /** Why the job failed, in the service's words. */
  readonly reason?: string;
  /** When the job ended, where the service says it. */
  readonly endedAt?: Date;
  /**
   * Whether something has undone since what a completed job has done, as far as is known: it has completed nevertheless, but is none
   * to be taken up where it is asked for anew.
   */
  readonly isOvertaken?: boolean;
  /** Whether the service may yet correct what it says of the end: it is looked at again until the end is a minute old. */
  readonly isProvisional?: boolean;
  /** Whether instances of a job that has ended are kept for the next one: they cost as much as at work. */
  readonly holdsInstances?: boolean;
  /** When the job began, or was created where it has not begun. */
  readonly since: Date;
  /** The attributes of the custom resource: always all of them, `''` where the service gave none. */
  readonly attributes: { readonly [name: string]: string };
}

/** What a resource says of how it looks at a job. It is no part of what makes the job this job. */
export interface JobView {
  /** What counts as a success. */
  readonly Acceptance?: Acceptance;
  /** The metrics that become attributes, by name. */
  readonly Metrics?: readonly string[];
  /** Whether what a job has made is deleted with its resource. */
  readonly DeletesResult?: 'true';
  /** Whether the resource is being deleted: what has come of its job need not be known then. */
  readonly isLeaving?: boolean;
}

/** Makes a kind that sees jobs as a resource wants to. */
export type JobKindFactory = (view: JobView) => JobKind;

/** What the lifecycle needs to know and to do of one kind of job. Calls throw what the service's client throws. */
export interface JobKind {
  /** The kind in a sentence, as in "the compilation job". */
  readonly noun: string;

  /** Gives a request its types back, or throws `InvalidRequest`. */
  revive(request: JobRequest): JobRequest;
  /** A revived request without its tags: what makes the job the job it is. */
  specOf(request: JobRequest): JobRequest;
  /** What the names of its jobs begin with, where the service finds a job only in what it belongs in. @default - nothing */
  placeOf?(request: JobRequest): string;
  /** The tags of a revived request. */
  tagsOf(request: JobRequest): Tags;

  /**
   * The job with this name, or `undefined`.
   *
   * @param held The ARN of the job that the resource stands for, which may have overtaken it: a list may be too old to have it.
   */
  find(name: string, held?: string): Promise<Job | undefined>;
  /**
   * The job with this ARN, or `undefined`.
   *
   * @param name Its name, where that is known: a service may have changed the letter case of an ARN, and of the name in it.
   */
  describe(arn: string, name?: string): Promise<Job | undefined>;
  /**
   * Starts a job and returns its ARN.
   *
   * @param token The same for every try at the same attempt: a service that takes such a token starts no second job.
   */
  create(name: string, spec: JobRequest, tags: Tags, token: string): Promise<string>;
  /** Asks the service to stop the job, where it can stop jobs of the kind: another is waited for until it has ended. */
  stop?(job: Job): Promise<void>;
  /** Deletes the record of a job that has ended, where the service can; returns `false` where it cannot do so yet. */
  deleteRecord?(job: Job): Promise<boolean>;
  /**
   * Deletes what a job has made that stands for itself, such as a model, where the resource wants that: its record stays, and
   * so does its name. Returns `false` where it cannot do so yet.
   */
  deleteResult?(job: Job): Promise<boolean>;
  /** Lets go of the instances that a job holds though it has ended: whether it has helped shows when it is described again. */
  releaseInstances?(job: Job): Promise<void>;

  listTags(arn: string): Promise<Tags>;
  setTags(arn: string, tags: Tags): Promise<void>;
  removeTags(arn: string, keys: readonly string[]): Promise<void>;

  /** What an error of one of the calls above means. */
  meaningOf(error: unknown): ErrorMeaning;
  /** Whether a job failed only because its role had not propagated yet. */
  isRoleNotReady(reason: string): boolean;
  /** What a person can do about a known reason. */
  hintFor(reason: string): string | undefined;
  /** Where a person finds out more about a job, as in "Logs: …". */
  tracesOf(job: Job): string;
}
