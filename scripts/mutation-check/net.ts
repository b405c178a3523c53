import type { Defect } from './defect';
import type { TreeCopy } from './tree-copy';

/** A net has taken so long that nobody waits for what it may still notice. */
export class OutOfTime extends Error {}

/** What defects are to be caught by. */
export interface Net {
  /** What has noticed a defect, as the table says it: several nets may be parts of one. */
  readonly name: string;
  /**
   * What it notices in a copy of the tree, or `undefined` where it notices nothing. Throws `OutOfTime`.
   *
   * @param defect The one that is in the copy, if there is one.
   * @param seconds How long it may take. @default - as long as it takes
   */
  tryOn(copy: TreeCopy, defect?: Defect, seconds?: number): Promise<string | undefined>;
}
