import { RANGE_LISTS } from './parameter-range';
import type { Request } from '../../job/request-overrides';
import { type Finding, type MemberName, mustBe, refusal, warning } from '../../validation/finding';
import { knownItems, knownMembers, knownNumber, knownText } from '../../validation/known-value';
import { isUnknown } from '../../validation/unknown-value';

/** What the ranges of a training are called: by the property, and by the API. */
export type NameOfRange = (name: unknown, api: string) => MemberName;

/**
 * What ranges must be that the model does not say.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/automatic-model-tuning-define-ranges.html
 */
export function* rangeRules(ranges: unknown, nameOf: NameOfRange): Iterable<Finding> {
  const lists = knownMembers(ranges) ?? {};
  for (const list of ['IntegerParameterRanges', 'ContinuousParameterRanges'] as const) {
    for (const [index, range] of knownItems(lists[list]).entries()) {
      yield* numberRules(range, list, (member) => nameOf(range.Name, `${list}[${index}]${member}`));
    }
  }
  yield* nameRules(lists, nameOf);
}

function* numberRules(range: Request, list: string, nameOf: (member: string) => MemberName): Iterable<Finding> {
  const [min, max] = ['MinValue', 'MaxValue'].map((member) => numberIn(range[member]));
  const isInteger = list === 'IntegerParameterRanges';
  const allowed = isInteger ? 'a whole number' : 'a number';
  for (const [member, value] of [['MinValue', min] as const, ['MaxValue', max] as const]) {
    const isRight = value === undefined || (isInteger ? Number.isInteger(value) : Number.isFinite(value));
    if (!isRight) yield mustBe(nameOf(`.${member}`), allowed, range[member]);
  }
  if (min !== undefined && max !== undefined && min > max) {
    yield mustBe(nameOf('.MinValue'), `at most the largest value (MaxValue), ${max}`, min);
  }
  const scaling = range.ScalingType;
  if (scaling === 'Logarithmic' && min !== undefined && min <= 0) {
    yield mustBe(nameOf('.MinValue'), 'greater than 0 for the logarithmic scale', min);
  }
  if (scaling !== 'ReverseLogarithmic') return;
  if (isInteger) {
    yield mustBe(nameOf('.ScalingType'), 'another scale: this one is for continuous ranges', scaling);
  } else if ((min !== undefined && min < 0) || (max !== undefined && max >= 1)) {
    yield mustBe(nameOf(''), 'a range from 0 to less than 1 for the reverse logarithmic scale', `${min} to ${max}`);
  }
}

/** Whether it is certain that nothing is searched for. */
export function hasNoRange(ranges: unknown): boolean {
  const lists = knownMembers(ranges);
  if (ranges === undefined || lists === undefined) return ranges === undefined;
  return RANGE_LISTS.every((list) => lists[list] === undefined || isEmpty(lists[list]));
}

function isEmpty(list: unknown): boolean {
  return Array.isArray(list) && !isUnknown(list) && list.length === 0;
}

/**
 * What examples of values are for, where SageMaker does not find the ranges.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_AutoParameter.html
 */
export function* hintRules(ranges: unknown, nameOf: NameOfRange): Iterable<Finding> {
  for (const [index, { Name }] of knownItems(knownMembers(ranges)?.AutoParameters).entries()) {
    const text =
      "should go with 'autotune' (Autotune): SageMaker finds the range of an example of a value with it only";
    yield warning('tuningAutotune', nameOf(Name, `AutoParameters[${index}]`), text);
  }
}

/** The API has texts for numbers. */
function numberIn(value: unknown): number | undefined {
  const text = knownText(value)?.trim();
  return text === '' ? NaN : knownNumber(text);
}

function* nameRules(lists: Request, nameOf: NameOfRange): Iterable<Finding> {
  const names = RANGE_LISTS.flatMap((list) => knownItems(lists[list]).map(({ Name }) => knownText(Name)));
  const again = names.find((name, index) => name !== undefined && names.indexOf(name) !== index);
  if (again !== undefined) yield refusal(nameOf(again, ''), 'must have one range only');
}
