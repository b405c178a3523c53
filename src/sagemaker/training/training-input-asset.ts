import { existsSync, readdirSync, statSync } from 'node:fs';
import * as path from 'node:path';
import { AssetStaging, FileAssetPackaging, IgnoreMode, Stack, SymlinkFollowMode } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type { TableHeader } from './training-header-rules';
import type { TrainingInputContext } from './training-input-context';
import { assetBucket } from '../../access/asset-bucket';
import { assetFolderKey } from '../../access/asset-folder-key';
import { addFolderAssets } from '../../access/folder-assets';
import { invalid } from '../../validation/invalid';
import { noteDataFiles } from '../data-file/data-file-notes';
import type { DataFileRules } from '../data-file/data-file-rules';
import { CSV } from '../data-file/first-line';
import { tableHeaderIn, textCellIn } from '../data-file/table-header';

/** Files that are uploaded. */
export interface UploadedInput {
  readonly bucket: IBucket;
  readonly prefix: string;
  /** Those of CSV that begin with the names of columns. */
  readonly headers: readonly TableHeader[];
}

/** Adds a file, or the files of a folder, to the assets of the stack, and says under which prefix they will be. */
export function uploadInput(
  context: Pick<TrainingInputContext, 'job' | 'member' | 'channelName'>,
  inputPath: string,
  rules: DataFileRules,
): UploadedInput {
  const { job, member, channelName } = context;
  if (!existsSync(inputPath)) throw invalid(job, member, 'a file or a folder that exists', inputPath);
  const isFolder = statSync(inputPath).isDirectory();
  const names = isFolder ? namesIn(inputPath) : [path.basename(inputPath)];
  if (names.length === 0) {
    throw invalid(job, member, "a folder with at least one file whose name does not begin with '.'", inputPath);
  }
  const folder = isFolder ? inputPath : path.dirname(inputPath);
  noteDataFiles(job, folder, names, rules);

  const stack = Stack.of(job);
  const staging = new AssetStaging(job, `Input-${channelName}`, {
    sourcePath: inputPath,
    follow: SymlinkFollowMode.ALWAYS,
    // what is not uploaded is no part of the hash; the name of a file is what the container sees
    ...(isFolder ? { ignoreMode: IgnoreMode.GIT, exclude: ['.*'] } : { extraHash: names[0] }),
  });
  const stagedPath = staging.relativeStagedPath(stack);
  const asset = isFolder
    ? addFolderAssets(stack, stagedPath, staging.assetHash, names)
    : stack.synthesizer.addFileAsset({
        fileName: stagedPath,
        packaging: FileAssetPackaging.FILE,
        // it may hold a folder, in which the file has its own name
        sourceHash: path.posix.join(staging.assetHash, path.parse(names[0]).name),
      });
  return {
    headers: rules.contentType === CSV ? headersOf(job, member, folder, names) : [],
    bucket: assetBucket(job, `InputBucket-${channelName}`, asset),
    prefix: assetFolderKey(job, asset, staging.assetHash, { member, inputPath, otherwise: 'in a bucket' }),
  };
}

function headersOf(job: Construct, member: string, folder: string, names: readonly string[]): TableHeader[] {
  // as it is with all that is read of them
  if (!Stack.of(job).bundlingRequired) return [];
  return names.flatMap((file) => {
    const header = tableHeaderIn(path.join(folder, file));
    const cell = textCellIn(path.join(folder, file), header !== undefined);
    return [
      ...(header === undefined ? [] : [{ member, file, text: header }]),
      ...(cell === undefined ? [] : [{ member, file, text: cell, isCell: true }]),
    ];
  });
}

/** The files in a folder and in its folders, by their paths from it, in an order that does not depend on the machine. */
function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => !name.startsWith('.'))
    .sort()
    .flatMap((name) => {
      const file = path.join(folder, name);
      return statSync(file).isDirectory() ? namesIn(file).map((inner) => `${name}/${inner}`) : [name];
    });
}
