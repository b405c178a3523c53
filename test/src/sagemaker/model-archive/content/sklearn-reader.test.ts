import { deflateSync, gzipSync } from 'node:zlib';
import { SklearnReader } from '../../../../../src/sagemaker/model-archive/content/sklearn-reader';

function foundIn(content: Buffer): string[] {
  const reader = new SklearnReader(content.length);
  reader.take(content);
  return reader.facts().problems.map(({ found }) => found);
}
const pickle = (object: string) => Buffer.from(`\u0080\u0003${object}`, 'latin1');
const ESTIMATOR = pickle('csklearn.svm\nSVC\n)R.');

test.each([
  ['as it is', ESTIMATOR],
  ['compressed with gzip', gzipSync(ESTIMATOR)],
  ['compressed with zlib', deflateSync(ESTIMATOR)],
  ['compressed with bzip2', Buffer.from('BZh91AY&SY')],
  ['compressed with xz', Buffer.from('fd377a585a000000', 'hex')],
  ['by protocol 0', Buffer.from('ccopy_reg\n_reconstructor\np0\n(csklearn.svm\nSVC\np1\n.')],
])('an estimator may be written %s', (_, content) => {
  expect(foundIn(content)).toEqual([]);
});

test.each([
  ['an array', pickle('cjoblib.numpy_pickle\nNumpyArrayWrapper\n.'), 'a pickle of an array or other data'],
  [
    'a tuple of an estimator',
    Buffer.from('\u0080\u0002csklearn.svm\nSVC\nq\0)\u0081q\u0001K\u0001\u0086q\u0002.', 'latin1'),
    'a pickle of an array or other data',
  ],
  ['a dictionary', pickle('}.'), 'a pickle of an array or other data'],
  [
    'another class',
    pickle('clightgbm.sklearn\nLGBMClassifier\n.'),
    'a pickle of the class lightgbm.sklearn.LGBMClassifier',
  ],
  ['the class itself', pickle('csklearn.svm\nSVC\nq\0.'), 'sklearn.svm.SVC itself, and no estimator of it'],
  [
    'a function',
    pickle('csklearn.metrics._classification\naccuracy_score\n.'),
    'a pickle of sklearn.metrics._classification.accuracy_score, which is no estimator',
  ],
  [
    'a data set',
    pickle('csklearn.utils._bunch\nBunch\n)\u0081.'),
    'a pickle of sklearn.utils._bunch.Bunch, which is no estimator',
  ],
  [
    'a splitter',
    pickle('csklearn.model_selection._split\nKFold\n)\u0081.'),
    'a pickle of sklearn.model_selection._split.KFold, which is no estimator',
  ],
  ['half of it', ESTIMATOR.subarray(0, -1), 'a pickle that is cut off'],
  ['a compressed text', gzipSync('text'), 'a file that is no pickle'],
])('%s is told', (_, content, found) => {
  expect(foundIn(content)).toEqual([found]);
});

test('of an estimator in other data, it alone is to be dumped', () => {
  const reader = new SklearnReader(4);
  reader.take(pickle('}.'));
  expect(reader.facts().problems.map(({ advice }) => advice)).toEqual([
    'dump the estimator alone, as in joblib.dump(model, path), and keep other data in files of its own',
  ]);
});
