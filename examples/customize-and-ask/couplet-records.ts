import type { Sonnet } from '../batch-inference/sonnet-records';

/** What the model is told before it reads the beginning of a sonnet. */
const INSTRUCTION =
  'You are given all of a sonnet but its last two lines. Answer with these two lines, and nothing else.';

/** How many of the sonnets the model learns from: batch inference takes no fewer than 100 of those that are left. */
const LEARNED = 54;

const COUPLET_LINES = 2;

/** A sonnet in two parts. */
interface DividedSonnet {
  readonly beginning: string;
  readonly couplet: string;
}

/** The training data: conversations with the couplets, as the lines of a JSONL file. */
export function trainingRecords(sonnets: readonly Sonnet[]): string {
  return linesOf(
    sonnets.slice(0, LEARNED).map((sonnet) => {
      const { beginning, couplet } = divided(sonnet);
      return {
        schemaVersion: 'bedrock-conversation-2024',
        ...question(beginning, { role: 'assistant', content: [{ text: couplet }] }),
      };
    }),
  );
}

/** The records of the batch inference job: the beginnings of the sonnets that the model has not seen. */
export function askedRecords(sonnets: readonly Sonnet[]): string {
  return linesOf(
    sonnets.slice(LEARNED).map((sonnet, index) => ({
      recordId: `SONNET${String(LEARNED + index + 1).padStart(5, '0')}`,
      modelInput: { ...question(divided(sonnet).beginning), inferenceConfig: { maxTokens: 100, temperature: 0 } },
    })),
  );
}

function divided({ text }: Sonnet): DividedSonnet {
  const lines = text.split('\n').map((line) => line.trim());
  return {
    beginning: lines.slice(0, -COUPLET_LINES).join('\n'),
    couplet: lines.slice(-COUPLET_LINES).join('\n'),
  };
}

function question(beginning: string, ...answers: readonly object[]) {
  return {
    system: [{ text: INSTRUCTION }],
    messages: [{ role: 'user', content: [{ text: beginning }] }, ...answers],
  };
}

function linesOf(records: readonly object[]): string {
  return records.map((record) => `${JSON.stringify(record)}\n`).join('');
}
