import type { CsharpType } from './csharp-type';

/**
 * Where names that jsii lets pass clash in C#, or are others than the documentation says.
 *
 * @param namespace The one that all types are in.
 */
export function csharpClashes(types: readonly CsharpType[], namespace: string): string[] {
  return [...typeClashes(types, namespace), ...types.flatMap((type) => [...memberClashes(type)])];
}

function* typeClashes(types: readonly CsharpType[], namespace: string): Iterable<string> {
  const known = new Map<string, string>();
  for (const { name, originalName } of types) {
    // each is a file of its own, and file systems may take no notice of letter case
    const key = name.toLowerCase();
    const other = known.get(key);
    if (other !== undefined) yield `${name} and ${other} are one file`;
    known.set(key, name);
    if (key === namespace.toLowerCase()) yield `${name} is the namespace, too`;
    if (![originalName, `I${originalName}`].includes(name)) yield `${originalName} is called ${name}`;
  }
}

function* memberClashes({ name, members }: CsharpType): Iterable<string> {
  const known = new Set<string>();
  for (const member of members) {
    if (known.has(member.name)) yield `${name} has two members ${member.name}`;
    known.add(member.name);
    if (member.name === name) yield `${name} has a member of its own name`;
    const { originalName } = member;
    if (member.name !== originalName[0].toUpperCase() + originalName.slice(1)) {
      yield `${name}.${originalName} is called ${member.name}`;
    }
  }
}
