import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindKeySource } from '../../../scripts/service-models/kind-key-source';
import { JOB_KIND_KEYS } from '../../../src/contract';

test('the type of the kinds has those that the facts have', () => {
  const file = join(__dirname, '..', '..', '..', 'src', 'validation', 'service-model', 'job-kind-key.ts');
  expect(readFileSync(file, 'utf8')).toBe(kindKeySource(JOB_KIND_KEYS));
});

test('many kinds have a line each', () => {
  const kinds = Array.from({ length: 8 }, (_, index) => `SomewhatLongKind${index}`);
  expect(kindKeySource(kinds)).toContain(
    "export type JobKindKey =\n  | 'SomewhatLongKind0'\n  | 'SomewhatLongKind1'\n",
  );
});
