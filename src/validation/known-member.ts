import { apiName, type MemberPath } from './member-path';
import type { OperationModel } from './service-model/operation-model';
import type { Shape } from './service-model/service-model';

/** Where in a request its model has a member of a name, such as `OutputConfig.KmsKeyId`; undefined where it has none. */
export function placeOfMember({ request, shapes }: OperationModel, name: string): string | undefined {
  const seen = new Set<Shape>();
  let level: (readonly [path: MemberPath, shape: Shape])[] = [[[], request]];
  // the nearest to the top is the one that is meant
  while (level.length > 0) {
    const found = level.find(([, { members }]) => members !== undefined && Object.hasOwn(members, name));
    if (found) return apiName([...found[0], { member: name }]);
    level = level.flatMap(([path, shape]) => below(shapes, path, shape)).filter(([, shape]) => isNew(seen, shape));
  }
  return undefined;
}

function below(shapes: OperationModel['shapes'], path: MemberPath, { members = {}, item }: Shape) {
  const inMembers = Object.entries(members).map(([member, name]) => [[...path, { member }], shapes[name]] as const);
  const inItems = item === undefined ? [] : [[[...path, { index: 0, item: undefined }], shapes[item]] as const];
  return [...inMembers, ...inItems];
}

function isNew(seen: Set<Shape>, shape: Shape): boolean {
  if (seen.has(shape)) return false;
  seen.add(shape);
  return true;
}
