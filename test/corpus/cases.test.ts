import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { HEAVY_MODELS } from '../../corpus/cases/heavy-models';
import { PUBLISHED_MODELS } from '../../corpus/cases/published-models';
import { RECORD_CASES } from '../../corpus/cases/record-cases';
import { SKLEARN_MODELS } from '../../corpus/cases/sklearn-models';
import { XGBOOST_MODELS } from '../../corpus/cases/xgboost-models';

const CASES = [...PUBLISHED_MODELS, ...SKLEARN_MODELS, ...XGBOOST_MODELS, ...HEAVY_MODELS, ...RECORD_CASES];
const MAKERS = join(__dirname, '..', '..', 'corpus', 'model-makers');

test('every package is pinned', () => {
  const packages = CASES.flatMap(({ origin }) => ('package' in origin ? [origin.package] : origin.packages));
  expect(packages.filter((each) => !/^[\w-]+==\d+(\.\d+)+$/.test(each))).toEqual([]);
});

test('every program that makes models is there', () => {
  const makers = CASES.flatMap(({ origin }) => ('maker' in origin ? [origin.maker] : []));
  expect(makers.filter((maker) => !existsSync(join(MAKERS, maker)))).toEqual([]);
});

test('whatever is refused or warned of has words that say why', () => {
  expect(CASES.filter(({ verdict, because }) => verdict !== 'accepted' && !because)).toEqual([]);
});
