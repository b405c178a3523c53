import { Aspects, Lazy, Stack, Tag, TagManager, type TagProps } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import type { JobDefinition } from './job-definition';
import { entriesInKeyOrder } from '../key-order';
import { isUnknown } from '../validation/unknown-value';

/** What AWS keeps the keys of its own tags under, in any case of its letters. */
const RESERVED = /^aws:/i;

/** The tags of a job. It remembers what was removed from them: the stack's tag of that key is not the job's, either. */
export class JobTagManager extends TagManager {
  private readonly removed = new Set<string>();

  public override removeTag(key: string, priority: number): void {
    super.removeTag(key, priority);
    this.removed.add(key);
  }

  public hasRemoved(key: string): boolean {
    return this.removed.has(key);
  }
}

/** The tags of a job as its request has them: in the order of their keys, and none at all where there are none. */
export function renderTags(job: IConstruct, own: JobTagManager, { members, resourceType }: JobDefinition): unknown {
  const { tag } = members;
  if (!tag) return undefined;
  const produce = () =>
    entriesInKeyOrder(tagsOf(job, own, resourceType)).map(([key, value]) => ({
      [tag.key]: key,
      [tag.value]: value,
    }));
  return Lazy.any({ produce }, { omitEmptyArray: true });
}

/**
 * Says that a job has more tags than it may have, of which the handler needs one where the user has named the job; or tags
 * that are AWS's to give.
 */
export function validateTags(
  job: IConstruct,
  own: JobTagManager,
  definition: JobDefinition,
  isNamed: boolean,
): string[] {
  // the tags of a stack are none of those that a job cannot have
  if (definition.members.tags.length === 0) return [];
  const keys = Object.keys(tagsOf(job, own, definition.resourceType));
  const isOwn = (key: string) => key in own.tagValues();
  return [
    ...tooMany(keys.length, definition, isNamed),
    ...keys.filter(isReserved).map((key) => reserved(key, isOwn(key) ? undefined : Stack.of(job))),
  ];
}

/**
 * The tags of the job's stack, and above them the job's own. CloudFormation puts the tags of a stack on what it makes
 * itself, which the job is not; nested stacks have those of the stack around them.
 */
function tagsOf(job: IConstruct, own: JobTagManager, resourceType: string): Record<string, string> {
  const excluded = excludedKeys(job, resourceType);
  const inherited = Object.entries(stackTags(Stack.of(job))).filter(
    ([key]) => !excluded.has(key) && !own.hasRemoved(key),
  );
  return { ...Object.fromEntries(inherited), ...own.tagValues() };
}

function stackTags(stack: Stack): Record<string, string> {
  const { nestedStackParent } = stack;
  return { ...(nestedStackParent && stackTags(nestedStackParent)), ...stack.tags.tagValues() };
}

/** The keys of the tags that `excludeResourceTypes` keeps from jobs of the kind, though the stack may have them. */
function excludedKeys(job: IConstruct, resourceType: string): ReadonlySet<string> {
  const tags = job.node.scopes.flatMap((scope) => Aspects.of(scope).all.filter((aspect) => aspect instanceof Tag));
  return new Set(tags.filter((tag) => propsOf(tag).excludeResourceTypes?.includes(resourceType)).map(({ key }) => key));
}

function propsOf(tag: Tag): TagProps {
  return (tag as unknown as { readonly props: TagProps }).props;
}

function tooMany(count: number, { mostTags }: JobDefinition, isNamed: boolean): string[] {
  const most = isNamed ? mostTags - 1 : mostTags;
  if (count <= most) return [];
  const because = isNamed ? ', since a job with a name of its own needs one for itself' : '';
  return [`'tags' must be at most ${most}${because}, got ${count}`];
}

function isReserved(key: string): boolean {
  return !isUnknown(key) && RESERVED.test(key);
}

function reserved(key: string, stack: Stack | undefined): string {
  const from = stack ? `, a tag of the stack '${stack.stackName}'` : '';
  const other = key.replace(RESERVED, '');
  const instead = other === '' ? 'give the tag another key' : `give the tag another key, such as '${other}'`;
  return `'tags' must have no key that begins with 'aws:', which AWS keeps for itself, got '${key}'${from}: ${instead}`;
}
