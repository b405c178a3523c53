import {
  AddTagsCommand,
  DeleteTagsCommand,
  paginateListTags,
  type SageMakerClient,
  type Tag,
} from '@aws-sdk/client-sagemaker';
import { fromTagList, toTagList } from './tag-list';
import type { JobKind } from '../job-kind';

/** What SageMaker calls the parts of a tag. */
const TAG = { key: 'Key', value: 'Value' };

/**
 * The tag operations, which are the same for every resource of SageMaker.
 *
 * @param once The client that tries a call once.
 */
export function sageMakerTagging(
  client: SageMakerClient,
  once: SageMakerClient,
): Pick<JobKind, 'listTags' | 'setTags' | 'removeTags'> {
  return {
    listTags: async (ResourceArn) => {
      const tags: Tag[] = [];
      for await (const page of paginateListTags({ client }, { ResourceArn })) tags.push(...(page.Tags ?? []));
      return fromTagList(tags, TAG);
    },
    setTags: async (ResourceArn, tags) =>
      void (await once.send(new AddTagsCommand({ ResourceArn, Tags: toTagList(tags, TAG) }))),
    removeTags: async (ResourceArn, keys) =>
      void (await once.send(new DeleteTagsCommand({ ResourceArn, TagKeys: [...keys] }))),
  };
}
