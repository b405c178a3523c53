import { hyperparameterRules } from '../../../../src/sagemaker/training/training-hyperparameter-rules';
import { sentence } from '../../../../src/validation/finding';

const KMEANS = '174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:1';
const OWN = '111122223333.dkr.ecr.us-west-2.amazonaws.com/own:1';
const XGBOOST = '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1';
const textsOf = (HyperParameters: object, TrainingImage: unknown = OWN, more: object = {}) =>
  [...hyperparameterRules({ AlgorithmSpecification: { TrainingImage }, HyperParameters, ...more })].map(sentence);

test.each<[object, string]>([
  [
    {
      sagemaker_program: 'train.py',
      epochs: '5',
      layers: '[1, 2]',
      name: '"a"',
      plain: 'a',
      rate: '1e-5',
      steps: '1e6',
      phone: '(030)',
      formula: '(a, b)',
    },
    OWN,
  ],
  [{ k: '10', feature_dim: '784' }, KMEANS],
  [{ k: '"10"', flag: 'True' }, OWN],
  [{ sagemaker_program: 'train.py', epochs: { Ref: 'Epochs' } }, OWN],
  // what begins like a tuple is read once, however long it is
  [{ sagemaker_program: 'train.py', code: `(${'1'.repeat(200)}x` }, OWN],
  // templates, which a script fills in
  [{ sagemaker_program: 'train.py', template: '{question} answer: {answer}', other: '{{question}}' }, OWN],
  [{ sagemaker_program: 'train.py', template: '[INST] {question} [/INST] {answer}' }, OWN],
])('has nothing against %j', (parameters, image) => {
  expect(textsOf(parameters, image)).toEqual([]);
});

const COMMAND = { AlgorithmSpecification: { TrainingImage: XGBOOST, ContainerEntrypoint: ['python3', 'a.py'] } };

test.each<[string, object]>([
  ['the environment says', { Environment: { SAGEMAKER_PROGRAM: 'train.py' } }],
  ['a command says', COMMAND],
  ['only the deployment knows', { Environment: { Ref: 'Environment' } }],
])('takes texts in quotes for those of a script, where %s that there is one', (_, more) => {
  expect(textsOf({ name: '"a"' }, XGBOOST, more)).toEqual([]);
  expect(textsOf({ name: '"a"' }, XGBOOST)).toEqual([expect.stringContaining('it reads no JSON')]);
});

test('warns of what Python prints for a script that the environment names', () => {
  expect(textsOf({ flag: 'True' }, XGBOOST, { Environment: { SAGEMAKER_PROGRAM: 'train.py' } })).toEqual([
    expect.stringContaining("'hyperparameters.flag' should be JSON for a script, as in 'true'"),
  ]);
});

test.each([
  ['True', "should be JSON for a script, as in 'true': what Python prints is a text to it, got 'True'"],
  [
    "(1, 'a')",
    "should be JSON for a script, as in '[1, 2]': what Python prints of a tuple is a text to it, got '(1, 'a')'",
  ],
  ["'a'", "should be JSON for a script, as in '\"a\"', got ''a''"],
  [
    '[1, 2',
    "should be JSON for a script: it begins like a text, an object or a list of JSON, and is none, got '[1, 2'",
  ],
  ['"a', "should be JSON for a script: it begins like a text, an object or a list of JSON, and is none, got '\"a'"],
  [
    "{'a': 1}",
    "should be JSON for a script: it begins like a text, an object or a list of JSON, and is none, got '{'a': 1}'",
  ],
  [
    '[a, b]',
    "should be JSON for a script: it begins like a text, an object or a list of JSON, and is none, got '[a, b]'",
  ],
  [
    '12e45',
    `should be JSON for a script, as in '"12e45"': it is read as a number with an exponent, and the script gets another text, got '12e45'`,
  ],
  [
    '"\\"a\\""',
    `should be JSON for a script once, as in '"a"': it is JSON within JSON, and the script gets the quotes, too, got '"\\"a\\""'`,
  ],
])('warns of %s for a script', (value, text) => {
  expect(textsOf({ sagemaker_program: 'train.py', flag: value })).toEqual([`'hyperparameters.flag' ${text}`]);
});

test('warns of JSON for an algorithm that is built in', () => {
  expect(textsOf({ k: '"10"' }, KMEANS)).toEqual([
    "'hyperparameters.k' should be the text itself for an algorithm that is built in, as in '10': it reads no JSON, got '\"10\"'",
  ]);
});

test.each(['s3://bucket/source.tar.gz', '"s3://bucket/source.tar.gz"', '/opt/ml/code'])(
  'has nothing against the source in %s',
  (folder) => {
    expect(textsOf({ sagemaker_program: 'train.py', sagemaker_submit_directory: folder })).toEqual([]);
  },
);

test('warns of a source that is on this machine', () => {
  expect(textsOf({ sagemaker_program: 'train.py', sagemaker_submit_directory: './src' })).toEqual([
    "'hyperparameters.sagemaker_submit_directory' should be the S3 URI of a 'tar.gz' with the script, or a folder in the image such as '/opt/ml/code', got './src'",
  ]);
});
