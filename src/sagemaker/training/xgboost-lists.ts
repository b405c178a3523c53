import { certain, type HyperparameterProblem } from './hyperparameter-problem';
import { enumMismatch, enumText } from '../../validation/enum-check';

const LOCAL = 'grow_local_histmaker';
/** The version that does not have it any more. */
const LOCAL_UNTIL = 1.7;
/** What grows trees: a value has one of these at most. */
export const GROWERS = ['grow_colmaker', 'distcol', 'grow_histmaker', LOCAL];
export const LINEAR_UPDATERS = ['shotgun', 'coord_descent'];
/** What changes trees that are there. */
export const UPDATING_UPDATERS = ['refresh', 'prune'];
const UPDATERS = [...GROWERS, 'grow_skmaker', 'sync', ...UPDATING_UPDATERS, ...LINEAR_UPDATERS];

const CONSTRAINTS = [-1, 0, 1];
const SIGNS = "be the numbers -1, 0 and 1, one for each feature, as in '(1,0,-1)'";
const GROUPS = "be a list of lists of features, which count from 1, as in '[[1,2],[3,4]]'";

/** The updaters in a value of `updater`. */
export function updatersIn(text: string): readonly string[] {
  return text.split(',');
}

/**
 * What is wrong with the value of `updater`: names with commas between them.
 *
 * @param version The version of XGBoost, as a number; Infinity where it is not known.
 */
export function updaterProblem(text: string, version: number): HyperparameterProblem | undefined {
  const updaters = updatersIn(text);
  const wrong = updaters.find((each) => !UPDATERS.includes(each));
  if (wrong === undefined) {
    if (version < LOCAL_UNTIL || !updaters.includes(LOCAL)) return undefined;
    return { text: `be without '${LOCAL}', which XGBoost ${LOCAL_UNTIL} and newer does not have`, mayBeNewer: true };
  }
  const plain = text.replace(/[[\]"'\s]/g, '');
  if (plain !== text && updatersIn(plain).every((each) => UPDATERS.includes(each))) {
    return certain(`be nothing but updaters with commas between them, as in '${plain}'`);
  }
  const mismatch = enumMismatch(UPDATERS, wrong)!;
  const { nearest, verdict } = mismatch;
  const meant = nearest === undefined ? '' : ` (did you mean '${nearest}'?)`;
  const isOwn = wrong === 'grow_quantile_histmaker' || wrong === 'grow_gpu_hist';
  const more = isOwn ? ": the container refuses it, and takes 'tree_method' for that" : meant;
  const several = ', or several with commas between them';
  return { text: `be ${enumText(UPDATERS, mismatch)}${several}${more}`, mayBeNewer: !isOwn && verdict === 'unknown' };
}

/** What is wrong with the value of `monotone_constraints`, which the container has Python evaluate. */
export function monotoneProblem(text: string): HyperparameterProblem | undefined {
  // of a dictionary, it looks at the names
  if (/^\{\s*["']/.test(text)) return certain(SIGNS);
  const list = listIn(text.includes(',') && !/^[([]/.test(text) ? `[${text}]` : text);
  if (list === 'no list') return certain(SIGNS);
  const isRight = list?.every((each) => CONSTRAINTS.includes(each as number)) ?? true;
  return isRight ? undefined : certain(SIGNS);
}

/** What is wrong with the value of `interaction_constraints`, which the container reads as Python. */
export function interactionProblem(text: string): HyperparameterProblem | undefined {
  const list = listIn(text);
  if (list === undefined) return undefined;
  const isRight =
    list !== 'no list' &&
    list.every((group) => Array.isArray(group) && group.every((each) => typeof each === 'number' && each >= 1));
  return isRight ? undefined : certain(GROUPS);
}

/** Whether brackets are left open in a list of numbers. */
function hasOpenBracket(text: string): boolean {
  const count = (bracket: string) => text.split(bracket).length;
  const isOpen = count('(') !== count(')') || count('[') !== count(']');
  return isOpen && /^[\d\s,.()[\]+-]*$/.test(text);
}

/** A list that is written with brackets or parentheses; undefined where it may be another expression of Python's. */
function listIn(text: string): readonly unknown[] | 'no list' | undefined {
  const json = text
    // one in parentheses alone is no tuple to Python
    .replace(/\(\s*([+-]?\d+)\s*\)/g, '$1')
    .replace(/[(]/g, '[')
    .replace(/[)]/g, ']')
    .replace(/,(\s*\])/g, '$1')
    .replace(/'([^'"\\]*)'/g, '"$1"')
    .replace(/(^|[[,\s])\+(?=\d)/g, '$1');
  try {
    const value: unknown = JSON.parse(json);
    if (Array.isArray(value)) return value as unknown[];
    // an empty dictionary or text has nothing that is wrong
    return /^[{}"'\s]+$/.test(text) ? undefined : 'no list';
  } catch {
    return text === '' || hasOpenBracket(text) ? 'no list' : undefined;
  }
}
