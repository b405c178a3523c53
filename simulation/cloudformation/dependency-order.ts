/** Something that comes after other things. */
export interface Dependent {
  /** Their ids. */
  readonly needs: readonly string[];
}

/** Sees to resources, each after those that it needs; what needs a failure is left out. */
export async function inOrder<Node extends readonly [string, Dependent]>(
  nodes: readonly Node[],
  visit: (node: Node) => Promise<boolean>,
): Promise<boolean> {
  const visits = new Map<string, Promise<boolean>>();
  for (const node of sorted(nodes)) {
    const [id, { needs }] = node;
    const before = needs.map((other) => visits.get(other) ?? Promise.resolve(true));
    visits.set(
      id,
      Promise.all(before).then(async (done) => (done.every(Boolean) ? visit(node) : false)),
    );
  }
  return (await Promise.all(visits.values())).every(Boolean);
}

/** Each after those that it needs. */
function sorted<Node extends readonly [string, Dependent]>(nodes: readonly Node[]): Node[] {
  const byId = new Map(nodes.map((node) => [node[0], node]));
  const result = new Set<Node>();
  const add = (node: Node): void => {
    for (const id of node[1].needs) if (byId.has(id) && !result.has(byId.get(id)!)) add(byId.get(id)!);
    result.add(node);
  };
  nodes.forEach(add);
  return [...result];
}
