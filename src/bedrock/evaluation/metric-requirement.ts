import { type Finding, mustBe, refusal } from '../../validation/finding';
import { optionsRules } from '../../validation/property-check';
import { isUnknown } from '../../validation/unknown-value';

/** What the mean of all results of a metric must be: at least one bound is given. */
export interface MetricRequirement {
  /**
   * The least that it may be.
   *
   * @default - there is no such bound
   */
  readonly atLeast?: number;

  /**
   * The most that it may be.
   *
   * @default - there is no such bound
   */
  readonly atMost?: number;
}

/** What is wrong with a requirement. */
export function* requirementRules(metric: string, requirement: MetricRequirement): Iterable<Finding> {
  const property = `requireMetric('${metric}')`;
  const unfit = [...optionsRules(property, requirement, { required: true })];
  yield* unfit;
  if (unfit.length > 0) return;
  const { atLeast, atMost } = requirement;
  const bounds = Object.entries({ atLeast, atMost }).filter(([, bound]) => bound !== undefined);
  if (bounds.length === 0) yield refusal(property, "must have 'atLeast' or 'atMost'");
  for (const [name, bound] of bounds) {
    const member = `${property}.${name}`;
    if (isUnknown(bound)) yield refusal(member, 'must be known at synthesis, and is known at deployment only');
    else if (!Number.isFinite(bound)) yield mustBe(member, 'a number', bound);
  }
  if (bounds.every(([, bound]) => Number.isFinite(bound)) && bounds.length === 2 && atLeast! > atMost!) {
    yield mustBe(`${property}.atLeast`, `at most 'atMost' (${atMost})`, atLeast);
  }
}

/** A requirement as the handler is told it. */
export function boundsText({ atLeast, atMost }: MetricRequirement): string {
  return `${atLeast ?? ''}..${atMost ?? ''}`;
}
