import { cut, laidOut, textWidth } from '../../../rehearsal/terminal/line-layout';

const EVENT =
  'App | 13/16 | 6:51:28 PM | CREATE_FAILED           | Custom::SageMakerCompilationJob  | Compile/Resource/Default (Compile37B500EE) ' +
  'The compilation job ended as FAILED: ClientError: no | Hint: check that framework is the one the model was made with | Job: ' +
  'arn:aws:sagemaker:us-east-1:111122223333:compilation-job/app--compile--031b343dc230--and-more-than-a-line';

test('a line that fits stays as it is', () => {
  expect(laidOut('a | b', 5)).toEqual(['a | b']);
  expect(laidOut('', 80)).toEqual(['']);
  expect(laidOut(EVENT, Infinity)).toEqual([EVENT]);
});

test.each([
  [
    80,
    [
      'App | 13/16 | 6:51:28 PM | CREATE_FAILED           |',
      '    Custom::SageMakerCompilationJob  |',
      '    Compile/Resource/Default (Compile37B500EE) The compilation job ended as',
      '    FAILED: ClientError: no |',
      '    Hint: check that framework is the one the model was made with |',
      '    Job:',
      '    arn:aws:sagemaker:us-east-1:111122223333:compilation-job/app--compile--031b343dc230--and-more-than-a-line',
    ],
  ],
  [
    120,
    [
      'App | 13/16 | 6:51:28 PM | CREATE_FAILED           | Custom::SageMakerCompilationJob  |',
      '    Compile/Resource/Default (Compile37B500EE) The compilation job ended as FAILED: ClientError: no |',
      '    Hint: check that framework is the one the model was made with |',
      '    Job: arn:aws:sagemaker:us-east-1:111122223333:compilation-job/app--compile--031b343dc230--and-more-than-a-line',
    ],
  ],
])('a line is parted where columns end, else between words, in %d columns', (width, lines) => {
  expect(laidOut(EVENT, width)).toEqual(lines);
});

test('what is indented goes on further in', () => {
  expect(laidOut('     one two three', 12)).toEqual(['     one two', '         three']);
});

test('each of several lines is laid out', () => {
  expect(laidOut('one two\nthree four', 7)).toEqual(['one two', 'three', '    four']);
});

test('colours take no room, and some signs take twice as much', () => {
  expect(textWidth('\u001b[31mred\u001b[39m')).toBe(3);
  expect(textWidth(' ✅  App')).toBe(8);
  expect(laidOut('\u001b[31mred\u001b[39m one', 7)).toEqual(['\u001b[31mred\u001b[39m one']);
});

test('a text that is cut has a mark', () => {
  expect(['abc', 'abcd', 'abcde'].map((text) => cut(text, 4))).toEqual(['abc', 'abcd', 'abc…']);
});
