import { clip, roomFor } from '../../lambda/clipped-text';

test('what the attributes of an answer leave is what JSON does not need for them', () => {
  expect(roomFor({})).toBe(3200 - '{}'.length);
  expect(roomFor({ JobArn: 'é"' })).toBe(3200 - Buffer.byteLength(JSON.stringify({ JobArn: 'é"' })));
});

test.each([
  ['abc', 3, 'abc'],
  ['abc', 2, 'ab'],
  ['abc', 0, ''],
  // two bytes, four, and two for a quote, which JSON escapes
  ['éé', 3, 'é'],
  ['😀a', 3, ''],
  ['""', 3, '"'],
])('%j clipped to %i bytes is %j', (text, room, clipped) => {
  expect(clip(text, room)).toBe(clipped);
});
