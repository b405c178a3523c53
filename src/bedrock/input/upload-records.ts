import { join, parse } from 'node:path';
import {
  AssetStaging,
  type FileAssetLocation,
  FileAssetPackaging,
  IgnoreMode,
  Stack,
  SymlinkFollowMode,
  Token,
} from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import type { InputFiles } from './record-files';
import { invalid } from '../../validation/invalid';

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
  const add = (fileName: string, sourceHash: string) =>
    stack.synthesizer.addFileAsset({ fileName, packaging: FileAssetPackaging.FILE, sourceHash });
  if (!isFolder) return add(stagedPath, staging.assetHash);

  // the key of an asset is the hash and what the name ends in: it may hold a folder
  const [asset] = files.map(({ name }) => add(join(stagedPath, name), `${staging.assetHash}/${parse(name).name}`));
  const { objectKey } = asset;
  if (Token.isUnresolved(objectKey)) {
    throw invalid(
      scope,
      'input',
      'a file, as the synthesizer of the stack does not say where it puts assets',
      inputPath,
    );
  }
  return { ...asset, objectKey: objectKey.slice(0, objectKey.lastIndexOf('/') + 1) };
}
