import { formText, hasForm, type TextForm } from '../../../../src/bedrock/request-body/text-form';

test.each<[TextForm, string]>([
  ['words', 'Hello'],
  ['words', '\n Hello'],
  ['bytes', 'iVBORw0KGgo='],
  ['bytes', 'iVBORw0KGgo=\n'],
  // only the beginning is looked at: some encoders break lines
  ['bytes', `${'A'.repeat(76)}\n${'A'.repeat(76)}`],
  ['data URI', 'data:image/jpg;base64,/9j/'],
  ['JSON pointer', '/stop_sequence'],
  ['JSON pointer', '/a~1b/0'],
  ['document name', 'Q3 report (final) [2] für-alle'],
])('%s: takes %j', (form, text) => {
  expect(hasForm(form, text)).toBe(true);
});

test.each<[TextForm, string, string, string | undefined]>([
  [
    'words',
    ' \n\t',
    'has nothing but spaces, which the APIs of models refuse: leave the text out, or say something',
    'recordBlank',
  ],
  ['bytes', 'data:image/png;base64,AAAA', 'must be Base64 alone, without the beginning of a data URI', undefined],
  [
    'bytes',
    's3://bucket/image.png',
    'must be the bytes themselves as Base64, which has letters, digits, + and / only',
    undefined,
  ],
  [
    'bytes',
    '-'.repeat(100),
    'must be the bytes themselves as Base64, which has letters, digits, + and / only',
    undefined,
  ],
  ['data URI', 'iVBORw0KGgo=', "must be a data URI, such as 'data:image/png;base64,…'", undefined],
  [
    'JSON pointer',
    '/a~b',
    "must be a JSON pointer, such as '/stop_sequence', got '/a~b': the API refuses any other",
    undefined,
  ],
  [
    'document name',
    'report.pdf',
    'should have letters, digits, single spaces, hyphens, parentheses and square brackets only, up to 200 of them: the API takes no others, such as the dot of a file name',
    'recordName',
  ],
])('%s: tells of %j', (form, text, told, warning) => {
  expect(hasForm(form, text)).toBe(false);
  expect(formText(form, text)).toEqual(warning === undefined ? { text: told } : { text: told, warning });
});

test.each(['two  spaces', 'a'.repeat(201)])('takes no document that is called %j', (name) => {
  expect(hasForm('document name', name)).toBe(false);
});
