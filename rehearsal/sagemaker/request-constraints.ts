import {
  Framework,
  TargetDevice,
  TargetPlatformAccelerator,
  TargetPlatformArch,
  TargetPlatformOs,
} from '@aws-sdk/client-sagemaker';
import { validationErrors } from './validation-errors';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

interface Constraint {
  readonly values?: readonly string[];
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
}

const JOB_NAME: Constraint = { pattern: '[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}', minLength: 1, maxLength: 63 };

const TAG_PATTERN = '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*';
const VPC_ID: Constraint = { pattern: '[-0-9a-zA-Z]+', maxLength: 32 };
const TAGS: Record<string, Constraint> = {
  Tags: { minLength: 0, maxLength: 50 },
  'Tags.[].Key': { pattern: TAG_PATTERN, minLength: 1, maxLength: 128 },
  'Tags.[].Value': { pattern: TAG_PATTERN, minLength: 0, maxLength: 256 },
};

/** What the service's model says about members, by operation and path. */
const CONSTRAINTS: Record<string, Record<string, Constraint>> = {
  CreateCompilationJob: {
    CompilationJobName: JOB_NAME,
    RoleArn: {
      pattern: 'arn:aws[a-z\\-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+',
      minLength: 20,
      maxLength: 2048,
    },
    ModelPackageVersionArn: {
      pattern: 'arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]{9,16}:[0-9]{12}:model-package/[\\S]{1,2048}',
      minLength: 1,
      maxLength: 2048,
    },
    'InputConfig.Framework': { values: Object.values(Framework) },
    'InputConfig.S3Uri': { pattern: '(https|s3)://([^/]+)/?(.*)', maxLength: 1024 },
    'InputConfig.DataInputConfig': { minLength: 1, maxLength: 16384 },
    'InputConfig.FrameworkVersion': { pattern: '[0-9]\\.[A-Za-z0-9.]+', minLength: 3, maxLength: 10 },
    'OutputConfig.TargetDevice': { values: Object.values(TargetDevice) },
    'OutputConfig.TargetPlatform.Os': { values: Object.values(TargetPlatformOs) },
    'OutputConfig.TargetPlatform.Arch': { values: Object.values(TargetPlatformArch) },
    'OutputConfig.TargetPlatform.Accelerator': { values: Object.values(TargetPlatformAccelerator) },
    'VpcConfig.Subnets': { minLength: 1, maxLength: 16 },
    'VpcConfig.Subnets.[]': VPC_ID,
    'VpcConfig.SecurityGroupIds': { minLength: 1, maxLength: 5 },
    'VpcConfig.SecurityGroupIds.[]': VPC_ID,
    ...TAGS,
    'OutputConfig.S3OutputLocation': { pattern: '(https|s3)://([^/]+)/?(.*)', maxLength: 1024 },
    'OutputConfig.CompilerOptions': { pattern: '.*', minLength: 3, maxLength: 1024 },
    'OutputConfig.KmsKeyId': { pattern: '[a-zA-Z0-9:/_-]*', maxLength: 2048 },
    'StoppingCondition.MaxRuntimeInSeconds': { min: 1 },
    'StoppingCondition.MaxWaitTimeInSeconds': { min: 1 },
    'StoppingCondition.MaxPendingTimeInSeconds': { min: 7200, max: 2419200 },
  },
  AddTags: TAGS,
  DescribeCompilationJob: { CompilationJobName: JOB_NAME },
  StopCompilationJob: { CompilationJobName: JOB_NAME },
  DeleteCompilationJob: { CompilationJobName: JOB_NAME },
};

interface Member {
  readonly path: string;
  readonly value: JsonValue;
}

/** Refuses a request whose members break the constraints of the service's model, in the service's words. */
export function checkConstraints(operation: string, input: JsonObject): void {
  const violations = Object.entries(CONSTRAINTS[operation] ?? {}).flatMap(([path, constraint]) =>
    membersAt(input, path.split('.')).flatMap(({ path: at, value }) => {
      const violation = violated(constraint, value);
      return violation === undefined ? [] : [{ path: at, value: quoted(value), constraint: violation }];
    }),
  );
  if (violations.length > 0) throw validationErrors(violations);
}

function violated(
  { values, pattern, minLength, maxLength, min, max }: Constraint,
  value: JsonValue,
): string | undefined {
  if (typeof value === 'number') {
    if (!Number.isInteger(value)) return 'Member must be an integer';
    if (min !== undefined && value < min) return `Member must have value greater than or equal to ${min}`;
    if (max !== undefined && value > max) return `Member must have value less than or equal to ${max}`;
  }
  if (typeof value !== 'string' && !Array.isArray(value)) return undefined;
  if (maxLength !== undefined && value.length > maxLength) {
    return `Member must have length less than or equal to ${maxLength}`;
  }
  if (minLength !== undefined && value.length < minLength) {
    return `Member must have length greater than or equal to ${minLength}`;
  }
  if (typeof value !== 'string') return undefined;
  if (values !== undefined && !values.includes(value)) {
    return `Member must satisfy enum value set: [${values.join(', ')}]`;
  }
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`, 'u').test(value)) {
    return `Member must satisfy regular expression pattern: ${pattern}`;
  }
  return undefined;
}

/** The values at a path; `[]` in it stands for every member of a list. */
function membersAt(value: JsonValue | undefined, path: readonly string[], at = ''): Member[] {
  if (value === undefined) return [];
  if (path.length === 0) return [{ path: at, value }];
  const [name, ...rest] = path;
  if (name === '[]') {
    const members = Array.isArray(value) ? value : [];
    return members.flatMap((member, index) => membersAt(member, rest, `${at}.${index + 1}.member`));
  }
  return membersAt(isJsonObject(value) ? value[name] : undefined, rest, at === '' ? name : `${at}.${name}`);
}

function quoted(value: JsonValue): string {
  return typeof value === 'string' ? `'${value}'` : JSON.stringify(value);
}
