import { Aws, Fn, Lazy, Token } from 'aws-cdk-lib';
import { type MemberName, sentence } from '../../../src/validation/finding';
import { apiName, type MemberPath } from '../../../src/validation/member-path';
import { RequestModelCheck } from '../../../src/validation/model-check';
import type { OperationModel } from '../../../src/validation/service-model/operation-model';

const MODEL: OperationModel = {
  operation: 'CreateJob',
  source: 'a model of 2026',
  request: {
    type: 'structure',
    members: {
      Name: 'Name',
      Count: 'Count',
      Total: 'Total',
      Spot: 'Spot',
      Format: 'Format',
      Source: 'Source',
      Inputs: 'Inputs',
      Labels: 'Labels',
      Output: 'Output',
    },
  },
  shapes: {
    Name: { type: 'string', min: 1, max: 8, pattern: '[a-z-]+', characters: 'a-z\\-' },
    Count: { type: 'integer', min: 1, max: 5 },
    Total: { type: 'long', min: 0 },
    Spot: { type: 'boolean' },
    Format: { type: 'string', enum: ['Csv', 'JsonLines', 'ml_c5'] },
    Source: { type: 'union', members: { Bucket: 'Name', FileSystem: 'Name' } },
    Inputs: { type: 'list', item: 'Input', min: 1, max: 2 },
    Input: { type: 'structure', members: { Name: 'Name', Format: 'Format' }, required: ['Name'] },
    Labels: { type: 'map', key: 'Name', value: 'Text', max: 2 },
    Text: { type: 'string', max: 10 },
    Output: { type: 'structure', members: { Uri: 'Uri', FrameworkVersion: 'Text' }, required: ['Uri'] },
    Uri: {
      type: 'string',
      pattern: 's3://[a-z/-]+',
      characters: '/3:a-z\\-',
      head: '(?:s(?:3(?::(?:/(?:/[a-z/-]*)?)?)?)?)?',
    },
  },
};

function check(request: unknown, nameOf: (path: MemberPath) => MemberName = (path) => ({ property: apiName(path) })) {
  const made = new RequestModelCheck(MODEL, nameOf);
  made.check(MODEL.request, request);
  const { open, isWellTyped } = made;
  const findings = made.findings.map((finding) => ({
    text: sentence(finding),
    ...(finding.warning !== undefined && { warning: finding.warning }),
  }));
  return { findings, open, isWellTyped };
}

const textsOf = (request: unknown) => check(request).findings.map(({ text }) => text);

const circle: { [member: string]: unknown } = {};
circle.circle = circle;

describe('a request is as the model says', () => {
  test.each<[string, object]>([
    ['with nothing that must be', {}],
    [
      'with all members',
      {
        Name: 'a',
        Count: 5,
        Total: 0,
        Spot: false,
        Format: 'Csv',
        Source: { Bucket: 'a' },
        Inputs: [{ Name: 'a' }],
        Labels: { a: 'b' },
        Output: { Uri: 's3://a' },
      },
    ],
    [
      'with members that are absent',
      {
        Name: undefined,
        Count: null,
        Source: { Bucket: 'a', FileSystem: null },
        Inputs: [{ Name: 'a', Format: null }],
        Labels: { a: null, b: undefined, '1': null },
      },
    ],
    ['with numbers and booleans for texts', { Labels: { a: 50, b: true } }],
    ['with numbers and booleans as texts', { Count: '5', Total: '10', Spot: 'true' }],
    ['with an object without a prototype', Object.assign(Object.create(null), { Name: 'a' })],
  ])('%s', (_, request) => {
    expect(check(request)).toMatchObject({ findings: [], isWellTyped: true, open: [] });
  });
});

