import { evaluationRequest, prompts } from './fixture-evaluation';
import { promptProblem } from '../../../../rehearsal/bedrock/evaluation/prompt-problem';
import { uploaded, uriOf } from '../../fixture-batch';

const URI = uriOf('faq.jsonl');
const prompt = JSON.stringify({ prompt: 'Is a penguin a bird?' });
const conversation = JSON.stringify({ conversationTurns: [] });
const lines = (...texts: readonly string[]) => texts.map((text) => `${text}\n`).join('');

/** What is wrong with a file of prompts of the app's. */
function problemOf(text: string, applicationType = 'ModelEvaluation', uri = URI): string | undefined {
  const request = evaluationRequest({ applicationType }, { datasetMetricConfigs: [prompts(uri)] });
  return promptProblem(request, uploaded({ 'faq.jsonl': text }));
}

test.each([
  ['a prompt in each line', lines(prompt, prompt), 'ModelEvaluation'],
  ['a conversation in each line, for a knowledge base', lines(conversation), 'RagEvaluation'],
  ['a thousand of them', lines(...Array.from({ length: 1000 }, () => prompt)), 'ModelEvaluation'],
])('nothing is wrong with %s', (_, text, applicationType) => {
  expect(problemOf(text, applicationType)).toBeUndefined();
});

test.each([
  ['no JSON', lines(prompt, 'no'), 'ModelEvaluation', `Line 2 of the dataset ${URI} is invalid: it has no prompt.`],
  ['no object', lines('[]'), 'ModelEvaluation', `Line 1 of the dataset ${URI} is invalid: it has no prompt.`],
  [
    'a conversation',
    lines(conversation),
    'ModelEvaluation',
    `Line 1 of the dataset ${URI} is invalid: it has no prompt.`,
  ],
  [
    'a prompt, for a knowledge base',
    lines(prompt),
    'RagEvaluation',
    `Line 1 of the dataset ${URI} is invalid: it has no conversationTurns.`,
  ],
  [
    'more than a thousand prompts',
    lines(...Array.from({ length: 1001 }, () => prompt)),
    'ModelEvaluation',
    `The dataset ${URI} has more than 1000 prompts.`,
  ],
])('a dataset is refused with %s', (_, text, applicationType, problem) => {
  expect(problemOf(text, applicationType)).toBe(problem);
});

test('a dataset is refused that is not there', () => {
  expect(problemOf(lines(prompt), 'ModelEvaluation', uriOf('other.jsonl'))).toBe(
    `The dataset ${uriOf('other.jsonl')} does not exist.`,
  );
});

test("what is not the app's own is taken for right", () => {
  expect(problemOf(lines('no'), 'ModelEvaluation', 's3://data/faq.jsonl')).toBeUndefined();
  expect(promptProblem(evaluationRequest(), uploaded({ 'faq.jsonl': '' }))).toBeUndefined();
});
