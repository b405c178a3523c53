import type { StackArtifact } from '../cloud-assembly/cloud-assembly';
import { nestedTemplate } from '../cloud-assembly/nested-templates';
import { resolvedBefore } from '../cloud-assembly/resolved-before';
import { importedNames, referredResources, resourceDependencies } from '../cloudformation/references';
import { stackKey } from '../cloudformation/stack-address';
import { stackOutputArguments, stackOutputReference } from '../cloudformation/stack-output-reference';
import { constructPath, type Template, type TemplateResource } from '../cloudformation/template';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

/** A resource of an assembly, and the resources that must be there before it is made. */
export interface GraphResource {
  readonly logicalId: string;
  readonly resource: TemplateResource;
  readonly path: string;
  readonly stackName: string;
  readonly stackPath: string;
  /** Keys of the graph. */
  readonly dependencies: ReadonlySet<string>;
}

/** The resources of all stacks of an assembly and of those nested in them, by keys that are unique in the assembly. */
export type ResourceGraph = ReadonlyMap<string, GraphResource>;

/** What waits for what: through references, `DependsOn`, nested stacks, and the exports and outputs of other stacks. */
export function resourceGraph(artifacts: readonly StackArtifact[]): ResourceGraph {
  const graph = new Map<string, GraphResource>();
  const exported = new Map<string, readonly string[]>();
  const outputs = new Map<string, readonly string[]>();
  artifacts.forEach((artifact) => addOutputs(artifact, exported, outputs));
  for (const artifact of artifacts) {
    addTemplate(artifact.template, artifact.artifactId, [], { artifact, graph, exported, outputs });
  }
  return graph;
}

interface GraphContext {
  readonly artifact: StackArtifact;
  readonly graph: Map<string, GraphResource>;
  /** The resources behind an export, by its name. */
  readonly exported: ReadonlyMap<string, readonly string[]>;
  /** The resources behind an output, by its stack and name. */
  readonly outputs: ReadonlyMap<string, readonly string[]>;
}

/** Adds the resources of a template; all of them wait for what the nested stack waits for that they are in. */
function addTemplate(template: Template, scope: string, before: readonly string[], context: GraphContext): string[] {
  const { artifact, graph } = context;
  const { stackName, path: stackPath } = artifact;
  return Object.entries(template.Resources).map(([logicalId, resource]) => {
    const key = keyOf(scope, logicalId);
    const own = [...resourceDependencies(resource, template)].map((id) => keyOf(scope, id));
    const dependencies = [...before, ...own, ...fromOtherStacks(resource.Properties ?? {}, context)];
    const nested = nestedTemplate(logicalId, resource, template, artifact);
    // whatever needs a nested stack waits for all of it
    const inner = nested ? addTemplate(nested, key, dependencies, context) : [];
    const path = constructPath(logicalId, resource);
    graph.set(key, {
      logicalId,
      resource,
      path,
      stackName,
      stackPath,
      dependencies: new Set([...dependencies, ...inner]),
    });
    return key;
  });
}

/** The resources of other stacks whose values a value has, by exports or by outputs. */
function fromOtherStacks(value: JsonValue, { artifact, exported, outputs }: GraphContext): string[] {
  return [
    ...importedNames(value).flatMap((name) => exported.get(name) ?? []),
    ...stackOutputArguments(value)
      .map((argument) => readOutput(argument, artifact))
      .flatMap((key) => (key === undefined ? [] : (outputs.get(key) ?? []))),
  ];
}

/** The key of the output that a stack reads; undefined where only a deployment can tell. */
function readOutput(argument: JsonObject, artifact: StackArtifact): string | undefined {
  const resolved = resolvedBefore(argument, artifact);
  if (!isJsonObject(resolved)) return undefined;
  const { producer, outputName } = stackOutputReference(resolved, artifact, `Stack ${artifact.stackName}`);
  return keyOf(stackKey(producer), outputName);
}

function addOutputs(
  artifact: StackArtifact,
  exported: Map<string, readonly string[]>,
  outputs: Map<string, readonly string[]>,
): void {
  const { artifactId, template } = artifact;
  for (const [outputName, { Export, Value: value }] of Object.entries(template.Outputs ?? {})) {
    const resources = [...referredResources(value, template)].map((id) => keyOf(artifactId, id));
    outputs.set(keyOf(stackKey(artifact), outputName), resources);
    if (typeof Export?.Name === 'string') exported.set(Export.Name, resources);
  }
}

function keyOf(scope: string, logicalId: string): string {
  return `${scope}/${logicalId}`;
}
