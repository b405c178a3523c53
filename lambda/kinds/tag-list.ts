import type { JobFacts } from '../../src/contract';
import type { JobRequest, Tags } from '../job-kind';

/** What a service calls the two parts of a tag. */
type TagMembers = NonNullable<JobFacts['request']['tag']>;

/** Tags as an API lists them. */
export function toTagList<Tag extends object>(tags: Tags, { key, value }: TagMembers): Tag[] {
  return Object.entries(tags).map(([each, text]) => ({ [key]: each, [value]: text }) as Tag);
}

/** The tags of a list of an API. */
export function fromTagList(list: readonly object[], { key, value }: TagMembers): Tags {
  const tags = list as readonly { readonly [member: string]: string }[];
  return Object.fromEntries(tags.map((tag) => [tag[key], tag[value]]));
}

/** The tags of a Create request: where it has several lists of them, each is the same. */
export function tagsIn(request: JobRequest, { tags: [member], tag }: JobFacts['request']): Tags {
  return tag ? fromTagList((request[member] ?? []) as readonly object[], tag) : {};
}

/** A Create request without its tags. */
export function withoutTags(request: JobRequest, { tags }: JobFacts['request']): JobRequest {
  return Object.fromEntries(Object.entries(request).filter(([member]) => !tags.includes(member)));
}