describe('a value of another type fails', () => {
  test.each<[unknown, string]>([
    [{ Name: [] }, "'Name' must be a string, got []"],
    [{ Name: { a: 1 } }, `'Name' must be a string, got {"a":1}`],
    [{ Name: NaN }, "'Name' must be a string, got NaN"],
    [{ Name: Infinity }, "'Name' must be a string, got Infinity"],
    [{ Name: 1n }, "'Name' must be a string, got 1n"],
    [{ Name: Symbol('a') }, "'Name' must be a string, got Symbol(a)"],
    [{ Name: () => 'a' }, "'Name' must be a string, got [Function: Name]"],
    [{ Name: circle }, "'Name' must be a string, got <ref *1> { circle: [Circular *1] }"],
    [{ Name: new Date(0) }, `'Name' must be a string, got "1970-01-01T00:00:00.000Z"`],
    [{ Count: 'many' }, "'Count' must be a whole number from 1 to 5, got 'many'"],
    [{ Count: '1.5' }, "'Count' must be a whole number from 1 to 5, got '1.5'"],
    [{ Count: `many${Aws.REGION}` }, `'Count' must be a whole number from 1 to 5, got 'many${Aws.REGION}'`],
    [{ Count: true }, "'Count' must be a whole number from 1 to 5, got true"],
    [{ Count: 2n }, "'Count' must be a whole number from 1 to 5, got 2n"],
    [{ Spot: 'yes' }, "'Spot' must be true or false, got 'yes'"],
    [{ Spot: 1 }, "'Spot' must be true or false, got 1"],
    [{ Inputs: { Name: 'a' } }, `'Inputs' must be a list, got {"Name":"a"}`],
    [{ Inputs: 'a' }, "'Inputs' must be a list, got 'a'"],
    [{ Inputs: [{ Name: 'a' }, null] }, "'Inputs[1]' must be given, got null"],
    // a gap in the list
    [{ Inputs: [, { Name: 'a' }] }, "'Inputs[0]' must be given, got undefined"], // eslint-disable-line no-sparse-arrays
    [{ Labels: ['a'] }, `'Labels' must be an object, got ["a"]`],
    [{ Labels: new Map([['a', 'b']]) }, "'Labels' must be an object, got {}"],
    [{ Output: 's3://a' }, "'Output' must be an object, got 's3://a'"],
    ['x', "'requestOverrides' must be an object, got 'x'"],
  ])('%#', (request, text) => {
    expect(check(request)).toMatchObject({ findings: [{ text }], isWellTyped: false });
  });
});

describe('a value that the model does not allow fails', () => {
  test.each<[object, string]>([
    [{ Name: 'A' }, "'Name' must be 1 to 8 characters of the form [a-z-]+, got 'A'"],
    [{ Name: 12 }, "'Name' must be 1 to 8 characters of the form [a-z-]+, got '12'"],
    [{ Count: 0 }, "'Count' must be a whole number from 1 to 5, got 0"],
    [{ Count: '6' }, "'Count' must be a whole number from 1 to 5, got '6'"],
    [{ Count: 1.5 }, "'Count' must be a whole number from 1 to 5, got 1.5"],
    [{ Count: NaN }, "'Count' must be a whole number from 1 to 5, got NaN"],
    [{ Total: -1 }, "'Total' must be a whole number of at least 0, got -1"],
    [{ Total: Infinity }, "'Total' must be a whole number of at least 0, got Infinity"],
    [{ Inputs: [] }, "'Inputs' must be 1 to 2 items, got 0"],
    [{ Labels: { a: '', b: '', c: '' } }, "'Labels' must be 0 to 2 entries, got 3"],
    [{ Labels: { 'a b': '' } }, "'Labels.a b' must be a name of 1 to 8 characters of the form [a-z-]+, got 'a b'"],
    [{ Labels: { a: 'x'.repeat(11) } }, "'Labels.a' must be 0 to 10 characters (it has 11), got 'xxxxxxxxxxx'"],
    [{ Output: {} }, "'Output.Uri' must be given, got undefined"],
    [{ Output: { Uri: null } }, "'Output.Uri' must be given, got null"],
    [{ Inputs: [{ Name: 'a' }, {}] }, "'Inputs[1].Name' must be given, got undefined"],
    [{ Source: {} }, "'Source' must be an object with exactly one of Bucket, FileSystem, got {}"],
    [
      { Source: { Bucket: 'a', FileSystem: 'b' } },
      `'Source' must be an object with exactly one of Bucket, FileSystem, got {"Bucket":"a","FileSystem":"b"}`,
    ],
  ])('%j', (request, text) => {
    expect(check(request)).toMatchObject({ findings: [{ text }], isWellTyped: true });
  });

  test('with all others that there are', () => {
    expect(textsOf({ Count: 0, Spot: 'no', Output: { Bucket: 'a' } })).toEqual([
      "'Count' must be a whole number from 1 to 5, got 0",
      "'Spot' must be true or false, got 'no'",
      "'Output.Bucket' must be left out: the API has no member Output.Bucket in a model of 2026: it has Uri, FrameworkVersion",
      "'Output.Uri' must be given, got undefined",
    ]);
  });
});

