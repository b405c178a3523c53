import { patternsOf } from './request-patterns';
import { patternText } from '../../../src/validation/pattern-text';
import bedrock from '../../../src/validation/service-model/bedrock.json';
import sagemaker from '../../../src/validation/service-model/sagemaker.json';
import type { ServiceModel } from '../../../src/validation/service-model/service-model';

test.each([
  ['[0-9]{12}', ': the 12 digits of an account'],
  ['.*', ' without line breaks'],
  ['[\\S\\s]*', ''],
])('a common pattern is told in words: %s', (pattern, words) => {
  expect(patternText(pattern)).toBe(words);
});

test('any other pattern is shown as it is', () => {
  expect(patternText('\\d+[ab]')).toBe(' of the form \\d+[ab]');
});

test('few patterns of jobs have no words', () => {
  const patterns = ([bedrock, sagemaker] as ServiceModel[]).flatMap(patternsOf);
  const without = patterns.filter((pattern) => patternText(pattern).endsWith(pattern));
  expect(without).toEqual([
    '[a-zA-Z0-9](-*[a-zA-Z0-9])*',
    'arn:[a-zA-Z0-9\\-]+:lambda:[a-zA-Z0-9\\-]+:[0-9]{12}:function:.*',
    'arn:aws[a-z\\-]*:sagemaker:[a-z0-9\\-]*:[0-9]{12}:mlflow-[a-zA-Z-]*/.*',
  ]);
});
