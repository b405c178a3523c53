import { denialHint } from './denial-hints';
import { hintIn, type Hint } from './hint';
import { trainingHint } from './training-hints';

/** What can be done about the reasons that tuning jobs give, besides those of training jobs. */
const HINTS: readonly Hint[] = [
  [
    /no objective metrics? (was |were )?found|has a value of the objective metric: [1-9]/i,
    "no training job has written the objective metric: its name must be one that the algorithm has, or one of the algorithm's metricDefinitions, whose expression must find it in the log",
  ],
  [
    /no training job succeeded|all training jobs (have )?failed|has a value of the objective metric: 0/i,
    "the training jobs say why: aws sagemaker list-training-jobs-for-hyper-parameter-tuning-job, with the job's name, has their reasons",
  ],
  [
    /metric is required for this hyperparameter tuning job objective/i,
    "the algorithm has no such metric: give it in the metricDefinitions of the algorithm, with the objective's name",
  ],
  [/override the metric definitions/i, 'an algorithm of SageMaker has metrics of its own; leave metricDefinitions out'],
];

/** The hint for what SageMaker says of a failed tuning job or a refused call, or `undefined` where that is none of the known reasons. */
export function tuningHint(reason: string): string | undefined {
  return denialHint(reason) ?? hintIn(HINTS, reason) ?? trainingHint(reason);
}
