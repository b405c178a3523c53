import { idHash, RecordIdFilter } from './record-id-filter';

/** Where a record is. */
export interface RecordPlace {
  readonly file: string;
  readonly line: number;
}

/** Two records with one id. */
export interface Repetition {
  readonly id: string;
  readonly first: RecordPlace;
  readonly second: RecordPlace;
  /** How many more records have an id that was there before. */
  readonly others: number;
  /** Whether there may be more of them: ids were too many for the memory. */
  readonly mayBeMore: boolean;
}

/** Hands over the ids of all records, in their order. */
export type ReadIds = (visit: (id: string, place: RecordPlace) => void) => void;

/** How much memory the search for a repeated id takes. */
export interface SearchMemory {
  /** The size of the table in which ids are remembered. */
  readonly tableBytes: number;
  /** The characters of the ids that may be repeated: they are kept until the ids have been read again. */
  readonly suspectCharacters: number;
}

/** A table of 32 MB tells ten million ids apart; a fraction of the input's size does for less. */
export function searchMemoryFor(inputBytes: number): SearchMemory {
  return { tableBytes: Math.min(32_000_000, 1000 + Math.ceil(inputBytes / 16)), suspectCharacters: 8_000_000 };
}

/** What an id costs besides its characters. */
const SUSPECT_OVERHEAD = 64;
/** Into how many parts ids are divided that are too many for the table. */
const PARTS = 17;
/** The hash that divides ids is another one than those of the table. */
const PART_MULTIPLIER = 0x85ebca6b;

/**
 * Finds two records that have the same id, exactly, and in memory that does not depend on how many records there are.
 *
 * The ids are added as the records are read. A table of bits says which of them may be repeated: none, where all are
 * different and the table is not crowded. Those that may be are read again and compared.
 */
export class RepeatedIds {
  private readonly suspects: Suspects;

  constructor(private readonly memory: SearchMemory) {
    this.suspects = new Suspects(memory, 0);
  }

  /** One more id. */
  public add(id: string): void {
    this.suspects.add(id);
  }

  /** The first repetition among the ids that were added, if there is one. */
  public find(readIds: ReadIds): Repetition | undefined {
    return (
      this.confirm(this.suspects, readIds) ?? (this.suspects.isFull ? this.findInParts(readIds, PARTS) : undefined)
    );
  }

  /** More ids may be repeated than fit into memory: a part of them at a time. */
  private findInParts(readIds: ReadIds, parts: number): Repetition | undefined {
    for (let part = 0; part < parts; part++) {
      const suspects = new Suspects(this.memory, parts + part);
      readIds((id) => {
        if (idHash(id, PART_MULTIPLIER) % parts === part) suspects.add(id);
      });
      const repetition = this.confirm(suspects, readIds);
      if (repetition) return repetition;
      if (suspects.isFull) return this.findInParts(readIds, parts * PARTS);
    }
    return undefined;
  }

  private confirm({ ids, isFull, isPart }: Suspects, readIds: ReadIds): Repetition | undefined {
    if (ids.size === 0) return undefined;
    const places = new Map<string, RecordPlace>();
    let repetition: Pick<Repetition, 'id' | 'first' | 'second'> | undefined;
    let others = 0;
    readIds((id, place) => {
      if (!ids.has(id)) return;
      const first = places.get(id);
      if (!first) places.set(id, place);
      else if (repetition) others++;
      else repetition = { id, first, second: place };
    });
    return repetition && { ...repetition, others, mayBeMore: isFull || isPart };
  }
}

/** Ids that may be repeated. */
class Suspects {
  public readonly ids = new Set<string>();
  /** Whether there were more than there is room for. */
  public isFull = false;
  /** Whether they are a part of all that there are. */
  public readonly isPart: boolean;
  private readonly filter: RecordIdFilter;
  private room: number;

  /** @param seed 0 for all ids, and another one for each part of them. */
  constructor({ tableBytes, suspectCharacters }: SearchMemory, seed: number) {
    this.isPart = seed > 0;
    this.filter = new RecordIdFilter(tableBytes, seed);
    this.room = suspectCharacters;
  }

  public add(id: string): void {
    if (!this.filter.add(id) || this.ids.has(id)) return;
    this.room -= id.length + SUSPECT_OVERHEAD;
    // however long one id is: it is always told from itself
    if (this.room < 0 && this.ids.size > 0) this.isFull = true;
    else this.ids.add(id);
  }
}
