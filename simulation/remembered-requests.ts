import type { JobKind, JobKindFactory } from './handler-under-test';

type Kinds = { readonly [kind: string]: JobKindFactory };
type Request = Parameters<JobKind['revive']>[0];

/** Requests by their text, which were given their types back already. */
const REVIVED = new Map<string, Request>();
/** The same by the object, which is that of the tick before: its text need not be written again. */
const REVIVED_OBJECTS = new WeakMap<Request, Request>();

/**
 * Kinds that remember the requests which they have revived. A request revives to the same every time, and millions of
 * ticks ask for the same few: this is most of what a tick costs.
 */
export function withRememberedRequests(kinds: Kinds): Kinds {
  return Object.fromEntries(
    Object.entries(kinds).map(([key, factory]) => [key, (view) => withMemory(key, factory(view))]),
  );
}

function withMemory(key: string, kind: JobKind): JobKind {
  return {
    ...kind,
    revive: (request) => {
      const known = REVIVED_OBJECTS.get(request);
      if (known) return known;
      const text = `${key} ${JSON.stringify(request)}`;
      const revived = REVIVED.get(text) ?? kind.revive(request);
      REVIVED.set(text, revived);
      REVIVED_OBJECTS.set(request, revived);
      return revived;
    },
  };
}
