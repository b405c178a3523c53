import {
  type Agreement,
  filledListOf,
  listOf,
  object,
  type ObjectShape,
  OPEN,
  TEXT,
  ANY_TEXT,
  WORDS,
} from '../../request-body/body-shape';

/** What the records of a dataset are: what is asked, and, where that was done elsewhere, what was found or answered. */
export type RecordForm = 'prompts' | 'answered prompts' | 'questions' | 'found passages' | 'answered questions';

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

/** What was retrieved, as the API of knowledge bases answers it. */
const PASSAGES = object(
  {
    retrievalResults: listOf(
      object(
        {
          content: object({ text: ANY_TEXT, type: OPEN, byteContent: OPEN, row: OPEN, audio: OPEN, video: OPEN }),
          name: OPEN,
          metadata: OPEN,
          location: OPEN,
          score: OPEN,
        },
        { required: ['content'] },
      ),
    ),
  },
  { required: ['retrievalResults'] },
);

const OUTPUT = {
  text: ANY_TEXT,
  modelIdentifier: ANY_TEXT,
  knowledgeBaseIdentifier: TEXT,
  retrievedPassages: PASSAGES,
  retrievedResults: PASSAGES,
  citations: OPEN,
};

/** What was answered elsewhere has some members by AWS's pages only. */
function outputWith(...documented: (keyof typeof OUTPUT)[]): ObjectShape {
  const disagreement = (output: { readonly [name: string]: unknown }) => {
    const member = documented.find((name) => output[name] === undefined);
    const text = "is missing, which what was answered elsewhere has by AWS's pages";
    return member === undefined ? undefined : { member, text, warning: 'evaluationOutput' };
  };
  return object(OUTPUT, { required: ['knowledgeBaseIdentifier'], agreement: { of: documented, disagreement } });
}

const TURN = { prompt: BLOCKS, referenceResponses: listOf(BLOCKS), referenceContexts: listOf(BLOCKS) };

const conversation = (output: ObjectShape, required: readonly string[]) =>
  object(
    { conversationTurns: filledListOf(object({ ...TURN, output }, { required })) },
    {
      required: ['conversationTurns'],
      agreement: foreign(
        'prompt',
        'conversationTurns',
        'where a knowledge base is evaluated: write {"conversationTurns": [{"prompt": {"content": [{"text": "…"}]}}]}',
      ),
    },
  );

/** Of records that have a member of those of another evaluation in place of their own. */
function foreign(member: string, own: string, wayOut: string): Agreement {
  const text = `is no member of records ${wayOut}`;
  return {
    of: [],
    disagreement: (record) =>
      record[own] === undefined && record[member] !== undefined ? { member, text } : undefined,
  };
}

const OF_MODELS = foreign('conversationTurns', 'prompt', 'where models are evaluated: write {"prompt": "…"}');

/**
 * What the records of each form have.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-prompt-datasets-judge.html
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/knowledge-base-evaluation-prompt.html
 */
export const RECORD_FORMS: { readonly [form in RecordForm]: ObjectShape } = {
  prompts: object(PROMPT, { required: ['prompt'], agreement: OF_MODELS }),
  'answered prompts': object(PROMPT, { required: ['prompt', 'modelResponses'], agreement: OF_MODELS }),
  questions: conversation(object(OUTPUT), ['prompt']),
  'found passages': conversation(outputWith('retrievedResults'), ['prompt', 'output']),
  'answered questions': conversation(outputWith('text', 'retrievedPassages'), ['prompt', 'output']),
};
