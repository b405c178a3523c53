import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { sonnetsOf } from '../../examples/batch-inference/sonnet-records';
import { askedRecords, trainingRecords } from '../../examples/customize-and-ask/couplet-records';
import { CustomizeAndAskStack } from '../../examples/customize-and-ask/customize-and-ask-stack';
import { cleanUp, newRehearsal, synthesize } from '../deployment/deployment';

const EXAMPLES = path.join(__dirname, '..', '..', 'examples');
const textOf = (...names: string[]) => readFileSync(path.join(EXAMPLES, ...names), 'utf8');

afterEach(cleanUp);

describe('the data', () => {
  const sonnets = sonnetsOf(textOf('batch-inference', 'sonnets.txt'));

  test('is what the sonnets make', () => {
    expect(trainingRecords(sonnets)).toBe(textOf('customize-and-ask', 'train.jsonl'));
    expect(askedRecords(sonnets)).toBe(textOf('customize-and-ask', 'records.jsonl'));
  });

  test('divides the sonnets: none that is asked for has been learned', () => {
    const linesIn = (name: string) => textOf('customize-and-ask', name).trimEnd().split('\n');

    expect([linesIn('train.jsonl').length, linesIn('records.jsonl').length]).toEqual([54, 100]);
    expect(linesIn('train.jsonl')[0]).toContain("To eat the world's due, by the grave and thee.");
  });
});

test('the model is made, asked, and deleted with the stack', async () => {
  const app = synthesize((scope) => new CustomizeAndAskStack(scope, 'CustomizeAndAsk'));
  const rehearsal = newRehearsal();
  const { ok, stacks } = await rehearsal.deploy(app);

  expect(ok).toBe(true);
  expect(stacks.CustomizeAndAsk.outputs).toMatchObject({ TrainingLoss: '0.5', Couplets: '100' });
  const [tuned] = rehearsal.bedrock.customizationJobs;
  const [asked] = rehearsal.bedrock.batchJobs;
  expect(asked.modelId).toBe(tuned.customModelArn);
  expect(asked.createdAt).toBeGreaterThan(tuned.endsAt!);

  expect((await rehearsal.destroy(app)).ok).toBe(true);
  const deletions = rehearsal.bedrock.calls.filter(({ operation }) => operation === 'DeleteCustomModel');
  expect(deletions.map(({ input }) => input)).toEqual([{ modelIdentifier: tuned.customModelArn }]);
});
