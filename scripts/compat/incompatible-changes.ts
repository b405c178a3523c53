import { spawnSync } from 'node:child_process';
import { ROOT } from '../documentation/page';

/** How jsii-diff begins the line of a change, and how it ends it, with a key by which it could be passed over. */
const LINE = /^err\s+- (.*?)(?: \[[^\]]*\])?$/gm;

/** What an app that was written with one API would find otherwise with another, a line a change. */
export function incompatibleChanges(before: string, after: string): string[] {
  // all that the library has is experimental, and its users are to be told nevertheless
  const options = ['--keys', '--error-on', 'all'];
  const { status, stderr, error } = spawnSync('jsii-diff', [before, after, ...options], {
    cwd: ROOT,
    encoding: 'utf8',
  });
  if (error) throw error;
  const changes = readChanges(stderr);
  if (status !== 0 && changes.length === 0) throw new Error(`jsii-diff has failed: ${stderr}`);
  return changes;
}

/** The changes that jsii-diff has printed. */
export function readChanges(text: string): string[] {
  return [...text.matchAll(LINE)].map(([, change]) => change);
}
