import type { Disagreement } from '../body-shape';

/**
 * More than one video. Each record is looked at, so nothing is made for one that is right.
 *
 * @see https://docs.aws.amazon.com/nova/latest/userguide/modalities-video.html
 */
export function videosFault({ messages }: { readonly [name: string]: unknown }): Disagreement | undefined {
  const count = Array.isArray(messages) ? videosIn(messages) : 0;
  if (count < 2) return undefined;
  return { member: 'messages', text: `should have one video at most, got ${count}`, warning: 'recordMedia' };
}

function videosIn(messages: readonly unknown[]): number {
  let count = 0;
  for (let index = 0; index < messages.length; index++) {
    const content = (messages[index] as { readonly content?: unknown } | null)?.content;
    if (!Array.isArray(content)) continue;
    for (let at = 0; at < content.length; at++) {
      if ((content[at] as { readonly video?: unknown } | null)?.video !== undefined) count++;
    }
  }
  return count;
}
