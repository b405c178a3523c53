import type { Job, JobKind, Tags } from './job-kind';

/**
 * Makes the tags of a job that was there before what they should be; tags that the stack never set are left alone. What
 * the service shows may be some seconds old: so what the request changes is changed, whatever is shown. Of a job that has
 * ended nothing may be shown at all: then all of its tags are set.
 *
 * @param tags The tags of the request, and those of an Update's old properties.
 * @param isInTime Whether a call may begin now. Returns `false` where it is too late for what is left to do.
 */
export async function synchronizeTags(
  kind: JobKind,
  job: Job,
  { wanted, previous }: { readonly wanted: Tags; readonly previous?: Tags },
  isInTime: () => boolean,
): Promise<boolean> {
  const present = await kind.listTags(job.arn).catch((error: unknown): Tags => {
    if (job.phase === 'running' || kind.meaningOf(error) === 'busy') throw error;
    return {};
  });
  const differs = ([key, value]: [string, string]) =>
    present[key] !== value || (previous !== undefined && previous[key] !== value);
  const changed = Object.entries(wanted).filter(differs);
  const dropped = Object.keys(previous ?? {}).filter((key) => !(key in wanted));
  if (changed.length > 0) {
    if (!isInTime()) return false;
    await kind.setTags(job.arn, Object.fromEntries(changed));
  }
  if (dropped.length > 0) {
    if (!isInTime()) return false;
    await kind.removeTags(job.arn, dropped);
  }
  return true;
}
