import type { ResourceRequest } from './resource-provider';
import { isCustomType } from './template';
import { deployedSources, FILE_DEPLOYMENT, folderOf } from '../cloud-assembly/file-deployment';
import { type JsonObject } from '../json-value';

/** Custom resources of the CDK that know of buckets, and put nothing into them. */
const WRITES_NOTHING =
  /^Custom::(S3AutoDeleteObjects|S3BucketNotifications|CrossRegionExport(Reader|Writer)|AWSCDKCfnJson(Stringify)?)$/;

/** Where custom resources that are assumed to work have put objects into buckets, as far as anybody can know. */
export class BucketFillers {
  /** The places that deployments of files write to: files, and folders where the files are not known. */
  private readonly places = new Map<string, readonly string[]>();
  /** The properties of all others: what they do nobody knows. */
  private readonly others = new Map<string, JsonObject>();

  public onPresent(type: string, id: string, { properties, stack }: ResourceRequest): void {
    if (!isCustomType(type) || WRITES_NOTHING.test(type)) return;
    if (type !== FILE_DEPLOYMENT) return void this.others.set(id, properties);
    const bucket = `s3://${String(properties.DestinationBucketName)}/`;
    const keys = deployedSources(properties, stack.assets).flatMap((files) =>
      files === undefined ? [folderOf(properties)] : files.map(({ key }) => key),
    );
    this.places.set(
      id,
      keys.map((key) => bucket + key),
    );
  }

  /** Whether there may be objects at a place: one with its name, or below it. */
  public mayFill(uri: string): boolean {
    const [, , bucket] = uri.split('/');
    const written = [...this.places.values()].flat();
    return (
      written.some((place) => place.startsWith(uri) || (place.endsWith('/') && uri.startsWith(place))) ||
      [...this.others.values()].some((properties) => JSON.stringify(properties).includes(bucket))
    );
  }
}
