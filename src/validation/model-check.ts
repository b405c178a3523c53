import { enumMismatch, enumText } from './enum-check';
import { beyondLimit, type Finding, type MemberName, mustBe, newerValue, refusal, warning } from './finding';
import { hasJsonForm } from './json-form';
import { placeOfMember } from './known-member';
import { apiName, lastOf, type MemberPath } from './member-path';
import { meantMember } from './member-slip';
import { isOpen } from './open-value';
import { isPlainObject } from './plain-object';
import { isThere } from './presence';
import type { OperationModel } from './service-model/operation-model';
import type { Shape } from './service-model/service-model';
import { numberText, sizeText } from './shape-text';
import { partialTextFault, textFault } from './text-check';
import { isPossible, joinedParts, partsOf, type TextParts, UNKNOWN } from './text-parts';
import { isUnknown } from './unknown-value';

/** What the names of members are made of. */
const MEMBER_NAME = /^[A-Za-z][A-Za-z0-9]*$/;

/** How numbers of a kind are written, as a whole and in part, and what is one. */
const WHOLE_NUMBERS = { whole: /^-?\d+$/, part: /^-?\d*$/, isOne: Number.isInteger };
const FRACTIONS = { whole: /^-?\d+(\.\d+)?(e-?\d+)?$/i, part: /^[-.\de]*$/i, isOne: Number.isFinite };

/** Checks members of a request against the model of its operation: all that the model says, in one pass. */
export class RequestModelCheck {
  public readonly findings: Finding[] = [];
  /** The values of which a token says all or a part: what they are may be known when the app is synthesized. */
  public readonly open: unknown[] = [];
  /** Whether every member has the type that the model says, so that rules can read it. */
  public isWellTyped = true;

  /**
   * @param model What is allowed.
   * @param nameOf What a member is called in messages.
   */
  constructor(
    private readonly model: OperationModel,
    private readonly nameOf: (path: MemberPath) => MemberName,
  ) {}

  public check(shape: Shape, value: unknown, path: MemberPath = []): void {
    if (value === undefined || value === null) return;
    if (isOpen(value)) return this.checkOpen(shape, value, path);
    switch (shape.type) {
      case 'structure':
      case 'union':
        return this.checkStructure(shape, value, path);
      case 'list':
        return this.checkList(shape, value, path);
      case 'map':
        return this.checkMap(shape, value, path);
      case 'string':
        return this.checkText(shape, value, path);
      case 'boolean':
        return this.checkBoolean(value, path);
      case 'document':
        return this.checkDocument(value, path);
      default:
        return this.checkNumber(shape, value, path);
    }
  }

  private checkOpen(shape: Shape, value: unknown, path: MemberPath): void {
    const parts = shape.type === 'string' ? joinedParts(value) : undefined;
    this.checkParts(shape, parts ?? [UNKNOWN], value, path);
  }

  /** Checks what is known of a text, and leaves the rest to the synthesis. */
  private checkParts(shape: Shape, parts: TextParts, value: unknown, path: MemberPath): void {
    const fault = partialTextFault(shape, parts);
    if (fault !== undefined) return this.add(beyondLimit(this.nameOf(path), fault, value));
    this.open.push(value);
    if (shape.enum?.some((each) => isPossible(each, parts)) === false) {
      this.warnOfNewer(mustBe(this.nameOf(path), enumText(shape.enum, { verdict: 'unknown' }), value), path);
    }
  }

  private checkStructure(shape: Shape, value: unknown, path: MemberPath): void {
    if (!isPlainObject(value)) return this.mistype(path, 'an object', value);
    const members = shape.members ?? {};
    const given = Object.keys(value).filter((member) => value[member] !== undefined && value[member] !== null);
    for (const member of given) {
      const at = [...path, { member }];
      if (!Object.hasOwn(members, member)) this.checkUnknown(at, value[member], Object.keys(members));
      else this.check(this.model.shapes[members[member]], value[member], at);
    }
    for (const member of shape.required ?? []) {
      if (!given.includes(member)) this.checkMissing([...path, { member }], value[member]);
    }
    // of those that a condition gives, each may come to nothing
    const certain = given.filter((member) => isThere(value[member]));
    if (shape.type !== 'union' || (given.length > 0 && certain.length <= 1)) return;
    const allowed = `an object with exactly one of ${Object.keys(members).join(', ')}`;
    this.add(mustBe(this.nameOf(path), allowed, value));
  }

  private checkList(shape: Shape, value: unknown, path: MemberPath): void {
    if (!Array.isArray(value)) return this.mistype(path, 'a list', value);
    this.checkSize(shape, value.length, 'items', path);
    const item = this.model.shapes[shape.item!];
    [...value].forEach((each: unknown, index) => {
      const at = [...path, { index, item: each }];
      // a list has no gaps
      if (each === undefined || each === null) this.mistype(at, 'given', each);
      else this.check(item, each, at);
    });
  }

  private checkMap(shape: Shape, value: unknown, path: MemberPath): void {
    if (!isPlainObject(value)) return this.mistype(path, 'an object', value);
    const entries = Object.entries(value).filter(([, each]) => each !== undefined && each !== null);
    this.checkSize(shape, entries.length, 'entries', path);
    const { [shape.key!]: keys, [shape.value!]: values } = this.model.shapes;
    for (const [key, each] of entries) {
      const at = [...path, { key }];
      this.checkKey(keys, key, at);
      this.check(values, each, at);
    }
  }

