import {
  AddTagsCommand,
  DeleteTagsCommand,
  paginateListTags,
  type SageMakerClient,
  type Tag,
} from '@aws-sdk/client-sagemaker';
import type { JobKind, JobRequest, Tags } from '../job-kind';

/** The tags of a Create request of SageMaker. */
export function tagsOf(request: JobRequest): Tags {
  return fromList((request.Tags ?? []) as Tag[]);
}

/** The `Tags` member of a Create request; none where there are no tags. */
export function sageMakerTags(tags: Tags): { readonly Tags?: Tag[] } {
  const list = toList(tags);
  return list.length > 0 ? { Tags: list } : {};
}

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
      return fromList(tags);
    },
    setTags: async (ResourceArn, tags) =>
      void (await once.send(new AddTagsCommand({ ResourceArn, Tags: toList(tags) }))),
    removeTags: async (ResourceArn, keys) =>
      void (await once.send(new DeleteTagsCommand({ ResourceArn, TagKeys: [...keys] }))),
  };
}

function fromList(tags: readonly Tag[]): Tags {
  return Object.fromEntries(tags.map(({ Key, Value }) => [Key!, Value!]));
}

function toList(tags: Tags): Tag[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}
