import { bucketAccesses, inFolder, listingAccesses, objectAccesses } from '../../iam/object-accesses';
import { orFailed, orRefused, type RoleAccess } from '../../iam/role-access';
import { asJsonObject, type JsonObject, type JsonValue } from '../../json-value';
import { imagePullAccesses, noImage, type DeployedModel } from '../hosting-accesses';
import { jobLogAccesses } from '../job-log-accesses';
import { asClientError, resultKey, sourceAccesses, volumeAccesses, type JobPlace } from '../sagemaker-accesses';
import { vpcAccesses } from '../vpc-accesses';

const LOG_GROUP = '/aws/sagemaker/TransformJobs';

/** Where a request for a transform job says that its input lies. */
export function transformSource({ TransformInput: input }: JsonObject): JsonObject {
  return asJsonObject(asJsonObject(asJsonObject(input).DataSource).S3DataSource);
}

/** What SageMaker says of input that it does not find or may not list. */
export function noObjectsFound(source: JsonObject, region: string): string {
  const uri = String(source.S3Uri);
  return `No S3 objects found under S3 URL "${uri}" given in input data source. Please ensure that the bucket exists in the selected region (${region}), that objects exist under that S3 prefix, and that the role of the model has "s3:ListBucket" permissions on bucket "${uri.split('/')[2]}".`;
}

/**
 * What SageMaker does with the role of a model in a transform job; of a model that no stack has made, its network and
 * its images are not known.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html
 */
export function transformAccesses(request: JsonObject, place: JobPlace, model?: DeployedModel): RoleAccess[] {
  const source = transformSource(request);
  const output = asJsonObject(request.TransformOutput);
  const resources = asJsonObject(request.TransformResources);
  const capture = asJsonObject(request.DataCaptureConfig);
  return [
    ...orRefused(listingAccesses(place, String(source.S3Uri)), () => noObjectsFound(source, place.owner.region)),
    ...(model ? pullAccesses(model) : []),
    ...orFailed(
      [
        ...(model ? vpcAccesses(model.properties, place.owner) : []),
        ...sourceAccesses(place, source),
        ...volumeAccesses(place, resources.VolumeKmsKeyId),
        ...writeAccesses(place, output.S3OutputPath, output.KmsKeyId),
        ...(capture.DestinationS3Uri === undefined
          ? []
          : writeAccesses(place, capture.DestinationS3Uri, capture.KmsKeyId)),
      ],
      asClientError,
    ),
    ...jobLogAccesses(place.owner, LOG_GROUP, `${String(request.TransformJobName)}/algo-1`).filter(
      // the metrics of a transform job are the service's own
      ({ action }) => action.startsWith('logs:'),
    ),
  ];
}

/** As of a model that is hosted, save that the job has been accepted when its instances pull the image. */
function pullAccesses(model: DeployedModel): RoleAccess[] {
  return orFailed(imagePullAccesses(model), (denial) => `ClientError: ${noImage(model, denial)}`);
}

function writeAccesses(place: JobPlace, folder: JsonValue | undefined, keyId: JsonValue | undefined) {
  const uri = inFolder(`${String(folder).replace(/\/$/, '')}/`, 'data.out');
  return [
    ...bucketAccesses(place, uri),
    ...objectAccesses(place, { uri, actions: ['s3:PutObject'], keyId: resultKey(keyId) }),
  ];
}
