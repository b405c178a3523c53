import { formOf } from './form-of-record';
import type { RecordForm } from './record-form';
import type { BodyShape } from '../request-body/body-shape';

const MOST_FORMS = 8;
/** How many forms are made before any has been of use. */
const PATIENCE = 100;
/** How many lines must have a form until it was worth to make it: a line is parsed in a fraction of that time. */
const WORTH = 8;
/**
 * How many more lines may have none of the forms than have one, until the forms are forgotten: to see that a line has none
 * takes about as long as to parse it.
 */
const MOST_MISSES = 30;
/** How many lines are then added until forms are made anew: each time twice as many. */
const FIRST_REST = 10_000;

/**
 * The forms of records in which nothing is wrong: a program that writes records writes most of them in one form, or in a few.
 * Where each is of another form, none is made any more, and none is looked for until lines may have become alike.
 */
export class KnownForms {
  /** The form that was met last comes first. */
  private readonly forms: RecordForm[] = [];
  private patience = PATIENCE * WORTH;
  private missesLeft = MOST_MISSES;
  private nextRest = FIRST_REST;
  private restLeft = 0;

  /** @param body What requests are: all that the check of them looks at. */
  constructor(private readonly body: BodyShape) {}

  /** Whether any form is known. */
  public get areKnown(): boolean {
    return this.forms.length > 0;
  }

  /** The id in a line whose form is known, which is empty where it has none; undefined for any other line. */
  public idIn(line: Buffer): string | undefined {
    for (let index = 0; index < this.forms.length; index++) {
      const form = this.forms[index];
      const id = form.idIn(line);
      if (id === undefined) continue;
      this.patience++;
      this.missesLeft = Math.min(this.missesLeft + 1, MOST_MISSES);
      if (index > 0) this.putFirst(form, index);
      return id;
    }
    if (this.forms.length > 0 && --this.missesLeft === 0) this.giveUp();
    return undefined;
  }

  /** A line that is a record, and in which nothing is wrong. */
  public add(line: Buffer): void {
    if (this.restLeft > 0) {
      this.restLeft--;
      return;
    }
    if (this.patience < WORTH) return;
    this.patience -= WORTH;
    const form = formOf(line, this.body);
    if (form) this.putFirst(form, MOST_FORMS - 1);
  }

  private giveUp(): void {
    this.forms.length = 0;
    this.patience = PATIENCE * WORTH;
    this.missesLeft = MOST_MISSES;
    this.restLeft = this.nextRest;
    this.nextRest *= 2;
  }

  private putFirst(form: RecordForm, from: number): void {
    this.forms.splice(from, 1);
    this.forms.unshift(form);
  }
}
