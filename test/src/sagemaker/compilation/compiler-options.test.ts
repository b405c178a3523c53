import { Fn } from 'aws-cdk-lib';
import { CompilationTarget, CompilerOptions, TargetDevice } from '../../../../src';
import { compilationJob, newStack, requestOf } from '../../sample-job';

const target = (compilerOptions: CompilerOptions) =>
  CompilationTarget.device(TargetDevice.RASP3_B, { compilerOptions });
const rendered = (options: CompilerOptions) =>
  (requestOf({ target: target(options) }).OutputConfig as { CompilerOptions: unknown }).CompilerOptions;

test('an object is rendered as JSON', () => {
  expect(rendered(CompilerOptions.fromObject({ mattr: ['+neon'] }))).toBe('{"mattr":["+neon"]}');
});

test('an object may hold tokens', () => {
  expect(rendered(CompilerOptions.fromObject({ mcpu: Fn.ref('Processor') }))).toEqual({
    'Fn::Join': ['', ['{"mcpu":"', { Ref: 'Processor' }, '"}']],
  });
});

test('a string is sent as it is, quotes included', () => {
  const options = '"--verbose 1 --num-neuroncores 2 -O2"';
  expect(rendered(CompilerOptions.fromString(options))).toBe(options);
});

test.each([
  ['fewer than 3 characters', CompilerOptions.fromObject({})],
  ['more than 1,024', CompilerOptions.fromString('x'.repeat(1025))],
  ['a line break', CompilerOptions.fromString('{\n}')],
])('fails with %s', (_, options) => {
  expect(() => compilationJob(newStack(), 'Compile', { target: target(options) })).toThrow(
    /^Stack\/Compile: 'target\.compilerOptions' \(OutputConfig\.CompilerOptions\) must be 3 to 1024 characters without line breaks/,
  );
});
