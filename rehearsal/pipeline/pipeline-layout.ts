import type { PipelineStep } from './pipeline';

/** A place in the drawing: a step's, or one that a line passes on its way to a step further right. */
export interface Place {
  readonly column: number;
  readonly row: number;
  readonly step?: PipelineStep;
}

/** A line between places in neighbouring columns. */
export interface PlacedLine {
  readonly from: Place;
  readonly to: Place;
}

/** Where the steps of a pipeline are drawn: each to the right of those that it waits for. */
export interface PipelineLayout {
  readonly places: readonly Place[];
  readonly lines: readonly PlacedLine[];
  readonly columns: number;
  readonly rows: number;
}

interface Node {
  readonly column: number;
  readonly step?: PipelineStep;
  readonly next: Node[];
  row?: number;
}

export function layoutOf(steps: readonly PipelineStep[]): PipelineLayout {
  const nodes = nodesOf(steps);
  const rows = assignRows(nodes);
  const places = new Map(nodes.map((node) => [node, { column: node.column, row: node.row!, step: node.step }]));
  const lines = nodes.flatMap((node) => node.next.map((to) => ({ from: places.get(node)!, to: places.get(to)! })));
  const columns = Math.max(0, ...nodes.map(({ column }) => column + 1));
  return { places: [...places.values()], lines, columns, rows };
}

/** The steps, and nodes where a line passes a column. */
function nodesOf(steps: readonly PipelineStep[]): Node[] {
  const byStep = new Map<PipelineStep, Node>();
  const passing = new Map<string, Node>();
  /** The node in a column that a line comes from which begins at a step. */
  const origin = (index: number, from: Node, column: number): Node => {
    if (from.column === column) return from;
    const key = `${index} ${column}`;
    const known = passing.get(key);
    if (known) return known;
    const node: Node = { column, next: [] };
    passing.set(key, node);
    origin(index, from, column - 1).next.push(node);
    return node;
  };
  for (const step of steps) {
    const before = step.waitsFor.map((other) => byStep.get(other)!);
    const node: Node = { column: Math.max(0, ...before.map(({ column }) => column + 1)), step, next: [] };
    byStep.set(step, node);
    before.forEach((from) => origin(steps.indexOf(from.step!), from, node.column - 1).next.push(node));
  }
  return [...byStep.values(), ...passing.values()];
}

/** The longest way goes straight on; each branch has a row of its own. */
function assignRows(nodes: readonly Node[]): number {
  const heights = new Map<Node, number>();
  const height = (node: Node): number => {
    const known = heights.get(node) ?? Math.max(0, ...node.next.map((next) => height(next) + 1));
    heights.set(node, known);
    return known;
  };
  let rows = 0;
  const place = (node: Node, row: number): void => {
    node.row = row;
    let straight = true;
    for (const next of [...node.next].sort((a, b) => height(b) - height(a))) {
      if (next.row !== undefined) continue;
      place(next, straight ? row : rows++);
      straight = false;
    }
  };
  const reached = new Set(nodes.flatMap(({ next }) => next));
  nodes.filter((node) => !reached.has(node)).forEach((node) => place(node, rows++));
  return rows;
}
