import { ServiceError } from '../emulated-api/service-error';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';

interface Constraint {
  readonly pattern?: string;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly min?: number;
  readonly max?: number;
}

const JOB_NAME: Constraint = { pattern: '[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}', minLength: 1, maxLength: 63 };

/** What the service's model says about members, by operation and path. */
const CONSTRAINTS: Record<string, Record<string, Constraint>> = {
  CreateCompilationJob: {
    CompilationJobName: JOB_NAME,
    RoleArn: {
      pattern: 'arn:aws[a-z\\-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+',
      minLength: 20,
      maxLength: 2048,
    },
    'InputConfig.S3Uri': { pattern: '(https|s3)://([^/]+)/?(.*)', maxLength: 1024 },
    'InputConfig.DataInputConfig': { minLength: 1, maxLength: 16384 },
    'InputConfig.FrameworkVersion': { pattern: '[0-9]\\.[A-Za-z0-9.]+', minLength: 3, maxLength: 10 },
    'OutputConfig.S3OutputLocation': { pattern: '(https|s3)://([^/]+)/?(.*)', maxLength: 1024 },
    'OutputConfig.CompilerOptions': { pattern: '.*', minLength: 3, maxLength: 1024 },
    'OutputConfig.KmsKeyId': { pattern: '[a-zA-Z0-9:/_-]*', maxLength: 2048 },
    'StoppingCondition.MaxRuntimeInSeconds': { min: 1 },
    'StoppingCondition.MaxWaitTimeInSeconds': { min: 1 },
    'StoppingCondition.MaxPendingTimeInSeconds': { min: 7200, max: 2419200 },
  },
  DescribeCompilationJob: { CompilationJobName: JOB_NAME },
  StopCompilationJob: { CompilationJobName: JOB_NAME },
  DeleteCompilationJob: { CompilationJobName: JOB_NAME },
};

/** Refuses a request whose members break the constraints of the service's model, in the service's words. */
export function checkConstraints(operation: string, input: JsonObject): void {
  const violations = Object.entries(CONSTRAINTS[operation] ?? {}).flatMap(([path, constraint]) => {
    const value = memberAt(input, path);
    const violation = value === undefined ? undefined : violated(constraint, value);
    return violation === undefined
      ? []
      : [`Value ${quoted(value)} at '${camelCase(path)}' failed to satisfy constraint: ${violation}`];
  });
  if (violations.length === 0) return;
  const count = `${violations.length} validation error${violations.length > 1 ? 's' : ''} detected`;
  throw ServiceError.validation(`${count}: ${violations.join('; ')}`);
}

function violated({ pattern, minLength, maxLength, min, max }: Constraint, value: JsonValue): string | undefined {
  if (typeof value === 'number') {
    if (min !== undefined && value < min) return `Member must have value greater than or equal to ${min}`;
    if (max !== undefined && value > max) return `Member must have value less than or equal to ${max}`;
  }
  if (typeof value !== 'string') return undefined;
  if (maxLength !== undefined && value.length > maxLength) {
    return `Member must have length less than or equal to ${maxLength}`;
  }
  if (minLength !== undefined && value.length < minLength) {
    return `Member must have length greater than or equal to ${minLength}`;
  }
  if (pattern !== undefined && !new RegExp(`^(?:${pattern})$`).test(value)) {
    return `Member must satisfy regular expression pattern: ${pattern}`;
  }
  return undefined;
}

function memberAt(input: JsonObject, path: string): JsonValue | undefined {
  let value: JsonValue | undefined = input;
  for (const name of path.split('.')) value = isJsonObject(value) ? value[name] : undefined;
  return value;
}

function quoted(value: JsonValue | undefined): string {
  return typeof value === 'string' ? `'${value}'` : String(value);
}

function camelCase(path: string): string {
  return path
    .split('.')
    .map((name) => name.charAt(0).toLowerCase() + name.slice(1))
    .join('.');
}
