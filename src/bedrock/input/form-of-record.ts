import { ID, NUMBER, RecordForm, TEXT } from './record-form';
import { isObject } from '../../local-file/json-value';
import { ANY_TEXT, type BodyShape, object } from '../request-body/body-shape';
import { itemShape, mayVary, memberShape } from '../request-body/text-place';

/** Lines that are longer are not looked at for what they have in common: what is in them takes all of the time. */
const LONGEST_LINE = 1_000_000;
/** No request is as deep that is like others. */
const MOST_LEVELS = 40;

const RECORD_ID = { ...ANY_TEXT };
const NUMERIC = /^[-\d]/;
const TOKEN = /"[^"\\]*(?:\\.[^"\\]*)*"|[[\]{},:]|[^\s[\]{},:"]+/g;

interface Token {
  readonly text: string;
  /** Where in the line it begins. */
  readonly start: number;
}

/**
 * The form of a line that is a record in which nothing is wrong; undefined where it has none.
 *
 * @param body What requests are: all that the check of them looks at.
 */
export function formOf(line: Buffer, body: BodyShape): RecordForm | undefined {
  if (line.length > LONGEST_LINE) return undefined;
  const maker = new FormMaker(line);
  const record: unknown = JSON.parse(line.toString());
  const isShallow = maker.visit(object({ modelInput: body, recordId: RECORD_ID }), record, MOST_LEVELS);
  return isShallow ? maker.form() : undefined;
}

/** Goes through a document, and takes out of it the texts and numbers that nothing depends on. */
class FormMaker {
  private readonly tokens: Iterator<Token>;
  private readonly kept: Buffer[] = [];
  private readonly shapes: BodyShape[] = [];
  private keptTo = 0;

  constructor(private readonly line: Buffer) {
    // a character for each byte
    this.tokens = tokensOf(line.toString('latin1'));
  }

  /** What is left of the line. */
  public form(): RecordForm {
    return new RecordForm(Buffer.concat([...this.kept, this.line.subarray(this.keptTo)]), this.shapes);
  }

  /**
   * Passes over a value, and says whether it is shallow enough.
   *
   * @param value What was parsed of it; of a member that is there twice, what counts.
   */
  public visit(shape: BodyShape | undefined, value: unknown, levels: number, token = this.next()): boolean {
    if (token.text.startsWith('"')) this.visitText(shape, token);
    else if (shape?.kind === 'number' && NUMERIC.test(token.text)) this.leaveOut(token, NUMBER, shape);
    if (token.text === '[') return levels > 0 && this.visitItems(shape, value, levels - 1);
    if (token.text === '{') return levels > 0 && this.visitMembers(shape, value, levels - 1);
    return true;
  }

  private visitText(shape: BodyShape | undefined, { text, start }: Token): void {
    const isEmpty = text.length === 2;
    if (!shape || isEmpty || !mayVary(shape)) return;
    const inner = { text: text.slice(1, -1), start: start + 1 };
    if (shape === RECORD_ID) this.leaveOut(inner, ID);
    // between quotes, there is a text whatever else might be there
    else this.leaveOut(inner, TEXT, shape.kind === 'text or list' ? shape.text : shape);
  }

  private leaveOut({ text, start }: Token, mark: number, shape?: BodyShape): void {
    if (shape) this.shapes.push(shape);
    this.kept.push(this.line.subarray(this.keptTo, start), Buffer.from([mark]));
    this.keptTo = start + text.length;
  }

  private visitItems(shape: BodyShape | undefined, value: unknown, levels: number): boolean {
    const items: readonly unknown[] = Array.isArray(value) ? value : [];
    let index = 0;
    for (let token = this.next(); token.text !== ']'; token = this.next()) {
      if (token.text === ',') continue;
      const itsShape = shape && itemShape(shape, items, index);
      if (!this.visit(itsShape, items[index++], levels, token)) return false;
    }
    return true;
  }

  private visitMembers(shape: BodyShape | undefined, value: unknown, levels: number): boolean {
    const members = isObject(value) ? value : undefined;
    const names = new Set(members && Object.keys(members));
    for (let token = this.next(); token.text !== '}'; token = this.next()) {
      if (token.text === ',') continue;
      const name = JSON.parse(token.text) as string;
      this.next();
      // what does not count has no shape
      const itsShape = shape && members && memberShape(shape, name, names, members.type);
      if (!this.visit(itsShape, members?.[name], levels)) return false;
    }
    return true;
  }

  private next(): Token {
    const { value } = this.tokens.next() as IteratorYieldResult<Token>;
    return value;
  }
}

function* tokensOf(document: string): Generator<Token> {
  for (const { 0: text, index: start } of document.matchAll(TOKEN)) yield { text, start };
}
