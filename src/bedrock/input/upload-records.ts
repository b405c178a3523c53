import {
  AssetStaging,
  type FileAssetLocation,
  FileAssetPackaging,
  IgnoreMode,
  Stack,
  SymlinkFollowMode,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { InputFiles } from './record-files';
import { assetFolderKey } from '../../access/asset-folder-key';
import { addFolderAssets } from '../../access/folder-assets';

/**
 * Adds files of records to the assets of a stack, and says under which key, or under which prefix, they will be.
 *
 * @param id What the asset is called in the job.
 */
export function uploadRecords(
  scope: Construct,
  id: string,
  inputPath: string,
  { isFolder, files }: InputFiles,
): FileAssetLocation {
  const stack = Stack.of(scope);
  const staging = new AssetStaging(scope, id, {
    sourcePath: inputPath,
    follow: SymlinkFollowMode.ALWAYS,
    // what is not uploaded is no part of the hash
    ...(isFolder && { ignoreMode: IgnoreMode.GIT, exclude: ['*', '!*.jsonl', '.*'] }),
  });
  const stagedPath = staging.relativeStagedPath(stack);
  if (!isFolder) {
    const { assetHash: sourceHash } = staging;
    return stack.synthesizer.addFileAsset({ fileName: stagedPath, packaging: FileAssetPackaging.FILE, sourceHash });
  }

  const names = files.map(({ name }) => name);
  const asset = addFolderAssets(stack, stagedPath, staging.assetHash, names);
  const source = { member: 'input', inputPath, otherwise: 'a file' } as const;
  return { ...asset, objectKey: assetFolderKey(scope, asset, staging.assetHash, source) };
}
