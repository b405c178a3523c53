import type { CheckedFile } from '../../check/checked-file';
import { judge } from '../../corpus/judgement';

const file = (severity?: 'error' | 'warning'): CheckedFile => ({
  path: 'model.tar.gz',
  kind: 'model archive',
  dataInputConfig: '{"input":[1,3]}',
  findings: severity === undefined ? [] : [{ severity, text: 'must be a graph' }],
});

test.each([
  [undefined, 'accepted'],
  ['warning', 'warned'],
  ['error', 'refused'],
] as const)('what has %j is %s', (severity, verdict) => {
  expect(judge(file(severity), { verdict })).toMatchObject({ verdict, differences: [] });
});

test('says how a verdict differs', () => {
  expect(judge(file('error'), { verdict: 'warned', because: /weights/, dataInputConfig: '{}' })).toEqual({
    verdict: 'refused',
    text: 'must be a graph',
    differences: ['expected: warned', 'expected words: weights', 'expected dataInputConfig: {}, got {"input":[1,3]}'],
  });
});
