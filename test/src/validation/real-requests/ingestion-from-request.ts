import type { Stack } from 'aws-cdk-lib';
import { RequestParts } from './request-parts';
import { IngestionDataSource, IngestionJob } from '../../../../src';

/** Makes the job of a request, with properties for all that they can say, and overrides for the rest. */
export function ingestionOfRequest(stack: Stack, request: object): void {
  const parts = new RequestParts(request);
  // the handler makes one of its own
  parts.take('clientToken');
  new IngestionJob(stack, 'Job', {
    dataSource: IngestionDataSource.fromIds(parts.take('knowledgeBaseId')!, parts.take('dataSourceId')!),
    description: parts.take('description'),
    requestOverrides: parts.rest ?? {},
  });
}
