import { parseRecord } from '../../../../src/bedrock/input/input-record';

const parse = (line: string | Buffer) => parseRecord(Buffer.from(line as string), (reason) => new Error(reason));

test.each([
  ['without an id', '{"modelInput":{}}', { modelInput: {} }],
  ['with an id', '{"recordId":"A 1","modelInput":{"a":[1]}}', { recordId: 'A 1', modelInput: { a: [1] } }],
  ['with space around it', ' \t{"modelInput":{}} \r', { modelInput: {} }],
  [
    'with any text',
    '{"recordId":"ü\\u2028","modelInput":{"a":"日本"}}',
    { recordId: 'ü\u2028', modelInput: { a: '日本' } },
  ],
])('a record %s', (_, line, record) => {
  expect(parse(line)).toEqual({ recordId: undefined, isHalved: false, others: [], ...record });
});

const NO_UTF_8 =
  'not valid UTF-8: save the file as UTF-8, for spreadsheets and older programs write other encodings, such as Latin-1';

test.each([
  ['a blank line', '', 'a blank line'],
  ['a line of white space', ' \t\r', 'a blank line'],
  ['bytes that are no text', Buffer.from([0x7b, 0xff, 0x7d]), NO_UTF_8],
  ['a text in UTF-16', Buffer.from('\ufeff{}', 'utf16le'), NO_UTF_8],
  [
    'a byte order mark',
    '\ufeff{"modelInput":{}}',
    'a byte order mark at the beginning, which is not JSON: save the file as UTF-8 without it',
  ],
  ['another list', '[]', 'not a JSON object, but a list: write each of its items on a line of its own'],
  ['what Python prints', "{'modelInput': {}}", 'what Python prints, and no JSON: write it with json.dumps()'],
  ['no number', '{"modelInput":{"a":NaN}}', 'NaN, which JSON does not have: write null, or leave the member out'],
  ['a string', '"a"', 'not a JSON object, but a string'],
  ['nothing', 'null', 'not a JSON object, but null'],
  ['no request', '{"recordId":"A"}', "'modelInput' is missing, which has the request for the model"],
  ['a mistyped request', '{"model_input":{}}', "'modelInput' is missing: did you mean it by 'model_input'?"],
  [
    'a record of another API',
    '{"custom_id":"A","params":{}}',
    `'modelInput' is missing: it looks like a record of Anthropic's batch API. Write {"recordId": "…", "modelInput": {…}} with what the model takes, as in its 'params'`,
  ],
  [
    'a request of another name',
    '{"request":{"messages":[]}}',
    "'modelInput' is missing: did you mean it by 'request'?",
  ],
  [
    'a mistyped id',
    '{"recordID":"A","modelInput":{}}',
    "'recordID' is no member of a record: did you mean 'recordId'?",
  ],
  ['a request as a text', '{"modelInput":"{}"}', "'modelInput' must be an object, got a string"],
  ['a list of requests', '{"modelInput":[]}', "'modelInput' must be an object, got a list"],
  ['null for a request', '{"modelInput":null}', "'modelInput' must be an object, got null"],
  ['a number for an id', '{"recordId":12,"modelInput":{}}', "'recordId' must be a string, got 12"],
  [
    'null for an id',
    '{"recordId":null,"modelInput":{}}',
    "'recordId' must be a string, got null: leave the member out, and the service makes an id",
  ],
  ['an object for an id', '{"recordId":{"a":1},"modelInput":{}}', "'recordId' must be a string, got an object"],
  [
    'a model',
    '{"modelInput":{"modelId":"a"}}',
    "'modelInput.modelId' must be left out, for the job says which model it is",
  ],
])('fails with %s', (_, line, reason) => {
  expect(() => parse(line)).toThrow(new Error(reason));
});

test.each([
  [
    '{"modelInput":{},"error":null}',
    "'error' is null, and should be left out, for a record has 'modelInput' and 'recordId' only",
  ],
  ['{"modelInput":{},"model":"a"}', "'model' should be left out, for a record has 'modelInput' and 'recordId' only"],
  [
    '{"modelInput":{},"modelOutput":{}}',
    "'modelOutput' is the answer of a job: these are its results, and not its input",
  ],
])('says what else there is in %s', (line, text) => {
  expect(parse(line).others).toEqual([text]);
});

test('fails with what is no JSON, and does not show the record', () => {
  const secret = 'a name that nobody is to read';
  for (const line of [
    `{"a": ${secret}}`,
    `{"modelInput": {"a": "${secret}"}`,
    `{"modelInput": "${secret}`,
    `${secret}`,
  ]) {
    const error = failure(line);
    expect(error).toMatch(/^not valid JSON: [A-Z]/);
    expect(error).not.toContain('nobody');
  }
});

test('says where a line stops being JSON, if the parser does', () => {
  expect(failure('{"modelInput":{}')).toBe("not valid JSON: Expected ',' or '}' after property value at position 16");
});

function failure(line: string): string {
  try {
    parse(line);
  } catch (error) {
    return (error as Error).message;
  }
  throw new Error('the line is a record');
}
