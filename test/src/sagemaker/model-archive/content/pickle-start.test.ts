import { endsAsPickle, firstPickled, isPickle } from '../../../../../src/sagemaker/model-archive/content/pickle-start';

const stackGlobal = (module: string, name: string) =>
  [module, name].map((text) => `\u008c${String.fromCharCode(text.length)}${text}\u0094`).join('') + '\u0093';

test.each([
  ['protocol 2', '\u0080\u0002csklearn.svm\nSVC\nq\0', 'sklearn.svm.SVC'],
  ['protocol 4', `\u0080\u0004\u0095........${stackGlobal('sklearn.svm', 'SVC')})`, 'sklearn.svm.SVC'],
  ['protocol 5 without a frame', `\u0080\u0005${stackGlobal('a', 'B')}`, 'a.B'],
  ['protocol 0', 'cxgboost.core\nBooster\np0\n', 'xgboost.core.Booster'],
  ['protocol 0 of an instance', 'ccopy_reg\n_reconstructor\np0\n(csklearn.svm\nSVC\np1\n', 'sklearn.svm.SVC'],
  ['what comes behind other bytes', 'data.pkl\0\0\u0080\u0002ca\nB\n', 'a.B'],
])('the class of the first object is known in %s', (_, text, className) => {
  expect(firstPickled(text)).toEqual({ className });
});

test('what is no instance is plain data', () => {
  expect(firstPickled('\u0080\u0002}q\0.')).toEqual({});
  expect(firstPickled('\u0080\u0002K\u0005.')).toEqual({});
  expect(firstPickled('no pickle')).toBeUndefined();
});

test('a pickle is one from its first byte to its last', () => {
  const isOne = (text: string) => isPickle(Buffer.from(text, 'latin1'));
  expect(isOne('\u0080\u0003K\u0005.')).toBe(true);
  expect(isOne('ca\nB\n.')).toBe(true);
  expect(isOne('class,name\n1,2\n')).toBe(false);
  expect(isOne('x\u0080\u0003')).toBe(false);
  expect(endsAsPickle(Buffer.from('b.'))).toBe(true);
  expect(endsAsPickle(Buffer.from('b'))).toBe(false);
  expect(endsAsPickle(Buffer.alloc(0))).toBe(false);
});
