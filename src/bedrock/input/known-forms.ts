import { formOf } from './form-of-record';
import type { RecordForm } from './record-form';
import type { BodyShape } from '../request-body/body-shape';

const MOST_FORMS = 8;
/** How many more lines may have a form of their own than one that is known, before forms are given up. */
const PATIENCE = 100;

/**
 * The forms of records in which nothing is wrong: a program that writes records writes most of them in one form, or in a few.
 * Where each is of another form, none is looked for any more.
 */
export class KnownForms {
  /** The form that was met last comes first. */
  private readonly forms: RecordForm[] = [];
  private patience = PATIENCE;

  /** @param body What requests are: all that the check of them looks at. */
  constructor(private readonly body: BodyShape) {}

  /** The id in a line whose form is known, which is empty where it has none; undefined for any other line. */
  public idIn(line: Buffer): string | undefined {
    for (let index = 0; index < this.forms.length; index++) {
      const form = this.forms[index];
      const id = form.idIn(line);
      if (id === undefined) continue;
      this.patience++;
      if (index > 0) this.putFirst(form, index);
      return id;
    }
    return undefined;
  }

  /** A line that is a record, and in which nothing is wrong. */
  public add(line: Buffer): void {
    if (this.patience === 0) return;
    this.patience--;
    const form = this.patience > 0 ? formOf(line, this.body) : undefined;
    if (form) this.putFirst(form, MOST_FORMS - 1);
    else if (this.patience === 0) this.forms.length = 0;
  }

  private putFirst(form: RecordForm, from: number): void {
    this.forms.splice(from, 1);
    this.forms.unshift(form);
  }
}
