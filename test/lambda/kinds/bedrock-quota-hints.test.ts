import { bedrockQuotaHints } from '../../../lambda/kinds/bedrock-quota-hints';
import { hintIn } from '../../../lambda/kinds/hint';

const HINTS = bedrockQuotaHints({ none: 'there are none', inUse: 'let other jobs end', inUseWords: /too many jobs/ });
const hintOf = (text: string) => hintIn(HINTS, text);
const limit = (size: string, delta: string) =>
  `The account-level service limit 'Jobs' is ${size} Jobs, with current utilization of 1 Jobs and a request delta of ${delta} Jobs.`;

test.each([
  ['1', '2', 'the job can never get a place: ask for at least 2 in Service Quotas, for Amazon Bedrock in this Region'],
  ['1,000', '1,001', 'ask for at least 1,001'],
  ['20', '20', 'let other jobs end'],
  ['1,000', '20', 'let other jobs end'],
  ['0', '1', 'there are none: ask for a higher quota in Service Quotas, for Amazon Bedrock in this Region'],
])('a quota of %s of which a job asks for %s', (size, delta, hint) => {
  expect(hintOf(limit(size, delta))).toContain(hint);
});

test.each([
  ['there are too many jobs', 'let other jobs end'],
  ['the model is not available in this Region', 'no quota gives it'],
  ['The record is too long', undefined],
])('what is not a number: %s', (text, hint) => {
  if (hint === undefined) expect(hintOf(text)).toBeUndefined();
  else expect(hintOf(text)).toContain(hint);
});
