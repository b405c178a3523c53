import type { Constraint, Constraints } from '../emulated-api/request-constraints';

export const JOB_NAME: Constraint = { pattern: '[a-zA-Z0-9](-*[a-zA-Z0-9]){0,62}', minLength: 1, maxLength: 63 };
export const ROLE_ARN: Constraint = {
  pattern: 'arn:aws[a-z\\-]*:iam::\\d{12}:role/?[a-zA-Z_0-9+=,.@\\-_/]+',
  minLength: 20,
  maxLength: 2048,
};
export const S3_URI: Constraint = { pattern: '(https|s3)://([^/]+)/?(.*)', maxLength: 1024 };
export const KMS_KEY_ID: Constraint = { pattern: '[a-zA-Z0-9:/_-]*', maxLength: 2048 };

const TAG_PATTERN = '[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*';
export const TAGS: Constraints = {
  Tags: { minLength: 0, maxLength: 50 },
  'Tags.[].Key': { pattern: TAG_PATTERN, minLength: 1, maxLength: 128 },
  'Tags.[].Value': { pattern: TAG_PATTERN, minLength: 0, maxLength: 256 },
};

const VPC_ID: Constraint = { pattern: '[-0-9a-zA-Z]+', maxLength: 32 };
export const VPC_CONFIG: Constraints = {
  'VpcConfig.Subnets': { minLength: 1, maxLength: 16 },
  'VpcConfig.Subnets.[]': VPC_ID,
  'VpcConfig.SecurityGroupIds': { minLength: 1, maxLength: 5 },
  'VpcConfig.SecurityGroupIds.[]': VPC_ID,
};

export const STOPPING_CONDITION: Constraints = {
  'StoppingCondition.MaxRuntimeInSeconds': { min: 1 },
  'StoppingCondition.MaxWaitTimeInSeconds': { min: 1 },
  'StoppingCondition.MaxPendingTimeInSeconds': { min: 7200, max: 2419200 },
};

const EXPERIMENT_NAME: Constraint = { pattern: '[a-zA-Z0-9](-*[a-zA-Z0-9]){0,119}', minLength: 1, maxLength: 120 };
export const EXPERIMENT_CONFIG: Constraints = Object.fromEntries(
  ['ExperimentName', 'TrialName', 'TrialComponentDisplayName', 'RunName'].map((member) => [
    `ExperimentConfig.${member}`,
    EXPERIMENT_NAME,
  ]),
);

/** The constraints of a map: how many entries it has, and what their keys and values are. */
export function mapConstraints(path: string, entries: number, key: Constraint, value: Constraint): Constraints {
  return { [path]: { minLength: 0, maxLength: entries }, [`${path}.{key}`]: key, [`${path}.{value}`]: value };
}
