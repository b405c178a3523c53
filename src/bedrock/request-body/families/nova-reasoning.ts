import { videosFault } from './nova-videos';
import { isObject } from '../../../local-file/json-value';
import { type Agreement, type Disagreement, object, oneOf } from '../body-shape';

type Members = { readonly [name: string]: unknown };

/**
 * How Nova 2 thinks.
 *
 * @see https://docs.aws.amazon.com/nova/latest/nova2-userguide/extended-thinking.html
 */
export const REASONING_CONFIG = object(
  { type: oneOf('enabled', 'disabled'), maxReasoningEffort: oneOf('low', 'medium', 'high') },
  {
    misfits: {
      // the headings of the page have it so, and its examples do not
      maxReasoningeffort: {
        text: "should be 'maxReasoningEffort', as the examples of AWS's page have it",
        warning: 'recordParameter',
      },
    },
  },
);

/** What chooses words, and bounds them: nothing of it goes with the highest effort. */
const NOT_WITH_HIGH = ['temperature', 'topP', 'top_p', 'topK', 'top_k', 'maxTokens', 'max_new_tokens'];

function reasoningFault(reasoning: unknown, config: unknown, place: string): Disagreement | undefined {
  if (!isObject(reasoning) || reasoning.type === 'disabled' || reasoning.maxReasoningEffort !== 'high') {
    return undefined;
  }
  const member = isObject(config) ? NOT_WITH_HIGH.find((name) => config[name] !== undefined) : undefined;
  if (member === undefined) return undefined;
  const text = `should be left out with the effort 'high' in 'modelInput.${place}', by AWS's page`;
  return { member: `inferenceConfig.${member}`, text, warning: 'recordThinking' };
}

/** How the members of Nova's own body must go together. */
export function novaReasoningFault({ reasoningConfig, inferenceConfig }: Members): Disagreement | undefined {
  const within = isObject(inferenceConfig) ? inferenceConfig.reasoningConfig : undefined;
  return (
    reasoningFault(reasoningConfig, inferenceConfig, 'reasoningConfig') ??
    reasoningFault(within, inferenceConfig, 'inferenceConfig.reasoningConfig')
  );
}

const FIELDS = 'additionalModelRequestFields';

/** The same for a request of Converse, and how many videos it has. */
export const NOVA_CONVERSE_AGREEMENT: Agreement = {
  of: [FIELDS],
  disagreement: ({ [FIELDS]: fields, inferenceConfig, messages }) =>
    videosFault({ messages }) ??
    (isObject(fields)
      ? reasoningFault(fields.reasoningConfig, inferenceConfig, `${FIELDS}.reasoningConfig`)
      : undefined),
};
