/** What a value in the body of a request must be. Members that a shape does not have are left to the service. */
export type BodyShape = TextShape | NumberShape | ListShape | ObjectShape | TaggedShape | TextOrListShape | OpenShape;

/** A text. */
export interface TextShape {
  readonly kind: 'text';
  /** Whether it may be empty. */
  readonly isEmptyAllowed: boolean;
  /** What it can be, where only some texts can be meant. A text that looks like none of them may be newer. */
  readonly values?: readonly string[];
  /** Whether it can be nothing else, however new the service is. */
  readonly isClosed?: boolean;
  /** Values that it should not have, and what is wrong with them. */
  readonly misfits?: { readonly [value: string]: Misfit };
  /** What the text is, where it says more than itself: bytes as Base64, or an object in S3. */
  readonly holds?: 'bytes' | 'link';
}

/** A number. */
export interface NumberShape {
  readonly kind: 'number';
  readonly isWhole: boolean;
  readonly min: number;
  readonly max?: number;
  /** Whether the range is only what a page says, and may have grown since: then it is a warning. */
  readonly isDocumented: boolean;
}

/** A list. */
export interface ListShape {
  readonly kind: 'list';
  readonly item: BodyShape;
  /** Whether it must have an item. */
  readonly isFilled: boolean;
}

/** An object with members of its own. */
export interface ObjectShape {
  readonly kind: 'object';
  readonly members: { readonly [name: string]: BodyShape };
  readonly required: readonly string[];
  /** The same for a quick look. */
  readonly memberOf: ReadonlyMap<string, { readonly shape: BodyShape; readonly isRequired: boolean }>;
  /** Whether it has exactly one of its members. */
  readonly isUnion: boolean;
  /** Members that it cannot have, and what is wrong with them. */
  readonly misfits: { readonly [name: string]: Misfit };
}

/** A member that does not belong where it is. */
export interface Misfit {
  /** The rest of the sentence that begins with the member. */
  readonly text: string;
  /** The id of the warning; without one, it is an error. */
  readonly warning?: string;
}

/** An object whose members depend on what its `type` says. Types that are not listed are left to the service. */
export interface TaggedShape {
  readonly kind: 'tagged';
  readonly types: { readonly [type: string]: ObjectShape };
  /** The same for a quick look. */
  readonly typeOf: ReadonlyMap<string, ObjectShape>;
  readonly misfits: { readonly [type: string]: Misfit };
}

/** A text, or a list in its place. */
export interface TextOrListShape {
  readonly kind: 'text or list';
  readonly text: TextShape;
  readonly list: ListShape;
}

/** Whatever the service makes of it. */
export interface OpenShape {
  readonly kind: 'open';
}

export const TEXT: TextShape = { kind: 'text', isEmptyAllowed: false };
export const ANY_TEXT: TextShape = { kind: 'text', isEmptyAllowed: true };
export const BYTES: TextShape = { kind: 'text', isEmptyAllowed: false, holds: 'bytes' };
export const LINK: TextShape = { kind: 'text', isEmptyAllowed: false, holds: 'link' };
export const OPEN: OpenShape = { kind: 'open' };

/** A text of those that are listed. */
export function oneOf(...values: string[]): TextShape {
  return { ...ANY_TEXT, values };
}

/** A text of those that are listed, and no other: what else it may be in a newer service, `misfits` say. */
export function onlyOneOf(values: readonly string[], misfits: TextShape['misfits'] = {}): TextShape {
  return { ...ANY_TEXT, values, isClosed: true, misfits: byName(misfits) };
}

/** A number in a range that the API itself has. */
export function number(min: number, max?: number): NumberShape {
  return { kind: 'number', isWhole: false, min, max, isDocumented: false };
}

/** A whole number in a range that the API itself has. */
export function wholeNumber(min: number, max?: number): NumberShape {
  return { ...number(min, max), isWhole: true };
}

/** The same in a range that a page says. */
export function documented(shape: NumberShape): NumberShape {
  return { ...shape, isDocumented: true };
}

export function listOf(item: BodyShape): ListShape {
  return { kind: 'list', item, isFilled: false };
}

export function filledListOf(item: BodyShape): ListShape {
  return { kind: 'list', item, isFilled: true };
}

export function object(
  members: ObjectShape['members'],
  { required = [], misfits = {} }: Partial<Pick<ObjectShape, 'required' | 'misfits'>> = {},
): ObjectShape {
  const memberOf = new Map(
    Object.entries(members).map(([name, shape]) => [name, { shape, isRequired: required.includes(name) }]),
  );
  return { kind: 'object', members: byName(members), memberOf, required, isUnion: false, misfits: byName(misfits) };
}

/** An object with exactly one of its members. */
export function union(members: ObjectShape['members'], misfits: ObjectShape['misfits'] = {}): ObjectShape {
  return { ...object(members, { misfits }), isUnion: true };
}

/** An object whose members depend on its `type`. */
export function tagged(types: TaggedShape['types'], misfits: TaggedShape['misfits'] = {}): TaggedShape {
  return { kind: 'tagged', types: byName(types), typeOf: new Map(Object.entries(types)), misfits: byName(misfits) };
}

export function textOr(list: ListShape): TextOrListShape {
  return { kind: 'text or list', text: TEXT, list };
}

/** Whatever a record calls its members: none of them is one that every object inherits. */
function byName<Value>(entries: { readonly [name: string]: Value }): { readonly [name: string]: Value } {
  return Object.assign(Object.create(null) as { [name: string]: Value }, entries);
}
