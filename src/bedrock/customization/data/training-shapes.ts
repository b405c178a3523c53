import { isObject } from '../../../local-file/json-value';
import {
  ANY_TEXT,
  type Disagreement,
  filledListOf,
  listOf,
  type Misfit,
  object,
  type ObjectShape,
  onlyOneOf,
  OPEN,
  S3_URI,
  textOr,
  union,
  WORDS,
} from '../../request-body/body-shape';
import { DOCUMENT_FORMAT, IMAGE_FORMAT, VIDEO_FORMAT } from '../../request-body/media-shapes';

/** The version of conversations that AWS's pages name. Not all models ask for it: the shape takes any text. */
export const SCHEMA_VERSION = 'bedrock-conversation-2024';

const TYPED_BLOCK: Misfit = {
  text: 'must be left out, for the one member of a block says what it is, as in {"text": "…"}',
};

const BLOCK = union(
  {
    text: WORDS,
    image: object({ format: IMAGE_FORMAT, source: OPEN }, { required: ['format', 'source'] }),
    video: object({ format: VIDEO_FORMAT, source: OPEN }, { required: ['format', 'source'] }),
    document: object({ format: DOCUMENT_FORMAT, name: OPEN, source: OPEN }, { required: ['source'] }),
    reasoningContent: OPEN,
    toolUse: OPEN,
    toolResult: OPEN,
    cachePoint: OPEN,
  },
  { type: TYPED_BLOCK },
);

/** Who speaks in turn: the pages of all models say that user and assistant take turns, and that the user begins. */
function turnFault(messages: unknown, mustEndWith: 'assistant' | undefined): Disagreement | undefined {
  const roles = rolesIn(messages).filter((role) => role !== 'system');
  const wrong = roles.findIndex((role, index) => role !== (index % 2 === 0 ? 'user' : 'assistant'));
  if (wrong >= 0) {
    const text = 'should have the roles user and assistant in turn, beginning with user';
    return { member: 'messages', text, warning: 'trainingTurns' };
  }
  if (mustEndWith === undefined || roles.length === 0 || roles.at(-1) === mustEndWith) return undefined;
  const text = `should end with the role ${mustEndWith}, for its answer is what the model learns`;
  return { member: 'messages', text, warning: 'trainingTurns' };
}

function rolesIn(messages: unknown): readonly unknown[] {
  return Array.isArray(messages) ? messages.map((message) => (isObject(message) ? message.role : undefined)) : [];
}

/** Conversations as Converse has them, whose last word may be the user's where another model answers. */
function conversation(mustEndWith: 'assistant' | undefined): ObjectShape {
  const message = object(
    { role: onlyOneOf(['user', 'assistant']), content: filledListOf(BLOCK) },
    { required: ['role', 'content'] },
  );
  return object(
    {
      schemaVersion: ANY_TEXT,
      system: listOf(union({ text: WORDS, cachePoint: OPEN }, { type: TYPED_BLOCK })),
      messages: filledListOf(message),
    },
    {
      required: ['schemaVersion', 'messages'],
      agreement: { of: ['messages'], disagreement: ({ messages }) => turnFault(messages, mustEndWith) },
    },
  );
}

/**
 * Conversations that a model learns from.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-prepare.html
 */
export const CONVERSATION = conversation('assistant');

/**
 * Conversations that a teacher goes on with.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/distillation-data-prep-option-1.html
 */
export const TEACHER_CONVERSATION = conversation(undefined);

/** Questions and answers of models that hold no conversations, such as Titan Text and Llama 3.1. */
export const PROMPT_AND_COMPLETION = object(
  { prompt: WORDS, completion: WORDS },
  { required: ['prompt', 'completion'] },
);

/** Conversations in the words of Anthropic. */
export const ANTHROPIC_CONVERSATION = object(
  {
    system: WORDS,
    messages: filledListOf(
      object(
        { role: onlyOneOf(['user', 'assistant']), content: textOr(filledListOf(OPEN)) },
        { required: ['role', 'content'] },
      ),
    ),
  },
  {
    required: ['messages'],
    agreement: { of: ['messages'], disagreement: ({ messages }) => turnFault(messages, 'assistant') },
  },
);

/** Images with what is to be seen on them, for models that make images, or embeddings of them. */
export const IMAGE_AND_CAPTION = object({ 'image-ref': S3_URI, caption: WORDS }, { required: ['image-ref'] });

/**
 * Texts of continued pre-training.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-prepare.html
 */
export const PLAIN_TEXT = object({ input: WORDS }, { required: ['input'] });

/**
 * Prompts of reinforcement fine-tuning, in the words of OpenAI's chat completions. Whatever else a record has, the grader gets.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/rft-prepare-data.html
 */
export const GRADED_PROMPT = object(
  {
    messages: filledListOf(
      object(
        { role: onlyOneOf(['system', 'developer', 'user', 'assistant', 'tool']), content: textOr(listOf(OPEN)) },
        { required: ['role'] },
      ),
    ),
    reference_answer: OPEN,
  },
  { required: ['messages'] },
);
