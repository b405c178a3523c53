import { INSTANCE_PRICES } from '../cost/instance-prices';
import { dollarText, jobEstimate, sumOf } from '../cost/job-estimate';
import type { JobRun } from '../jobs/job-run';

const UNKNOWN = '–';

/** What the jobs of an operation may cost: a heading, and a line for each. */
export function costLines(runs: readonly JobRun[]): string[] {
  if (runs.length === 0) return [];
  const estimates = runs.map(({ job, usage }) => ({ job, ...jobEstimate(usage) }));
  const sum = sumOf(estimates);
  const rows = estimates.map(({ job, dollars, basis }) => [job, amount(dollars), basis]);
  const all = sum === undefined || runs.length === 1 ? rows : [...rows, ['In all', amount(sum), '']];
  const [names, amounts] = [0, 1].map((column) => Math.max(...all.map((row) => row[column].length)));
  const { region, asOf } = INSTANCE_PRICES;
  const heading = `Estimated cost, not a price (for the rehearsed time, on demand in ${region}, as of ${asOf}):`;
  return [
    sum === undefined ? 'Cost, of which there is no estimate:' : heading,
    ...all.map(([job, text, basis]) => `  ${job.padEnd(names)}  ${text.padStart(amounts)}  ${basis}`.trimEnd()),
  ];
}

function amount(dollars: number | undefined): string {
  return dollars === undefined ? UNKNOWN : dollarText(dollars);
}
