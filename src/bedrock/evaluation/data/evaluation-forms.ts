import {
  filledListOf,
  listOf,
  object,
  type ObjectShape,
  OPEN,
  TEXT,
  ANY_TEXT,
  WORDS,
} from '../../request-body/body-shape';

/** What the records of a dataset are: what is asked, and, where that was done elsewhere, what was answered. */
export type RecordForm = 'prompts' | 'answered prompts' | 'questions' | 'answered questions';

const PROMPT = {
  prompt: WORDS,
  referenceResponse: ANY_TEXT,
  category: ANY_TEXT,
  modelResponses: filledListOf(
    object({ response: ANY_TEXT, modelIdentifier: TEXT }, { required: ['response', 'modelIdentifier'] }),
  ),
};

const BLOCKS = object(
  { content: filledListOf(object({ text: WORDS }, { required: ['text'] })) },
  { required: ['content'] },
);

const TURN = {
  prompt: BLOCKS,
  referenceResponses: listOf(BLOCKS),
  referenceContexts: listOf(BLOCKS),
  output: object(
    {
      text: ANY_TEXT,
      modelIdentifier: ANY_TEXT,
      knowledgeBaseIdentifier: TEXT,
      retrievedPassages: OPEN,
      retrievedResults: OPEN,
    },
    { required: ['knowledgeBaseIdentifier'] },
  ),
};

const conversation = (required: readonly string[]) =>
  object({ conversationTurns: filledListOf(object(TURN, { required })) }, { required: ['conversationTurns'] });

/**
 * What the records of each form have.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-prompt-datasets-judge.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-base-evaluation-prompt.html
 */
export const RECORD_FORMS: { readonly [form in RecordForm]: ObjectShape } = {
  prompts: object(PROMPT, { required: ['prompt'] }),
  'answered prompts': object(PROMPT, { required: ['prompt', 'modelResponses'] }),
  questions: conversation(['prompt']),
  'answered questions': conversation(['prompt', 'output']),
};