describe('a member that the model does not have fails', () => {
  test.each<[object, string]>([
    [{ name: 'a' }, "'name' must be left out: the API has no member name in a model of 2026: did you mean 'Name'?"],
    [
      { Outputs: {} },
      "'Outputs' must be left out: the API has no member Outputs in a model of 2026: did you mean 'Output'?",
    ],
    [
      { Output: { Uri: 's3://a', frameworkversion: '' } },
      "'Output.frameworkversion' must be left out: the API has no member Output.frameworkversion in a model of 2026: did you mean 'FrameworkVersion'?",
    ],
    [
      { Inputs: [{ Name: 'a', Os: 1 }] },
      "'Inputs[0].Os' must be left out: the API has no member Inputs[0].Os in a model of 2026: it has Name, Format",
    ],
    [
      { constructor: {} },
      "'constructor' must be left out: the API has no member constructor in a model of 2026: it has Name, Count, Total, Spot, Format, Source, Inputs, Labels, Output",
    ],
  ])('%j', (request, text) => {
    expect(textsOf(request)).toEqual([text]);
  });
});

describe('of an enum', () => {
  const formatOf = (Format: string, isOverride = false) =>
    check({ Format }, (path) => ({ property: apiName(path), isOverride })).findings;
  const allowed = "'Format' must be one of Csv, JsonLines, ml_c5";
  const note = 'The service may accept it by now: this library checks against a model of 2026';

  test.each([
    ['csv', ": did you mean 'Csv'?"],
    ['ml_c55', ": did you mean 'ml_c5'?"],
    ['', ''],
  ])("a value that is misspelt fails: '%s'", (value, rest) => {
    expect(formatOf(value)).toEqual([{ text: `${allowed}, got '${value}'${rest}` }]);
  });

  test('a value that may be newer than the model is a warning', () => {
    const warning = 'cdk-ml-jobs:newerValue:Format';
    expect(formatOf('ml_c7')).toEqual([{ warning, text: `${allowed}, got 'ml_c7': did you mean 'ml_c5'? ${note}` }]);
    expect(formatOf('Parquet')).toEqual([{ warning, text: `${allowed}, got 'Parquet'. ${note}` }]);
  });

  test('an override that looks misspelt is a warning, unless only its case is another', () => {
    const warning = 'cdk-ml-jobs:newerValue:Format';
    expect(formatOf('ml_c55', true)).toEqual([
      { warning, text: `${allowed}, got 'ml_c55': did you mean 'ml_c5'? ${note}` },
    ]);
    expect(formatOf('csv', true)).toEqual([{ text: `${allowed}, got 'csv': did you mean 'Csv'?` }]);
  });

  test.each([5, true])('a value that is no string fails: %p', (value) => {
    expect(textsOf({ Format: value })).toEqual([`${allowed}, got ${value}`]);
  });

  test.each([`Csv${Aws.REGION}`, `${Aws.REGION}Lines`, `J${Aws.REGION}s`])(
    'a part that may be one is open: %s',
    (value) => {
      expect(check({ Format: value })).toMatchObject({ findings: [], open: [value] });
    },
  );

  test('a part that no value has is a warning', () => {
    const value = `Parquet${Aws.REGION}`;
    const warning = 'cdk-ml-jobs:newerValue:Format';
    expect(formatOf(value)).toEqual([{ warning, text: `${allowed}, got '${value}'. ${note}` }]);
  });

  test('the warning says where the member is', () => {
    expect(check({ Inputs: [{ Name: 'a' }, { Name: 'b', Format: 'Parquet' }] }).findings).toMatchObject([
      { warning: 'cdk-ml-jobs:newerValue:Inputs[1].Format' },
    ]);
  });
});

