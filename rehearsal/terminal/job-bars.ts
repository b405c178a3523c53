import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import { durationText } from './duration-text';

/** A job that has not ended. */
export interface RunningJob {
  readonly name: string;
  readonly status: string;
  readonly elapsedMs: number;
  readonly totalMs: number;
}

const DEFAULT_COLUMNS = 80;
const DEFAULT_ROWS = 24;
/** Of the terminal, for the lines above the bars. */
const ROWS_FOR_LINES = 4;
/** Of a status, the rehearsed time and the spaces. */
const TEXT_WIDTH = 30;
const MIN_BAR_WIDTH = 5;
const MAX_BAR_WIDTH = 40;

/** One progress bar for each running job, below the lines that are printed meanwhile. */
export class JobBars {
  private readonly bars = new Map<string, SingleBar>();
  private group?: MultiBar;

  constructor(private readonly stream: NodeJS.WritableStream & { readonly columns?: number; readonly rows?: number }) {}

  /** Those of the first jobs, where the terminal has not enough rows for all. */
  public show(running: readonly RunningJob[]): void {
    const jobs = running.slice(0, Math.max(1, (this.stream.rows ?? DEFAULT_ROWS) - ROWS_FOR_LINES));
    const names = new Set(jobs.map(({ name }) => name));
    for (const [name, bar] of this.bars) {
      if (names.has(name)) continue;
      this.group?.remove(bar);
      this.bars.delete(name);
    }
    if (jobs.length === 0) return this.stop();
    jobs.forEach((job) => this.update(job));
  }

  public print(text: string): void {
    if (!this.group) {
      this.stream.write(text);
      return;
    }
    this.group.log(text);
    this.group.update();
  }

  public stop(): void {
    this.group?.stop();
    this.group = undefined;
    this.bars.clear();
  }

  private update(job: RunningJob): void {
    const group = (this.group ??= this.newGroup(job.name));
    const payload = { name: job.name, status: job.status, elapsed: durationText(job.elapsedMs) };
    const value = Math.min(job.elapsedMs, job.totalMs);
    const bar = this.bars.get(job.name) ?? group.create(job.totalMs, value, payload);
    this.bars.set(job.name, bar);
    bar.setTotal(job.totalMs);
    bar.update(value, payload);
  }

  private newGroup(name: string): MultiBar {
    const room = (this.stream.columns ?? DEFAULT_COLUMNS) - name.length - TEXT_WIDTH;
    return new MultiBar(
      {
        format: ' {name} {status} {bar} {elapsed}',
        stream: this.stream,
        clearOnComplete: true,
        hideCursor: true,
        noTTYOutput: false,
        autopadding: true,
        stopOnComplete: false,
        barsize: Math.min(MAX_BAR_WIDTH, Math.max(MIN_BAR_WIDTH, room)),
        // who interrupts a rehearsal stops the bars
        gracefulExit: false,
      },
      Presets.shades_classic,
    );
  }
}
