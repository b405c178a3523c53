import { INSTANCE_PRICES, type PriceTable } from './instance-prices';
import type { JobUsage } from '../jobs/job-usage';

const HOUR_SECONDS = 3600;

/** What a job may cost. */
export interface JobEstimate {
  /** Undefined where the price of an instance is not known, or where there is none. */
  readonly dollars?: number;
  /** What it uses, such as `2 × ml.m5.xlarge for 0.06 h`, and what else there is to say. */
  readonly basis: string;
}

/** What may be paid for what a job has used: an estimate, for the time and the prices are those of others. */
export function jobEstimate({ instances, note }: JobUsage, { perHour }: PriceTable = INSTANCE_PRICES): JobEstimate {
  const costs = instances.map(({ type, count, seconds }) => {
    const price = Object.hasOwn(perHour, type) ? perHour[type] : undefined;
    return price === undefined ? undefined : (price * count * seconds) / HOUR_SECONDS;
  });
  const uses = instances.map(
    ({ type, count, seconds }, index) =>
      `${count} × ${type} for ${hours(seconds)}${costs[index] === undefined ? ' (no price of it was found)' : ''}`,
  );
  const basis = [...uses, ...(note === undefined ? [] : [note])].join('; ');
  const known = costs.filter((cost) => cost !== undefined);
  if (known.length === 0 || known.length < costs.length) return { basis };
  return { dollars: known.reduce((sum, cost) => sum + cost, 0), basis };
}

/** The sum of what is known; undefined where nothing is. */
export function sumOf(estimates: readonly JobEstimate[]): number | undefined {
  const known = estimates.flatMap(({ dollars }) => dollars ?? []);
  return known.length === 0 ? undefined : known.reduce((sum, dollars) => sum + dollars, 0);
}

/** As people write amounts: whole cents, and what is less than one as such. */
export function dollarText(dollars: number): string {
  if (dollars > 0 && dollars < 0.005) return '< $0.01';
  return `$${dollars.toFixed(2)}`;
}

function hours(seconds: number): string {
  return `${(seconds / HOUR_SECONDS).toFixed(2)} h`;
}
