import { closeSync, openSync, readSync } from 'node:fs';
import { StringDecoder } from 'node:string_decoder';

const CHUNK_BYTES = 1024 ** 2;

/** A line that is not blank. */
export interface Line {
  /** Counted from 1. */
  readonly number: number;
  readonly text: string;
}

/** The lines of a file, read piece by piece: the file may be larger than memory. */
export function* lines(path: string): Generator<Line> {
  const file = openSync(path, 'r');
  const decoder = new StringDecoder('utf8');
  const chunk = Buffer.alloc(CHUNK_BYTES);
  let rest = '';
  let number = 0;
  try {
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) {
      const texts = (rest + decoder.write(chunk.subarray(0, read))).split('\n');
      rest = texts.pop() ?? '';
      for (const text of texts) {
        number++;
        if (text.trim() !== '') yield { number, text };
      }
    }
    rest += decoder.end();
    if (rest.trim() !== '') yield { number: number + 1, text: rest };
  } finally {
    closeSync(file);
  }
}
