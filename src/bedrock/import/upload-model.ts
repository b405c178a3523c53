import { AssetStaging, IgnoreMode, Stack, SymlinkFollowMode } from 'aws-cdk-lib';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { filesOfModel } from './folder/model-files';
import { assetBucket } from '../../access/asset-bucket';
import { assetFolderKey } from '../../access/asset-folder-key';
import { addFolderAssets } from '../../access/folder-assets';
import { invalid } from '../../validation/invalid';

/** Adds the files of a folder to the assets of a stack, and says in which bucket and under which prefix they will be. */
export function uploadModel(scope: Construct, folder: string): { readonly bucket: IBucket; readonly prefix: string } {
  const names = filesOfModel(folder).map(({ name }) => name);
  if (names.length === 0) throw invalid(scope, 'modelSource', 'a folder with the files of a model', folder);
  const stack = Stack.of(scope);
  const staging = new AssetStaging(scope, 'Model', {
    sourcePath: folder,
    follow: SymlinkFollowMode.ALWAYS,
    // what is not uploaded is no part of the hash
    ignoreMode: IgnoreMode.GIT,
    exclude: ['*', ...names.map((name) => `!/${name.replace(/[\\*?[\]!# ]/g, '\\$&')}`)],
  });
  const asset = addFolderAssets(stack, staging.relativeStagedPath(stack), staging.assetHash, names);
  const source = { member: 'modelSource', inputPath: folder, otherwise: 'in a bucket' } as const;
  return {
    bucket: assetBucket(scope, 'ModelBucket', asset),
    prefix: assetFolderKey(scope, asset, staging.assetHash, source),
  };
}
