import { isStructure, shapeText } from './shape-text';
import { STRICTER_LIMITS } from './stricter-limits';
import type { JobDefinition } from '../../src/job/job-definition';
import { type MemberPath, patternOf } from '../../src/validation/member-path';
import type { OperationModel } from '../../src/validation/service-model/operation-model';
import type { Shape } from '../../src/validation/service-model/service-model';

/** What the page says of a member: in the user's terms, in the API's, and what it must be. */
export type MemberRow = readonly [property: string, member: string, isRequired: string, text: string];

/** The members of the request of a kind of job, in the order of the API. */
export function memberRows(definition: JobDefinition, { request, shapes }: OperationModel): MemberRow[] {
  const rows: MemberRow[] = [];
  const tags = definition.members.tags.map((member) => [member, { max: definition.mostTags }] as const);
  const stricter = { ...STRICTER_LIMITS[definition.kind], ...Object.fromEntries(tags) };
  // a filter may have filters in it: what is in those was said before
  const addMembers = (path: MemberPath, shape: Shape, above: readonly Shape[]): void => {
    if (above.includes(shape)) return;
    for (const [member, name] of Object.entries(shape.members!)) {
      const required = shape.required?.includes(member) === true;
      addMember([...path, { member }], shapes[name], required, [...above, shape]);
    }
  };
  const addMember = (path: MemberPath, shape: Shape, isRequired: boolean, above: readonly Shape[]): void => {
    const member = patternOf(path);
    rows.push([
      propertyOf(definition, path),
      `\`${member}\``,
      isRequired ? 'yes' : '',
      shapeText(shapes, { ...shape, ...stricter[member] }),
    ]);
    if (isStructure(shape)) addMembers(path, shape, above);
    if (shape.type === 'list' && isStructure(shapes[shape.item!])) {
      addMembers([...path, { index: 0, item: undefined }], shapes[shape.item!], above);
    }
  };
  addMembers([], request, []);
  return rows;
}

/** The property that sets a member, or what is nearest above it. */
export function propertyOf({ properties, ownMembers }: JobDefinition, path: MemberPath): string {
  for (let length = path.length; length > 0; length--) {
    const property = properties[patternOf(path.slice(0, length))];
    if (property !== undefined) return `\`${property.replace(/\{\w+\}/g, (name) => `<${name.slice(1, -1)}>`)}\``;
  }
  // what is not the user's to say is refused among the overrides
  if (Object.hasOwn(ownMembers, patternOf(path.slice(0, 1)))) return 'the library itself';
  // what has members with properties is set by them
  const above = `${patternOf(path)}.`;
  return Object.keys(properties).some((member) => member.startsWith(above)) ? '' : '`requestOverrides`';
}
