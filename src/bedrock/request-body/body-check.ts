import { fits } from './body-fit';
import { pathText } from './body-path';
import {
  type BodyShape,
  type FlagShape,
  type ListShape,
  type Misfit,
  type NumberShape,
  type ObjectShape,
  shapeOfItem,
  type TaggedShape,
  type TextShape,
} from './body-shape';
import { meantValue } from './meant-value';
import { formText, hasForm, S3_OBJECT, S3_URI } from './text-form';
import { isObject } from '../../local-file/json-value';
import { countText } from '../../local-file/line-text';
import { meantMember } from '../../validation/member-slip';
import { kindOf, shortened } from '../input/record-fault';

/**
 * Is told what is wrong with a request.
 *
 * @param rule What kind of thing it is: the same for all records that break the same rule.
 * @param text What is wrong, as a sentence.
 * @param warning The id of the warning; without one, it is an error.
 */
export type TellFault = (rule: string, text: string, warning?: string) => void;

/** A longer name is none that was mistyped. */
const LONGEST_NAME = 60;

/** Checks the bodies of requests against a shape. Nothing is made for a body that is right: there may be millions. */
export class BodyCheck {
  /** Where the check is: names of members, and indexes of items. */
  private readonly path: (string | number)[] = [];
  private tell: TellFault;

  /**
   * @param root What all paths begin with; where it is empty, they begin with the members.
   */
  constructor(
    private readonly shape: ObjectShape,
    private readonly root = 'modelInput',
  ) {
    this.tell = () => undefined;
  }

  public check(body: Record<string, unknown>, tell: TellFault): void {
    if (fits(this.shape, body)) return;
    this.path.length = 0;
    this.tell = tell;
    this.visit(this.shape, body);
  }

  private visit(shape: BodyShape, value: unknown): void {
    switch (shape.kind) {
      case 'text':
        return this.visitText(shape, value);
      case 'number':
        return this.visitNumber(shape, value);
      case 'flag':
        return this.visitFlag(shape, value);
      case 'list':
        return this.visitList(shape, value);
      case 'object':
        return this.visitObject(shape, value);
      case 'tagged':
        return this.visitTagged(shape, value);
      case 'text or list':
        return typeof value === 'string'
          ? this.visitText(shape.text, value)
          : Array.isArray(value)
            ? this.visitList(shape.list, value)
            : this.mustBe('a string or a list', value);
      case 'open':
        return undefined;
    }
  }

  private visitText(shape: TextShape, value: unknown): void {
    if (shape.values !== undefined) return this.visitValue(shape.values, shape, value);
    const { isEmptyAllowed, holds, longest } = shape;
    if (typeof value !== 'string') {
      return this.mustBe(isEmptyAllowed ? 'a string' : 'a string that is not empty', value);
    }
    if (value === '') {
      if (!isEmptyAllowed) this.mustBe('a string that is not empty', value);
    } else if (longest !== undefined && value.length > longest) {
      const text = `has ${countText(value.length)} characters, and the model takes ${countText(longest)} at most: cut the text, or make several records of it`;
      this.fault('long', text, 'recordLength');
    } else if (holds === 'link') {
      this.visitLink(value);
    } else if (holds !== undefined && !hasForm(holds, value)) {
      const { text, warning } = formText(holds, value);
      this.fault('text', text, warning);
    }
  }

  private visitLink(uri: string): void {
    if (!S3_URI.test(uri)) {
      return this.mustBe(S3_OBJECT, uri, true);
    }
    const text =
      "links to an object in S3, which must lie in the folder of the input, and local records are uploaded to one of their own: put records and media into one folder of a bucket, and give that folder with 'BatchInferenceInput.fromBucket()'";
    this.fault('link', text);
  }

