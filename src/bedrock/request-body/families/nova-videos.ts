import { isObject } from '../../input/record-fault';
import type { Disagreement } from '../body-shape';

/** @see https://docs.aws.amazon.com/nova/latest/userguide/modalities-video.html */
export function videosFault({ messages }: { readonly [name: string]: unknown }): Disagreement | undefined {
  let count = 0;
  for (const message of Array.isArray(messages) ? messages : []) {
    if (!isObject(message) || !Array.isArray(message.content)) continue;
    for (const block of message.content) if (isObject(block) && block.video !== undefined) count++;
  }
  if (count < 2) return undefined;
  return { member: 'messages', text: `should have one video at most, got ${count}`, warning: 'recordMedia' };
}
