import { createHash } from 'node:crypto';
import { arnIn, bucketArnIn, iamArnIn, type Environment } from '../environment';
import type { JsonObject, JsonValue } from '../json-value';
import { urlSuffixOf } from '../partition';

/** Where a resource lives. */
export interface ResourceAddress extends Environment {
  readonly stackName: string;
  readonly logicalId: string;
  /** Tells a replacement from what it replaces. */
  readonly generation: number;
}

/** Properties that give a resource its name. */
const NAME_PROPERTIES: Record<string, string> = {
  'AWS::Lambda::Function': 'FunctionName',
  'AWS::S3::Bucket': 'BucketName',
  'AWS::IAM::Role': 'RoleName',
  'AWS::IAM::ManagedPolicy': 'ManagedPolicyName',
  'AWS::StepFunctions::StateMachine': 'StateMachineName',
  'AWS::Logs::LogGroup': 'LogGroupName',
  'AWS::SageMaker::Model': 'ModelName',
  'AWS::SageMaker::EndpointConfig': 'EndpointConfigName',
  'AWS::SageMaker::Endpoint': 'EndpointName',
  'AWS::SNS::Topic': 'TopicName',
  'AWS::SQS::Queue': 'QueueName',
  'AWS::DynamoDB::Table': 'TableName',
};

/** Physical ids that are a prefix and hexadecimal digits. */
const HEXADECIMAL_IDS: Record<string, string> = {
  'AWS::EC2::VPC': 'vpc-',
  'AWS::EC2::Subnet': 'subnet-',
  'AWS::EC2::SecurityGroup': 'sg-',
  'AWS::EC2::RouteTable': 'rtb-',
  'AWS::EC2::InternetGateway': 'igw-',
  'AWS::EC2::NatGateway': 'nat-',
  'AWS::EC2::VPCEndpoint': 'vpce-',
  'AWS::EC2::EIP': 'eipalloc-',
  'AWS::EFS::FileSystem': 'fs-',
  'AWS::EFS::MountTarget': 'fsmt-',
  'AWS::FSx::FileSystem': 'fs-',
};

/** Types whose `Ref` is their ARN, by the last part of that ARN. */
const ARN_IDS: Record<string, string> = {
  'AWS::StepFunctions::StateMachine': 'states:stateMachine:',
  'AWS::SageMaker::Model': 'sagemaker:model/',
  'AWS::SageMaker::EndpointConfig': 'sagemaker:endpoint-config/',
  'AWS::SageMaker::Endpoint': 'sagemaker:endpoint/',
  'AWS::SNS::Topic': 'sns:',
};

/** The service chooses its id, in letters that the ids of models may have. */
const INFERENCE_PROFILE = 'AWS::Bedrock::ApplicationInferenceProfile';

/** The ids of these are letters and digits; `Ref` of a data source has that of its knowledge base, too. */
const KNOWLEDGE_BASE = 'AWS::Bedrock::KnowledgeBase';
const DATA_SOURCE = 'AWS::Bedrock::DataSource';
const SHORT_ID_LENGTH = 10;

/** What of these makes a new resource, where it changes. */
const REPLACED_FOR: Record<string, readonly string[]> = {
  [KNOWLEDGE_BASE]: ['KnowledgeBaseConfiguration', 'StorageConfiguration'],
  [DATA_SOURCE]: ['KnowledgeBaseId'],
};

/** Any change of these makes a new resource. */
const ALWAYS_REPLACED = new Set([
  'AWS::SageMaker::Model',
  'AWS::SageMaker::EndpointConfig',
  'AWS::Lambda::Version',
  'AWS::Lambda::LayerVersion',
]);

/** Says whether CloudFormation would replace the resource instead of updating it in place. */
export function isReplacement(type: string, before: JsonObject, after: JsonObject): boolean {
  const nameProperty = NAME_PROPERTIES[type];
  const differs = (property: string) => JSON.stringify(before[property]) !== JSON.stringify(after[property]);
  if (REPLACED_FOR[type]?.some(differs)) return true;
  return ALWAYS_REPLACED.has(type) || (nameProperty !== undefined && before[nameProperty] !== after[nameProperty]);
}

/** A plausible physical id for a resource that is assumed created. */
export function physicalId(type: string, properties: JsonObject, address: ResourceAddress): string {
  const prefix = HEXADECIMAL_IDS[type];
  if (prefix) return prefix + digest(address).slice(0, 17);
  if (type === 'AWS::KMS::Key') return uuidOf(JSON.stringify(address));
  if (type === INFERENCE_PROFILE) return inferenceProfileArn(address);
  if (type === KNOWLEDGE_BASE) return shortId(address);
  if (type === DATA_SOURCE) return `${String(properties.KnowledgeBaseId)}|${shortId(address)}`;
  const name = nameOf(type, properties, address);
  if (type === 'AWS::IAM::ManagedPolicy') return iamArnIn(address, `policy${pathOf(properties)}${name}`);
  const arnTail = ARN_IDS[type];
  if (arnTail) return serviceArn(arnTail, name, address);
  return name;
}

/** A plausible attribute of such a resource. */
export function attribute(
  name: string,
  type: string,
  properties: JsonObject,
  id: string,
  address: ResourceAddress,
): JsonValue {
  const own = attributesOf(type, properties, id, address)[name];
  if (own !== undefined) return own;
  if (/Arns?$/.test(name)) return genericArn(type, id, address);
  return `${id}-${name}`;
}

