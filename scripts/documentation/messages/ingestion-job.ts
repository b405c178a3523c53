import { ingestionHint } from '../../../lambda/kinds/ingestion-hints';
import type { MessageGroup } from '../message-group';

export const GROUP: MessageGroup = {
  title: 'Ingestion jobs',
  hint: ingestionHint,
  messages: [
    'ConflictException: the number of concurrent ingestion jobs per knowledge base is 1',
    'ServiceQuotaExceededException: the limit of ingestion jobs of the account',
    'ServiceQuotaExceededException: the limit is 0',
    "ServiceQuotaExceededException: The account-level service limit 'Jobs' is 1 Jobs, with current utilization of 0 Jobs and a request delta of 2 Jobs",
    'ServiceQuotaExceededException: knowledge bases are not available in this Region',
    'ValidationException: Bedrock was unable to assume the given role',
    'Bedrock is not able to call the embedding model',
    "The role doesn't have permissions to invoke model",
    'The file format was not supported',
    'The file has no text content',
    'The request to the model was throttled',
    'The file exceeds the maximum size',
    'The dimension of the vector index does not match that of the embedding model',
    'Filterable metadata must have at most 2048 bytes',
    'The metadata file is not valid',
    'The vector store could not be reached: opensearch has refused the request',
    'The knowledge base was not found',
    'S3: access denied',
    '3 documents failed',
  ],
};
