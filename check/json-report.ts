import { type CheckedFile, countOf, type UnreadFile } from './checked-file';
import type { UnusedOption } from './unused-options';

/** Raised when a member is removed, or gets another meaning: new members may come at any time. */
const FORMAT_VERSION = 1;

/** The report for a program: one JSON document. */
export function jsonReport(
  files: readonly CheckedFile[],
  unread: readonly UnreadFile[],
  unused: readonly UnusedOption[],
): string {
  const report = {
    version: FORMAT_VERSION,
    errors: countOf('error', files),
    warnings: countOf('warning', files),
    files,
    unread,
    unused,
  };
  return `${JSON.stringify(report, undefined, 2)}\n`;
}
