import { type FileAssetLocation, Token } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { invalid } from '../validation/invalid';

/**
 * Returns the folder of the bucket in which assets under one hash lie, with the slash at its end.
 *
 * @param hash The hash under which the assets were added.
 * @param source The property that names the local files, what it names, and what it must be where the folder cannot be told.
 */
export function assetFolderKey(
  scope: Construct,
  { objectKey }: FileAssetLocation,
  hash: string,
  { member, inputPath, otherwise }: { member: string; inputPath: string; otherwise: 'a file' | 'in a bucket' },
): string {
  if (Token.isUnresolved(objectKey)) {
    const allowed = `${otherwise}, as the synthesizer of the stack does not say where it puts assets`;
    throw invalid(scope, member, allowed, inputPath);
  }
  return objectKey.slice(0, objectKey.indexOf(hash) + hash.length + 1);
}
