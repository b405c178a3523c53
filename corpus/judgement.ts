import type { Verdict } from './corpus-case';
import type { CheckedFile } from '../check/checked-file';

/** What was to be said of a file. */
export interface Expectation {
  readonly verdict: Verdict;
  readonly because?: RegExp;
  readonly dataInputConfig?: string;
}

/** What was said of a file, beside what was to be said. */
export interface Judgement {
  readonly verdict: Verdict;
  /** What was said, in short. */
  readonly text: string;
  /** How that differs from what was to be said; empty where it does not. */
  readonly differences: readonly string[];
}

const LONGEST_TEXT = 160;

/** Compares what the library says of a file with what was to be said. */
export function judge({ findings, dataInputConfig }: CheckedFile, expected: Expectation): Judgement {
  const isRefused = findings.some(({ severity }) => severity === 'error');
  const verdict = isRefused ? 'refused' : findings.length > 0 ? 'warned' : 'accepted';
  const all = findings.map(({ text }) => text).join('; ');
  const differences: string[] = [];
  if (verdict !== expected.verdict) differences.push(`expected: ${expected.verdict}`);
  if (expected.because && !expected.because.test(all)) differences.push(`expected words: ${expected.because.source}`);
  if (expected.dataInputConfig !== undefined && dataInputConfig !== expected.dataInputConfig) {
    differences.push(`expected dataInputConfig: ${expected.dataInputConfig}, got ${dataInputConfig ?? 'none'}`);
  }
  return { verdict, text: all.length > LONGEST_TEXT ? `${all.slice(0, LONGEST_TEXT)}…` : all, differences };
}
