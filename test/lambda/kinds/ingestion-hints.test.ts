import { ingestionHint } from '../../../lambda/kinds/ingestion-hints';

test.each([
  [
    'ConflictException: You have reached the maximum number of concurrent ingestion jobs per knowledge base: 1',
    'node.addDependency()',
  ],
  ['ConflictException: There is an ongoing ingestion job for the data source', 'node.addDependency()'],
  ['ServiceQuotaExceededException: The number of requests exceeds the service quota.', 'Service Quotas'],
  [
    'Model access is denied due to IAM user or service role is not authorized to perform the required AWS Marketplace actions',
    'AWS Marketplace',
  ],
  [
    'ValidationException: Knowledge base role … is not able to call specified bedrock embedding model …: The provided model identifier is invalid.',
    'bedrock:InvokeModel',
  ],
  ["Customer doesn't have permissions to invokeModel", "the knowledge base's role must be allowed"],
  [
    'Knowledge base role … is not able to call specified bedrock embedding model …: Model access is denied due to INVALID_PAYMENT_INSTRUMENT: A valid payment instrument must be provided.',
    'method of payment',
  ],
  ['Ignored 1 files as their file format was not supported', 'other formats'],
  ['Ignored 1 files as no text content found', 'scanned pages'],
  ['Ignored 1 files as the foundation model used for parsing was throttled.', 'raise its quotas'],
  ['Ignored 2 files as their size exceeded the maximum', 'divide these files'],
  ['Query vector has invalid dimension: 1024. Dimension should be: 1536', 'as many dimensions'],
  ['Metadata file is malformed', 'metadataAttributes'],
  ['Filterable metadata must have at most 2048 bytes', 'non-filterable keys'],
  ['Call to Amazon OpenSearch Serverless did not succeed', 'vector store'],
  ['ResourceNotFoundException: Knowledge base KB12345678 not found', 'account and the Region'],
  ['Call to S3 did not succeed', 's3:GetObject'],
  ['3 of 54 documents failed, and maxFailedDocuments is 2', 'maxFailedDocuments'],
  ['InternalServerException: An internal server error occurred. Retry your request.', 'the service failed'],
  [
    'Call to Amazon S3 Source did not succeed: Access Denied. s3://manuals/redis/setup.pdf',
    's3:ListBucket on the bucket',
  ],
  ['The specified bucket does not exist: pinecone-docs', 's3:ListBucket on the bucket'],
  ['Access Denied, key dimension-tables/a.txt', 's3:ListBucket on the bucket'],
  ['Could not validate ListBucket permissions', 's3:ListBucket on the bucket'],
  ['Image dimensions exceed the maximum of 10', 'divide these files'],
  ['Query vector has invalid dimension 1024, expected 1536', 'as many dimensions'],
  ['Bedrock was unable to assume the given role', "the knowledge base's role must exist"],
  ['ServiceQuotaExceededException: The quota is 0', 'may run no ingestion'],
  ['ServiceQuotaExceededException: ingestion is not available in this Region', 'no quota gives it'],
  [
    "ServiceQuotaExceededException: The account-level service limit 'Jobs' is 1,000 Jobs, with current utilization of 1 Jobs and a request delta of 2,000 Jobs",
    'ask for at least 2,000 in Service Quotas',
  ],
  [
    "ServiceQuotaExceededException: The account-level service limit 'Jobs' is 4 Jobs, with current utilization of 1 Jobs and a request delta of 1 Jobs",
    'quotas',
  ],
])('says what can be done about %s', (text, words) => {
  expect(ingestionHint(text)).toContain(words);
});

test('has nothing to say of what it does not know', () => {
  expect(ingestionHint('Something else')).toBeUndefined();
});
