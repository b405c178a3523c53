import type { ResourceRequest } from './resource-provider';
import { FILE_DEPLOYMENT } from '../cloud-assembly/file-deployment';
import { ServiceError } from '../emulated-api/service-error';
import type { EmulatedJob } from '../jobs/emulated-job';
import { placesOf } from '../jobs/unfilled-input';

/** With what the CDK empties a bucket before it is deleted: `autoDeleteObjects`. */
const EMPTYING = 'Custom::S3AutoDeleteObjects';

/** Which buckets of stacks have objects in them, as far as deployments of files and jobs have put them there. */
export class BucketContents {
  private readonly deployedTo = new Set<string>();
  private readonly emptied = new Set<string>();

  /** @param jobs The jobs of all services. */
  constructor(private readonly jobs: () => readonly EmulatedJob[]) {}

  public onPresent(type: string, { properties }: ResourceRequest): void {
    if (type !== FILE_DEPLOYMENT) return;
    this.deployedTo.add(String(properties.DestinationBucketName));
    this.emptied.delete(String(properties.DestinationBucketName));
  }

  /** Refuses to delete a bucket with objects in it, as S3 does. */
  public onGone(type: string, id: string, { properties }: ResourceRequest): void {
    if (type === EMPTYING) this.emptied.add(String(properties.BucketName));
    if (type === FILE_DEPLOYMENT && String(properties.RetainOnDelete) === 'false') {
      this.deployedTo.delete(String(properties.DestinationBucketName));
    }
    if (type !== 'AWS::S3::Bucket') return;
    if (this.emptied.has(id) || !this.isFilled(id)) return void this.deployedTo.delete(id);
    throw ServiceError.validation('The bucket you tried to delete is not empty (Service: S3, Status Code: 409)');
  }

  private isFilled(bucket: string): boolean {
    const isIn = (uri: string) => uri.split('/')[2] === bucket;
    return (
      this.deployedTo.has(bucket) ||
      this.jobs().some(({ status, request }) => /^completed$/i.test(status) && placesOf(request).some(isIn))
    );
  }
}
