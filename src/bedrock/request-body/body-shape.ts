import type { TextForm } from './text-form';

/** What a value in the body of a request must be. Members that a shape does not have are left to the service. */
export type BodyShape =
  TextShape | NumberShape | FlagShape | ListShape | ObjectShape | TaggedShape | TextOrListShape | OpenShape;

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
  /** What the text is, where it says more than itself. */
  readonly holds?: TextForm | 'link';
  /** How many characters it may have, as a page says. */
  readonly longest?: number;
  /** Whether it must be another one than texts elsewhere in the request. @default false */
  readonly isCompared?: boolean;
}

/** A number. */
export interface NumberShape {
  readonly kind: 'number';
  readonly isWhole: boolean;
  readonly min: number;
  readonly max?: number;
  /** Whether the range is only what a page says, and may have grown since: then it is a warning. */
  readonly isDocumented: boolean;
  /** The only numbers that it can be, as a page says. */
  readonly values?: readonly number[];
}

/** True or false. */
export interface FlagShape {
  readonly kind: 'flag';
  /** What is wrong with it where it is true. */
  readonly whenTrue?: Misfit;
}

/** A list. */
export interface ListShape {
  readonly kind: 'list';
  readonly item: BodyShape;
  /** Whether it must have an item. */
  readonly isFilled: boolean;
  /** How many items it may have, as a page says. */
  readonly most?: number;
  /** How many items it may have, as the API's model has it. */
  readonly limit?: number;
  /** The shape of an item that has another one than the rest; undefined for the rest. @default - all have the same */
  readonly otherShape?: (item: unknown, isLast: boolean) => BodyShape | undefined;
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
  /** What its members must be to one another. */
  readonly agreement?: Agreement;
  /** What is to be said wherever there is one, however right it is. @default - nothing */
  readonly note?: Misfit;
}

/** What members must be to one another, where each of them is right by itself. */
export interface Agreement {
  /** The members whose values it depends on, besides which members there are. */
  readonly of: readonly string[];
  /** The member without which all others agree. @default - they may disagree whatever there is */
  readonly needs?: string;
  /** What is wrong, if anything is. */
  readonly disagreement: (members: { readonly [name: string]: unknown }) => Disagreement | undefined;
}

/** A member that does not go with another one. */
export interface Disagreement extends Misfit {
  /** The member, by its path from the object. */
  readonly member: string;
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
/** What a model is told: no model takes a text of spaces alone. */
export const WORDS: TextShape = { kind: 'text', isEmptyAllowed: false, holds: 'words' };
export const BYTES: TextShape = { kind: 'text', isEmptyAllowed: false, holds: 'bytes' };
export const DATA_URI: TextShape = { kind: 'text', isEmptyAllowed: false, holds: 'data URI' };
/** An object that lies in S3 whatever the rest is. */
export const S3_URI: TextShape = { kind: 'text', isEmptyAllowed: false, holds: 'S3 URI' };
export const LINK: TextShape = { kind: 'text', isEmptyAllowed: false, holds: 'link' };
export const FLAG: FlagShape = { kind: 'flag' };
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

/** A number of those that a page lists. */
export function oneNumberOf(...values: number[]): NumberShape {
  return { kind: 'number', isWhole: true, min: Math.min(...values), isDocumented: true, values };
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

/** The shape of an item of a list. */
export function shapeOfItem({ item, otherShape }: ListShape, items: readonly unknown[], index: number): BodyShape {
  return otherShape?.(items[index], index === items.length - 1) ?? item;
}

/** A list of so many items at most, as a page says. */
export function shortListOf(item: BodyShape, most: number): ListShape {
  return { ...listOf(item), most };
}

/** A list of so many items at most, as the API's model has it. */
export function limitedListOf(item: BodyShape, limit: number): ListShape {
  return { ...listOf(item), limit };
}

export function object(
  members: ObjectShape['members'],
  {
    required = [],
    misfits = {},
    agreement,
    note,
  }: Partial<Pick<ObjectShape, 'required' | 'misfits' | 'agreement' | 'note'>> = {},
): ObjectShape {
  const memberOf = new Map(
    Object.entries(members).map(([name, shape]) => [name, { shape, isRequired: required.includes(name) }]),
  );
  const named = { members: byName(members), misfits: byName(misfits) };
  return { kind: 'object', ...named, memberOf, required, isUnion: false, agreement, note };
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
  return { kind: 'text or list', text: WORDS, list };
}

/** Whatever a record calls its members: none of them is one that every object inherits. */
function byName<Value>(entries: { readonly [name: string]: Value }): { readonly [name: string]: Value } {
  return Object.assign(Object.create(null) as { [name: string]: Value }, entries);
}
