import { posix } from 'node:path';
import { type FileAssetLocation, FileAssetPackaging, type Stack } from 'aws-cdk-lib';

/**
 * Adds files of a folder to the assets of a stack, each under the hash of the folder and its own name. Returns where one of them
 * will be.
 *
 * @param stagedPath The folder within the output of the synthesis.
 * @param hash The hash of all of it.
 * @param names The names of the files from the folder on, with slashes.
 */
export function addFolderAssets(
  stack: Stack,
  stagedPath: string,
  hash: string,
  names: readonly string[],
): FileAssetLocation {
  const taken = new Set<string>();
  // a name is taken before what is that name and more
  const [asset] = [...names].sort().map((name) => {
    const path = posix.join(stagedPath, name);
    const { dir, name: stem } = posix.parse(name);
    // The key of an asset is its hash, which may hold folders, and what the name of its file ends in; and the hash alone tells
    // assets apart. Of 1.jpg and 1.json, the second has its whole name there, and a path that ends in no such thing.
    const short = posix.join(dir, stem);
    const isTaken = taken.has(short);
    const id = isTaken ? name : short;
    taken.add(id);
    return stack.synthesizer.addFileAsset({
      fileName: isTaken ? `${path}/.` : path,
      packaging: FileAssetPackaging.FILE,
      sourceHash: posix.join(hash, id),
    });
  });
  return asset;
}
