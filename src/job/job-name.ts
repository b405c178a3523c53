import { createHash } from 'node:crypto';
import { ArnFormat, NestedStack, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';
import { NAME_SEPARATOR, NAME_SUFFIX_LENGTH } from '../contract';
import type { JobDefinition } from './job-definition';

/** The longest name that most services take. */
const USUAL_LONGEST_NAME = 63;
const LONGEST_STACK_PART = 24;
const HASH_LENGTH = 8;
/** What is left for the words of a job, however short the names are that the service takes. */
const LEAST_JOB_PART = 5;

/**
 * What the names of all jobs of a stack's engine begin with, separator included. No part of a name has a double hyphen in
 * it, so that no stack's prefix is the beginning of another's; two stacks whose names differ in letter case alone have one.
 * Names are in lower case, for a service may change the letter case of ARNs, and policies go by them.
 *
 * @param longestName The longest name that the service takes: at least 32 characters.
 */
export function stackNamePrefix(stack: Stack, longestName = USUAL_LONGEST_NAME): string {
  const room = longestName - NAME_SUFFIX_LENGTH - NAME_SEPARATOR.length - LEAST_JOB_PART;
  const longest = Math.min(LONGEST_STACK_PART, room);
  const path = stackPath(stack).join('/');
  const words = hyphenate(path);
  const part = words === path.toLowerCase() && words.length <= longest ? words : shorten(words, longest, path);
  return `${part}${NAME_SEPARATOR}`;
}

/**
 * What the names of a job's attempts begin with, before the spec key: readable, and short enough for the service.
 * Two jobs may have the same prefix: it is the key that tells them apart.
 */
export function jobNamePrefix(stackPrefix: string, job: IConstruct, longestName: number): string {
  const room = longestName - NAME_SUFFIX_LENGTH - stackPrefix.length;
  const words = hyphenate(pathInStack(job).join('-'));
  if (words.length <= room) return `${stackPrefix}${words}`;
  // a hash says less than words where there is hardly room for it
  const part =
    room > HASH_LENGTH + LEAST_JOB_PART ? shorten(words, room, words) : words.slice(0, room).replace(/-+$/, '');
  return `${stackPrefix}${part}`;
}

/** The ARN of a job in the account and the Region of a construct. */
export function arnOfJob(scope: IConstruct, { service, arnResource: resource }: JobDefinition, name: string): string {
  const arnFormat = ArnFormat.SLASH_RESOURCE_NAME;
  return Stack.of(scope).formatArn({ service, resource, resourceName: name, arnFormat });
}

/** The ids that lead from a construct's stack to the construct, without those that the CDK hides. */
export function pathInStack(construct: IConstruct): string[] {
  const stack = Stack.of(construct);
  const scopes = construct.node.scopes;
  return scopes
    .slice(scopes.indexOf(stack) + 1)
    .map((scope) => scope.node.id)
    .filter((id) => id !== 'Default' && id !== 'Resource');
}

function stackPath(stack: Stack): string[] {
  const parent = stack.nestedStackParent;
  if (!parent || !NestedStack.isNestedStack(stack)) return [stack.stackName];
  return [...stackPath(parent), ...pathBelow(parent, stack)];
}

function pathBelow(parent: Stack, stack: Stack): string[] {
  const scopes = stack.node.scopes;
  return scopes.slice(scopes.indexOf(parent) + 1).map((scope) => scope.node.id);
}

function hyphenate(text: string): string {
  const words = text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+|-+$/g, '');
  return words === '' ? 'job' : words;
}

/** The beginning of a text, and the hash of what tells it apart. */
function shorten(text: string, longest: number, identity: string): string {
  const beginning = text.slice(0, Math.max(0, longest - HASH_LENGTH - 1)).replace(/-+$/, '');
  return beginning === '' ? hashOf(identity) : `${beginning}-${hashOf(identity)}`;
}

/** A short text that stands for a longer one. */
export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, HASH_LENGTH);
}

/**
 * The name that a person has given to a job, and the property that has it: the one that sets the member of the request with the name,
 * but for kinds whose jobs have none, where that member is another thing.
 */
export function givenName(
  { members, ownMembers, properties }: JobDefinition,
  options: object,
): { readonly property: string; readonly name?: string } {
  const property = properties[members.name];
  if (!(members.name in ownMembers)) return { property };
  return { property, name: (options as { readonly [property: string]: string | undefined })[property] };
}
