import { objectsIn } from './sagemaker-accesses';
import { vpcAccesses } from './vpc-accesses';
import type { Environment } from '../environment';
import type { Access } from '../iam/access';
import type { Denial } from '../iam/denial';
import { imageAccesses } from '../iam/image-accesses';
import { newLogAccesses } from '../iam/log-accesses';
import { inFolder, listingAccesses, objectAccesses, type ObjectPlace } from '../iam/object-accesses';
import { orRefused, orUnnoticed, type RoleAccess } from '../iam/role-access';
import { asJsonObject, type JsonObject } from '../json-value';

const READ = ['s3:GetObject'];

/** A model as a stack has made it. */
export interface DeployedModel {
  readonly name: string;
  readonly roleArn: string;
  /** The properties of its `AWS::SageMaker::Model`. */
  readonly properties: JsonObject;
}

/** Where the data of a model lies. */
export function modelDataUris({ properties }: Pick<DeployedModel, 'properties'>): string[] {
  return containersOf(properties)
    .flatMap(modelDataOf)
    .map(({ uri }) => uri);
}

/** What SageMaker says when it cannot read a model with the model's role. */
export function noModelData(url: string, roleArn: string, region: string): string {
  return `Could not access model data at ${url}. Please ensure that the role "${roleArn}" exists and that its trust relationship policy allows the action "sts:AssumeRole" for the service principal "sagemaker.amazonaws.com". Also ensure that the role has "s3:GetObject" permissions and that the object is located in ${region}.`;
}

/** What SageMaker does with the role of a model that is made: it looks whether the model's data is there. */
export function modelDataAccesses({ roleArn, properties }: DeployedModel, place: ObjectPlace): RoleAccess[] {
  return containersOf(properties)
    .flatMap(modelDataOf)
    .flatMap(({ uri, isPrefix }) =>
      orRefused(isPrefix ? prefixAccesses(uri, place) : objectAccesses(place, { uri, actions: READ }), () =>
        noModelData(uri, roleArn, place.owner.region),
      ),
    );
}

/** What an endpoint is called, and where it is. */
export interface EndpointPlace extends Environment {
  readonly endpoint: string;
}

/**
 * What SageMaker does with the role of a model that is served: it makes network interfaces, pulls images, and writes logs.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html
 */
export function endpointAccesses(model: DeployedModel, place: EndpointPlace): RoleAccess[] {
  const log = { ...place, group: `/aws/sagemaker/Endpoints/${place.endpoint}`, stream: 'AllTraffic/i-0' };
  return [
    ...orRefused(imagePullAccesses(model), (denial) => noImage(model, denial)),
    ...orRefused(vpcAccesses(model.properties, place), ({ message }) => message),
    // it makes the group, and does not look for the streams in it
    ...orUnnoticed(newLogAccesses(log).filter(({ action }) => action !== 'logs:DescribeLogStreams')),
  ];
}

/** What SageMaker does with the role of a model before it can run the model's containers. */
export function imagePullAccesses({ properties }: DeployedModel): Access[] {
  return containersOf(properties).flatMap(({ Image: image }) => imageAccesses(String(image)));
}

/** What SageMaker says when the role of a model may not pull an image. */
export function noImage({ roleArn, properties }: DeployedModel, { access: { action, resource } }: Denial): string {
  const images = containersOf(properties).map(({ Image: image }) => String(image));
  const denied = images.find((image) => imageAccesses(image).some((access) => access.resource === resource));
  return `The role '${roleArn}' does not have ${action.slice('ecr:'.length)} permission for the image: '${denied ?? images[0]}'.`;
}

/** Where the data of a container's model lies. */
interface ModelDataPlace {
  readonly uri: string;
  /** Whether the data is all that begins like it. */
  readonly isPrefix: boolean;
}

/** An archive, the folder of the archives of several models, or sources of other forms. */
function modelDataOf({ ModelDataUrl: url, Mode: mode, ...container }: JsonObject): ModelDataPlace[] {
  const sources = [asJsonObject(container.ModelDataSource), ...objectsIn(container.AdditionalModelDataSources)];
  return [
    ...(url === undefined ? [] : [{ uri: String(url), isPrefix: mode === 'MultiModel' }]),
    ...sources
      .map(({ S3DataSource: source }) => asJsonObject(source))
      .filter(({ S3Uri: uri }) => uri !== undefined)
      .map(({ S3Uri: uri, S3DataType: type }) => ({ uri: String(uri), isPrefix: type === 'S3Prefix' })),
  ];
}

function prefixAccesses(uri: string, place: ObjectPlace): Access[] {
  return [
    ...listingAccesses(place, uri).filter(({ action }) => action === 's3:ListBucket'),
    ...objectAccesses(place, { uri: inFolder(uri, 'model'), actions: READ }),
  ];
}

function containersOf({ PrimaryContainer, Containers }: JsonObject): JsonObject[] {
  return [...(PrimaryContainer === undefined ? [] : [asJsonObject(PrimaryContainer)]), ...objectsIn(Containers)];
}