describe('what only the synthesis or the deployment knows is left open', () => {
  test.each([
    ['a string', 'Name', Lazy.string({ produce: () => 'A' })],
    ['a text in a template', 'Name', { Ref: 'Name' }],
    ['a text that a function selects', 'Name', { 'Fn::Select': [0, ['A']] }],
    ['a value of an enum', 'Format', Aws.REGION],
    ['a number', 'Count', Token.asNumber({ Ref: 'Count' })],
    ['a number in a text', 'Count', Token.asString({ Ref: 'Count' })],
    ['a part of a number', 'Count', `1${Aws.REGION}`],
    ['a boolean', 'Spot', Fn.conditionIf('Condition', true, false)],
    ['a boolean in a text', 'Spot', Token.asString({ Ref: 'Spot' })],
    ['a list', 'Inputs', Token.asList({ Ref: 'Inputs' })],
    ['a list of its own', 'Inputs', Lazy.any({ produce: () => [] })],
    ['a map', 'Labels', { 'Fn::ImportValue': 'Labels' }],
    ['an object', 'Output', Lazy.any({ produce: () => ({}) })],
    ['a union', 'Source', { 'Fn::If': ['Condition', {}, {}] }],
  ])('%s', (_, member, value) => {
    expect(check({ [member]: value })).toMatchObject({ findings: [], isWellTyped: true, open: [value] });
  });

  test('and counts as given', () => {
    const uri = Lazy.string({ produce: () => 's3://a' });
    expect(check({ Source: { Bucket: { Ref: 'Bucket' } }, Output: { Uri: uri } })).toMatchObject({
      findings: [],
      open: [{ Ref: 'Bucket' }, uri],
    });
  });

  test('but a key of a map', () => {
    expect(textsOf({ Labels: { [`${Aws.REGION}`]: 'a', [`a-${Aws.REGION}`]: 'b' } })).toEqual([]);
    const key = `A ${Aws.REGION}`;
    expect(textsOf({ Labels: { [key]: 'a' } })).toEqual([
      `'Labels.${key}' must be a name of 1 to 8 characters of the form [a-z-]+, got '${key}'`,
    ]);
  });
});

describe('of a text, the parts that are known are checked', () => {
  const uris = (Uri: unknown) => check({ Output: { Uri } });
  const must = "'Output.Uri' must be a string of the form s3://[a-z/-]+, got";

  test.each([`s3://${Aws.REGION}/a`, `${Aws.REGION}/a`, `s3:${Aws.REGION}`])('may be %s', (uri) => {
    expect(uris(uri)).toMatchObject({ findings: [], open: [uri] });
  });

  test.each([`s3://${Aws.REGION}/a b`, `https//${Aws.REGION}`, `s3:/a${Aws.REGION}`])('fails with %s', (uri) => {
    expect(uris(uri)).toMatchObject({ findings: [{ text: `${must} '${uri}'` }], open: [] });
  });

  test.each([
    [{ 'Fn::Join': ['', ['s3://', { Ref: 'Bucket' }, '/a b']] }],
    [{ 'Fn::Join': ['/', ['https:/', { Ref: 'Bucket' }]] }],
    [{ 'Fn::Join': ['', ['s3://', 'A']] }],
  ])('fails with %j', (uri) => {
    expect(uris(uri)).toMatchObject({ findings: [{ text: `${must} ${JSON.stringify(uri)}` }], open: [] });
  });

  test('may be joined', () => {
    const uri = { 'Fn::Join': ['', ['s3://', { Ref: 'Bucket' }, '/a']] };
    expect(uris(uri)).toMatchObject({ findings: [], open: [uri] });
  });

  test('a text that is too long without the rest fails', () => {
    const name = `${'a'.repeat(9)}${Aws.REGION}`;
    expect(textsOf({ Name: name })).toEqual([`'Name' must be 1 to 8 characters of the form [a-z-]+, got '${name}'`]);
  });
});
