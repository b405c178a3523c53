import { importHint } from '../../../lambda/kinds/import-hints';
import type { MessageGroup } from '../message-group';

export const GROUP: MessageGroup = {
  title: 'Model import jobs',
  hint: importHint,
  messages: [
    'ServiceQuotaExceededException: The maximum number of imported models has been reached',
    'ServiceQuotaExceededException: the limit is 0',
    'ValidationException: The model is not offered in this Region',
    "ServiceQuotaExceededException: The account-level service limit 'Jobs' is 1 Jobs, with current utilization of 0 Jobs and a request delta of 2 Jobs",
    'ValidationException: The provided role ARN is invalid',
    'ValidationException: The provided job name is currently in use.',
    'ValidationException: An imported model with this name already exists',
    'The model is quantized',
    'The files are those of an adapter',
    'The architecture of the model is not supported',
    'The tokenizer of the model is not supported',
    'The file config.json is missing',
    'The model exceeds the maximum size',
    'Custom model import is not available in this Region',
    'AccessDeniedException: The role does not have access to the files of the model',
  ],
};
