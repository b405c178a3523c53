import { arnIn, type Environment } from '../environment';

/** The Regions, or groups of them, that the ids of AWS's own inference profiles begin with. */
const PROFILE_PREFIX = /^(us|us-gov|eu|apac|jp|in|au|ca|sa|global)\./;

/** The model that a job's description names: the id of an inference profile becomes its ARN. */
export function describedModelId(modelId: string, environment: Environment): string {
  return PROFILE_PREFIX.test(modelId) ? arnIn(environment, 'bedrock', `inference-profile/${modelId}`) : modelId;
}

/** Who made a model, as far as its id says: such as `anthropic`. */
export function modelProvider(modelId: string): string | undefined {
  const id = modelId.slice(modelId.lastIndexOf('/') + 1).replace(PROFILE_PREFIX, '');
  return id.includes('.') ? id.slice(0, id.indexOf('.')) : undefined;
}
