import type { NameOfRange } from './tuning-range-rules';
import type { Request } from '../../job/request-overrides';
import { type Finding, type MemberName } from '../../validation/finding';
import { knownItems, knownMembers, knownNumber, knownText } from '../../validation/known-value';
import { shown } from '../../validation/shown';
import { isUnknown } from '../../validation/unknown-value';
import { builtInAlgorithmOf, refusedBy, XGBOOST } from '../training/built-in-algorithm';
import { readAs, valueProblem } from '../training/xgboost-hyperparameters';

/** How far from its end a number of a range is tried: the end itself may be a bound that the algorithm excludes. */
const INSIDE = 1e-9;
const CONTINUOUS = 'ContinuousParameterRanges';

/**
 * What ranges of the algorithms must be that are built in: every value in them is one that the training takes. It is known of
 * XGBoost, whose container is public.
 *
 * @param training What the tuning job launches, as the request of a training job.
 */
export function* builtInRangeRules(training: Request, ranges: unknown, nameOf: NameOfRange): Iterable<Finding> {
  const algorithm = builtInAlgorithmOf(training);
  if (algorithm?.name !== XGBOOST) return;
  for (const { name, member, value, tried = value } of valuesIn(knownMembers(ranges) ?? {}, nameOf)) {
    const problem = valueProblem(name, tried.trim(), algorithm.version);
    if (!problem) continue;
    const isCertain = algorithm.isCertain && !problem.mayBeNewer;
    yield refusedBy({ isCertain }, member, `${problem.text}, got ${shown(value)}`);
  }
  for (const [index, { Name }] of knownItems(knownMembers(ranges)?.[CONTINUOUS]).entries()) {
    const name = knownText(Name);
    if (name === undefined || readAs(name) !== 'whole number') continue;
    const text = `be ParameterRange.integer(): the algorithm reads '${name}' as a whole number, and fails with any other`;
    yield refusedBy(algorithm, nameOf(name, `${CONTINUOUS}[${index}]`), text);
  }
}

/** A value that a training may get. */
interface RangeValue {
  readonly name: string;
  readonly member: MemberName;
  readonly value: string;
  /** What of it is tried. @default - the value itself */
  readonly tried?: string;
}

function* valuesIn(lists: Request, nameOf: NameOfRange): Iterable<RangeValue> {
  for (const [list, ranges] of Object.entries(lists)) {
    for (const [index, range] of knownItems(ranges).entries()) {
      const name = knownText(range.Name);
      if (name === undefined) continue;
      if (list === CONTINUOUS && readAs(name) === 'whole number') continue;
      for (const [member, value, tried] of membersOf(range, list === CONTINUOUS)) {
        yield { name, member: nameOf(name, `${list}[${index}].${member}`), value, tried };
      }
    }
  }
}

function* membersOf(
  range: Request,
  isContinuous: boolean,
): Iterable<readonly [member: string, value: string, tried?: string]> {
  const [min, max] = [knownNumber(range.MinValue), knownNumber(range.MaxValue)];
  if (min !== undefined && max !== undefined && min <= max) {
    const inside = isContinuous ? (max - min) * INSIDE : 0;
    yield ['MinValue', String(min), String(min + inside)];
    yield ['MaxValue', String(max), String(max - inside)];
  }
  const { Values: values, ValueHint: hint } = range;
  const texts: readonly unknown[] = Array.isArray(values) && !isUnknown(values) ? values : [];
  for (const [member, each] of [...texts.entries(), ['ValueHint', hint] as const]) {
    const value = each === undefined ? undefined : knownText(each);
    if (value !== undefined) yield [typeof member === 'number' ? `Values[${member}]` : member, value];
  }
}
