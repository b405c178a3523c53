/** What a job has used that its service asks money for. */
export interface JobUsage {
  /** The instances that it has run on; none where its service has no instances that a request names. */
  readonly instances: readonly InstanceUse[];
  /** What else its price depends on, or why nobody can know it. */
  readonly note?: string;
}

/** Instances of a type that have run for as long. */
export interface InstanceUse {
  /** Such as `ml.m5.xlarge`. */
  readonly type: string;
  readonly count: number;
  /** How long each of them has run. */
  readonly seconds: number;
}
