import type { StackArtifact } from '../cloud-assembly/cloud-assembly';
import { nestedTemplate } from '../cloud-assembly/nested-templates';
import { importedNames, referredResources, resourceDependencies } from '../cloudformation/references';
import { constructPath, type Template, type TemplateResource } from '../cloudformation/template';

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

/** What waits for what: through references, `DependsOn`, nested stacks and the exports of other stacks. */
export function resourceGraph(artifacts: readonly StackArtifact[]): ResourceGraph {
  const graph = new Map<string, GraphResource>();
  const exported = new Map<string, readonly string[]>();
  for (const artifact of artifacts) {
    addTemplate(artifact.template, artifact.artifactId, [], { artifact, graph, exported });
    addExports(artifact, exported);
  }
  return graph;
}

interface GraphContext {
  readonly artifact: StackArtifact;
  readonly graph: Map<string, GraphResource>;
  /** The resources behind an export, by its name. */
  readonly exported: ReadonlyMap<string, readonly string[]>;
}

/** Adds the resources of a template; all of them wait for what the nested stack waits for that they are in. */
function addTemplate(template: Template, scope: string, before: readonly string[], context: GraphContext): string[] {
  const { artifact, graph, exported } = context;
  const { stackName, path: stackPath } = artifact;
  return Object.entries(template.Resources).map(([logicalId, resource]) => {
    const key = keyOf(scope, logicalId);
    const own = [...resourceDependencies(resource, template)].map((id) => keyOf(scope, id));
    const imported = importedNames(resource.Properties ?? {}).flatMap((name) => exported.get(name) ?? []);
    const dependencies = [...before, ...own, ...imported];
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

function addExports({ artifactId, template }: StackArtifact, exported: Map<string, readonly string[]>): void {
  for (const { Export: { Name: name } = { Name: '' }, Value: value } of Object.values(template.Outputs ?? {})) {
    if (typeof name !== 'string' || name === '') continue;
    const resources = [...referredResources(value, template)];
    exported.set(
      name,
      resources.map((id) => keyOf(artifactId, id)),
    );
  }
}

function keyOf(scope: string, logicalId: string): string {
  return `${scope}/${logicalId}`;
}
