import { staleLines } from '../../../rehearsal/terminal/stale-read-report';

const PRODUCER = { stackName: 'Jobs', account: '111122223333', region: 'us-east-1' };

test('says nothing where a stack has read what is there', () => {
  expect(staleLines('Hosting', [])).toEqual([]);
});

test('names each output that is stale once, and how to read it anew', () => {
  const read = { producer: PRODUCER, outputName: 'Model', value: 's3://old' };
  expect(staleLines('Hosting', [read, read])).toEqual([
    'Hosting still uses the former Jobs.Model: a weak reference is read only when the stack itself is deployed.',
    '"cdk deploy" passes over a stack whose template has not changed; "cdk deploy --force Hosting" does not.',
  ]);
});
