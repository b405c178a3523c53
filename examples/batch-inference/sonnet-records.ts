/** What the model is told before it reads a sonnet. */
const INSTRUCTION = [
  'You read one sonnet by William Shakespeare at a time.',
  'Answer with one JSON object and nothing else. It has two members:',
  '"mood", the mood of the sonnet in one word, and "theme", its theme in one sentence of at most 20 words.',
].join(' ');

/** A sonnet and the Roman numeral above it. */
export interface Sonnet {
  readonly numeral: string;
  readonly text: string;
}

/** The records of a batch inference job, one a sonnet, as the lines of a JSONL file. */
export function sonnetRecords(text: string): string {
  return sonnetsOf(text)
    .map((sonnet, index) => `${JSON.stringify(recordOf(sonnet, index + 1))}\n`)
    .join('');
}

/** Divides a text at the lines that have a Roman numeral and nothing else. */
export function sonnetsOf(text: string): Sonnet[] {
  const [, ...parts] = text.split(/^([CLXVI]+)\n/m);
  const numerals = parts.filter((_, index) => index % 2 === 0);
  return numerals.map((numeral, index) => ({ numeral, text: parts[2 * index + 1].trim() }));
}

function recordOf({ numeral, text }: Sonnet, number: number) {
  return {
    recordId: `SONNET${String(number).padStart(5, '0')}`,
    modelInput: {
      system: [{ text: INSTRUCTION }],
      messages: [{ role: 'user', content: [{ text: `Sonnet ${numeral}\n\n${text}` }] }],
      inferenceConfig: { maxTokens: 200, temperature: 0 },
    },
  };
}
