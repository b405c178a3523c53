import { RehearsalError } from '../rehearsal-error';

/** Node to the nodes that come before it. */
export type DependencyGraph = ReadonlyMap<string, ReadonlySet<string>>;

/**
 * Visits every node as soon as all nodes before it have been visited, independent ones at the same time.
 * Where a visit says false, what comes after its node is left out; so is everything once `stopped` says so.
 */
export async function visitInOrder(
  graph: DependencyGraph,
  visit: (node: string) => Promise<boolean>,
  stopped: () => boolean = () => false,
): Promise<void> {
  checkAcyclic(graph);
  const visits = new Map<string, Promise<boolean>>();
  const start = async (node: string): Promise<boolean> => {
    const before = [...(graph.get(node) ?? [])].map(async (id) => visits.get(id) ?? begin(id));
    const succeeded = await Promise.all(before);
    return succeeded.every(Boolean) && !stopped() ? visit(node) : false;
  };
  const begin = async (node: string): Promise<boolean> => {
    const begun = visits.get(node) ?? start(node);
    visits.set(node, begun);
    return begun;
  };
  await Promise.all([...graph.keys()].map(begin));
}

/** The same nodes, to be visited the other way round. */
export function reversed(graph: DependencyGraph): DependencyGraph {
  const result = new Map([...graph.keys()].map((node) => [node, new Set<string>()]));
  graph.forEach((before, node) => before.forEach((id) => result.get(id)?.add(node)));
  return result;
}

function checkAcyclic(graph: DependencyGraph): void {
  const done = new Set<string>();
  const visit = (node: string, path: string[]): void => {
    if (done.has(node)) return;
    if (path.includes(node)) {
      throw new RehearsalError(`Circular dependency between resources: [${path.slice(path.indexOf(node)).join(', ')}]`);
    }
    graph.get(node)?.forEach((before) => visit(before, [...path, node]));
    done.add(node);
  };
  [...graph.keys()].forEach((node) => visit(node, []));
}
