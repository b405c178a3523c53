import { readAs, valueProblem } from '../../../../src/sagemaker/training/xgboost-hyperparameters';

const NEWEST = 3;
const textOf = (name: string, text: string) => valueProblem(name, text, NEWEST)?.text;
const METRICS = 'be nothing but metrics with commas between them, as in';
const SIGNS = "be the numbers -1, 0 and 1, one for each feature, as in '(1,0,-1)'";
const GROUPS = "be a list of lists of features, which count from 1, as in '[[1,2],[3,4]]'";

// each was put to the validators of the container, of the versions 0.90-2 to 3.0-5
test.each([
  ['seed', '-2147483647'],
  ['prob_buffer_row', '2'],
  ['eval_metric', 'auc,logloss'],
  ['eval_metric', 'error @ 0.5'],
  ['eval_metric', 'ndcg@1@2'],
  ['monotone_constraints', '1,-1'],
  ['monotone_constraints', '[1,-1]'],
  ['monotone_constraints', '(1,)'],
  ['monotone_constraints', '(+1, -1.0)'],
  ['monotone_constraints', '(True,-1)'],
  ['monotone_constraints', '(1,-1)*3'],
  ['monotone_constraints', '{0:1}'],
  ['interaction_constraints', '[[1,2],[3,4]]'],
  ['interaction_constraints', '((1,2),(3,))'],
  ['interaction_constraints', '[]'],
  ['interaction_constraints', '{}'],
  ['monotone_constraints', '((1),-1)'],
  ['objective', 'survival:aft'],
  ['updater', 'grow_colmaker,prune'],
  ['updater', 'sync'],
])('takes %s %j', (name, text) => {
  expect(textOf(name, text)).toBeUndefined();
});

test.each([
  ['seed', 'abc', 'be a whole number of more than -2147483648 and less than 2147483647'],
  ['seed', '2147483647', 'be a whole number of more than -2147483648 and less than 2147483647'],
  ['prob_buffer_row', '0.5', 'be a whole number of more than 1'],
  ['_kfold', '1', 'be a whole number of at least 2'],
  ['eval_metric', 'auc, logloss', `${METRICS} 'auc,logloss'`],
  ['eval_metric', 'validation:auc', `${METRICS} 'auc'`],
  ['eval_metric', '["auc"]', `${METRICS} 'auc'`],
  ['eval_metric', 'rmse,', `${METRICS} 'rmse'`],
  ['eval_metric', 'RMSE', "be one of 33 values, or several with commas between them (did you mean 'rmse'?)"],
  ['eval_metric', '', 'be one of 33 values, such as accuracy, or several with commas between them'],
  ['eval_metric', 'auc@0.5', "have a threshold for error, ndcg, map alone, as in 'error@0.7'"],
  ['eval_metric', 'error@', "have a number for a threshold, as in 'error@0.7'"],
  ['eval_metric', 'ndcg@2-', "have a number for a threshold, as in 'ndcg@10'"],
  ['monotone_constraints', '(1,2)', SIGNS],
  ['monotone_constraints', '(1)', SIGNS],
  ['monotone_constraints', '1', SIGNS],
  ['monotone_constraints', '(1,-1', SIGNS],
  ['monotone_constraints', '', SIGNS],
  ['monotone_constraints', "'(1,-1)'", SIGNS],
  ['monotone_constraints', "{'f1': 1}", SIGNS],
  ['interaction_constraints', '[[0,1]]', GROUPS],
  ['interaction_constraints', '[1,2]', GROUPS],
  ['interaction_constraints', '1', GROUPS],
  ['interaction_constraints', "[['a','b']]", GROUPS],
  ['interaction_constraints', "'[[1,2]]'", GROUPS],
  ['updater', 'grow_colmaker, prune', "be nothing but updaters with commas between them, as in 'grow_colmaker,prune'"],
  ['updater', 'grow_histmakers', expect.stringMatching(/\(did you mean 'grow_histmaker'\?\)$/)],
  [
    'updater',
    'grow_quantile_histmaker',
    expect.stringMatching(/the container refuses it, and takes 'tree_method' for that$/),
  ],
  ['updater', 'grow_local_histmaker', "be without 'grow_local_histmaker', which XGBoost 1.7 and newer does not have"],
])('refuses %s %j', (name, text, expected) => {
  expect(textOf(name, text)).toEqual(expected);
});

test('knows since when values are taken', () => {
  expect(valueProblem('objective', 'survival:aft', 1)).toEqual({
    text: 'be a value that version 1 of XGBoost takes: it came with 1.2',
    mayBeNewer: true,
  });
  expect(valueProblem('objective', 'binary:logistic', 0.9)).toBeUndefined();
});

test('knows what the container reads a text as', () => {
  expect(['max_depth', 'eta', 'booster', 'eval_metric', 'other', 'constructor'].map(readAs)).toEqual([
    'whole number',
    'number',
    'text',
    'text',
    undefined,
    undefined,
  ]);
});
