import { hasTooManyValues } from '../../local-file/oversized-json';
import { parserReason } from '../../local-file/parser-reason';

/** What a line or a document is as JSON. */
export interface Parsed {
  readonly value: unknown;
}

/** What is no JSON. */
export class NoJson {
  constructor(private readonly error: unknown) {}

  /** What the parser says. */
  public get reason(): string {
    return parserReason(this.error as SyntaxError);
  }
}

/** What has nothing in it, or too much: the service is left to say what is wrong with it. */
export const UNREAD: Parsed = { value: undefined };

/** What a line or a document is as JSON. One with nothing in it is right, too. */
export function parsed(line: Buffer): Parsed | NoJson {
  // an image as a list of numbers has as many; it would be in memory many times over
  if (hasTooManyValues(line)) return UNREAD;
  const text = line.toString();
  if (text.trim() === '') return UNREAD;
  try {
    return { value: JSON.parse(text) };
  } catch (error) {
    return new NoJson(error);
  }
}
