import { closeSync, openSync, readSync } from 'node:fs';
import { Gunzip } from 'minizlib';
import { placeholderOf } from './content/disguise';
import { GZIP_TAR, UnusableArchive } from './unusable-archive';
import { archiveKind, isGzip } from '../../local-file/file-signature';

/** So much is decompressed at a time: zlib makes about a thousand times as much of it at most. */
const PIECE_BYTES = 16 * 1024;
/** As little where that is so: what comes of a piece is in memory at once. */
const LEAST_BYTES = 512;
const MOST_AT_ONCE = 1_048_576;

/**
 * Decompresses a file, piece by piece and to its end, in memory that does not depend on its size. Throws `UnusableArchive`.
 *
 * Synthesis cannot wait, and Node.js decompresses whole files only when it may not wait: hence minizlib.
 */
export function gunzipFile(path: string, take: (piece: Buffer) => void): void {
  const file = readable(() => openSync(path, 'r'));
  try {
    decompress(file, take);
  } finally {
    closeSync(file);
  }
}

function decompress(file: number, take: (piece: Buffer) => void): void {
  const buffer = Buffer.allocUnsafe(PIECE_BYTES);
  const read = () => {
    const length = readable(() => readSync(file, buffer));
    return buffer.subarray(0, length);
  };
  const first = read();
  if (first.length === 0) throw new UnusableArchive(GZIP_TAR, 'which is empty');
  if (!isGzip(first)) {
    throw new UnusableArchive(GZIP_TAR, otherFormat(first), placeholderOf(first, first.length)?.advice);
  }

  const gunzip = new Gunzip({});
  let error: Error | undefined;
  gunzip.on('error', (reason) => (error = reason as Error));
  let made = 0;
  gunzip.on('data', (piece) => {
    made += piece.length;
    take(piece);
  });
  let step = LEAST_BYTES;
  try {
    for (let piece = first; piece.length > 0 && !error; piece = read()) {
      for (let at = 0; at < piece.length && !error;) {
        made = 0;
        gunzip.write(piece.subarray(at, at + step));
        at += step;
        step = made > MOST_AT_ONCE / 4 ? LEAST_BYTES : Math.min(2 * step, PIECE_BYTES);
      }
    }
    if (!error) gunzip.end();
  } finally {
    gunzip.close();
  }
  if (error) throw new UnusableArchive(GZIP_TAR, damage(error));
}

/** What a file is that gzip has not made. */
function otherFormat(head: Buffer): string {
  const what = placeholderOf(head, head.length)?.found ?? archiveKind(head);
  return `which is not compressed with gzip${what === undefined ? '' : `, but ${what}`}`;
}

function damage({ message }: Error): string {
  const reason = message.replace(/^zlib: /, '');
  return reason === 'unexpected end of file' ? 'which is cut off' : `which is damaged: ${reason}`;
}

function readable<T>(action: () => T): T {
  try {
    return action();
  } catch (error) {
    throw new UnusableArchive(
      'a file that can be read',
      `which cannot: ${(error as Error).message}`,
      'let yourself read it',
    );
  }
}
