import { type Duration, type Size, SizeRoundingBehavior, type TimeConversionOptions } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { invalid } from './invalid';

/** Fractions are left to the check of the request, which says what is allowed. */
const FRACTIONAL: TimeConversionOptions = { integral: false };

/** A duration in a unit of a request. */
export function durationIn(
  unit: 'Milliseconds' | 'Seconds' | 'Hours',
  construct: IConstruct,
  member: string,
  duration: Duration,
): number {
  return converted(construct, member, `a duration from Duration.${unit.toLowerCase()}()`, duration, () =>
    duration[`to${unit}`](FRACTIONAL),
  );
}

/** A size in a unit of a request. */
export function sizeIn(unit: 'Mebibytes' | 'Gibibytes', construct: IConstruct, member: string, size: Size): number {
  return converted(construct, member, `a size from Size.${unit.toLowerCase()}()`, size, () =>
    size[`to${unit}`]({ rounding: SizeRoundingBehavior.NONE }),
  );
}

/** The CDK cannot convert a token from one unit to another, and does not say of which property it is. */
function converted(
  construct: IConstruct,
  member: string,
  allowed: string,
  value: Duration | Size,
  convert: () => number,
): number {
  try {
    return convert();
  } catch (error) {
    if (!value.isUnresolved()) throw error;
    throw invalid(construct, member, `${allowed} where it is a token`, 'a token in another unit');
  }
}
