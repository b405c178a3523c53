import { modelVersionRules } from '../../../../src/sagemaker/neo/model-version-rules';

const CLOUD = { kind: 'cloud', name: 'ml_c5', device: 'ml_c5' } as const;
const textsOf = (framework: string, given: string | undefined, version: string | undefined) =>
  [...modelVersionRules(framework, given, version === undefined ? undefined : { file: 'a.pt', version }, CLOUD)].map(
    ({ text }) => text,
  );

test.each([
  ['TENSORFLOW', '2.9', '2.9.3'],
  ['TENSORFLOW', '2.9', '1.15.0'],
  ['TENSORFLOW', undefined, '2.9.1'],
  ['TENSORFLOW', undefined, undefined],
  ['TENSORFLOW', undefined, 'unknown'],
  ['XGBOOST', undefined, '9.0.0'],
])('%s %s takes a model of %s', (framework, given, saved) => {
  expect(textsOf(framework, given, saved)).toEqual([]);
});

test('a newer version than the job says, or than is documented, is a warning', () => {
  expect(textsOf('TENSORFLOW', '2.9', '2.10.0')).toEqual([
    "should be an archive whose a.pt is a model of TENSORFLOW 2.9 or earlier, as 'frameworkVersion' says, got one that version 2.10.0 has saved: save it with that version, or say the model's",
  ]);
  expect(textsOf('PYTORCH', undefined, '2.1 or newer')).toEqual([
    "should be an archive whose a.pt is a model of PYTORCH 1.4, 1.5, 1.6, 1.7, 1.8, 1.12, 1.13, 2.0, as Neo's documentation has it for ml_c5, got one that version 2.1 or newer has saved: save it with such a version",
  ]);
});
