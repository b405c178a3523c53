import type { ToldLines } from './told-lines';
import { LONGEST_LINE_BYTES, readLines } from '../../local-file/json-lines';

/** Reads lines; why that failed, if it did. Lines that are too long for a request are not looked at any further. */
export function linesOf(
  path: string,
  most: number,
  long: ToldLines,
  visit: (line: Buffer, number: number) => void,
): string | undefined {
  try {
    readLines(path, {
      line: (line, number) => {
        if (line.length > most) long.add(number);
        visit(line, number);
      },
      // what is longer is not held in memory; a payload that is as large may have it
      tooLong: (number) => {
        if (most <= LONGEST_LINE_BYTES) long.add(number);
        return undefined;
      },
      unreadable: (reason) => new UnreadableLines(reason),
      advanced: () => undefined,
    });
    return undefined;
  } catch (error) {
    if (error instanceof UnreadableLines) return error.message;
    throw error;
  }
}

/** A file that cannot be read, and why. */
class UnreadableLines extends Error {}
