import type { JobFacts } from '../../src/contract';

/*
 * A job that belongs in something else, as an ingestion job in a data source of a knowledge base, has no ARN: only together with
 * the ids of what it belongs in its id says which it is. CloudFormation writes such ids in one text, and so do we. The names
 * of such jobs, which are no ids of the service, begin with the same ids: a job is looked for in its place only.
 */

/** What stands between the ids of a job. No name has it. */
const ID_SEPARATOR = '|';
/** What stands between the ids of its place, and before the name. */
const NAME_SEPARATOR = '/';

type PlacedFacts = Pick<JobFacts, 'place' | 'identifier'>;
type Members = { readonly [member: string]: unknown };

/** What stands for a job: its ARN, or its id with those of its place. */
export function identifierIn(described: Members, { place = [] }: PlacedFacts, member: string): string {
  return [...place, member].map((each) => described[each] as string).join(ID_SEPARATOR);
}

/** The members by which an operation is asked for a job that an identifier stands for. */
export function membersFor(identifier: string, { place = [], identifier: member }: PlacedFacts): Members {
  if (place.length === 0) return { [member]: identifier };
  const ids = identifier.split(ID_SEPARATOR);
  return Object.fromEntries([...place, member].map((each, index) => [each, ids[index]]));
}

/** What the names of jobs begin with that belong where a request, or what is said of a job, says. */
export function placeOf(members: Members, { place = [] }: Pick<JobFacts, 'place'>): string {
  return place.map((member) => `${String(members[member])}${NAME_SEPARATOR}`).join('');
}

/** The name of a job without its place, and the members that say the place. */
export function partsOf(name: string, { place = [] }: Pick<JobFacts, 'place'>): { name: string; place: Members } {
  const parts = name.split(NAME_SEPARATOR);
  return {
    name: parts.slice(place.length).join(NAME_SEPARATOR),
    place: Object.fromEntries(place.map((member, index) => [member, parts[index]])),
  };
}
