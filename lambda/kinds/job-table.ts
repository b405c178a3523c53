import type { MemberPath } from './member-path';
import type { JobFacts } from '../../src/contract';
import type { Job, JobPhase, JobView } from '../job-kind';

/** The class of a command of an SDK client, by what its call answers. */
export interface CommandClass<Answer extends object = object> {
  new (input: never): { readonly input: object; resolveMiddleware(...setup: never[]): Call<Answer> };
}

type Call<Answer> = (...call: never[]) => Promise<{ readonly output: Answer }>;

/** A client of the SDK, whatever its service. */
export interface Client {
  send(command: object): Promise<object>;
}

/** A name within a text. */
export interface NameText {
  /** The text with a name. @param text What a person has said, if anything. */
  readonly with: (name: string, text?: string) => string;
  /** The name in a text. */
  readonly in: (text: string) => string;
}

/**
 * A kind of job as the handler sees it. What the service's model says, such as how members are called, is in its facts; what
 * has to be judged stands here.
 */
export interface JobTable<
  Request extends object,
  Description extends object,
  Attribute extends string,
  Answer extends object = Description,
> {
  /** The kind in a sentence, as in "the compilation job". */
  readonly noun: string;
  readonly facts: JobFacts;
  readonly operations: {
    readonly create: CommandClass;
    /** Its answer is what is said of a job, or has it in a member. */
    readonly describe: CommandClass<Answer>;
    /** @default - nobody can stop a job: it is waited for until it has ended by itself */
    readonly stop?: CommandClass;
    /** @default - the service keeps records for good, unless `deleteRecord` says otherwise */
    readonly delete?: CommandClass;
  };
  /** Where in its life a job with a status is. One with another status is running. */
  readonly phases: { readonly [status: string]: JobPhase };
  /** When a job began, besides when it was created. */
  readonly startedAt?: MemberPath<Description>;
  /** Where the values of the attributes are, or how they are made; `''` where there is nothing. */
  readonly attributes: { readonly [name in Attribute]: MemberPath<Description> | ((job: Description) => string) };
  /** The places that a job writes to, below each of which it gets a folder of its own. @default - the service makes one */
  readonly ownFolders?: readonly MemberPath<Request>[];
  /** What the job makes under names that are to be its own. */
  readonly ownNames?: readonly MemberPath<Request>[];
  /** Members with a name of what the job makes: what a request leaves out is called as the attempt is. */
  readonly defaultNames?: readonly (keyof Request & string)[];
  /**
   * How the name of a job stands in the text of the member for it, where that is a text that people read, and may have said, too.
   * @default - the text is the name
   */
  readonly nameText?: NameText;
  /** What else there is to be said of a job. */
  readonly details?: (job: Description, known: Job, view: JobView) => Partial<Job>;
  /** Deletes what is left of a job that has ended; returns `false` where it cannot do so yet. @default - `delete` is called */
  readonly deleteRecord?: (client: never, job: Job) => Promise<boolean>;
  /** Deletes what the job has made that stands for itself, for a resource that wants it. @default - there is no such thing */
  readonly deleteResult?: (client: never, job: Job) => Promise<unknown>;
  /** Lets go of the instances that a job holds though it has ended. @default - none holds any */
  readonly releaseInstances?: (client: never, job: Job) => Promise<void>;
  /** What a person can do about a known reason. */
  readonly hint: (reason: string) => string | undefined;
  /** Where a person finds out more about a job. */
  readonly traces: (job: Job) => string;
}

/** The table of any kind. */
export type AnyJobTable = Omit<
  JobTable<object, object, string>,
  'attributes' | 'startedAt' | 'ownFolders' | 'ownNames' | 'defaultNames' | 'details'
> & {
  readonly startedAt?: string;
  readonly attributes: { readonly [name: string]: string | ((job: never) => string) };
  readonly ownFolders?: readonly string[];
  readonly ownNames?: readonly string[];
  readonly defaultNames?: readonly string[];
  readonly details?: (job: never, known: Job, view: JobView) => Partial<Job>;
};
