import type { ServiceModel } from '../../../src/validation/service-model/service-model';

/** The patterns of the texts in the requests that create jobs, each once. */
export function patternsOf({ operations, shapes }: ServiceModel): string[] {
  const names = new Set<string>();
  const add = (name: string): void => {
    if (names.has(name)) return;
    names.add(name);
    const { members = {}, item, key, value } = shapes[name];
    [...Object.values(members), item, key, value].forEach((each) => each !== undefined && add(each));
  };
  Object.entries(operations)
    .filter(([operation]) => operation.startsWith('Create'))
    .forEach(([, request]) => add(request));
  return [...new Set([...names].flatMap((name) => shapes[name].pattern ?? []))];
}
