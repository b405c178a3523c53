import type { Template, TemplateResource } from './template';
import { isJsonObject, type JsonValue } from '../json-value';

/** The logical ids of other resources that a resource needs first: what it refers to and what it depends on. */
export function resourceDependencies(resource: TemplateResource, template: Template): Set<string> {
  const found = new Set<string>();
  const dependsOn = resource.DependsOn ?? [];
  (typeof dependsOn === 'string' ? [dependsOn] : dependsOn).forEach((id) => found.add(id));
  collect(resource.Properties ?? {}, found);
  return new Set([...found].filter((id) => id in template.Resources));
}

/** The logical ids of the resources that a value refers to. */
export function referredResources(value: JsonValue, template: Template): Set<string> {
  const found = new Set<string>();
  collect(value, found);
  return new Set([...found].filter((id) => id in template.Resources));
}

/** The names of the exports of other stacks that a value uses, as far as the template has them as texts. */
export function importedNames(value: JsonValue): string[] {
  if (Array.isArray(value)) return value.flatMap(importedNames);
  if (!isJsonObject(value)) return [];
  return Object.entries(value).flatMap(([name, member]) =>
    name === 'Fn::ImportValue' && typeof member === 'string' ? [member] : importedNames(member),
  );
}

function collect(value: JsonValue, found: Set<string>): void {
  if (Array.isArray(value)) {
    value.forEach((member) => collect(member, found));
  } else if (isJsonObject(value)) {
    for (const [name, member] of Object.entries(value)) {
      if (name === 'Ref' && typeof member === 'string') found.add(member);
      else if (name === 'Fn::GetAtt') found.add(attributeOwner(member));
      else if (name === 'Fn::Sub') collectFromSub(member, found);
      else collect(member, found);
    }
  }
}

function attributeOwner(argument: JsonValue): string {
  return Array.isArray(argument) ? String(argument[0]) : String(argument).split('.')[0];
}

function collectFromSub(argument: JsonValue, found: Set<string>): void {
  const [text, variables] = Array.isArray(argument) ? argument : [argument, {}];
  collect(variables, found);
  for (const [, name] of String(text).matchAll(/\$\{([^!}][^}]*)\}/g)) {
    if (!isJsonObject(variables) || !(name in variables)) found.add(name.trim().split('.')[0]);
  }
}