  private checkKey(shape: Shape, key: string, path: MemberPath): void {
    const fault = partialTextFault(shape, partsOf(key));
    if (fault !== undefined) this.add(beyondLimit(this.nameOf(path), `a name of ${fault}`, key));
  }

  private checkText(shape: Shape, value: unknown, path: MemberPath): void {
    // CloudFormation makes texts of numbers and booleans anyway
    const isScalar = typeof value === 'string' || typeof value === 'boolean' || Number.isFinite(value);
    if (!isScalar) return this.mistype(path, 'a string', value);
    const text = String(value);
    if (isUnknown(text)) return this.checkParts(shape, partsOf(text), text, path);
    if (shape.enum) return this.checkEnum(shape.enum, value, path);
    const fault = textFault(shape, text);
    // no limit makes a text of nothing
    if (fault !== undefined) this.add((text === '' ? mustBe : beyondLimit)(this.nameOf(path), fault, text));
  }

  private checkEnum(allowed: readonly string[], value: unknown, path: MemberPath): void {
    const mismatch = enumMismatch(allowed, String(value));
    if (!mismatch) return;
    const { nearest, verdict } = mismatch;
    const name = this.nameOf(path);
    const { text } = mustBe(name, enumText(allowed, mismatch), value);
    const finding = refusal(name, nearest === undefined ? text : `${text}: did you mean '${nearest}'?`);
    // an override is for values that the library does not know, even if they look like a slip
    const isWrong = verdict === 'variant' || (verdict === 'misspelt' && name.isOverride !== true);
    if (isWrong || typeof value !== 'string') this.add(finding);
    else this.warnOfNewer(finding, path);
  }

  private warnOfNewer(finding: Finding, path: MemberPath): void {
    this.add(newerValue(finding, apiName(path), this.model.source));
  }

  private checkNumber(shape: Shape, value: unknown, path: MemberPath): void {
    const { min = -Infinity, max = Infinity } = shape;
    const { whole, part, isOne } = shape.type === 'float' ? FRACTIONS : WHOLE_NUMBERS;
    const number = typeof value === 'string' && whole.test(value) ? Number(value) : value;
    const allowed = numberText(shape);
    if (typeof value === 'string' && isUnknown(value)) {
      const isDigits = partsOf(value).every((each) => each === UNKNOWN || part.test(each));
      if (isDigits) this.open.push(value);
      else this.mistype(path, allowed, value);
      return;
    }
    if (typeof number !== 'number') return this.mistype(path, allowed, value);
    if (isOne(number) && number >= min && number <= max) return;
    const mayBeNewer = isOne(number) && (number >= 0 || min < 0);
    this.add((mayBeNewer ? beyondLimit : mustBe)(this.nameOf(path), allowed, value));
  }

  private checkBoolean(value: unknown, path: MemberPath): void {
    if (typeof value === 'boolean' || value === 'true' || value === 'false') return;
    if (typeof value === 'string' && isUnknown(value)) this.open.push(value);
    else this.mistype(path, 'true or false', value);
  }

  private checkDocument(value: unknown, path: MemberPath): void {
    if (!hasJsonForm(value)) this.add(mustBe(this.nameOf(path), 'a value that JSON has a form for', value));
  }

  private checkSize(shape: Shape, size: number, what: string, path: MemberPath): void {
    const { min = 0, max = Infinity } = shape;
    if (size >= min && size <= max) return;
    this.add((size === 0 ? mustBe : beyondLimit)(this.nameOf(path), sizeText(shape, what), size));
  }

  /** What an override takes away on purpose, the service may do without by now. */
  private checkMissing(path: MemberPath, value: unknown): void {
    this.add((value === null ? beyondLimit : mustBe)(this.nameOf(path), 'given', value));
  }

  /** An override is for members that the library does not know, but not for slips. */
  private checkUnknown(path: MemberPath, value: unknown, known: readonly string[]): void {
    const { source } = this.model;
    const member = lastOf(path);
    const name = this.nameOf(path);
    const slip = meantMember(known, member);
    const nearest = slip ?? enumMismatch(known, member)?.nearest;
    if (name.isOverride !== true || slip !== undefined || !MEMBER_NAME.test(member)) {
      const meant = nearest === undefined ? `: it has ${known.join(', ')}` : `: did you mean '${nearest}'?`;
      const text = `must be left out: the API has no member ${apiName(path)} in ${source}${meant}`;
      return this.add(refusal(name.property, text));
    }
    if (!hasJsonForm(value)) return this.checkDocument(value, path);
    const place = placeOfMember(this.model, member) ?? nearest;
    const meant = place === undefined ? '' : `; did you mean '${place}'?`;
    const text = `is no member of the API in ${source}. It is sent as it is, for the service may know it by now${meant}`;
    this.add({ ...warning(`newerMember:${apiName(path)}`, name, text), isNewerMember: true });
  }

  private mistype(path: MemberPath, expected: string, value: unknown): void {
    this.isWellTyped = false;
    this.add(mustBe(path.length === 0 ? 'requestOverrides' : this.nameOf(path), expected, value));
  }

  private add(finding: Finding): void {
    this.findings.push(finding);
  }
}
