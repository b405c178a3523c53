import { type Finding, mustBe, refusal } from '../../validation/finding';
import { optionsRules } from '../../validation/property-check';

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
  const isNumber = (bound: unknown) => typeof bound === 'number' && Number.isFinite(bound) && Math.abs(bound) < 1e9;
  for (const [name, bound] of bounds) {
    if (!isNumber(bound)) yield mustBe(`${property}.${name}`, 'a number that is known at synthesis', bound);
  }
  if (bounds.length === 2 && atLeast! > atMost!) {
    yield mustBe(`${property}.atLeast`, `at most 'atMost' (${atMost})`, atLeast);
  }
}

/** A requirement as the handler is told it. */
export function boundsText({ atLeast, atMost }: MetricRequirement): string {
  return `${atLeast ?? ''}..${atMost ?? ''}`;
}
