import type { Agreement, Disagreement } from './body-shape';
import { isObject, itemsIn } from '../../local-file/json-value';

/** What not all models take, though the API has it: blocks, and the prompt of the system. */
export type ConverseFeature = 'system' | 'image' | 'video' | 'audio' | 'document';

/** What a model that sees nothing does not take: "Vision" is the column of the table. */
export const NO_MEDIA: readonly ConverseFeature[] = ['image', 'video', 'audio'];

/**
 * What must not be in a request for a model that does not take it.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/conversation-inference-supported-models-features.html
 * @param model What messages call the model.
 */
export function featureAgreement(model: string, lacking: readonly ConverseFeature[]): Agreement {
  const blocks = lacking.filter((feature) => feature !== 'system');
  const takesNoSystem = lacking.includes('system');
  const because = `by AWS's table of what Converse does with which model, ${model} takes none`;
  // it depends on which blocks there are, and not on what is in them
  return {
    of: [],
    disagreement: ({ system, messages }): Disagreement | undefined => {
      if (takesNoSystem && Array.isArray(system) && system.length > 0) {
        return { member: 'system', text: `should be left out: ${because}`, warning: 'recordSystem' };
      }
      const found = blockAmong(blocks, messages);
      return found && { member: 'messages', text: `should have no '${found}': ${because}`, warning: 'recordMedia' };
    },
  };
}

function blockAmong(kinds: readonly ConverseFeature[], messages: unknown): ConverseFeature | undefined {
  for (const message of itemsIn(messages)) {
    for (const block of isObject(message) ? itemsIn(message.content) : []) {
      const found = isObject(block) ? kinds.find((kind) => block[kind] !== undefined) : undefined;
      if (found !== undefined) return found;
    }
  }
  return undefined;
}
