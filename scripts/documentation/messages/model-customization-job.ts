import { customizationHint } from '../../../lambda/kinds/customization-hints';
import type { MessageGroup } from '../message-group';

export const GROUP: MessageGroup = {
  title: 'Model customization jobs',
  hint: customizationHint,
  messages: [
    'The dataset has fewer samples than the minimum number of records',
    'The number of records exceeds the maximum of the quota',
    'ServiceQuotaExceededException: the limit is 0',
    "ServiceQuotaExceededException: The account-level service limit 'Jobs' is 1 Jobs, with current utilization of 0 Jobs and a request delta of 2 Jobs",
    'ServiceQuotaExceededException: The number of scheduled customization jobs has been reached',
    'ConflictException: The job name is currently in use',
    'ConflictException: The custom model name is in use',
    'ConflictException: The model is in use by a provisioned throughput',
    'ValidationException: The model does not support customization',
    'ValidationException: The model is not available in this Region',
    'ValidationException: The provided model identifier is invalid.',
    'Automated tests flagged this fine-tuning job as including materials that are inconsistent with third-party license terms',
    'Invalid training input data configuration. Check the input data S3 Uris',
    'ValidationException: The hyperparameter learningRate is not valid for this model.',
    'The Lambda function could not be invoked: access denied',
    'AccessDeniedException: The role does not have access to the key of the model',
    'ValidationException: the schema of a record is not valid',
  ],
};
