import { sizedQuotaHint } from '../../../lambda/kinds/bedrock-quota-hints';
import { hintIn } from '../../../lambda/kinds/hint';

const hintOf = (text: string) => hintIn([sizedQuotaHint('let other jobs end')], text);
const limit = (size: string, delta: string) =>
  `The account-level service limit 'Jobs' is ${size} Jobs, with current utilization of 1 Jobs and a request delta of ${delta} Jobs.`;

test.each([
  ['1', '2', 'the job can never get a place: ask for at least 2 in Service Quotas, for Amazon Bedrock in this Region'],
  ['1,000', '1,001', 'ask for at least 1,001'],
  ['20', '20', 'let other jobs end'],
  ['1,000', '20', 'let other jobs end'],
])('a quota of %s of which a job asks for %s', (size, delta, hint) => {
  expect(hintOf(limit(size, delta))).toContain(hint);
});

test('a quota of which nobody says how large it is', () => {
  expect(hintOf('The maximum number of jobs has been reached')).toBeUndefined();
});
