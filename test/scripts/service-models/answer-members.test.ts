import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import table from '../../../rehearsal/jobs/answer-members.json';
import { answerMembersOf, answerTableText } from '../../../scripts/service-models/answer-members';
import type { PublishedModel } from '../../../scripts/service-models/published-model';
import { JOB_FACTS } from '../../../src/contract';

const text = { type: 'string' };

test('the members of what is answered are there by the alphabet, with those of structures and of items of lists', () => {
  const model: PublishedModel = {
    metadata: { protocol: 'json' },
    operations: {
      DescribeTrainingJob: { http: { method: 'POST', requestUri: '/' }, output: { shape: 'Answer' } },
    },
    shapes: {
      Text: text,
      Map: { type: 'map', key: { shape: 'Text' }, value: { shape: 'Text' } },
      Tree: { type: 'structure', members: { Name: { shape: 'Text' }, Below: { shape: 'Trees' } } },
      Trees: { type: 'list', member: { shape: 'Tree' } },
      Anything: { type: 'structure', members: {}, document: true },
      Answer: {
        type: 'structure',
        members: {
          Trees: { shape: 'Trees' },
          Name: { shape: 'Text' },
          Labels: { shape: 'Map' },
          Filter: { shape: 'Anything' },
        },
      },
    },
  };
  const members = answerMembersOf(JOB_FACTS.TrainingJob, model);
  expect(JSON.stringify(members)).toBe('{"Filter":null,"Labels":null,"Name":null,"Trees":{"Below":null,"Name":null}}');
  expect(answerTableText({ TrainingJob: members })).toBe(
    '{\n  "TrainingJob": {\n    "Filter": null,\n    "Labels": null,\n    "Name": null,\n    "Trees": {"Below":null,"Name":null}\n  }\n}\n',
  );
});

test('the table is written as the script writes it', () => {
  const file = join(__dirname, '..', '..', '..', 'rehearsal', 'jobs', 'answer-members.json');
  expect(answerTableText(table)).toBe(readFileSync(file, 'utf8'));
});
