import { KnownForms } from '../../../../src/bedrock/input/known-forms';
import {
  ANY_TEXT,
  BYTES,
  type BodyShape,
  listOf,
  object,
  oneOf,
  number,
  OPEN,
  tagged,
  TEXT,
  wholeNumber,
} from '../../../../src/bedrock/request-body/body-shape';

const BODY = object({
  text: TEXT,
  role: oneOf('user', 'assistant'),
  data: BYTES,
  note: ANY_TEXT,
  blocks: listOf(tagged({ a: object({ type: TEXT, text: TEXT }), b: object({ type: TEXT, text: BYTES }) })),
  more: OPEN,
  name: { ...TEXT, isCompared: true },
  turns: { ...listOf(TEXT), otherShape: (_: unknown, isLast: boolean) => (isLast ? BYTES : undefined) },
});

/** The id that a line is found to have, once another one is known to be right. */
function idAfter(known: string, line: string, body: BodyShape = BODY): string | undefined {
  const forms = new KnownForms(body);
  forms.add(Buffer.from(known));
  return forms.idIn(Buffer.from(line));
}
const record = (modelInput: string, id = 'A') => `{"recordId":"${id}","modelInput":${modelInput}}`;

test.each([
  ['the same line', '{"text":"a"}', '{"text":"a"}'],
  ['another text', '{"text":"a"}', '{"text":"another, longer one"}'],
  ['a text with escapes', '{"text":"a"}', String.raw`{"text":"a \" \\ \/ \b\f\n\r\t é"}`],
  ['a text in another script', '{"text":"a"}', '{"text":"日本語 😀"}'],
  ['other texts in any depth that nothing is known of', '{"more":{"a":[{"b":"c"}]}}', '{"more":{"a":[{"b":"d"}]}}'],
  ['another text where another may be another', '{"turns":["a","aGk="]}', '{"turns":["-","aGEh"]}'],
  ['other Base64', '{"data":"aGk="}', '{"data":"aGEh"}'],
  ['other spaces in a text', '{ "text" : "a" }', '{ "text" : "b  c" }'],
])('a line is known by %s', (_, known, line) => {
  expect(idAfter(record(known), record(line, 'B'))).toBe('B');
});

test('records without an id have an empty one', () => {
  expect(idAfter('{"modelInput":{"text":"a"}}', '{"modelInput":{"text":"b"}}')).toBe('');
});

test.each([
  ['one of a few values', '{"role":"user"}', '{"role":"assistant"}'],
  ['the type of a block', '{"blocks":[{"type":"a","text":"c"}]}', '{"blocks":[{"type":"b","text":"c"}]}'],
  ['what is different with each type', '{"blocks":[{"type":"a","text":"c"}]}', '{"blocks":[{"type":"a","text":"d"}]}'],
  ['a text that does not fit', '{"data":"aGk="}', '{"data":"data:aGk="}'],
  ['one that an escape hides', '{"data":"aGk="}', String.raw`{"data":"\u0064ata:aGk="}`],
  ['a text that is compared with others', '{"name":"a"}', '{"name":"b"}'],
  ['a text that does not fit where it is', '{"turns":["a","aGk="]}', '{"turns":["a","data:aGk="]}'],
  ['an empty text', '{"text":"a"}', '{"text":""}'],
  ['a text in the place of an empty one', '{"note":""}', '{"note":"a"}'],
  ['a number', '{"more":1}', '{"more":2}'],
  ['a name', '{"more":{"a":"b"}}', '{"more":{"c":"b"}}'],
  ['a member that the body does not have', '{"other":"a"}', '{"other":"b"}'],
  ['half of a character', '{"text":"a"}', String.raw`{"text":"\ud83d"}`],
  ['two halves, which are looked at more closely', '{"text":"a"}', String.raw`{"text":"\ud83d\ude00"}`],
  ['a control character', '{"text":"a"}', '{"text":"a\tb"}'],
  ['no escape', '{"text":"a"}', String.raw`{"text":"\x"}`],
  ['no digits', '{"text":"a"}', String.raw`{"text":"\u00g0"}`],
  ['no end', '{"text":"a"}', '{"text":"a'],
  ['a backslash at the end', '{"text":"a"}', '{"text":"a\\'],
  ['more behind it', '{"text":"a"}', '{"text":"a"}}'],
])('a line is not known by %s', (_, known, line) => {
  expect(idAfter(record(known), record(line))).toBeUndefined();
});

test.each(['', String.raw`\n`])("an id is looked at more closely that is '%s'", (id) => {
  expect(idAfter(record('{}'), record('{}', id))).toBeUndefined();
});

