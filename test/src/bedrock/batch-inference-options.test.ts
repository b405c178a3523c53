import { join } from 'node:path';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import { folderWith } from './input/input-folder';
import { BatchInferenceInput, BatchInferenceModel, ModelInvocationType } from '../../../src';
import { batchJob } from '../sample-batch-job';
import { newStack } from '../sample-job';

/** A file of as many records as a job takes at least. */
function fileOf(modelInput: object): string {
  const line = `${JSON.stringify({ modelInput })}\n`;
  return join(folderWith({ 'calls.jsonl': line.repeat(100) }), 'calls.jsonl');
}
const claude = {
  anthropic_version: 'bedrock-2023-05-31',
  max_tokens: 5,
  temperature: 0.2,
  messages: [{ role: 'user', content: 'Hello' }],
};

test.each<[unknown, string]>([
  [{ maximumSize: 5 }, "'input.maximumSize' must be a size, for example Size.gibibytes(), got 5"],
  [{ minimumRecords: 'all' }, "'input.minimumRecords' must be a whole number of at least 0, got 'all'"],
  [5, "'input' must"],
])('fails with the options %j', (options, text) => {
  const input = BatchInferenceInput.fromAsset(fileOf(claude), options as object);
  expect(() => batchJob(newStack(), 'Classify', { input })).toThrow(text);
});

test('records may be right for one version of a model, and not for another', () => {
  const input = BatchInferenceInput.fromAsset(fileOf(claude));
  const stack = newStack();
  const ids = ['anthropic.claude-sonnet-4-20250514-v1:0', 'anthropic.claude-opus-4-7'];
  ids.forEach((id, index) => {
    const model = BatchInferenceModel.foundationModel(new FoundationModelIdentifier(id));
    batchJob(stack, `Classify${index}`, { input, model, modelInvocationType: ModelInvocationType.INVOKE_MODEL });
  });
  const found = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('recordSampling'));
  expect(found.map(({ id }) => id)).toEqual(['/Stack/Classify1']);
});
