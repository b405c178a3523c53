import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
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

test('tells of each channel once', () => {
  const files = ['a', 'b', 'c', 'd', 'e'].map((name) => header(name));
  expect(told(builtIn('pca'), [...files, header('f', 'inputs.test')]).map(sentence)).toEqual([
    `'inputs.train' has the names of columns in the first line of a, b, c, and 2 more, ${WAY_OUT}`,
    `'inputs.test' has the names of columns in the first line of f, ${WAY_OUT}`,
  ]);
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
    ['text/csv', 'own'],
    ['text/libsvm', 'xgboost'],
    [undefined, 'linear-learner'],
  ])('has none for %s and %s', (contentType, image) => {
    expect(warningsOf(contentType, image)).toEqual([]);
  });
});
