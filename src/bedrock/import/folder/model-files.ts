import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { firstBytesOf } from '../../../local-file/file-signature';
import { isLfsPointer } from '../../../local-file/lfs-pointer';
import { isPlainObject } from '../../../validation/plain-object';

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
