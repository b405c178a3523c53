import type { Defect } from './defect';
import { type Net, OutOfTime } from './net';
import type { Patience } from './patience';
import type { TreeCopy } from './tree-copy';

/** What became of a defect. */
export interface Verdict {
  readonly defect: Defect;
  readonly seconds: number;
  /** The net that has caught it, and what that has noticed; absent where no net has. */
  readonly caught?: { readonly by: string; readonly sign: string };
}

/** Tries one net after the other, until one notices the defect. */
export async function verdictOn(
  defect: Defect,
  tree: TreeCopy,
  nets: readonly Net[],
  patience: Patience,
): Promise<Verdict> {
  const begun = Date.now();
  const copy = tree.with(defect);
  try {
    for (const net of nets) {
      const sign = await net.tryOn(copy, defect, patience.secondsFor(net)).catch(nothingInTime);
      if (sign !== undefined) return { defect, seconds: since(begun), caught: { by: net.name, sign } };
    }
    return { defect, seconds: since(begun) };
  } finally {
    copy.remove();
  }
}

/**
 * Throws where a net notices something in the handler as it is: it would notice that with any defect, too. Tells how long
 * the net takes.
 */
export async function requireQuiet(net: Net, tree: TreeCopy, patience: Patience): Promise<void> {
  const begun = Date.now();
  const sign = await net.tryOn(tree);
  patience.learn(net, since(begun));
  if (sign !== undefined) throw new Error(`Without a defect, the ${net.name} must find nothing, and has found ${sign}`);
}

function nothingInTime(error: unknown): undefined {
  if (!(error instanceof OutOfTime)) throw error;
}

function since(moment: number): number {
  return (Date.now() - moment) / 1000;
}
