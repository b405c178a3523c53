import { trainingRules } from '../../../../../src/bedrock/customization/data/training-rules';
import { InputReading, type ReadInput } from '../../../../../src/bedrock/input/input-reading';
import { ReadingProgress } from '../../../../../src/bedrock/input/reading-progress';
import { recordFilesAt } from '../../../../../src/bedrock/input/record-files';
import { folderWith } from '../../input/input-folder';

type Type = Parameters<typeof trainingRules>[0];

const HAIKU = { foundationModelId: 'anthropic.claude-3-haiku-20240307-v1:0' };
const PAIR = { prompt: 'Hello?', completion: 'Hello.' };
const graded = (content: unknown) => ({ messages: [{ role: 'user', content }] });
const SAID = {
  messages: [
    { role: 'user', content: 'Hello?' },
    { role: 'assistant', content: 'Hello.' },
  ],
};

/** What is found in data of so many times the same record. */
function foundIn(record: object | string, count: number, type: Type, file = {}): ReadInput {
  const line = typeof record === 'string' ? record : JSON.stringify(record);
  const { files } = recordFilesAt(folderWith({ 'train.jsonl': `${line}\n`.repeat(count) }));
  const fault = (reason: string) => new Error(reason);
  return new InputReading(files, trainingRules(type, {}, file), new ReadingProgress('Tune'), fault).read();
}

test.each<[number, Type, object, object]>([
  [100, 'REINFORCEMENT_FINE_TUNING', graded('Hello?'), {}],
  [1, 'REINFORCEMENT_FINE_TUNING', graded('Hello?'), { isValidation: true }],
  [100, 'REINFORCEMENT_FINE_TUNING', graded([{ type: 'text', text: 'Hello?' }]), {}],
  [32, 'FINE_TUNING', SAID, HAIKU],
])('%d records of %s are enough: %j', (count, type, record, file) => {
  expect(foundIn(record, count, type, file)).toEqual({ errors: [], warnings: [] });
});

test.each<[number, Type, object, object, string]>([
  [
    99,
    'REINFORCEMENT_FINE_TUNING',
    graded('Hello?'),
    {},
    "train.jsonl has 99 records, and reinforcement fine-tuning takes 100 at least, by AWS's page",
  ],
  [
    100,
    'REINFORCEMENT_FINE_TUNING',
    graded([{ text: 'Hello?' }]),
    {},
    "has blocks without a type, as Converse has them, and reinforcement fine-tuning takes the format of OpenAI's chat completions only, by AWS's page",
  ],
  [31, 'FINE_TUNING', SAID, HAIKU, "train.jsonl has 31 records, and Claude 3 Haiku takes 32 at least, by AWS's page"],
  [
    32,
    'FINE_TUNING',
    PAIR,
    HAIKU,
    "has 'prompt' and 'completion', and Claude 3 Haiku learns from conversations in Anthropic's words, by AWS's pages",
  ],
])('of %d records of %s is told what only a page says: %j', (count, type, record, file, text) => {
  const { errors, warnings } = foundIn(record, count, type, file);
  expect(errors).toEqual([]);
  expect(warnings).toEqual([expect.objectContaining({ text: expect.stringContaining(text) as string })]);
});

test('of what is cut, or too long, nothing is said of requests', () => {
  const half = foundIn(String.raw`{"prompt":"\ud83d","completion":"a"}`, 1, 'FINE_TUNING');
  expect(half.warnings).toEqual([
    {
      id: 'recordCharacter',
      text: "train.jsonl, line 1: has half of a character in a text ('\\ud83d' without its other half), which is no text that a model can learn. Cut texts between characters",
    },
  ]);
  const long = foundIn({ ...PAIR, prompt: 'a'.repeat(32_000_000) }, 1, 'FINE_TUNING');
  expect(long.errors).toEqual([
    'train.jsonl, line 1: longer than 32 MB, which is more than any model learns from at once: make several records of it',
  ]);
});
