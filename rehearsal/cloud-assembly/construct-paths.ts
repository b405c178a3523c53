import type { Template } from '../cloudformation/template';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

const LOGICAL_ID = 'aws:cdk:logicalId';
/** The resource of the nested stack `App/Name` is made at `App/Name.NestedStack/Name.NestedStackResource`. */
const NESTED_STACK_RESOURCE = /^(.*\/|)([^/]+)\.NestedStack\/\2\.NestedStackResource$/;

/**
 * The construct paths of a stack's resources, and of those of the stacks nested in it. A template has them only if it
 * was synthesized by the CDK's command line; the metadata of the assembly has them always, but does not say which
 * template a logical id is of: constructs below a nested stack's own path are that stack's.
 */
export class ConstructPaths {
  /** Logical id to path, by the path of the nested stack; under '' those of the stack itself. */
  private readonly byStack = new Map<string, Map<string, string>>();

  constructor(metadata: JsonValue | undefined) {
    const entries = logicalIds(metadata);
    const nestedStacks = entries.map(({ path }) => nestedStackPath(path)).filter((path) => path !== undefined);
    for (const { path, logicalId } of entries) {
      const owner = nestedStacks
        .filter((stack) => path.startsWith(`${stack}/`))
        .reduce((longest, stack) => (stack.length > longest.length ? stack : longest), '');
      const paths = this.byStack.get(owner) ?? new Map<string, string>();
      this.byStack.set(owner, paths.set(logicalId, path));
    }
  }

  /** Adds the paths to a template that lacks them: the stack's own, or that of a nested stack by its resource's path. */
  public addTo(template: Template, nestedStackResource?: string): Template {
    const owner = nestedStackResource === undefined ? '' : nestedStackPath(nestedStackResource);
    const paths = owner === undefined ? undefined : this.byStack.get(owner);
    const resources = Object.entries(template.Resources).map(([logicalId, resource]) => {
      const path = paths?.get(logicalId);
      return [logicalId, path ? { ...resource, Metadata: { 'aws:cdk:path': path, ...resource.Metadata } } : resource];
    });
    return { ...template, Resources: Object.fromEntries(resources) as Template['Resources'] };
  }
}

function nestedStackPath(resourcePath: string): string | undefined {
  const match = NESTED_STACK_RESOURCE.exec(resourcePath);
  return match ? match[1] + match[2] : undefined;
}

function logicalIds(metadata: JsonValue | undefined): { path: string; logicalId: string }[] {
  return Object.entries(isJsonObject(metadata) ? metadata : {}).flatMap(([path, entries]) =>
    (Array.isArray(entries) ? entries : [])
      .filter(isLogicalId)
      .map(({ data }) => ({ path: path.replace(/^\//, ''), logicalId: data })),
  );
}

function isLogicalId(entry: JsonValue): entry is JsonObject & { data: string } {
  return isJsonObject(entry) && entry.type === LOGICAL_ID && typeof entry.data === 'string';
}
