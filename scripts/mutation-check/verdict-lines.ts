import type { Verdict } from './verdict';

const NAME_WIDTH = 58;
const NET_WIDTH = 12;
const LONGEST_SIGN = 160;

/** A row of the table of verdicts; of a defect that has survived, it says what a person would lose. */
export function rowOf({ defect: { name, file, loss }, seconds, caught }: Verdict): string {
  const { by, sign } = caught ?? { by: 'SURVIVED', sign: `lambda/${file}: ${loss}` };
  const time = `${seconds.toFixed(1)} s`;
  return `${name.padEnd(NAME_WIDTH)} ${by.padEnd(NET_WIDTH)} ${time.padStart(7)}  ${clip(sign)}`;
}

/** The last line. */
export function summaryOf(verdicts: readonly Verdict[]): string {
  const nets = new Map<string, number>();
  for (const { caught } of verdicts) if (caught) nets.set(caught.by, (nets.get(caught.by) ?? 0) + 1);
  const caught = [...nets.values()].reduce((sum, count) => sum + count, 0);
  const byNet = [...nets].map(([net, count]) => `${count} by the ${net}`).join(', ');
  return `${byNet && `${byNet}\n`}${verdicts.length} defects, ${caught} caught`;
}

function clip(text: string): string {
  const line = text.replace(/\s+/g, ' ');
  return line.length > LONGEST_SIGN ? `${line.slice(0, LONGEST_SIGN)}…` : line;
}
