import { evaluationHint } from '../../../lambda/kinds/evaluation-hints';
import type { MessageGroup } from '../message-group';

export const GROUP: MessageGroup = {
  title: 'Evaluation jobs',
  hint: evaluationHint,
  messages: [
    'Builtin.Accuracy is 0.5, the mean of 100 results, and must be at least 0.8',
    'Builtin.Correctness has a result that is no number: null',
    'there is no result of Builtin.Accuracy',
    'The evaluator model is not supported',
    'ServiceQuotaExceededException: the number of evaluation jobs',
    'ServiceQuotaExceededException: the limit is 0',
    "ServiceQuotaExceededException: The account-level service limit 'Jobs' is 1 Jobs, with current utilization of 0 Jobs and a request delta of 2 Jobs",
    'ValidationException: The job name is in use',
    'AccessDeniedException: The role does not have access to the dataset',
    'ValidationException: The metric is not supported',
    'The dataset has more than 1000 prompts',
    'The dataset is invalid: a line has no prompt',
    'ValidationException: evaluations are not available in this Region',
  ],
};
