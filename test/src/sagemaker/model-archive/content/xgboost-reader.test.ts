import { XgboostReader } from '../../../../../src/sagemaker/model-archive/content/xgboost-reader';
import { xgboostBinary } from '../sample-models';

function foundIn(content: string): string[] {
  const bytes = Buffer.from(content, 'latin1');
  const reader = new XgboostReader(bytes.length);
  reader.take(bytes);
  return reader.facts().problems.map(({ found }) => found);
}
/** A text in UBJSON: its length in eight bytes, and its bytes. */
const text = (value: string) => `L\0\0\0\0\0\0\0${String.fromCharCode(value.length)}${value}`;
const ubjson = (score: string, version: string) =>
  `${text('base_score')}S${text(score)}}${text('version')}[#L\0\0\0\0\0\0\0\u0003${version}}`;
const scores = (count: number) => `[${Array.from({ length: count }, () => '5E-1').join(',')}]`;

test('UBJSON says the version that has written it, and its base score', () => {
  expect(foundIn(`{${ubjson('5E-1', 'i\u0002i\u0001i\u0004')}`)).toEqual([
    'UBJSON of XGBoost 2.1.4, which XGBoost 1.3 and the formats of Neo do not have (XGBoost 2.1 and newer write it by default)',
  ]);
  expect(foundIn(`{${ubjson('[1.98E2]', 'i\u0003i\u0002i\0')}`)[0]).toMatch(
    /^UBJSON of XGBoost 3\.1 or newer, with the list \[1\.98E2\] as its base_score/,
  );
});

test('a base score for each of many classes is a list, too', () => {
  expect(foundIn(`{"learner":{"learner_model_param":{"base_score":"${scores(60)}"}}}`)[0]).toMatch(
    /^JSON of XGBoost 3\.1 or newer, with the list \[5E-1,/,
  );
});

test('a pickled Booster has one of both forms in it', () => {
  const booster = '\u0080\u0003cxgboost.core\nBooster\n';
  expect(foundIn(`${booster}${ubjson('5E-1', 'i\u0001i\u0007i\u0006')}.`)).toEqual([
    'a pickled Booster of XGBoost 1.7.6',
  ]);
  expect(foundIn(`${booster}${ubjson('[5E-1]', 'i\u0003i\u0002i\0')}.`)[0]).toMatch(
    /^a pickled Booster of XGBoost 3\.1/,
  );
  expect(foundIn(`${booster}"version":[1,3,3].`)).toEqual([]);
});

test.each([
  ['{"learner":{"learner_train_param":{}},"version":[1,3,3]}', 'the parameters alone, which save_config has written'],
  ['{"learner":{"gradient_booster":{"model":{', 'JSON that is cut off'],
  ['{"learner":{"gradient_booster":{"name":"gblinear"}},"version":[1,3,3]}', 'a linear one (gblinear)'],
  [xgboostBinary({ booster: 'gblinear' }).toString('latin1'), 'a linear one (gblinear)'],
  [xgboostBinary({ booster: 'gbtree ' }).toString('latin1'), 'a file in none of these formats'],
])('%j is told', (content, found) => {
  expect(foundIn(content)).toEqual([found]);
});

// 0.90 has no mark, and 1.3.3 and 2.0.3 have one
test.each(['', 'binf'])('the binary format begins with %j, and has its booster at a fixed place', (mark) => {
  for (const booster of ['gbtree', 'dart']) {
    expect(foundIn(xgboostBinary({ mark, booster }).toString('latin1'))).toEqual([]);
  }
});
