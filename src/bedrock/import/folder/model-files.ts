import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { brokenJsonReason, SEVERAL_LINES } from '../../../local-file/broken-json';
import { firstBytesOf } from '../../../local-file/file-signature';
import { isLfsPointer } from '../../../local-file/lfs-pointer';
import { noTextReason } from '../../../local-file/no-text';
import { isPlainObject } from '../../../validation/plain-object';
import { shown } from '../../../validation/shown';

/** A text in JSON. */
const TEXT = /"(?:[^"\\]|\\.)*"/g;
const BYTE_ORDER_MARK = '\uFEFF';

/** A file directly in the folder of a model. */
export interface ModelFile {
  readonly name: string;
  readonly path: string;
  readonly size: number;
}

/** The files directly in a folder, in an order that does not depend on the machine. */
export function filesOfModel(folder: string): ModelFile[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => {
      const path = join(folder, name);
      const stats = existsSync(path) ? statSync(path) : undefined;
      return stats?.isFile() ? [{ name, path, size: stats.size }] : [];
    });
}

/** Whether a file only stands for another, which Git LFS has to fetch. */
export function isPointer({ path }: ModelFile): boolean {
  return isLfsPointer(firstBytesOf(path));
}

/** What a file has that has no object as JSON, and what to do about it, as far as that is known. */
export function noObjectText({ path }: ModelFile): string {
  const first = firstBytesOf(path);
  const noText = noTextReason(first)?.replace(/^is /, '');
  if (noText !== undefined) return noText;
  const content = readFileSync(path, 'utf8');
  if (content.startsWith(BYTE_ORDER_MARK)) {
    return 'a text that begins with a byte order mark: save it as UTF-8 without one';
  }
  const reason = brokenJsonReason(first);
  if (reason !== undefined) return reason === SEVERAL_LINES ? 'JSON that is cut off: get the file once more' : reason;
  const hasComma = /,\s*[}\]]/.test(content.replace(TEXT, '""'));
  if (hasComma) return 'a comma before a closing bracket, which JSON does not have: leave it out';
  return shown(content.slice(0, 40));
}

/** The object that a file has as JSON; undefined where it is another thing. */
export function jsonObjectIn({ path }: ModelFile): { readonly [member: string]: unknown } | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'));
    return isPlainObject(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
