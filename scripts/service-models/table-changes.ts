import type { ServiceModel, Shape } from '../../src/validation/service-model/service-model';

/** What is different in a table, one line a change. */
export function changesIn(before: ServiceModel | undefined, after: ServiceModel): string[] {
  const service = after.endpoint ?? after.service;
  if (!before) return [`${service}: new, from ${after.source}`];
  const names = [...new Set([...Object.keys(before.shapes), ...Object.keys(after.shapes)])].sort();
  return names.flatMap((name) => changesOf(`${service}: ${name}`, before.shapes[name], after.shapes[name]));
}

function changesOf(name: string, before: Shape | undefined, after: Shape | undefined): string[] {
  if (!before) return [`${name} is new: ${JSON.stringify(after)}`];
  if (!after) return [`${name} is gone`];
  const facts = [...new Set([...Object.keys(before), ...Object.keys(after)])] as (keyof Shape)[];
  return facts.flatMap((fact) => changesBetween(`${name}.${fact}`, before[fact], after[fact]));
}

function changesBetween(name: string, before: unknown, after: unknown): string[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  const [old, current] = [itemsOf(before), itemsOf(after)];
  const [gone, added] = [without(old, current), without(current, old)];
  if (gone.length + added.length > 0) return [`${name}:${listed(' added', added)}${listed(' gone', gone)}`];
  return [`${name}: ${JSON.stringify(before) ?? 'none'} → ${JSON.stringify(after) ?? 'none'}`];
}

/** What a list, or an object with members, consists of. */
function itemsOf(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).map(([member, shape]) => `${member} (${String(shape)})`);
}

function without(list: readonly string[], other: readonly string[]): string[] {
  return list.filter((item) => !other.includes(item));
}

function listed(what: string, items: readonly string[]): string {
  return items.length === 0 ? '' : `${what} ${items.join(', ')};`;
}