test('of a member that is there twice, the last one counts', () => {
  const twice = (id: string) => `{"recordId":"A","recordId":"${id}","modelInput":{"text":"a","text":"b"}}`;
  expect(idAfter(twice('B'), twice('C'))).toBe('C');
});

test('what is too deep, or too long, has no form', () => {
  const deep = record(`{"more":${'['.repeat(50_000)}${']'.repeat(50_000)}}`);
  expect(idAfter(deep, deep)).toBeUndefined();
  const long = record(`{"text":"${'a'.repeat(1_000_000)}"}`);
  expect(idAfter(long, long)).toBeUndefined();
});

test('several forms are known at once', () => {
  const forms = new KnownForms(BODY);
  const lines = Array.from({ length: 8 }, (_, index) => Buffer.from(record(`{"more":${index}}`, `R${index}`)));
  lines.forEach((line) => forms.add(line));
  expect(lines.map((line) => forms.idIn(line))).toEqual(lines.map((_, index) => `R${index}`));
});

test('none is looked for any more where each line is of another', () => {
  const forms = new KnownForms(BODY);
  const lineOf = (index: number) => Buffer.from(record(`{"more":${index}}`));
  for (let index = 0; index < 99; index++) forms.add(lineOf(index));
  expect(forms.idIn(lineOf(98))).toBe('A');
  for (let index = 99; index < 103; index++) forms.add(lineOf(index));
  expect(forms.idIn(lineOf(102))).toBeUndefined();
});

test('a line is not known by what other members of a block must go with', () => {
  const agreement = { of: ['data'], disagreement: () => undefined };
  const body = object({ source: tagged({ a: object({ type: TEXT, data: BYTES, note: TEXT }, { agreement }) }) });
  const source = (data: string, note: string) => record(JSON.stringify({ source: { type: 'a', data, note } }));
  expect(idAfter(source('aGk=', 'a'), source('aGk=', 'b'), body)).toBe('A');
  expect(idAfter(source('aGk=', 'a'), source('aGEh', 'a'), body)).toBeUndefined();
});

describe('numbers', () => {
  const body = object(
    { heat: number(0, 1), length: wholeNumber(1), effort: number(0), thinking: OPEN },
    { agreement: { of: ['effort', 'thinking'], needs: 'thinking', disagreement: () => undefined } },
  );
  const isKnown = (known: string, line: string) => idAfter(record(known), record(line, 'B'), body) === 'B';

  test.each([
    ['{"heat":0.5}', '{"heat":0}'],
    ['{"heat":0.5}', '{"heat":1}'],
    ['{"heat":0.5}', '{"heat":7.25e-2}'],
    ['{"heat":0}', '{"heat":-0}'],
    ['{"length":1, "heat":1}', '{"length":123456789, "heat":0.1}'],
    ['{"length":1}', '{"length":1234567890123}'],
    ['{"length":1}', '{"length":1e3}'],
    ['{"effort":1}', '{"effort":2}'],
  ])('that fit are known: after %s, %s', (known, line) => {
    expect(isKnown(known, line)).toBe(true);
  });

  test.each([
    ['{"heat":0.5}', '{"heat":1.5}'],
    ['{"heat":0.5}', '{"heat":-1}'],
    ['{"length":1}', '{"length":0}'],
    ['{"length":1}', '{"length":1.5}'],
    ['{"length":1}', '{"length":01}'],
    ['{"length":1}', '{"length":+1}'],
    ['{"length":1}', '{"length":1.}'],
    ['{"length":1}', '{"length":}'],
    ['{"length":1}', '{"length":1 2}'],
    ['{"length":1}', '{"length":1e999}'],
    ['{"length":1}', '{"length":null}'],
    ['{"length":1}', '{"length":"1"}'],
    ['{"effort":1,"thinking":{}}', '{"effort":2,"thinking":{}}'],
  ])('that are none, or do not fit, are looked at: after %s, %s', (known, line) => {
    expect(isKnown(known, line)).toBe(false);
  });
});

test('forms that no line has are forgotten, and made anew later', () => {
  const forms = new KnownForms(BODY);
  const odd = Buffer.from(record('{"more":1}'));
  const usual = Buffer.from(record('{"text":"a"}'));
  forms.add(odd);
  for (let count = 0; count < 30; count++) expect(forms.idIn(usual)).toBeUndefined();
  expect(forms.areKnown).toBe(false);
  for (let count = 0; count < 10_000; count++) forms.add(usual);
  expect(forms.areKnown).toBe(false);
  forms.add(usual);
  expect(forms.idIn(usual)).toBe('A');
});
