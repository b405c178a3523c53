const [QUOTE, COMMA, LINE_FEED, CARRIAGE_RETURN] = [0x22, 0x2c, 0x0a, 0x0d];

/** Something about a row of a CSV file. */
export interface CsvFault {
  /** The line on which the row begins: lines count from 1. */
  readonly line: number;
  readonly kind: 'ragged' | 'line in quotes' | 'open quotes';
  /** How many columns the row has. */
  readonly columns: number;
}

/**
 * Reads the rows of a CSV file piece by piece, as RFC 4180 and Python's csv have them: fields may be in quotes, which may hold
 * commas and ends of lines, and a quote within a field that is in none is one of its characters. Rows must have as many
 * columns as the first one.
 */
export class CsvRows {
  /** How many columns the first row has. */
  public columns = 0;
  private line = 1;
  private rowLine = 1;
  private fields = 1;
  private isQuoted = false;
  /** Whether a quote opens a field, as at its beginning, or opens it once more, as the second of two does. */
  private mayOpen = true;
  private isEmpty = true;
  private hasBrokenField = false;

  /**
   * @param tell Told of each row that is not as it should be.
   */
  constructor(private readonly tell: (fault: CsvFault) => void) {}

  public take(piece: Buffer): void {
    for (const byte of piece) {
      const isQuote = byte === QUOTE && (this.isQuoted || this.mayOpen);
      if (isQuote) this.isQuoted = !this.isQuoted;
      else if (byte === LINE_FEED) this.endLine();
      else if (byte === COMMA && !this.isQuoted) this.fields++;
      this.mayOpen = isQuote || byte === COMMA || byte === LINE_FEED;
      if (byte !== LINE_FEED && byte !== CARRIAGE_RETURN) this.isEmpty = false;
    }
  }

  /** The last row needs no end of a line. */
  public end(): void {
    if (this.isQuoted) this.fault('open quotes');
    else if (!this.isEmpty) this.endRow();
  }

  private endLine(): void {
    this.line++;
    if (this.isQuoted) {
      this.hasBrokenField = true;
      return;
    }
    // an empty line has no row
    if (!this.isEmpty) this.endRow();
    this.rowLine = this.line;
    this.fields = 1;
    this.isEmpty = true;
    this.hasBrokenField = false;
  }

  private endRow(): void {
    if (this.columns === 0) this.columns = this.fields;
    if (this.fields !== this.columns) this.fault('ragged');
    if (this.hasBrokenField) this.fault('line in quotes');
  }

  private fault(kind: CsvFault['kind']): void {
    this.tell({ line: this.rowLine, kind, columns: this.fields });
  }
}
