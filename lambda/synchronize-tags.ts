import type { Job, JobKind, Tags } from './job-kind';

/** Makes the tags of a job that was there before what they should be; tags that the stack never set are left alone. */
export async function synchronizeTags(kind: JobKind, job: Job, wanted: Tags, previous: Tags): Promise<void> {
  const present = await kind.listTags(job.arn);
  const changed = Object.entries(wanted).filter(([key, value]) => present[key] !== value);
  const dropped = Object.keys(previous).filter((key) => !(key in wanted) && key in present);
  if (changed.length > 0) await kind.setTags(job.arn, Object.fromEntries(changed));
  if (dropped.length > 0) await kind.removeTags(job.arn, dropped);
}
