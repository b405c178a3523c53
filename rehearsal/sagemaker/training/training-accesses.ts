import { jobLogAccesses } from '../job-log-accesses';
import {
  asClientError,
  objectsIn,
  resultKey,
  sourceAccesses,
  volumeAccesses,
  type JobPlace,
} from '../sagemaker-accesses';
import { monitoringAccesses } from './training-monitoring-accesses';
import { trainingRoleRefusal } from './training-role-refusal';
import { arnIn } from '../../environment';
import { accessesTo, type Access } from '../../iam/access';
import { imageAccesses } from '../../iam/image-accesses';
import { bucketAccesses, inFolder, listingAccesses, objectAccesses } from '../../iam/object-accesses';
import { orFailed, orRefused, type RoleAccess } from '../../iam/role-access';
import { asJsonObject, type JsonObject, type JsonValue } from '../../json-value';
import { vpcAccesses } from '../vpc-accesses';

const LOG_GROUP = '/aws/sagemaker/TrainingJobs';
/** As AWS says it of the role of a training job. */
const OUTPUT_KEY_ACTIONS = ['kms:Encrypt', 'kms:GenerateDataKey', 'kms:Decrypt'];

/**
 * What SageMaker does with the role of a training job.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/dg/sagemaker-roles.html
 */
export function trainingAccesses(request: JsonObject, place: JobPlace): RoleAccess[] {
  const resources = asJsonObject(request.ResourceConfig);
  return [
    ...algorithmAccesses(request, place),
    ...objectsIn(request.InputDataConfig).flatMap((channel) => channelAccesses(request, channel, place)),
    ...orRefused(outputAccesses(request, place), () => trainingRoleRefusal('output', request)),
    ...orFailed(
      [
        ...volumeAccesses(place, resources.VolumeKmsKeyId),
        ...vpcAccesses(request, place.owner),
        ...checkpointAccesses(asJsonObject(request.CheckpointConfig).S3Uri, place),
      ],
      asClientError,
    ),
    ...monitoringAccesses(request, place),
    ...jobLogAccesses(place.owner, LOG_GROUP, `${String(request.TrainingJobName)}/algo-1`),
  ];
}

function algorithmAccesses(request: JsonObject, { owner }: JobPlace): RoleAccess[] {
  const {
    TrainingImage: image,
    AlgorithmName: name,
    TrainingImageConfig,
  } = asJsonObject(request.AlgorithmSpecification);
  const { TrainingRepositoryAuthConfig: auth } = asJsonObject(TrainingImageConfig);
  const { TrainingRepositoryCredentialsProviderArn: provider } = asJsonObject(auth);
  const algorithm = String(name).startsWith('arn:')
    ? String(name)
    : arnIn(owner, 'sagemaker', `algorithm/${String(name)}`);
  return [
    ...orRefused(imageAccesses(String(image)), () => trainingRoleRefusal('image', request)),
    ...orRefused(
      name === undefined ? [] : accessesTo(algorithm, ['sagemaker:DescribeAlgorithm']),
      ({ message }) => `Access denied when describing algorithm ${algorithm}: ${message}`,
    ),
    ...orFailed(provider === undefined ? [] : accessesTo(String(provider), ['lambda:InvokeFunction']), asClientError),
  ];
}

function channelAccesses(request: JsonObject, { DataSource }: JsonObject, place: JobPlace): RoleAccess[] {
  const { S3DataSource, FileSystemDataSource, DatasetSource } = asJsonObject(DataSource);
  const hub =
    asJsonObject(DatasetSource).DatasetArn ?? asJsonObject(asJsonObject(S3DataSource).HubAccessConfig).HubContentArn;
  return [
    ...orRefused(
      hub === undefined ? [] : accessesTo(String(hub), ['sagemaker:DescribeHubContent']),
      ({ message }) => `Access denied to hub content ${String(hub)}: ${message}`,
    ),
    ...(S3DataSource === undefined ? [] : s3Accesses(request, asJsonObject(S3DataSource), place)),
    ...orFailed(fileSystemAccesses(asJsonObject(FileSystemDataSource), place), asClientError),
  ];
}

function s3Accesses(request: JsonObject, source: JsonObject, place: JobPlace): RoleAccess[] {
  const uri = String(source.S3Uri);
  return [
    ...orRefused(listingAccesses(place, uri), () => trainingRoleRefusal('input', request, uri)),
    ...orFailed(
      sourceAccesses(place, source),
      ({ access: { resource }, message }) =>
        `ClientError: Data download failed:Unable to download object ${resource.replace(/^arn:[^:]+:s3:::/, 's3://')} (AccessDenied: ${message})`,
    ),
  ];
}

function outputAccesses(request: JsonObject, place: JobPlace): Access[] {
  const { S3OutputPath: path, KmsKeyId: keyId } = asJsonObject(request.OutputDataConfig);
  const folder = `${String(path).replace(/\/$/, '')}/${String(request.TrainingJobName)}/output/`;
  const keyActions = keyId === undefined ? undefined : OUTPUT_KEY_ACTIONS;
  const key = { keyId: resultKey(keyId), keyActions };
  return [
    ...bucketAccesses(place, String(path)),
    ...objectAccesses(place, { uri: inFolder(folder, 'model.tar.gz'), actions: ['s3:PutObject'], ...key }),
  ];
}

/** A job goes on from the checkpoints that it finds, and deletes those that its algorithm deletes. */
function checkpointAccesses(uri: JsonValue | undefined, place: JobPlace): Access[] {
  if (uri === undefined) return [];
  const actions = ['s3:GetObject', 's3:PutObject', 's3:DeleteObject'];
  return [
    ...bucketAccesses(place, String(uri)),
    ...objectAccesses(place, { uri: inFolder(String(uri), 'checkpoint'), actions }),
  ];
}

function fileSystemAccesses(source: JsonObject, { owner }: JobPlace): Access[] {
  const { FileSystemType: type, FileSystemId: id } = source;
  if (type === 'FSxLustre') return accessesTo('*', ['fsx:DescribeFileSystems']);
  if (type !== 'EFS') return [];
  return accessesTo(arnIn(owner, 'elasticfilesystem', `file-system/${String(id)}`), [
    'elasticfilesystem:DescribeFileSystems',
    'elasticfilesystem:DescribeMountTargets',
  ]);
}
