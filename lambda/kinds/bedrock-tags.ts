import {
  type BedrockClient,
  ListTagsForResourceCommand,
  type Tag,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-bedrock';
import type { JobKind, JobRequest, Tags } from '../job-kind';

/** The tags of a Create request of Bedrock. */
export function tagsOf(request: JobRequest): Tags {
  return fromList((request.tags ?? []) as Tag[]);
}

/** The `tags` member of a Create request; none where there are no tags. */
export function bedrockTags(tags: Tags): { readonly tags?: Tag[] } {
  const list = toList(tags);
  return list.length > 0 ? { tags: list } : {};
}

/**
 * The tag operations, which are the same for every resource of Bedrock.
 *
 * @param once The client that tries a call once.
 */
export function bedrockTagging(
  client: BedrockClient,
  once: BedrockClient,
): Pick<JobKind, 'listTags' | 'setTags' | 'removeTags'> {
  return {
    listTags: async (resourceARN) => {
      const { tags = [] } = await client.send(new ListTagsForResourceCommand({ resourceARN }));
      return fromList(tags);
    },
    setTags: async (resourceARN, tags) =>
      void (await once.send(new TagResourceCommand({ resourceARN, tags: toList(tags) }))),
    removeTags: async (resourceARN, keys) =>
      void (await once.send(new UntagResourceCommand({ resourceARN, tagKeys: [...keys] }))),
  };
}

function fromList(tags: readonly Tag[]): Tags {
  return Object.fromEntries(tags.map(({ key, value }) => [key!, value!]));
}

function toList(tags: Tags): Tag[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}
