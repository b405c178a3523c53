import type { DeployedDataSource, DeployedKnowledgeBase } from './knowledge-bases';
import { accessesTo } from '../../iam/access';
import { listingAccesses, objectAccesses, type ObjectPlace } from '../../iam/object-accesses';
import { orFailed, orRefused, type RoleAccess } from '../../iam/role-access';

/**
 * What Bedrock does with the role of a knowledge base to ingest a data source: the embedding model is tried when a job starts, and
 * the documents are read after that. What it does in the vector store is not looked at.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/kb-permissions.html
 */
export function ingestionAccesses(
  { roleArn, embeddingModelArn }: DeployedKnowledgeBase,
  { bucket, prefixes: [prefix] = [''] }: DeployedDataSource,
  place: ObjectPlace,
): RoleAccess[] {
  const model = embeddingModelArn === undefined ? [] : accessesTo(embeddingModelArn, ['bedrock:InvokeModel']);
  const uri = `s3://${bucket ?? ''}/${prefix}`;
  const documents =
    bucket === undefined
      ? []
      : [
          ...listingAccesses(place, uri).filter(({ action }) => action === 's3:ListBucket'),
          ...objectAccesses(place, { uri: `${uri}document`, actions: ['s3:GetObject'], areListed: true }),
        ];
  return [
    ...orRefused(
      model,
      ({ message }) =>
        `Knowledge base role ${roleArn} is not able to call specified bedrock embedding model ${embeddingModelArn}: ${message}`,
    ),
    ...orFailed(documents, ({ message }) => `Access denied when calling S3: ${message}`),
  ];
}
