/** What newer versions write in front of the parameters. */
const MARK = 'binf';
/** The parameters of the learner: numbers of four bytes, of which most are reserved. */
const PARAMETERS_BYTES = 136;
/** The longest name of an objective or a booster. */
const LONGEST_NAME = 100;
const LENGTH_BYTES = 8;

/**
 * The name of the booster of a model in XGBoost's binary format, as versions 0.90 and 1.3.3 write it: parameters, and the names of the
 * objective and of the booster, each with its length before it. Undefined for anything else.
 *
 * @see https://github.com/dmlc/xgboost/blob/v1.3.3/src/learner.cc
 */
export function binaryBooster(head: Buffer): string | undefined {
  const start = head.toString('latin1', 0, MARK.length) === MARK ? MARK.length : 0;
  const objective = nameAt(head, start + PARAMETERS_BYTES);
  return objective && nameAt(head, objective.end)?.name;
}

function nameAt(head: Buffer, at: number): { readonly name: string; readonly end: number } | undefined {
  const from = at + LENGTH_BYTES;
  if (from > head.length) return undefined;
  const length = Number(head.readBigUInt64LE(at));
  const name = head.toString('latin1', from, from + Math.min(length, LONGEST_NAME));
  return name.length === length && /^[\x21-\x7e]+$/.test(name) ? { name, end: from + length } : undefined;
}
