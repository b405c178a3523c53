import { distance } from 'fastest-levenshtein';
import table from './answer-members.json';
import { JOB_FACTS, type JobKindKey } from '../../src/validation/service-model/job-facts';
import type { JsonValue } from '../json-value';

/** The members of an object in what a service answers, each with its own; `null` for what has none, or any. */
export interface AnswerMembers {
  readonly [member: string]: AnswerMembers | null;
}

/** What the service answers of a job of each kind. Written by `npm run constraints:update`. */
const ANSWERS: { readonly [kind in JobKindKey]: AnswerMembers } = table;

/** Something that is mostly other than a name is no slip of it. */
const LETTERS_PER_TYPO = 3;

/** What is to be said of a member that no answer of the service has: nothing else would read it. Undefined where there is none. */
export function unknownMember(kind: JobKindKey, answer: JsonValue): string | undefined {
  const found = unknownIn(ANSWERS[kind], answer, '');
  if (!found) return undefined;
  const { path, name, known } = found;
  const meant = nearestOf(known, name);
  const hint = meant === undefined ? '' : ` Did you mean "${meant}"?`;
  const { describe } = JOB_FACTS[kind].operations;
  return `"${path}${name}" is no member of what ${describe} answers of a job.${hint} There are ${known.join(', ')}.`;
}

interface UnknownMember {
  /** Where it is, with a dot at the end. */
  readonly path: string;
  readonly name: string;
  readonly known: readonly string[];
}

function unknownIn(members: AnswerMembers | null, value: JsonValue, path: string): UnknownMember | undefined {
  if (members === null || typeof value !== 'object' || value === null) return undefined;
  if (Array.isArray(value)) return firstOf(value.map((item) => () => unknownIn(members, item, path)));
  const known = Object.keys(members);
  return firstOf(
    Object.entries(value).map(([name, inside]) => () => {
      if (!known.includes(name)) return { path, name, known };
      return unknownIn(members[name], inside, `${path}${name}.`);
    }),
  );
}

function firstOf(looks: readonly (() => UnknownMember | undefined)[]): UnknownMember | undefined {
  for (const look of looks) {
    const found = look();
    if (found) return found;
  }
  return undefined;
}

function nearestOf(known: readonly string[], name: string): string | undefined {
  const lower = name.toLowerCase();
  const all = known.map((each) => [each, distance(each.toLowerCase(), lower)] as const);
  const [nearest, typos] = all.reduce((best, each) => (each[1] < best[1] ? each : best));
  return typos <= Math.floor(name.length / LETTERS_PER_TYPO) ? nearest : undefined;
}
