import { ANY_TEXT, type BodyShape, type ObjectShape, OPEN, shapeOfItem, TEXT, WORDS } from './body-shape';

/**
 * Whether texts of this shape may be told apart by nothing but whether they fit it. Which of a few values a text has may matter
 * to other members, too.
 */
export function mayVary(shape: BodyShape): boolean {
  if (shape.kind === 'text or list') return mayVary(shape.text);
  return shape.kind === 'open' || (shape.kind === 'text' && shape.values === undefined && !shape.isCompared);
}

/** Whether every text fits this shape that has a character which can be seen. */
export function isFree(shape: BodyShape): boolean {
  return shape === TEXT || shape === WORDS || shape === ANY_TEXT || shape === OPEN;
}

/** The shape of an item of a list; undefined where nothing is known of it. */
export function itemShape(shape: BodyShape, items: readonly unknown[], index: number): BodyShape | undefined {
  switch (shape.kind) {
    case 'open':
      return OPEN;
    case 'list':
      return shapeOfItem(shape, items, index);
    case 'text or list':
      return shapeOfItem(shape.list, items, index);
    default:
      return undefined;
  }
}

/**
 * The shape of a member of an object; undefined where nothing is known of it.
 *
 * @param names The members that the object has.
 * @param type What it says its type is.
 */
export function memberShape(
  shape: BodyShape,
  name: string,
  names: ReadonlySet<string>,
  type?: unknown,
): BodyShape | undefined {
  switch (shape.kind) {
    case 'open':
      return OPEN;
    case 'object':
      // what other members must be may depend on it
      return isDependedOn(shape, name, names) ? undefined : shape.members[name];
    case 'tagged': {
      // what the other members are depends on the type
      if (name === 'type') return undefined;
      if (Object.values(shape.types).some((each) => isDependedOn(each, name, names))) return undefined;
      const [first, ...others] = Object.values(shape.types).flatMap(({ members }) => members[name] ?? []);
      if (others.every((other) => other === first)) return first;
      const own = typeof type === 'string' ? shape.types[type]?.members[name] : undefined;
      return own?.kind === 'tagged' ? own : undefined;
    }
    default:
      return undefined;
  }
}

function isDependedOn({ agreement }: ObjectShape, name: string, names: ReadonlySet<string>): boolean {
  if (!agreement?.of.includes(name)) return false;
  return agreement.needs === undefined || names.has(agreement.needs);
}
