import type { JobDefinition } from '../../src/job/job-definition';
import { type MemberPath, patternOf } from '../../src/validation/member-path';
import type { OperationModel } from '../../src/validation/service-model/operation-model';
import type { Shape } from '../../src/validation/service-model/service-model';
import { propertyOf } from '../constraint-page/member-rows';
import { shapeText } from '../constraint-page/shape-text';

/**
 * What another model of a service is to users of a kind of jobs: lines with the property, the member and what is new.
 */
export interface RequestGains {
  /** What a request may be that it could not be before. */
  readonly gains: readonly string[];
  /** What a request may be no longer. */
  readonly losses: readonly string[];
}

/** Compares what two models say of the request of a kind of jobs. */
export function requestGains(definition: JobDefinition, before: OperationModel, after: OperationModel): RequestGains {
  const found = { gains: [] as string[], losses: [] as string[] };
  const compared = new Set<string>();

  const add = (list: keyof RequestGains, path: MemberPath, text: string): void => {
    const property = propertyOf(definition, path).replaceAll('`', '');
    found[list].push(`${property === '' ? '' : `${property}: `}${patternOf(path)} ${text}`);
  };
  const compare = (path: MemberPath, [old, current]: [Shape, Shape], names?: [string, string]): void => {
    // an object may hold others of its own shape
    if (names && compared.has(`${patternOf(path.slice(-1))} ${names.join()}`)) return;
    if (names) compared.add(`${patternOf(path.slice(-1))} ${names.join()}`);
    if (old.type !== current.type) return add('losses', path, `is ${shapeText(after.shapes, current)} now`);
    for (const [list, text] of differencesOf(old, current)) add(list, path, text);
    compareMembers(path, old, current);
    const below = [
      [old.item, current.item, { index: 0, item: undefined }],
      [old.value, current.value, { key: '' }],
    ] as const;
    for (const [oldName, name, step] of below) {
      if (oldName !== undefined && name !== undefined) {
        compare([...path, step], [before.shapes[oldName], after.shapes[name]], [oldName, name]);
      }
    }
  };
  const compareMembers = (path: MemberPath, old: Shape, current: Shape): void => {
    const [members, oldMembers] = [current.members ?? {}, old.members ?? {}];
    for (const [member, name] of Object.entries(members)) {
      const [at, oldName] = [[...path, { member }], oldMembers[member]];
      const [must, hadTo] = [current, old].map(({ required }) => required?.includes(member) === true);
      if (oldName === undefined) add('gains', at, `is new: ${shapeText(after.shapes, after.shapes[name])}`);
      if (must && !hadTo) add('losses', at, 'must be given');
      if (oldName === undefined) continue;
      if (hadTo && !must) add('gains', at, 'need not be given');
      compare(at, [before.shapes[oldName], after.shapes[name]], [oldName, name]);
    }
    for (const member of Object.keys(oldMembers)) {
      if (!(member in members)) add('losses', [...path, { member }], 'is gone');
    }
  };
  compare([], [before.request, after.request]);
  return found;
}

/** What is different between two shapes of one type, apart from what they hold. */
function differencesOf(old: Shape, current: Shape): [keyof RequestGains, string][] {
  const [values, oldValues] = [current.enum ?? [], old.enum ?? []];
  const added = values.filter((value) => !oldValues.includes(value));
  const gone = oldValues.filter((value) => !values.includes(value));
  return [
    ...when(current.enum && old.enum && added.length > 0, 'gains', `may be ${added.join(', ')}, too`),
    ...when(current.enum && gone.length > 0, 'losses', `may not be ${gone.join(', ')} any more`),
    ...when(old.enum && !current.enum, 'gains', 'may be any text'),
    ...limitOf('most', old.max ?? Infinity, current.max ?? Infinity),
    ...limitOf('least', -(old.min ?? 0), -(current.min ?? 0)),
    ...when(
      old.pattern !== current.pattern,
      'losses',
      `must match ${current.pattern ?? 'nothing'}, not ${old.pattern ?? 'nothing'}`,
    ),
  ];
}

/** A limit that has moved: outwards where the number is greater. */
function limitOf(which: string, old: number, current: number): [keyof RequestGains, string][] {
  const text = (limit: number): string => (Number.isFinite(limit) ? String(Math.abs(limit)) : 'no limit');
  const moved = `has another limit: at ${which} ${text(current)}, not ${text(old)}`;
  return [...when(current > old, 'gains', moved), ...when(current < old, 'losses', moved)];
}

function when(applies: unknown, list: keyof RequestGains, text: string): [keyof RequestGains, string][] {
  return applies ? [[list, text]] : [];
}
