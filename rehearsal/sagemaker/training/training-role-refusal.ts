import type { RolePropagation } from '../../jobs/role-propagation';
import { asJsonObject, type JsonObject, type JsonValue } from '../../json-value';

type MissingPolicy = Exclude<RolePropagation['missing'], 'role' | undefined>;

/** What the service says when it can assume a training job's role, but one of the role's policies has not propagated. */
export function trainingRoleRefusal(missing: MissingPolicy, request: JsonObject, input = firstInput(request)): string {
  const role = String(request.RoleArn);
  switch (missing) {
    case 'input':
      return `Unauthorized to List objects under S3 URL ${input} with role ${role}: no identity-based policy allows the s3:ListBucket action`;
    case 'output':
      return `Access denied to OutputDataConfig S3 bucket ${bucketOf(asJsonObject(request.OutputDataConfig).S3OutputPath)} with role ${role}`;
    case 'image':
      return `Access denied for repository ${String(asJsonObject(request.AlgorithmSpecification).TrainingImage)} with role ${role}`;
  }
}

function firstInput({ InputDataConfig: channels }: JsonObject): string {
  const [first] = Array.isArray(channels) ? channels : [];
  return String(asJsonObject(asJsonObject(asJsonObject(first).DataSource).S3DataSource).S3Uri);
}

function bucketOf(uri: JsonValue | undefined): string {
  return String(uri).split('/')[2] ?? '';
}
