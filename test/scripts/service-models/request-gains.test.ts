import { JOB_DEFINITIONS } from '../../../scripts/constraint-check/job-definitions';
import { requestGains } from '../../../scripts/service-models/request-gains';
import type { OperationModel } from '../../../src/validation/service-model/operation-model';
import type { Shape } from '../../../src/validation/service-model/service-model';

const COMPILATION = JOB_DEFINITIONS.find(({ kind }) => kind === 'CompilationJob')!;
const TEXT: Shape = { type: 'string' };

const modelOf = (request: Shape, shapes: { readonly [name: string]: Shape }): OperationModel => ({
  operation: 'CreateCompilationJob',
  source: 'botocore 1.2.3',
  request,
  shapes,
});

/** What is told where the shape of the target's operating system is another. */
const told = (before: Shape, after: Shape) => {
  const model = (os: Shape) =>
    modelOf(
      { type: 'structure', members: { OutputConfig: 'Output' } },
      {
        Output: { type: 'structure', members: { TargetPlatform: 'Platform' } },
        Platform: { type: 'structure', members: { Os: 'Os' } },
        Os: os,
      },
    );
  return requestGains(COMPILATION, model(before), model(after));
};

test.each<[string, Shape, Shape, string]>([
  ['a value', { ...TEXT, enum: ['ANDROID'] }, { ...TEXT, enum: ['ANDROID', 'LINUX'] }, 'may be LINUX, too'],
  ['no list of values', { ...TEXT, enum: ['ANDROID'] }, TEXT, 'may be any text'],
  ['a longer text', { ...TEXT, max: 8 }, { ...TEXT, max: 16 }, 'has another limit: at most 16, not 8'],
  ['a text of any length', { ...TEXT, max: 8 }, TEXT, 'has another limit: at most no limit, not 8'],
  ['a shorter text', { ...TEXT, min: 2 }, { ...TEXT, min: 1 }, 'has another limit: at least 1, not 2'],
])('%s is a gain, by the property that sets the member', (_, before, after, text) => {
  expect(told(before, after)).toEqual({ gains: [`target.os: OutputConfig.TargetPlatform.Os ${text}`], losses: [] });
});

test.each<[string, Shape, Shape, string]>([
  ['a value that is gone', { ...TEXT, enum: ['A', 'B'] }, { ...TEXT, enum: ['A'] }, 'may not be B any more'],
  ['a limit', TEXT, { ...TEXT, max: 16 }, 'has another limit: at most 16, not no limit'],
  ['a pattern', TEXT, { ...TEXT, pattern: '[a-z]*' }, 'must match [a-z]*, not nothing'],
  ['another type', TEXT, { type: 'boolean' }, 'is `true` or `false` now'],
])('%s is to be heeded', (_, before, after, text) => {
  expect(told(before, after)).toEqual({ gains: [], losses: [`target.os: OutputConfig.TargetPlatform.Os ${text}`] });
});

test('members are told of once, with what they must be, and by overrides where no property sets them', () => {
  const shapes = { Text: TEXT, Size: { type: 'integer', min: 1, max: 5 } };
  const before = modelOf(
    { type: 'structure', members: { RoleArn: 'Text', Gone: 'Text' }, required: ['RoleArn'] },
    shapes,
  );
  const after = modelOf({ type: 'structure', members: { RoleArn: 'Text', Size: 'Size' }, required: ['Size'] }, shapes);
  expect(requestGains(COMPILATION, before, after)).toEqual({
    gains: ['role: RoleArn need not be given', 'requestOverrides: Size is new: a whole number from 1 to 5'],
    losses: ['requestOverrides: Size must be given', 'requestOverrides: Gone is gone'],
  });
});

test('items of lists and values of maps are compared, and shapes that hold themselves end', () => {
  const model = (values: string[]) =>
    modelOf(
      { type: 'structure', members: { Trees: 'Trees', Map: 'Map' } },
      {
        Trees: { type: 'list', item: 'Tree' },
        Tree: { type: 'structure', members: { Kind: 'Kind', Trees: 'Trees' } },
        Map: { type: 'map', key: 'Kind', value: 'Kind' },
        Kind: { type: 'string', enum: values },
      },
    );
  expect(requestGains(COMPILATION, model(['a']), model(['a', 'b'])).gains).toEqual([
    'requestOverrides: Trees[].Kind may be b, too',
    'requestOverrides: Map{} may be b, too',
  ]);
});
