import type { Reading } from './bundled-case';
import { cpuTime } from './cpu-time';

/** Reads, and prints what it took as JSON. */
export async function printReading(read: () => unknown): Promise<void> {
  const start = cpuTime();
  await read();
  const milliseconds = cpuTime() - start;
  const reading: Reading = { milliseconds, megabytes: (process.resourceUsage().maxRSS * 1024) / 1_000_000 };
  process.stdout.write(JSON.stringify(reading));
}
