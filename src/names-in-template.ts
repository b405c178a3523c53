import { CfnElement, Stack } from 'aws-cdk-lib';
import { isPlainObject } from './validation/plain-object';

/** A part of a text that `Fn::Sub` puts a value into; with a `!` it stays as it is. */
const SUBSTITUTED = /\$\{([^!}][^}]*)\}/g;

/** The elements of stacks that were found by their names. */
const FOUND = new WeakMap<Stack, Map<string, CfnElement>>();

/** What a value of a template refers to in the template's own words: `Ref`, `Fn::GetAtt`, `Fn::Sub`, and what `DependsOn` names. */
export function namesIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(namesIn);
  if (!isPlainObject(value)) return [];
  return Object.entries(value).flatMap(([key, part]) => [...namesOfFunction(key, part), ...namesIn(part)]);
}

/** The elements of a stack that have such names; of parameters that AWS gives there are none. */
export function elementsNamed(stack: Stack, names: readonly string[]): CfnElement[] {
  const found = FOUND.get(stack) ?? new Map<string, CfnElement>();
  FOUND.set(stack, found);
  if (names.some((name) => !found.has(name) && !name.startsWith('AWS::'))) {
    for (const each of stack.node.findAll()) {
      if (CfnElement.isCfnElement(each) && each.stack === stack) found.set(String(stack.resolve(each.logicalId)), each);
    }
  }
  return names.flatMap((name) => found.get(name) ?? []);
}

function namesOfFunction(key: string, value: unknown): string[] {
  const [first] = [value].flat() as unknown[];
  if (key === 'DependsOn') {
    return ([value].flat() as unknown[]).filter((name): name is string => typeof name === 'string');
  }
  if (typeof first !== 'string') return [];
  if (key === 'Ref') return [first];
  if (key === 'Fn::GetAtt') return [elementOf(first)];
  if (key === 'Fn::Sub') return [...first.matchAll(SUBSTITUTED)].map(([, name]) => elementOf(name));
  return [];
}

/** The element whose attribute a text names. */
function elementOf(attribute: string): string {
  return attribute.split('.')[0];
}
