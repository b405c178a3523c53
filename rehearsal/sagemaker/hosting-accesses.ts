import { objectsIn } from './sagemaker-accesses';
import { vpcAccesses } from './vpc-accesses';
import type { Environment } from '../environment';
import { imageAccesses } from '../iam/image-accesses';
import { newLogAccesses } from '../iam/log-accesses';
import { objectAccesses, type ObjectPlace } from '../iam/object-accesses';
import { orRefused, orUnnoticed, type RoleAccess } from '../iam/role-access';
import { asJsonObject, type JsonObject } from '../json-value';

/** A model as a stack has made it. */
export interface DeployedModel {
  readonly name: string;
  readonly roleArn: string;
  /** The properties of its `AWS::SageMaker::Model`. */
  readonly properties: JsonObject;
}

/** What SageMaker says when it cannot read a model with the model's role. */
export function noModelData(url: string, roleArn: string, region: string): string {
  return `Could not access model data at ${url}. Please ensure that the role "${roleArn}" exists and that its trust relationship policy allows the action "sts:AssumeRole" for the service principal "sagemaker.amazonaws.com". Also ensure that the role has "s3:GetObject" permissions and that the object is located in ${region}.`;
}

/** What SageMaker does with the role of a model that is made: it looks whether the model's data is there. */
export function modelDataAccesses({ roleArn, properties }: DeployedModel, place: ObjectPlace): RoleAccess[] {
  return containersOf(properties).flatMap(({ ModelDataUrl: url }) =>
    url === undefined
      ? []
      : orRefused(objectAccesses(place, { uri: String(url), actions: ['s3:GetObject'] }), () =>
          noModelData(String(url), roleArn, place.owner.region),
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
    ...imageAccessesOf(model),
    ...orRefused(vpcAccesses(model.properties, place), ({ message }) => message),
    // it makes the group, and does not look for the streams in it
    ...orUnnoticed(newLogAccesses(log).filter(({ action }) => action !== 'logs:DescribeLogStreams')),
  ];
}

function imageAccessesOf({ roleArn, properties }: DeployedModel): RoleAccess[] {
  return containersOf(properties).flatMap(({ Image: image }) =>
    orRefused(
      imageAccesses(String(image)),
      ({ access: { action } }) =>
        `The role '${roleArn}' does not have ${action.slice('ecr:'.length)} permission for the image: '${String(image)}'.`,
    ),
  );
}

function containersOf({ PrimaryContainer, Containers }: JsonObject): JsonObject[] {
  return [...(PrimaryContainer === undefined ? [] : [asJsonObject(PrimaryContainer)]), ...objectsIn(Containers)];
}
