import { jobBarLines } from './job-bar-line';
import type { RunningJob } from './running-job';

const DEFAULT_COLUMNS = 80;
const DEFAULT_ROWS = 24;
/** Of the terminal, for the lines above the bars. */
const ROWS_FOR_LINES = 4;
const CURSOR = { hide: '\u001b[?25l', show: '\u001b[?25h' };
const CLEAR_BELOW = '\u001b[J';

/** One progress bar for each running job, below the lines that are printed meanwhile. */
export class JobBars {
  /** What is drawn, below which the cursor is. */
  private drawn: readonly string[] = [];

  constructor(private readonly stream: NodeJS.WritableStream & { readonly columns?: number; readonly rows?: number }) {}

  /** Those of the first jobs, where the terminal has not enough rows for all. */
  public show(running: readonly RunningJob[]): void {
    const jobs = running.slice(0, Math.max(1, (this.stream.rows ?? DEFAULT_ROWS) - ROWS_FOR_LINES));
    const lines = jobBarLines(jobs, this.stream.columns ?? DEFAULT_COLUMNS);
    if (lines.join() !== this.drawn.join()) this.draw('', lines);
  }

  /** Prints a line above the bars. */
  public print(line: string): void {
    this.draw(`${line}\n`, this.drawn);
  }

  /** Takes the bars away. */
  public stop(): void {
    if (this.drawn.length > 0) this.draw('', []);
  }

  /** All at once, so that nothing flickers. */
  private draw(above: string, lines: readonly string[]): void {
    const before = this.drawn.length;
    const up = before > 0 ? `\u001b[${before}A${CLEAR_BELOW}` : '';
    const bars = lines.map((line) => `${line}\n`).join('');
    const cursor = before === 0 && lines.length > 0 ? CURSOR.hide : before > 0 && lines.length === 0 ? CURSOR.show : '';
    this.drawn = lines;
    this.stream.write(up + above + cursor + bars);
  }
}
