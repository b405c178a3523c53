import type { RecordPlace } from './repeated-ids';
import { countText, linesText } from '../../local-file/line-text';

/** Something about records that may be right, as a warning that can be acknowledged. */
export interface RecordWarning {
  /** The id of the warning. */
  readonly id: string;
  readonly text: string;
}

/** What was found, once for all records that it was found in. */
interface RecordFinding {
  readonly text: string;
  readonly warning?: string;
  readonly places: RecordPlace[];
  count: number;
}

/** How many places of a finding are told. */
const MOST_PLACES = 3;
/** How many kinds of things are told: a file of another kind may have one in every line. */
const MOST_KINDS = 20;

/** Gathers what is found in records: each kind of thing is told once, with where it was first. */
export class RecordFindings {
  private readonly kinds = new Map<string, RecordFinding>();
  private hasMore = false;

  /**
   * Adds what is wrong with one record.
   *
   * @param rule The kind of thing: the same for all records that break the same rule.
   */
  public add(rule: string, place: RecordPlace, text: string, warning?: string): void {
    const found = this.kinds.get(rule);
    if (found) {
      found.count++;
      if (found.places.length < MOST_PLACES && !isSame(found.places[found.places.length - 1], place)) {
        found.places.push(place);
      }
    } else if (this.kinds.size < MOST_KINDS) {
      this.kinds.set(rule, { text, warning, places: [place], count: 1 });
    } else {
      this.hasMore ||= warning === undefined;
    }
  }

  /** What the service refuses, a sentence for each kind. */
  public get errors(): string[] {
    const errors = [...this.kinds.values()].filter(({ warning }) => warning === undefined).map(sentenceOf);
    return this.hasMore ? [...errors, 'and more of other kinds'] : errors;
  }

  /** What the service may refuse. */
  public get warnings(): RecordWarning[] {
    return [...this.kinds.values()].flatMap((finding) =>
      finding.warning === undefined ? [] : [{ id: finding.warning, text: sentenceOf(finding) }],
    );
  }
}

function isSame(one: RecordPlace, other: RecordPlace): boolean {
  return one.file === other.file && one.line === other.line;
}

function sentenceOf({ places, count, text }: RecordFinding): string {
  const more = count - places.length;
  return `${placesText(places)}${more > 0 ? `, and ${countText(more)} more` : ''}: ${text}`;
}

/** Places as a message names them: lines of one file together. */
export function placesText(places: readonly RecordPlace[]): string {
  const files = [...new Set(places.map(({ file }) => file))];
  return files
    .map((file) => {
      const lines = places.filter((place) => place.file === file).map(({ line }) => line);
      return `${file}, ${linesText(lines)}`;
    })
    .join('; ');
}
