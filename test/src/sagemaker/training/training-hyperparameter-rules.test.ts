import { hyperparameterRules } from '../../../../src/sagemaker/training/training-hyperparameter-rules';
import { sentence } from '../../../../src/validation/finding';

const KMEANS = '174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:1';
const OWN = '111122223333.dkr.ecr.us-west-2.amazonaws.com/own:1';
const textsOf = (HyperParameters: object, TrainingImage: unknown = OWN) =>
  [...hyperparameterRules({ AlgorithmSpecification: { TrainingImage }, HyperParameters })].map(sentence);

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
    },
    OWN,
  ],
  [{ k: '10', feature_dim: '784' }, KMEANS],
  [{ k: '"10"', flag: 'True' }, OWN],
  [{ sagemaker_program: 'train.py', epochs: { Ref: 'Epochs' } }, OWN],
])('has nothing against %j', (parameters, image) => {
  expect(textsOf(parameters, image)).toEqual([]);
});

test.each([
  ['True', "should be JSON for a script, as in 'true': what Python prints is a text to it, got 'True'"],
  ["'a'", "should be JSON for a script, as in '\"a\"', got ''a''"],
  [
    '[1, 2',
    "should be JSON for a script: it begins like a text, an object or a list of JSON, and is none, got '[1, 2'",
  ],
  ['"a', "should be JSON for a script: it begins like a text, an object or a list of JSON, and is none, got '\"a'"],
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
