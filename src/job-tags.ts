import { Lazy, type TagManager } from 'aws-cdk-lib';
import type { JobDefinition } from './job-definition';
import { entriesInKeyOrder } from './key-order';

/** The tags of a job as its request has them: in the order of their keys, and none at all where there are none. */
export function renderTags(manager: TagManager, { members }: JobDefinition): unknown {
  const [keyMember, valueMember] = members.tag;
  const produce = () =>
    entriesInKeyOrder(manager.tagValues()).map(([key, value]) => ({ [keyMember]: key, [valueMember]: value }));
  return Lazy.any({ produce }, { omitEmptyArray: true });
}

/** Says that a job has more tags than it may have; the handler needs one of them where the user has named the job. */
export function validateTags(manager: TagManager, { mostTags }: JobDefinition, isNamed: boolean): string[] {
  const count = Object.keys(manager.tagValues()).length;
  const most = isNamed ? mostTags - 1 : mostTags;
  if (count <= most) return [];
  const because = isNamed ? ', since a job with a name of its own needs one for itself' : '';
  return [`'tags' must be at most ${most}${because}, got ${count}`];
}
