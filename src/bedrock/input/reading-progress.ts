import { countText } from '../../local-file/line-text';

const INTERVAL_MILLISECONDS = 1000;
const MEGABYTE = 1_000_000;

/** Says how far the reading of files has come, about every second once it has taken that long. */
export class ReadingProgress {
  private said: number;
  private file = '';
  private total = 0;
  private read = 0;

  /**
   * @param reader What reads: the path of a construct.
   */
  constructor(
    private readonly reader: string,
    private readonly now: () => number = () => performance.now(),
    private readonly write: (line: string) => void = (line) => process.stderr.write(line),
  ) {
    this.said = now();
  }

  /** The reading of a file begins. */
  public begin(file: string, total: number): void {
    [this.file, this.total, this.read] = [file, total, 0];
  }

  /** So many more bytes of the file have been read. */
  public advance(bytes: number): void {
    this.read += bytes;
    const now = this.now();
    if (now - this.said < INTERVAL_MILLISECONDS) return;
    this.said = now;
    const [read, total] = [this.read, this.total].map((size) => countText(size / MEGABYTE));
    this.write(`${this.reader}: reading ${this.file}: ${read} of ${total} MB\n`);
  }
}
