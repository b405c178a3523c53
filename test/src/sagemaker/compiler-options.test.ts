import { CompilationTarget, CompilerOptions, TargetDevice } from '../../../src';
import { compilationJob, newStack, requestOf } from '../sample-job';

const target = (compilerOptions: CompilerOptions) =>
  CompilationTarget.device(TargetDevice.JETSON_NANO, { compilerOptions });
const rendered = (options: CompilerOptions) =>
  (requestOf({ target: target(options) }).OutputConfig as { CompilerOptions: unknown }).CompilerOptions;

test('an object is rendered as JSON', () => {
  expect(rendered(CompilerOptions.fromObject({ 'gpu-code': 'sm_53' }))).toBe('{"gpu-code":"sm_53"}');
});

test('a string is sent as it is, quotes included', () => {
  const options = '"--verbose 1 --num-neuroncores 2 -O2"';
  expect(rendered(CompilerOptions.fromString(options))).toBe(options);
});

test.each([
  ['fewer than 3 characters', '{}'],
  ['more than 1,024', 'x'.repeat(1025)],
  ['a line break', '{\n}'],
])('fails with %s', (_, text) => {
  expect(() => compilationJob(newStack(), 'Compile', { target: target(CompilerOptions.fromString(text)) })).toThrow(
    /^Stack\/Compile: 'target\.compilerOptions' must be 3 to 1024 characters, without line breaks/,
  );
});
