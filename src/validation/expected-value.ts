/** What tells the value of a property from anything else, and how to get one: the compilers of some languages do not say. */
export interface ExpectedValue {
  /** A member that every such value has. */
  readonly mark: string;
  readonly allowed: string;
  readonly required?: boolean;
}

export const BUCKET: ExpectedValue = { mark: 'bucketArn', allowed: 'a bucket, for example Bucket.fromBucketName()' };
export const ENCRYPTION_KEY: ExpectedValue = { mark: 'keyArn', allowed: 'a KMS key, for example Key.fromKeyArn()' };
export const ROLE: ExpectedValue = { mark: 'roleArn', allowed: 'a role, for example Role.fromRoleArn()' };
export const GRANTEE: ExpectedValue = {
  mark: 'grantPrincipal',
  allowed: 'a principal to grant rights to, for example a role',
  required: true,
};
export const LOG_GROUP: ExpectedValue = {
  mark: 'logGroupArn',
  allowed: 'a log group, for example LogGroup.fromLogGroupArn()',
};
export const DURATION: ExpectedValue = { mark: 'toSeconds', allowed: 'a duration, for example Duration.hours()' };
export const ENGINE: ExpectedValue = { mark: '_permit', allowed: 'an engine, for example new JobEngine()' };
export const TRAINING_JOB: ExpectedValue = {
  mark: 'modelArtifacts',
  allowed: 'a training job, for example TrainingJob.fromTrainingJobName()',
};
export const SIZE: ExpectedValue = { mark: 'toGibibytes', allowed: 'a size, for example Size.gibibytes()' };
