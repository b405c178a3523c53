/**
 * How a pickle begins that has a class or a function as its first object: by its name in one opcode (GLOBAL), or by two
 * texts and an opcode (STACK_GLOBAL), as pickletools of Python 3.12 describes protocols 2 to 5.
 *
 * @see https://github.com/python/cpython/blob/v3.12.0/Lib/pickletools.py
 */
const BEGINNING = /\u0080[\u0002-\u0005](?:\u0095[^]{8})?/;
const CLASS = /^(?:c([\w.]+)\n([\w.]+)\n|\u008c[^]([\w.]+)\u0094?\u008c[^]([\w.]+)\u0094?\u0093)/;
/** Protocols 0 and 1 have no beginning of their own. */
const OLD_BEGINNING = /^\(?(?=c[\w.]+\n[\w.]+\n)/;
/** What protocols 0 and 1 make every instance with: the class of the instance follows. */
const OLD_INSTANCE = /^ccopy_?reg\n_reconstructor\n(?:p\d+\n|q[^])?\(/;
/** The end of a pickle, after what remembers the last object. */
const ENDS = /^(?:\u0094|q[^]|r[^]{4}|p\d+\n)?\./;
const STOP = '.'.charCodeAt(0);

/** The first object of a pickle. */
export interface PickledObject {
  /** Its class with its module, as in `collections.OrderedDict`; undefined where it is plain data. */
  readonly className?: string;
  /** Whether the pickle has the class or the function itself, and no object of it. @default false */
  readonly isReference?: boolean;
}

/** The first object of the first pickle in a text of bytes; undefined where there is none. */
export function firstPickled(text: string): PickledObject | undefined {
  const found = BEGINNING.exec(text) ?? OLD_BEGINNING.exec(text);
  if (!found) return undefined;
  const object = text.slice(found.index + found[0].length, found.index + found[0].length + 1000);
  const ofInstance = object.replace(OLD_INSTANCE, '');
  const [own = '', module, name, stackModule, stackName] = CLASS.exec(ofInstance) ?? [];
  if (own === '') return {};
  const className = module === undefined ? `${stackModule}.${stackName}` : `${module}.${name}`;
  const isReference = ofInstance === object && ENDS.test(object.slice(own.length));
  return isReference ? { className, isReference } : { className };
}

/** Whether a file is nothing but a pickle, by how it begins. */
export function isPickle(head: Buffer): boolean {
  const text = head.toString('latin1', 0, 200);
  return text.search(BEGINNING) === 0 || OLD_BEGINNING.test(text);
}

/** Whether a pickle has its end. */
export function endsAsPickle(tail: Buffer): boolean {
  return tail.at(-1) === STOP;
}
