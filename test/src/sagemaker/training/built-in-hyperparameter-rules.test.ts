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
