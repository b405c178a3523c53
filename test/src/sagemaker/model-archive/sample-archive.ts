import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';
import { Header, type HeaderData } from 'tar';
import { sampleContent } from './sample-models';

const BLOCK = 512;

/** What an archive ends with. */
export const END_OF_TAR = Buffer.alloc(2 * BLOCK);

/** An entry of an archive: a file of a few bytes, unless it says otherwise. */
export type SampleEntry = string | (HeaderData & { readonly path: string; readonly content?: Buffer });

/** A tar archive, without what it ends with. */
export function tarOf(...entries: readonly SampleEntry[]): Buffer {
  return Buffer.concat(entries.flatMap(entryBlocks));
}

/** A compressed tar archive. */
export function tarGzOf(...entries: readonly SampleEntry[]): Buffer {
  return gzipSync(Buffer.concat([tarOf(...entries), END_OF_TAR]));
}

function entryBlocks(entry: SampleEntry): Buffer[] {
  const data = typeof entry === 'string' ? { path: entry } : entry;
  const isFile = data.type === undefined || data.type === 'File';
  const content = isFile ? (data.content ?? sampleContent(data.path)) : Buffer.alloc(0);
  const header = Buffer.alloc(BLOCK);
  new Header({ type: 'File', mode: 0o644, size: content.length, ...data }).encode(header);
  const body = Buffer.alloc(Math.ceil(content.length / BLOCK) * BLOCK);
  content.copy(body);
  return [header, body];
}

/** Bytes of which one is another; a negative index counts from the end. */
export function damagedAt(bytes: Buffer, index: number): Buffer {
  const copy = Buffer.from(bytes);
  const at = index < 0 ? copy.length + index : index;
  copy[at] = 255 - copy[at];
  return copy;
}

/** Writes files into a folder of their own, which is gone when the tests are done. */
export function sampleFolder(): { readonly folder: string; write(name: string, content: Buffer | string): string } {
  const folder = mkdtempSync(path.join(tmpdir(), 'archives-'));
  afterAll(() => rmSync(folder, { recursive: true }));
  const write = (name: string, content: Buffer | string) => {
    const file = path.join(folder, name);
    writeFileSync(file, content);
    return file;
  };
  return { folder, write };
}
