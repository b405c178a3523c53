import { Lazy, type TagManager } from 'aws-cdk-lib';

/** The tags that a resource may have; the handler needs one of them where the user has named the job. */
const MOST_TAGS = 50;

/** The tags of a job as its request has them: in the order of their keys, and none at all where there are none. */
export function renderTags(manager: TagManager): unknown {
  const produce = () =>
    Object.entries(manager.tagValues())
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([Key, Value]) => ({ Key, Value }));
  return Lazy.any({ produce }, { omitEmptyArray: true });
}

/** Says that a job has more tags than it may have. */
export function validateTags(manager: TagManager, isNamed: boolean): string[] {
  const count = Object.keys(manager.tagValues()).length;
  const most = isNamed ? MOST_TAGS - 1 : MOST_TAGS;
  if (count <= most) return [];
  const because = isNamed ? ', since a job with a name of its own needs one for itself' : '';
  return [`'tags' must be at most ${most}${because}, got ${count}`];
}
