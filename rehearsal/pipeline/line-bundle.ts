import type { PlacedLine } from './pipeline-layout';

/** Lines between two columns that share one vertical stroke: each of their sources leads to each of their targets. */
export interface LineBundle {
  readonly sources: readonly number[];
  readonly targets: readonly number[];
}

/**
 * The lines between two columns in bundles, those further left first. Undefined where a drawing would suggest a line
 * that does not exist.
 */
export function bundled(lines: readonly PlacedLine[]): LineBundle[] | undefined {
  const rest = new Set(bundlesOf(lines));
  const ordered: LineBundle[] = [];
  while (rest.size > 0) {
    const next = [...rest].find((bundle) => [...rest].every((other) => other === bundle || !isLeftOf(other, bundle)));
    if (!next) return undefined;
    rest.delete(next);
    ordered.push(next);
  }
  return ordered;
}

/** Says whether a bundle is one straight line. */
export function isStraight({ sources, targets }: LineBundle): boolean {
  return sources.length === 1 && targets.length === 1 && sources[0] === targets[0];
}

function bundlesOf(lines: readonly PlacedLine[]): LineBundle[] {
  const targetsBySource = new Map<number, number[]>();
  for (const { from, to } of lines) {
    targetsBySource.set(
      from.row,
      [...(targetsBySource.get(from.row) ?? []), to.row].sort((a, b) => a - b),
    );
  }
  const bundles = new Map<string, { sources: number[]; targets: number[] }>();
  for (const [source, targets] of targetsBySource) {
    const bundle = bundles.get(targets.join()) ?? { sources: [], targets };
    bundle.sources.push(source);
    bundles.set(targets.join(), bundle);
  }
  return [...bundles.values()];
}

/**
 * Says whether a bundle must be drawn to the left of another: it leaves a row that the other comes into, or the other
 * joins one of its lines and leads nowhere else. Bundles that share a target and both lead elsewhere, too, are each to
 * be left of the other.
 */
function isLeftOf(bundle: LineBundle, other: LineBundle): boolean {
  if (bundle.sources.some((row) => other.targets.includes(row))) return true;
  return bundle.targets.length > 1 && bundle.targets.some((row) => other.targets.includes(row));
}
