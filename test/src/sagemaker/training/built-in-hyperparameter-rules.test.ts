import { Aws } from 'aws-cdk-lib';
import { builtInHyperparameterRules } from '../../../../src/sagemaker/training/built-in-hyperparameter-rules';
import { sentence } from '../../../../src/validation/finding';

const XGBOOST = '683313688378.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1';
const KMEANS = '174872318107.dkr.ecr.us-west-2.amazonaws.com/kmeans:1';
const told = (HyperParameters: object | undefined, TrainingImage: unknown = XGBOOST, more: object = {}) => {
  const { searched, ...request } = more as { searched?: readonly string[] };
  const whole = { AlgorithmSpecification: { TrainingImage }, HyperParameters, ...request };
  return [...builtInHyperparameterRules(whole, searched)].map(
    (finding) => `${finding.warning === undefined ? '' : `[${finding.warning}] `}${sentence(finding)}`,
  );
};

test.each<readonly [object, unknown?, object?]>([
  [{ num_round: '10', objective: 'binary:logistic', eta: '.5', max_depth: ' 5 ', gamma: '1e-3', reg_alpha: 'inf' }],
  [{ num_round: '1_0', objective: 'multi:softprob', num_class: '3', eval_metric: 'merror,mlogloss', seed: '-1' }],
  [{ num_round: '1', objective: 'rank:ndcg', eval_metric: 'ndcg@10,auc,error@ 0.5', tree_method: 'hist' }],
  [{ num_round: '1', eval_metric: 'rmse', objective: { Ref: 'Objective' } }],
  [{ num_round: '1', eval_metric: 'rmse' }, XGBOOST, { searched: ['objective'] }],
  [{ num_round: '1', eval_metric: 'rmse' }, XGBOOST.replace('1.7-1', '0.90-2')],
  [{ num_round: '1', monotone_constraints: '(1,-1)', tree_method: 'exact' }],
  [{ num_round: '1', monotone_constraints: '(1,-1)', tree_method: { Ref: 'Method' } }],
  [{ num_round: '1', monotone_constraints: '(1,-1)' }, XGBOOST, { searched: 'unknown' }],
  [{ num_round: '1', interaction_constraints: '[[1,2],[3]]', tree_method: 'approx' }],
  [{ num_round: '1', updater: 'grow_colmaker,prune', prob_buffer_row: '2' }],
  [{ num_round: '1', updater: 'shotgun', booster: 'gblinear' }],
  [{ num_round: '1', updater: 'shotgun', booster: { Ref: 'Booster' } }],
  [{ num_round: '1', updater: 'refresh,prune', process_type: 'update' }],
  [{ num_round: '10', _kfold: '5', sagemaker_job_name: '"x"' }],
  // what only the deployment knows
  [{ num_round: { Ref: 'Rounds' }, objective: { Ref: 'Objective' } }],
  [{ objective: 'multi:softmax' }, XGBOOST, { searched: 'unknown' }],
  [{ objective: 'multi:softmax' }, XGBOOST, { searched: ['num_round', 'num_class'] }],
  // a script of the user's, or a command
  [{ sagemaker_program: 'train.py' }],
  [{}, XGBOOST, { Environment: { SAGEMAKER_PROGRAM: 'train.py' } }],
  [{}, XGBOOST, { Environment: { Ref: 'Environment' } }],
  [{}, XGBOOST, { AlgorithmSpecification: { TrainingImage: XGBOOST, ContainerEntrypoint: ['python'] } }],
  // an image of the user's, whatever its name is
  [{}, '111122223333.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1'],
  [{}, 'registry.example.com/kmeans:1'],
  [{}, { Ref: 'Image' }],
  [{ k: '10', feature_dim: '784' }, KMEANS],
  [{}, '433757028032.dkr.ecr.us-west-2.amazonaws.com/seq2seq:1'],
])('has nothing against %j', (...row) => {
  const [parameters, image, more] = row as [object, unknown?, object?];
  expect(told(parameters, image, more)).toEqual([]);
});

test.each<[object | undefined, string]>([
  [
    { objective: 'reg:linear' },
    "'hyperparameters.num_round' must be given: the algorithm 'sagemaker-xgboost' does not begin without it",
  ],
  [undefined, "'hyperparameters.num_round' must be given: the algorithm 'sagemaker-xgboost' does not begin without it"],
  [
    { num_round: '10', max_dept: '5' },
    "'hyperparameters.max_dept' must be a hyperparameter of SageMaker's XGBoost, which refuses any other: did you mean 'max_depth'?",
  ],
  [
    { num_round: '10', n_estimators: '5' },
    "[cdk-ml-jobs:builtInAlgorithm] 'hyperparameters.n_estimators' should be a hyperparameter of SageMaker's XGBoost, which refuses any other: leave it out",
  ],
  [{ num_round: 'ten' }, "'hyperparameters.num_round' must be a whole number of at least 1, got 'ten'"],
  [{ num_round: '0' }, "'hyperparameters.num_round' must be a whole number of at least 1, got '0'"],
  [{ num_round: '10.0' }, "'hyperparameters.num_round' must be a whole number of at least 1, got '10.0'"],
  [{ num_round: '1', eta: '1.5' }, "'hyperparameters.eta' must be a number of at least 0 and at most 1, got '1.5'"],
  [
    { num_round: '1', subsample: '0' },
    "'hyperparameters.subsample' must be a number of more than 0 and at most 1, got '0'",
  ],
  [
    { num_round: '1', sketch_eps: '1' },
    "'hyperparameters.sketch_eps' must be a number of more than 0 and less than 1, got '1'",
  ],
  [
    { num_round: '1', booster: 'gbtre' },
    "'hyperparameters.booster' must be one of gbtree, gblinear, dart (did you mean 'gbtree'?), got 'gbtre'",
  ],
  [
    { num_round: '1', objective: 'binary:logisitc' },
    "'hyperparameters.objective' must be one of 20 values (did you mean 'binary:logistic'?), got 'binary:logisitc'",
  ],
  [
    { num_round: '1', objective: 'quantile' },
    "[cdk-ml-jobs:builtInAlgorithm] 'hyperparameters.objective' should be one of 20 values, such as aft_loss_distribution, got 'quantile'",
  ],
  [
    { num_round: '1', objective: 'multi:softprob' },
    "'hyperparameters.num_class' must be given for the objective 'multi:softprob'",
  ],
])('tells of %j for XGBoost', (parameters, text) => {
  expect(told(parameters)).toEqual([text]);
});