/** A version 4 UUID that is always the same for the same seed. */
export function uuidOf(seed: string): string {
  const hex = createHash('sha256').update(seed).digest('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), `4${hex.slice(13, 16)}`, `a${hex.slice(17, 20)}`, hex.slice(20, 32)].join(
    '-',
  );
}

/** The name that CloudFormation makes up: stack, logical id and something random. */
export function generatedName(address: ResourceAddress): string {
  return `${address.stackName}-${address.logicalId}-${suffix(address)}`;
}

function nameOf(type: string, properties: JsonObject, address: ResourceAddress): string {
  const given = properties[NAME_PROPERTIES[type] ?? ''];
  if (typeof given === 'string') return given;
  if (type === 'AWS::S3::Bucket') {
    const { stackName, logicalId } = address;
    return `${stackName}-${logicalId}`.toLowerCase().slice(0, 50) + `-${suffix(address).toLowerCase()}`;
  }
  if (type === 'AWS::StepFunctions::StateMachine') return `${address.logicalId}-${suffix(address)}`;
  // names of roles and functions have at most 64 characters, those of SageMaker's resources 63
  const length = type.startsWith('AWS::SageMaker::') ? 50 : 51;
  return `${`${address.stackName}-${address.logicalId}`.slice(0, length)}-${suffix(address)}`;
}

function attributesOf(type: string, properties: JsonObject, id: string, address: ResourceAddress): JsonObject {
  const { region } = address;
  switch (type) {
    case 'AWS::IAM::Role': {
      const path = pathOf(properties);
      const roleId = `AROA${digest(address).slice(0, 17).toUpperCase()}`;
      return { Arn: iamArnIn(address, `role${path}${id}`), RoleId: roleId };
    }
    case 'AWS::Lambda::Function':
      return { Arn: arnIn(address, 'lambda', `function:${id}`) };
    case 'AWS::StepFunctions::StateMachine':
      return { Arn: id, Name: id.split(':').pop() ?? id };
    case 'AWS::S3::Bucket': {
      const zone = urlSuffixOf(region);
      const domain = { DomainName: `${id}.s3.${zone}`, RegionalDomainName: `${id}.s3.${region}.${zone}` };
      return { Arn: bucketArnIn(address, id), ...domain };
    }
    case 'AWS::Logs::LogGroup':
      return { Arn: arnIn(address, 'logs', `log-group:${id}:*`) };
    case 'AWS::KMS::Key':
      return { Arn: arnIn(address, 'kms', `key/${id}`), KeyId: id };
    case 'AWS::EC2::VPC':
      return {
        VpcId: id,
        CidrBlock: properties.CidrBlock ?? '10.0.0.0/16',
        DefaultSecurityGroup: `sg-${digest(address).slice(0, 17)}`,
      };
    case 'AWS::EC2::SecurityGroup':
      return { GroupId: id };
    case 'AWS::EC2::Subnet':
      return { SubnetId: id, AvailabilityZone: properties.AvailabilityZone ?? `${region}a` };
    case 'AWS::SageMaker::Model':
    case 'AWS::SageMaker::EndpointConfig':
    case 'AWS::SageMaker::Endpoint': {
      const kind = type.split('::')[2];
      // its ARN has the name in lower case
      return { [`${kind}Name`]: properties[`${kind}Name`] ?? id.split('/').pop() ?? id };
    }
    case 'AWS::SNS::Topic':
      return { TopicArn: id, TopicName: id.split(':').pop() ?? id };
    case INFERENCE_PROFILE:
      return { InferenceProfileArn: id, InferenceProfileId: id.split('/').pop() ?? id };
    case KNOWLEDGE_BASE:
      return { KnowledgeBaseId: id, KnowledgeBaseArn: arnIn(address, 'bedrock', `knowledge-base/${id}`) };
    case DATA_SOURCE:
      return { DataSourceId: id.split('|').pop() ?? id };
    case 'AWS::SQS::Queue':
      return { Arn: arnIn(address, 'sqs', id), QueueName: id };
    default:
      return {};
  }
}

function serviceArn(tail: string, name: string, address: ResourceAddress): string {
  const [service, ...kind] = tail.split(':');
  const resource = `${kind.join(':')}${name}`;
  // SageMaker lower-cases the names in its ARNs
  return arnIn(address, service, service === 'sagemaker' ? resource.toLowerCase() : resource);
}

function pathOf({ Path: path }: JsonObject): string {
  return typeof path === 'string' ? path : '/';
}

function inferenceProfileArn(address: ResourceAddress): string {
  return arnIn(address, 'bedrock', `application-inference-profile/${suffix(address).toLowerCase()}`);
}

function shortId(address: ResourceAddress): string {
  return suffix(address).slice(0, SHORT_ID_LENGTH);
}

function genericArn(type: string, id: string, address: ResourceAddress): string {
  const [, service = 'custom', kind = 'resource'] = type.toLowerCase().split('::');
  return id.startsWith('arn:') ? id : arnIn(address, service, `${kind}/${id}`);
}

function suffix(address: ResourceAddress): string {
  return BigInt(`0x${digest(address)}`)
    .toString(36)
    .toUpperCase()
    .slice(0, 12);
}

function digest(address: ResourceAddress): string {
  return createHash('sha256').update(JSON.stringify(address)).digest('hex');
}
