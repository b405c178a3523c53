import { START } from './scheduler';

/** What has happened in a simulation, for a person to read. */
export class Trace {
  private readonly entries: string[] = [];

  constructor(private readonly clock: { readonly now: number }) {}

  public note(who: string, what: string): void {
    this.entries.push(`${timeText(this.clock.now).padStart(11)}  ${who.padEnd(34)}  ${what}`);
  }

  public get text(): string {
    return this.entries.join('\n');
  }
}

/** A moment as the time since the simulation began. */
function timeText(moment: number): string {
  const ms = moment - START;
  const [hours, minutes, seconds] = [ms / 3_600_000, (ms / 60_000) % 60, (ms / 1000) % 60];
  const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
  return `${Math.floor(hours)}:${two(minutes)}:${two(seconds)}.${String(Math.floor(ms % 1000)).padStart(3, '0')}`;
}

/** A value in one short line. */
export function lineOf(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text;
}

const LONGEST = 220;
