import type { ErrorMeaning } from './error-meaning';
import type { Job, JobKind } from './job-kind';

/** What one look has seen of a job and done about it, for those who read the log. Nothing is decided by it. */
export interface Sight {
  /** The kind in a sentence. */
  readonly noun: string;
  /** The job as it was seen last. */
  job?: Job;
  /** What the service was asked to do, and has not refused. */
  deed?: 'create' | 'stop';
  /** What the error meant that the look was about last. */
  meaning?: ErrorMeaning;
}

/** A kind of jobs, and what is seen and done through it. */
export function witness(kind: JobKind): { readonly kind: JobKind; readonly sight: Sight } {
  const sight: Sight = { noun: kind.noun };
  const seen = (job: Job | undefined) => {
    if (job) sight.job = job;
    return job;
  };
  const noted: Partial<JobKind> = {
    find: async (...asked) => seen(await kind.find(...asked)),
    describe: async (...asked) => seen(await kind.describe(...asked)),
    create: async (...request) => {
      const arn = await kind.create(...request);
      sight.deed = 'create';
      return arn;
    },
    ...(kind.stop && {
      stop: async (...asked) => {
        await kind.stop?.(...asked);
        sight.deed = 'stop';
      },
    }),
    meaningOf: (error) => (sight.meaning = kind.meaningOf(error)),
  };
  const witnessed = new Proxy(kind, {
    get(target, member: keyof JobKind) {
      const value: unknown = noted[member] ?? target[member];
      return typeof value === 'function' ? (value.bind(target) as unknown) : value;
    },
  });
  return { kind: witnessed, sight };
}
