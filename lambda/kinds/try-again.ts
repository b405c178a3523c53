/**
 * What makes another try at a job with which nothing was wrong. A failed job makes room for the next attempt in any deployment; the
 * resource of a job that was left running has not failed, and is asked again only where the job is another. A name that a user
 * chose serves one job only.
 */
export const TRY_AGAIN =
  'deploy again (where the deployment waits for the job for longer than 55 minutes, with another rerunKey; where the job has a name of its own, with another name)';
