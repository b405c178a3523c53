import { referredResources } from './references';
import type { DeployedStack } from './stack';
import { stackOutputArguments } from './stack-output-reference';
import type { Template, TemplateResource } from './template';
import { canonicalJson, type JsonValue } from '../json-value';

/** What a change of a stack starts from, and what it leads to. */
export interface ChangeSetProps {
  readonly before: Pick<DeployedStack, 'template' | 'parameters' | 'resources'>;
  readonly template: Template;
  readonly parameters: Readonly<Record<string, JsonValue>>;
  /** The resources of the template whose conditions hold. */
  readonly wanted: ReadonlyMap<string, TemplateResource>;
}

/**
 * The logical ids in the change set that `cdk deploy` makes first: of what is added, removed or changed, and of what may
 * change with that. What another stack puts out is known only when the change set is executed.
 */
export function changeSet(props: ChangeSetProps): Set<string> {
  const { before, template, wanted } = props;
  const removed = [...before.resources.keys()].filter((id) => !wanted.has(id));
  const changed = new Set([...wanted].filter(([id, resource]) => isChanged(id, resource, props)).map(([id]) => id));
  const users = new Map([...wanted].map(([id, { Properties = {} }]) => [id, referredResources(Properties, template)]));
  for (let size = -1; size < changed.size;) {
    size = changed.size;
    users.forEach((used, id) => [...used].some((other) => changed.has(other)) && changed.add(id));
  }
  return new Set([...removed, ...changed]);
}

function isChanged(id: string, resource: TemplateResource, { before, parameters }: ChangeSetProps): boolean {
  const { Properties: properties = {} } = resource;
  if (!before.resources.has(id) || stackOutputArguments(properties).length > 0) return true;
  if (text(before.template.Resources[id]) !== text(resource)) return true;
  const given = JSON.stringify(properties);
  return Object.entries(parameters).some(
    ([name, value]) =>
      canonicalJson(before.parameters[name] ?? null) !== canonicalJson(value) && given.includes(`"Ref":"${name}"`),
  );
}

/** A resource that only waits for others than before is not in a change set. */
function text(resource: TemplateResource | undefined): string {
  const { DependsOn: _waitsFor, ...rest } = resource ?? { Type: '' };
  return canonicalJson(rest);
}
