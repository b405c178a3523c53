import { resourceGraph, type GraphResource, type ResourceGraph } from './resource-graph';
import type { StackArtifact } from '../cloud-assembly/cloud-assembly';
import { isJob } from '../cloudformation/template';
import { jobNames } from '../jobs/job-course';

/** A job, or a resource of SageMaker that uses the results of jobs. */
export interface PipelineStep {
  readonly name: string;
  /** Such as `TrainingJob` or `Endpoint`. */
  readonly kind: string;
  readonly isJob: boolean;
  /** The steps that it waits for: only those that it does not wait for through others. */
  readonly waitsFor: readonly PipelineStep[];
}

/** The steps of the deployment of an assembly, each after those that it waits for. */
export function pipelineOf(artifacts: readonly StackArtifact[]): PipelineStep[] {
  const graph = resourceGraph(artifacts);
  const steps = stepKeys(graph);
  const names = stepNames([...steps.keys()].map((key) => [key, graph.get(key)!]));
  const made = new Map<string, PipelineStep>();
  const make = (key: string): PipelineStep => {
    const known = made.get(key);
    if (known) return known;
    const { resource } = graph.get(key)!;
    const waitsFor = nearest(steps.get(key)!, steps).map(make);
    const step = { name: names.get(key)!, kind: kindOf(resource), isJob: isJobResource(resource), waitsFor };
    made.set(key, step);
    return step;
  };
  steps.forEach((_before, key) => make(key));
  return [...made.values()];
}

/** The steps, each with all the steps that come before it. */
function stepKeys(graph: ResourceGraph): Map<string, ReadonlySet<string>> {
  const before = new Map<string, Set<string>>();
  const stepsBefore = (key: string): Set<string> => {
    const known = before.get(key);
    if (known) return known;
    const steps = new Set<string>();
    // what depends on itself fails when it is deployed
    before.set(key, steps);
    for (const dependency of graph.get(key)?.dependencies ?? []) {
      stepsBefore(dependency).forEach((step) => steps.add(step));
      if (isStep(graph.get(dependency), stepsBefore(dependency))) steps.add(dependency);
    }
    return steps;
  };
  const all = [...graph].filter(([key, node]) => isStep(node, stepsBefore(key)));
  return new Map(all.map(([key]) => [key, stepsBefore(key)]));
}

/** A resource of SageMaker that waits for no job is no part of the pipeline. */
function isStep(node: GraphResource | undefined, before: ReadonlySet<string>): boolean {
  if (!node) return false;
  return isJobResource(node.resource) || (node.resource.Type.startsWith('AWS::SageMaker::') && before.size > 0);
}

function isJobResource({ Type: type, Properties: properties = {} }: GraphResource['resource']): boolean {
  return isJob({ type, properties });
}

/** Without those that others among them wait for. */
function nearest(before: ReadonlySet<string>, steps: ReadonlyMap<string, ReadonlySet<string>>): string[] {
  return [...before].filter((key) => ![...before].some((other) => other !== key && steps.get(other)!.has(key)));
}

function kindOf({ Type: type, Properties: properties = {} }: GraphResource['resource']): string {
  return typeof properties.Kind === 'string' ? properties.Kind : type.slice(type.lastIndexOf(':') + 1);
}

/** The shortest names that tell the steps from one another. */
function stepNames(steps: readonly (readonly [string, GraphResource])[]): Map<string, string> {
  const short = new Map(steps.map(([key, node]) => [key, jobNames(node)[0]]));
  const counts = new Map<string, number>();
  short.forEach((name) => counts.set(name, (counts.get(name) ?? 0) + 1));
  return new Map(
    steps.map(([key, { stackPath }]) => {
      const name = short.get(key)!;
      return [key, counts.get(name) === 1 ? name : `${stackPath}/${name}`];
    }),
  );
}
