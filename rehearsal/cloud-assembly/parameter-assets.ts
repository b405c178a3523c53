import { extname } from 'node:path';
import type { Environment } from '../environment';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

const ASSET = 'aws:cdk:asset';
/** What parts the key, which a template joins again. */
const SEPARATOR = '||';

/** A file asset of which the template has parameters, as the CDK's `LegacyStackSynthesizer` makes them. */
export interface ParameterAsset {
  /** In the folder of the assembly. */
  readonly path: string;
  readonly bucket: string;
  readonly key: string;
  /** What `cdk deploy` gives to the stack when it has uploaded the asset. */
  readonly parameters: Readonly<Record<string, string>>;
}

/**
 * The file assets that the metadata of a stack tells of, as `cdk deploy` uploads them: into the bucket of the bootstrap, with the
 * keys and parameters of `prepareFileAsset` in aws-cdk 2.1148.1.
 *
 * @see https://docs.aws.amazon.com/cdk/api/v2/docs/aws-cdk-lib.LegacyStackSynthesizer.html
 */
export function parameterAssets(metadata: JsonValue | undefined, { account, region }: Environment): ParameterAsset[] {
  const bucket = `cdk-hnb659fds-assets-${account}-${region}`;
  return (
    Object.values(isJsonObject(metadata) ? metadata : {})
      .flat()
      .filter(isJsonObject)
      .flatMap(({ type, data }) => (type === ASSET && isJsonObject(data) ? [data] : []))
      // an image has none
      .filter(({ s3BucketParameter }) => s3BucketParameter !== undefined)
      .map((asset) => located(asset, bucket))
  );
}

function located(asset: JsonObject, bucket: string): ParameterAsset {
  const { path, id, packaging, sourceHash } = asset;
  const name = `${String(sourceHash)}${packaging === 'zip' ? '.zip' : extname(String(path))}`;
  const prefix = id === sourceHash ? 'assets/' : `assets/${String(id)}/`;
  return {
    path: String(path),
    bucket,
    key: prefix + name,
    parameters: {
      [String(asset.s3BucketParameter)]: bucket,
      [String(asset.s3KeyParameter)]: prefix + SEPARATOR + name,
      [String(asset.artifactHashParameter)]: String(sourceHash),
    },
  };
}
