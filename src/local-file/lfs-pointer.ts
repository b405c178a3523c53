/**
 * Whether a file begins as a pointer of Git LFS does, which stands for the file itself until that is fetched.
 *
 * @see https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
 */
export function isLfsPointer(head: Buffer): boolean {
  return head.toString('latin1', 0, POINTER.length) === POINTER;
}

const POINTER = 'version https://git-lfs.github.com/spec/';
