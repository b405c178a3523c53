import { readRecord } from '../../../rehearsal/bedrock/batch-record';

test('reads a record, with and without an id', () => {
  expect(readRecord('{"recordId":"a","modelInput":{"prompt":"x"}}')).toEqual({
    recordId: 'a',
    modelInput: { prompt: 'x' },
  });
  expect(readRecord('{"modelInput":{}}')).toEqual({ modelInput: {} });
});

test.each([
  ['{', 'is not valid JSON'],
  ['"text"', 'is not a JSON object'],
  ['{"modelInput":"text"}', 'has no JSON object modelInput'],
])('says why %s is none', (text, why) => {
  expect(readRecord(text)).toBe(why);
});