  private visitValue(values: readonly string[], { isClosed, misfits }: TextShape, value: unknown): void {
    if (typeof value === 'string' && values.includes(value)) return;
    const misfit = typeof value === 'string' ? misfits?.[value] : undefined;
    if (misfit) return this.tellMisfit(misfit);
    const allowed = values.length === 1 ? `'${values[0]}'` : `one of '${values.join("', '")}'`;
    if (typeof value !== 'string') return this.mustBe(allowed, value);
    const meant = meantValue(values, value);
    // what looks like none of the values may be newer than they are
    if (meant === undefined) this.mustBe(allowed, value, true, isClosed ? undefined : 'newerRecordValue');
    else this.fault('value', `must be ${allowed}, got ${shortened(value)}: did you mean '${meant}'?`);
  }

  private visitNumber({ isWhole, min, max, isDocumented, values }: NumberShape, value: unknown): void {
    const isNumber = typeof value === 'number';
    const isRight = isNumber && (!isWhole || Number.isInteger(value));
    const isInRange = isRight && value >= min && (max === undefined || value <= max);
    if (isInRange && (values === undefined || values.includes(value))) return;
    const warning = isRight && isDocumented ? 'recordRange' : undefined;
    if (values !== undefined) return this.mustBe(`one of the numbers ${values.join(', ')}`, value, true, warning);
    const range = max === undefined ? `of at least ${min}` : `from ${min} to ${max}`;
    this.mustBe(`a ${isWhole ? 'whole ' : ''}number ${range}`, value, true, warning);
  }

  private visitFlag({ whenTrue }: FlagShape, value: unknown): void {
    if (typeof value !== 'boolean') this.mustBe('true or false', value, true);
    else if (value && whenTrue) this.tellMisfit(whenTrue);
  }

  private visitList(shape: ListShape, value: unknown): void {
    if (!Array.isArray(value)) return this.mustBe('a list', value);
    const { item, isFilled, most, limit } = shape;
    if (most !== undefined && value.length > most) {
      const text = `has ${countText(value.length)} items, and the model takes ${countText(most)} at most: make several records of them`;
      this.fault('long', text, 'recordLength');
    }
    if (limit !== undefined && value.length > limit) {
      this.fault('limit', `has ${countText(value.length)} items, and the API takes ${countText(limit)} at most`);
    }
    if (isFilled && value.length === 0) this.fault('empty', 'must have at least one item');
    if (item.kind === 'open') return;
    for (let index = 0; index < value.length; index++) {
      this.path.push(index);
      this.visit(shapeOfItem(shape, value, index), value[index]);
      this.path.pop();
    }
  }

  private visitObject(shape: ObjectShape, value: unknown): void {
    if (!isObject(value)) return this.mustBe('an object', value);
    if (shape.note) this.tellMisfit(shape.note);
    if (shape.isUnion && !this.visitUnion(shape, value)) return;
    this.visitMembers(shape, value);
    for (let index = 0; index < shape.required.length; index++) {
      const name = shape.required[index];
      if (value[name] === undefined) this.at(name, () => this.fault('missing', 'is missing'));
    }
    const disagreement = shape.agreement?.disagreement(value);
    if (disagreement) this.at(disagreement.member.split('.'), () => this.tellMisfit(disagreement));
  }

  /** Whether an object has one member, and no more. */
  private visitUnion(shape: ObjectShape, value: Record<string, unknown>): boolean {
    let count = 0;
    for (const name in value) {
      // such a member explains itself
      if (shape.misfits[name] !== undefined) return true;
      count++;
    }
    if (count === 1) return true;
    const names = Object.keys(value);
    const nulls = names.filter((name) => value[name] === null);
    if (names.length - nulls.length === 1) {
      const [first] = nulls;
      this.at(first, () =>
        this.fault('null', `is null, and a block has exactly one member: ${leaveOut(nulls.length)}`),
      );
      return false;
    }
    const got = names.length === 0 ? 'none' : shortened(names.join("', '"));
    this.fault('members', `must have exactly one member, such as '${Object.keys(shape.members)[0]}', got ${got}`);
    return false;
  }

  private visitMembers(shape: ObjectShape, value: Record<string, unknown>): void {
    for (const name in value) {
      const member = shape.members[name];
      this.path.push(name);
      if (member === undefined) this.visitUnknown(shape, name);
      else if (value[name] === null && member.kind !== 'open') this.visitNull(shape, name);
      else this.visit(member, value[name]);
      this.path.pop();
    }
  }

