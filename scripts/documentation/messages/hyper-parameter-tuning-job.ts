import { tuningHint } from '../../../lambda/kinds/tuning-hints';
import type { MessageGroup } from '../message-group';

export const GROUP: MessageGroup = {
  title: 'Tuning jobs',
  hint: tuningHint,
  messages: [
    'No training job succeeded after 5 attempts. Please take a look at the training job failures to get more details.',
    'none of its training jobs has a value of the objective metric: 0 completed, 3 failed, 0 were stopped',
    'none of its training jobs has a value of the objective metric: 3 completed, 0 failed, 0 were stopped',
    'A metric is required for this hyperparameter tuning job objective. Provide a metric in the metric definitions.',
    "You can't override the metric definitions for Amazon SageMaker algorithms.",
  ],
};
