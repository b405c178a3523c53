import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import { TrainingAlgorithm, TrainingImage, TrainingInput } from '../../../../src';
import { headerRules } from '../../../../src/sagemaker/training/training-header-rules';
import { sentence } from '../../../../src/validation/finding';
import { trainingJob } from '../../sample-training-job';

const OWN = '111122223333.dkr.ecr.us-west-2.amazonaws.com/own:1';
const builtIn = (name: string) => `174872318107.dkr.ecr.us-west-2.amazonaws.com/${name}:1`;
const header = (file: string, member = 'inputs.train') => ({ member, file, text: 'age,income' });
const told = (image: unknown, headers = [header('a.csv')], HyperParameters?: object) => [
  ...headerRules({ AlgorithmSpecification: { TrainingImage: image }, HyperParameters }, headers),
];

const WAY_OUT =
  "which this algorithm takes for a record, got 'age,income': leave that line out, and put the target into the first column, where there is one";

test.each(['xgboost', 'sagemaker-xgboost', 'kmeans', 'knn', 'lda', 'linear-learner', 'ntm', 'pca', 'randomcutforest'])(
  'warns of a header for %s',
  (name) => {
    const findings = told(builtIn(name));
    expect(findings.map(sentence)).toEqual([
      `'inputs.train' has the names of columns in the first line of a.csv, ${WAY_OUT}`,
    ]);
    expect(findings).toMatchObject([{ warning: 'cdk-ml-jobs:dataHeader', input: 'dataFiles' }]);
  },
);

// the data of the first is text, and that of the second no CSV
test.each([builtIn('ipinsights'), builtIn('blazingtext'), OWN, { Ref: 'Image' }])(
  'has nothing against one for %j',
  (image) => {
    expect(told(image)).toEqual([]);
  },
);

test('has nothing against one that a script reads', () => {
  expect(told(builtIn('sagemaker-xgboost'), undefined, { sagemaker_program: 'train.py' })).toEqual([]);
});

test.each([
  { Environment: { SAGEMAKER_PROGRAM: 'train.py' } },
  { Environment: { Ref: 'Environment' } },
  { AlgorithmSpecification: { TrainingImage: builtIn('sagemaker-xgboost'), ContainerArguments: ['a.py'] } },
])('has nothing against one where a script may read it: %j', (more) => {
  const AlgorithmSpecification = { TrainingImage: builtIn('sagemaker-xgboost') };
  expect([...headerRules({ AlgorithmSpecification, ...more }, [header('a.csv')])]).toEqual([]);
});

test('tells of each channel once', () => {
  const files = ['a', 'b', 'c', 'd', 'e'].map((name) => header(name));
  expect(told(builtIn('pca'), [...files, header('f', 'inputs.test')]).map(sentence)).toEqual([
    `'inputs.train' has the names of columns in the first line of a, b, c, and 2 more, ${WAY_OUT}`,
    `'inputs.test' has the names of columns in the first line of f, ${WAY_OUT}`,
  ]);
});

test('warns of texts where an algorithm reads numbers', () => {
  const cell = { member: 'inputs.train', file: 'a.csv', text: 'setosa', isCell: true };
  const findings = told(builtIn('sagemaker-xgboost'), [cell]);
  expect(findings.map(sentence)).toEqual([
    "'inputs.train' has a text in the first row of a.csv, and this algorithm reads numbers alone, got 'setosa': encode texts as numbers",
  ]);
  expect(findings).toMatchObject([{ warning: 'cdk-ml-jobs:dataText', input: 'dataFiles' }]);
});

describe('a job', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'headers-'));
  writeFileSync(path.join(folder, 'a.csv'), 'age,income\n1,2\n');
  afterAll(() => rmSync(folder, { recursive: true }));

  const warningsOf = (contentType: string | undefined, image: string) => {
    const stack = new Stack(new App(), 'Stack');
    const input = TrainingInput.fromAsset(folder, { contentType });
    const algorithm = TrainingAlgorithm.fromImage(TrainingImage.fromBuiltInAlgorithm(image, '1', '111122223333'));
    trainingJob(stack, 'Train', { inputs: { train: input }, algorithm });
    const found = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('names of columns'));
    return found.map(({ id }) => id);
  };

  test('has a warning for its local files of CSV', () => {
    expect(warningsOf('text/csv; label_size=0', 'kmeans')).toEqual(['/Stack/Train']);
  });

  test.each([
    ['csv', '1,a\n', 'has a text in the first row of a.csv'],
    ['csv', '1,2\n3\n', 'has in a.csv, line 2: rows of another number of columns than the first one'],
    [
      undefined,
      '1,2\n',
      "looks like CSV, and 'contentType' is left out, so that it is taken for 'text/libsvm': give the type that the data has",
    ],
    ['text/csv', '1;2;3\n4;5;6\n', undefined],
    ['libsvm', '1 1:2\n', undefined],
  ])('of XGBoost has its types of data: %s, %j', (contentType, content, text) => {
    const file = path.join(folder, 'xgboost', 'a.csv');
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
    const stack = new Stack(new App(), 'Stack');
    const image = TrainingImage.fromBuiltInAlgorithm('sagemaker-xgboost', '1.7-1');
    trainingJob(stack, 'Train', {
      inputs: { train: TrainingInput.fromAsset(file, { contentType }) },
      algorithm: TrainingAlgorithm.fromImage(image),
      hyperparameters: { num_round: '10' },
    });
    const found = Annotations.fromStack(stack).findWarning('*', Match.anyValue());
    expect(found.map(({ entry }) => entry.data as string)).toEqual(
      text === undefined ? [] : [expect.stringContaining(text)],
    );
  });

  test.each([
    ['text/csv', 'own'],
    ['text/libsvm', 'xgboost'],
    [undefined, 'linear-learner'],
  ])('has none for %s and %s', (contentType, image) => {
    expect(warningsOf(contentType, image)).toEqual([]);
  });
});
