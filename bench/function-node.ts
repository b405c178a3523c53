import { execFileSync } from 'node:child_process';

/** The major version of Node.js that the function runs on. */
const MAJOR = 24;

/**
 * The Node.js that the function runs on, as npm has it; this process's own where that cannot be had, as without a registry.
 * A figure says with which it was measured.
 */
export function functionNode(isShort: boolean): string {
  if (isShort || process.versions.node.startsWith(`${MAJOR}.`)) return process.execPath;
  try {
    const program = 'process.stdout.write(process.execPath)';
    return execFileSync('npx', ['--yes', `--package=node@${MAJOR}`, '--', 'node', '-e', program], { encoding: 'utf8' });
  } catch {
    return process.execPath;
  }
}
