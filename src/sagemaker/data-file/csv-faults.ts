import { CsvRows } from './csv-rows';
import { ToldLines } from './told-lines';

const LINE_END = Buffer.from('\n');

/** The rows of a CSV file that are not as they should be. */
export class CsvFaults {
  private readonly lines = {
    ragged: new ToldLines(),
    'line in quotes': new ToldLines(),
    'open quotes': new ToldLines(),
  };
  private raggedColumns = 0;
  private readonly rows = new CsvRows(({ kind, line, columns }) => {
    if (kind === 'ragged' && this.lines.ragged.isEmpty) this.raggedColumns = columns;
    this.lines[kind].add(line);
  });

  public take(line: Buffer): void {
    this.rows.take(line);
    this.rows.take(LINE_END);
  }

  /** How many columns the first row has. */
  public get columns(): number {
    return this.rows.columns;
  }

  public *texts(place: (lines: ToldLines) => string, isSplit: boolean): Iterable<string> {
    this.rows.end();
    const { ragged, 'line in quotes': broken, 'open quotes': open } = this.lines;
    if (!open.isEmpty) {
      yield `${place(open)} quotes that are never closed: close them, and write two where one is meant`;
    }
    if (!ragged.isEmpty) {
      yield `${place(ragged)} rows of another number of columns than the first one: ${this.raggedColumns}, and ${this.rows.columns} there. Give every row as many values, with those in quotes that have commas in them`;
    }
    if (isSplit && !broken.isEmpty) {
      yield `${place(broken)} the end of a line in quotes, at which batch transform cuts the record: write something else in its place, such as a space`;
    }
  }
}
