import type { ModelCase, Origin, Verdict } from '../corpus-case';

/** Old enough for the oldest versions, which use names of numpy that newer ones lack. */
const OLD_ARRAYS = ['numpy==1.23.5', 'scipy==1.10.1'];
const NEW_ARRAYS = ['numpy==2.4.6', 'scipy==1.17.1'];
/** What the interface for scikit-learn needs. */
const OLD_SKLEARN = ['scikit-learn==1.2.2', 'joblib==1.5.3', 'threadpoolctl==3.6.0'];

const maker = (version: string, packages: readonly string[]): Origin => ({
  maker: 'xgboost_models.py',
  packages: [`xgboost==${version}`, ...packages],
});

/** Older ones do not run with Python 3.11. */
const OLDEST = maker('0.90', OLD_ARRAYS);
const DOCUMENTED = maker('1.3.3', [...OLD_ARRAYS, ...OLD_SKLEARN]);
const MIDDLE = maker('1.7.6', [...OLD_ARRAYS, ...OLD_SKLEARN]);
const NEWEST = maker('3.2.0', NEW_ARRAYS);

const model = (origin: Origin, source: string, verdict: Verdict, because?: RegExp): ModelCase => ({
  origin,
  files: { 'xgboost-model': source },
  framework: 'XGBOOST',
  verdict,
  because,
});

/** Models as the versions of XGBoost write them. */
export const XGBOOST_MODELS: readonly ModelCase[] = [
  model(OLDEST, 'model.bin', 'accepted'),
  model(OLDEST, 'booster.pkl', 'accepted'),
  model(OLDEST, 'dump.txt', 'refused', /a text that dump_model has written/),
  model(DOCUMENTED, 'model.bin', 'accepted'),
  model(DOCUMENTED, 'model.json', 'accepted'),
  model(DOCUMENTED, 'booster.pkl', 'accepted'),
  model(DOCUMENTED, 'estimator.pkl', 'warned', /interface for scikit-learn/),
  model(MIDDLE, 'model.bin', 'accepted'),
  model(MIDDLE, 'model.json', 'warned', /XGBoost 1\.7\.6/),
  model(MIDDLE, 'booster.pkl', 'warned', /a pickled Booster of XGBoost 1\.7\.6/),
  model(MIDDLE, 'model.ubj', 'refused', /UBJSON/),
  model(NEWEST, 'booster.pkl', 'refused', /XGBoost 3\.1 or newer/),
  model(NEWEST, 'model.json', 'refused', /XGBoost 3\.1 or newer/),
  model(NEWEST, 'model.ubj', 'refused', /UBJSON of XGBoost 3\.1 or newer/),
  {
    ...model(DOCUMENTED, 'model.bin', 'refused', /exactly one \.model file/),
    files: { 'xgboost-model': 'model.bin', 'README.md': 'dump.txt' },
  },
  {
    ...model(DOCUMENTED, 'model.bin', 'accepted'),
    files: { 'booster.model': 'model.bin', 'README.md': 'dump.txt' },
  },
];
