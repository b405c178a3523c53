import {
  type BedrockClient,
  ListTagsForResourceCommand,
  TagResourceCommand,
  UntagResourceCommand,
} from '@aws-sdk/client-bedrock';
import { fromTagList, toTagList } from './tag-list';
import type { JobKind } from '../job-kind';

/** What Bedrock calls the parts of a tag. */
const TAG = { key: 'key', value: 'value' };

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
      return fromTagList(tags, TAG);
    },
    setTags: async (resourceARN, tags) =>
      void (await once.send(new TagResourceCommand({ resourceARN, tags: toTagList(tags, TAG) }))),
    removeTags: async (resourceARN, keys) =>
      void (await once.send(new UntagResourceCommand({ resourceARN, tagKeys: [...keys] }))),
  };
}
