import { inspect } from 'node:util';

/** The longest value that a message has whole. */
const LONGEST = 200;

/** A value as a message shows it, whatever it is. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `'${shortened(value)}'`;
  return shortened(asJson(value) ?? inspect(value, { depth: 1, breakLength: Infinity }));
}

function shortened(text: string): string {
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

/** What has no form in JSON, or an endless one, has none here. */
function asJson(value: unknown): string | undefined {
  if (typeof value === 'number') return String(value);
  try {
    return JSON.stringify(value);
  } catch {
    return undefined;
  }
}
