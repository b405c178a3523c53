import { isObject, itemsIn } from '../../../local-file/json-value';
import type { Disagreement } from '../body-shape';

/** "A maximum of 4 blocks with cache_control may be provided." */
const MOST_CACHED = 4;

/** More places in a request to Claude up to which it is to be kept than there may be. */
export function cachedFault(body: { readonly [name: string]: unknown }): Disagreement | undefined {
  const { system, tools, messages, cache_control } = body;
  const ofMessages = itemsIn(messages).flatMap((message) => (isObject(message) ? itemsIn(message.content) : []));
  const blocks = [...itemsIn(tools), ...itemsIn(system), ...ofMessages, { cache_control }];
  const count = blocks.filter((block) => isObject(block) && isObject(block.cache_control)).length;
  if (count <= MOST_CACHED) return undefined;
  const text = `must have ${MOST_CACHED} blocks with 'cache_control' at most, together with 'system' and 'tools', got ${count}: Claude takes no more`;
  return { member: 'messages', text };
}