  private visitNull(shape: ObjectShape, name: string): void {
    const isNeeded = shape.isUnion || shape.required.includes(name);
    if (isNeeded) this.fault('null', 'is null, and must be given');
    else this.visitLeftOut();
  }

  private visitUnknown(shape: ObjectShape, name: string): void {
    const misfit = shape.misfits[name];
    if (misfit) return this.tellMisfit(misfit);
    // no slip of a member is as long, and a comparison takes its time
    if (name.length > LONGEST_NAME) return;
    const meant = meantMember(Object.keys(shape.members), name);
    if (meant !== undefined) this.fault('slip', `is no member of ${this.placeText()}: did you mean '${meant}'?`);
  }

  private visitTagged({ types, misfits }: TaggedShape, value: unknown): void {
    if (!isObject(value)) return this.mustBe('an object', value);
    const { type } = value;
    if (typeof type !== 'string') {
      const known = Object.keys(types).join("', '");
      const text = type === undefined ? 'is missing' : `must be a string, got ${kindOf(type)}`;
      const converse = type === undefined ? Object.keys(types).find((name) => isObject(value[name])) : undefined;
      const hint = converse === undefined ? '' : `, and {"${converse}": {…}} is a block of Converse`;
      return this.at('type', () =>
        this.fault('type', `${text}: each block says what it is, such as '${known}'${hint}`),
      );
    }
    const shape = types[type];
    if (shape) {
      this.visitForeignNulls(Object.values(types), shape, value);
      return this.visitObject(shape, value);
    }
    const misfit = misfits[type];
    if (misfit) return this.fault('misfit', `of type '${type}' ${misfit.text}`, misfit.warning);
    // no type is as long, and a comparison takes its time
    const meant = type.length > LONGEST_NAME ? undefined : meantValue(Object.keys(types), type);
    if (meant === undefined) return;
    this.at('type', () =>
      this.fault('value', `is ${shortened(type)}, and there is no such type: did you mean '${meant}'?`),
    );
  }

  /** Members that only other types have, and that are null: what makes tables of records gives each of them all members. */
  private visitForeignNulls(
    types: readonly ObjectShape[],
    { members, misfits }: ObjectShape,
    value: Record<string, unknown>,
  ): void {
    for (const name in value) {
      if (value[name] !== null || members[name] !== undefined || misfits[name] !== undefined) continue;
      if (types.some((other) => other.members[name] !== undefined)) this.at(name, () => this.visitLeftOut());
    }
  }

  private visitLeftOut(): void {
    this.fault('null', `is null: ${leaveOut(1)}`, 'recordNull');
  }

  private tellMisfit({ text, warning }: Misfit): void {
    this.fault('misfit', text, warning);
  }

  private at(place: string | readonly string[], action: () => void): void {
    const { length } = this.path;
    this.path.push(...[place].flat());
    action();
    this.path.length = length;
  }

  /** Numbers and the few values of an enum are shown; of texts, only that they are texts. */
  private mustBe(allowed: string, value: unknown, isShown = false, warning?: string): void {
    if (value === null) return this.fault('null', `must be ${allowed}, and is null`);
    const isPlain = isShown || typeof value === 'number' || typeof value === 'boolean' || value === '';
    this.fault(warning ?? 'form', `must be ${allowed}, got ${isPlain ? shortened(value) : kindOf(value)}`, warning);
  }

  private fault(rule: string, text: string, warning?: string): void {
    this.tell(`${rule} ${this.pathText('[]')}`, `'${this.pathText()}' ${text}`, warning);
  }

  private placeText(): string {
    const place = this.path.slice(0, -1);
    return place.length === 0 ? `the ${this.root === '' ? 'record' : 'request'}` : `'${pathText(this.root, place)}'`;
  }

  private pathText(index?: string): string {
    return pathText(this.root, this.path, index);
  }
}

function leaveOut(count: number): string {
  const what = count === 1 ? 'leave the member out' : 'leave such members out';
  return `${what} where a record has no value for it, as tables with a column for each member do not`;
}
