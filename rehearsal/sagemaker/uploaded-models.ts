/** A job that uploads a model. */
export interface ModelUploader {
  /** Where it uploads it. */
  readonly artifactsUri: string;
  /** Whether it has. */
  readonly hasModel: boolean;
}

/**
 * Says whether one of the jobs has uploaded a model; undefined when none of them would upload this object.
 *
 * What a deleted job has made stays, so the jobs are all that there ever were.
 */
export function isUploaded(s3Uri: string, jobs: readonly ModelUploader[]): boolean | undefined {
  const makers = jobs.filter(({ artifactsUri }) => artifactsUri === s3Uri);
  return makers.length === 0 ? undefined : makers.some(({ hasModel }) => hasModel);
}
