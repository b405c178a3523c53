import type { Defect } from './defect';
import type { TreeCopy } from './tree-copy';

/** A net has taken so long that nobody waits for what it may still notice. */
export class OutOfTime extends Error {}

/** What defects are to be caught by. */
export interface Net {
  readonly name: string;
  /**
   * What it notices in a copy of the tree, or `undefined` where it notices nothing. Throws `OutOfTime`.
   *
   * @param defect The one that is in the copy, if there is one.
   */
  tryOn(copy: TreeCopy, defect?: Defect): Promise<string | undefined>;
}
