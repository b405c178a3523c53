import { Stack, Token } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { Request } from './request-overrides';
import { inKeyOrder } from '../key-order';
import { onceKnown } from '../once-known';
import { isOpen } from '../validation/open-value';
import { isPlainObject } from '../validation/plain-object';
import type { OperationModel } from '../validation/service-model/operation-model';
import type { Shape } from '../validation/service-model/service-model';

/** A request in two parts: what the model of its operation has, and the members that are newer than it, or whose types it leaves open. */
export interface DividedRequest {
  readonly known: Request;
  /** The members whose types the model does not have, where they belong in the request; undefined where there are none. */
  readonly newer?: Request;
}

/**
 * Takes the members out of a request whose types the model of its operation does not have, with all that is in them. Of a list
 * with such members in its items, each item has a place among them, be it an empty one.
 */
export function divideRequest({ request: shape, shapes }: OperationModel, request: Request): DividedRequest {
  const { known, newer } = divide(shapes, shape, request);
  return { known: known as Request, newer: newer as Request | undefined };
}

/** Newer members as JSON: the types of their values are known here, and CloudFormation would make texts of them. */
export function newerMembersText(scope: IConstruct, newer: Request): string {
  return Stack.of(scope).toJsonString(withIntrinsics(newer));
}

/**
 * A value whose functions of CloudFormation's are not taken for objects, although they are written out. What tokens come to is
 * so, too, and in the order of its keys, as all that is known already.
 */
function withIntrinsics(value: unknown): unknown {
  if (isOpen(value) && !isPlainObject(value)) return onceKnown(value, (known) => withIntrinsics(inKeyOrder(known)));
  if (isOpen(value)) return Token.asAny(value);
  if (Array.isArray(value)) return value.map(withIntrinsics);
  if (!isPlainObject(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([member, each]) => [member, withIntrinsics(each)]));
}

interface Divided {
  readonly known: unknown;
  readonly newer?: unknown;
}

function divide(shapes: OperationModel['shapes'], shape: Shape, value: unknown): Divided {
  if (shape.type === 'document') return { known: undefined, newer: value };
  if (isOpen(value)) return { known: value };
  const inside = (name: string, each: unknown) => divide(shapes, shapes[name], each);
  if (shape.item !== undefined && Array.isArray(value)) {
    return divideList(value.map((each) => inside(shape.item!, each)));
  }
  if (!isPlainObject(value)) return { known: value };
  if (shape.value !== undefined) return divideObject(value, (_, each) => inside(shape.value!, each));
  if (!shape.members) return { known: value };
  const { members } = shape;
  return divideObject(value, (member, each) =>
    Object.hasOwn(members, member) ? inside(members[member], each) : { known: undefined, newer: each },
  );
}

function divideList(items: readonly Divided[]): Divided {
  const known = items.map((item) => item.known);
  const hasNewer = items.some(({ newer }) => newer !== undefined);
  return hasNewer ? { known, newer: items.map(({ newer = {} }) => newer) } : { known };
}

function divideObject(object: Request, divideMember: (member: string, value: unknown) => Divided): Divided {
  const all = Object.entries(object).map(([member, value]) => [member, divideMember(member, value)] as const);
  const part = (name: keyof Divided) =>
    Object.fromEntries(all.flatMap(([member, { [name]: value }]) => (value === undefined ? [] : [[member, value]])));
  const newer = part('newer');
  return { known: part('known'), newer: Object.keys(newer).length > 0 ? newer : undefined };
}