test.each<[object, string]>([
  [
    { eval_metric: 'rmse' },
    "'hyperparameters.objective' must be given with 'eval_metric': the container fails without it",
  ],
  [
    { objective: 'reg:squarederror', eval_metric: 'auc' },
    "'hyperparameters.eval_metric' must be without 'auc' for the objective 'reg:squarederror': it is for those that begin with binary: or rank: alone, got 'auc'",
  ],
  [
    { objective: 'multi:softprob', num_class: '3', eval_metric: 'mlogloss,auc' },
    "'hyperparameters.eval_metric' must be without 'auc' for the objective 'multi:softprob': it is for those that begin with binary: or rank: alone, got 'mlogloss,auc'",
  ],
  [
    { objective: 'reg:linear', eval_metric: 'aft-nloglik' },
    "'hyperparameters.eval_metric' must be without 'aft-nloglik' for the objective 'reg:linear': it is for survival:aft alone, got 'aft-nloglik'",
  ],
  [
    { monotone_constraints: '(1,-1)' },
    "'hyperparameters.tree_method' must be exact or hist with 'monotone_constraints'",
  ],
  [
    { monotone_constraints: '(1,-1)', tree_method: 'approx' },
    "'hyperparameters.tree_method' must be exact or hist with 'monotone_constraints', got 'approx'",
  ],
  [
    { interaction_constraints: '[[1,2]]', tree_method: 'auto' },
    "'hyperparameters.tree_method' must be exact or hist or approx with 'interaction_constraints', got 'auto'",
  ],
  [
    { booster: 'gblinear', updater: 'refresh' },
    "'hyperparameters.updater' must be one of shotgun, coord_descent for the booster gblinear, got 'refresh'",
  ],
  [
    { process_type: 'update', updater: 'grow_colmaker' },
    "'hyperparameters.updater' must be refresh or prune, or both, for the process_type update, got 'grow_colmaker'",
  ],
  [
    { updater: 'shotgun' },
    "'hyperparameters.updater' must be none of shotgun, coord_descent, which are for the booster gblinear alone, got 'shotgun'",
  ],
  [
    { updater: 'grow_colmaker,grow_histmaker' },
    "'hyperparameters.updater' must have no more than one of grow_colmaker, distcol, grow_histmaker, grow_local_histmaker, got 'grow_colmaker,grow_histmaker'",
  ],
])('tells of what does not go together for XGBoost: %j', (parameters, text) => {
  expect(told({ num_round: '1', ...parameters })).toEqual([text]);
});

test('knows what only other versions of XGBoost have', () => {
  const of = (version: string) => XGBOOST.replace('1.7-1', version);
  expect(told({ num_round: '1', silent: '1' }, of('1.0-1'))).toEqual([]);
  expect(told({ num_round: '1', silent: '1' })).toEqual([
    "[cdk-ml-jobs:builtInAlgorithm] 'hyperparameters.silent' should be one that version 1.7 of XGBoost has: it is gone since 1.2; leave it out",
  ]);
  expect(told({ num_round: '1', objective: 'binary:logistic', eval_metric: 'recall' }, of('1.2-1'))).toEqual([
    "[cdk-ml-jobs:builtInAlgorithm] 'hyperparameters.eval_metric' should be a metric that version 1.2 of XGBoost has: 'recall' came with 1.3, got 'recall'",
  ]);
  expect(told({ num_round: '1', eval_metric: 'auc' }, of('0.90-2'))).toEqual([
    "'hyperparameters.objective' must be given with 'eval_metric': the container fails without it",
  ]);
});

test('warns where the image may be newer, or one of the user', () => {
  const expected = [
    "[cdk-ml-jobs:builtInAlgorithm] 'hyperparameters.num_round' should be given: the algorithm 'sagemaker-xgboost' does not begin without it",
  ];
  expect(told({}, XGBOOST.replace('1.7-1', '4.0-1'))).toEqual(expected);
  expect(told({}, `${Aws.ACCOUNT_ID}.dkr.ecr.us-east-1.amazonaws.com/sagemaker-xgboost:1.7-1`)).toEqual(expected);
});

test('has a name for what a tuning job searches for', () => {
  expect(told({ num_round: '10' }, XGBOOST, { searched: ['eat'] })).toEqual([
    "'ranges.eat' (HyperParameterRanges) must be a hyperparameter of SageMaker's XGBoost, which refuses any other: did you mean 'eta'?",
  ]);
});

test.each([
  ['kmeans', { k: '10' }, "'hyperparameters.feature_dim' must be"],
  ['linear-learner', {}, "'hyperparameters.predictor_type' must be"],
  ['ntm', { feature_dim: '2' }, "[cdk-ml-jobs:builtInAlgorithm] 'hyperparameters.num_topics' should be"],
])('tells what %s needs', (name, parameters, beginning) => {
  expect(told(parameters, KMEANS.replace('kmeans', name))).toEqual([
    `${beginning} given: the algorithm '${name}' does not begin without it`,
  ]);
});
