import { apiName, type MemberPath } from '../../src/validation/member-path';
import type { OperationModel } from '../../src/validation/service-model/operation-model';
import type { Shape } from '../../src/validation/service-model/service-model';

/** What a constraint asks of a member: that it be given, of a type, one of some values, like a pattern, of a size. */
export type ConstraintKind = 'required' | 'type' | 'union' | 'enum' | 'pattern' | 'min' | 'max';

/** One thing that the model of an operation says of one member of its request. */
export interface Constraint {
  readonly model: OperationModel;
  readonly kind: ConstraintKind;
  /** The member; of a constraint on keys, the map that they are of. */
  readonly path: MemberPath;
  /** The shape of the member; of a constraint on keys, that of a key. */
  readonly shape: Shape;
  readonly isOfKeys: boolean;
}

/** All that the model of an operation says of the members of its request, one by one: what is in a shape in itself is so once. */
export function constraintsOf(model: OperationModel): Constraint[] {
  const found: Constraint[] = [];
  const shapeOf = (name: string | undefined) => model.shapes[name!];

  const addOwn = (path: MemberPath, shape: Shape, isOfKeys = false): void => {
    const add = (kind: ConstraintKind) => void found.push({ model, kind, path, shape, isOfKeys });
    // what is a key is always a text
    if (!isOfKeys) add('type');
    if (shape.type === 'union') add('union');
    for (const kind of ['enum', 'pattern', 'min', 'max'] as const) if (shape[kind] !== undefined) add(kind);
  };
  const above: Shape[] = [];
  const addMembers = (path: MemberPath, shape: Shape): void => {
    if (above.includes(shape)) return;
    above.push(shape);
    for (const [member, name] of Object.entries(shape.members ?? {})) {
      const at = [...path, { member }];
      const isRequired = shape.required?.includes(member) === true;
      if (isRequired) found.push({ model, kind: 'required', path: at, shape: shapeOf(name), isOfKeys: false });
      addAll(at, shapeOf(name));
    }
    above.pop();
  };
  const addAll = (path: MemberPath, shape: Shape): void => {
    addOwn(path, shape);
    addMembers(path, shape);
    if (shape.type === 'list') addAll([...path, { index: 0, item: undefined }], shapeOf(shape.item));
    if (shape.type !== 'map') return;
    addOwn(path, shapeOf(shape.key), true);
    addAll([...path, { key: 'x' }], shapeOf(shape.value));
  };

  addMembers([], model.request);
  return found;
}

/** A constraint as the title of its test. */
export function titleOf({ path, kind, shape, isOfKeys }: Constraint): string {
  const value = kind === 'min' || kind === 'max' || kind === 'pattern' ? ` ${shape[kind]}` : '';
  return `${apiName(path)}${isOfKeys ? ' (keys)' : ''}: ${kind}${value}`;
}
