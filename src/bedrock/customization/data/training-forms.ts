import {
  ANTHROPIC_CONVERSATION,
  CONVERSATION,
  GRADED_PROMPT,
  IMAGE_AND_CAPTION,
  PLAIN_TEXT,
  PROMPT_AND_COMPLETION,
  TEACHER_CONVERSATION,
} from './training-shapes';
import { isObject } from '../../../local-file/json-value';
import type { ObjectShape } from '../../request-body/body-shape';
import type { CustomizationType } from '../customization-type';

/** One of the forms that records of training data have. */
export interface TrainingForm {
  /** What such records are, in a few words. */
  readonly name: string;
  readonly shape: ObjectShape;
  /** Whether a record is likely to be meant as one of the form. */
  readonly isMeant: (record: Record<string, unknown>) => boolean;
}

const has =
  (...members: readonly string[]) =>
  (record: Record<string, unknown>) =>
    members.some((member) => record[member] !== undefined);

/** Whether messages are lists of blocks without types, as those of Converse are. */
export function hasBlocks({ messages }: Record<string, unknown>): boolean {
  const [message] = Array.isArray(messages) ? (messages as unknown[]) : [];
  if (!isObject(message) || !Array.isArray(message.content)) return false;
  const [block] = message.content as unknown[];
  return isObject(block) && block.type === undefined;
}

const isConversation = (record: Record<string, unknown>) => has('schemaVersion')(record) || hasBlocks(record);

export const CONVERSATIONS: TrainingForm = {
  name: "conversations with 'schemaVersion' and 'messages'",
  shape: CONVERSATION,
  isMeant: isConversation,
};
export const PAIRS: TrainingForm = {
  name: "'prompt' and 'completion'",
  shape: PROMPT_AND_COMPLETION,
  isMeant: has('prompt', 'completion'),
};
export const MESSAGES: TrainingForm = {
  name: "conversations in Anthropic's words",
  shape: ANTHROPIC_CONVERSATION,
  isMeant: has('messages'),
};
export const CAPTIONS: TrainingForm = {
  name: "'image-ref' and 'caption'",
  shape: IMAGE_AND_CAPTION,
  isMeant: has('image-ref'),
};

/** The forms that each kind of customization takes: the first one that a record is meant as is what it is. */
export const TRAINING_FORMS: { readonly [type in CustomizationType]: readonly TrainingForm[] } = {
  FINE_TUNING: [CONVERSATIONS, PAIRS, MESSAGES, CAPTIONS],
  CONTINUED_PRE_TRAINING: [{ name: "texts, as 'input'", shape: PLAIN_TEXT, isMeant: has('input') }],
  DISTILLATION: [{ ...CONVERSATIONS, shape: TEACHER_CONVERSATION }],
  REINFORCEMENT_FINE_TUNING: [
    { name: "prompts, as 'messages' of chat completions", shape: GRADED_PROMPT, isMeant: has('messages') },
  ],
};

/** The customizations in a sentence. */
export const CUSTOMIZATION_NAMES: { readonly [type in CustomizationType]: string } = {
  FINE_TUNING: 'fine-tuning',
  CONTINUED_PRE_TRAINING: 'continued pre-training',
  DISTILLATION: 'distillation',
  REINFORCEMENT_FINE_TUNING: 'reinforcement fine-tuning',
};
