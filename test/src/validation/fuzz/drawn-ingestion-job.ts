import { StartIngestionJobRequest$ } from '@aws-sdk/client-bedrock-agent';
import { CustomResource } from 'aws-cdk-lib';
import type { DrawnKind } from './drawn-kind';
import type { PropsDraw } from './drawn-props';
import { IngestionDataSource, IngestionJob } from '../../../../src';
import { INGESTION_JOB_DEFINITION } from '../../../../src/bedrock/ingestion/ingestion-job-definition';
import { dataSourceInApp } from '../../sample-ingestion-job';

function dataSource(draw: PropsDraw): unknown {
  const { draws, stack } = draw;
  return draws.pick([
    () => draw.call(IngestionDataSource.fromCfnDataSource, dataSourceInApp(stack)),
    () =>
      draw.call(
        IngestionDataSource.fromIds,
        draw.mostly(['KB12345678', 'abcdefghij'], ['KB', 'KB|DS', '']),
        draw.mostly(['DS12345678'], ['DS-2345678', 'DS123456789']),
      ),
  ])();
}

function filler({ stack }: PropsDraw): unknown {
  const serviceToken = 'arn:aws:lambda:us-east-1:111122223333:function:fill';
  return stack.node.tryFindChild('Fill') ?? new CustomResource(stack, 'Fill', { serviceToken });
}

export const INGESTION_JOBS: DrawnKind = {
  construct: IngestionJob,
  definition: INGESTION_JOB_DEFINITION,
  schema: StartIngestionJobRequest$,
  props: (draw) =>
    draw.props(
      INGESTION_JOB_DEFINITION,
      { dataSource: () => dataSource(draw) },
      {
        documents: () => [draw.orOdd(filler(draw))],
        description: () => draw.mostly(['Manuals of 2026', 'x'.repeat(136)], ['', 'x'.repeat(137), 'x'.repeat(201)]),
        maxFailedDocuments: () => draw.mostly([0, 5], [-1, 0.5]),
      },
    ),
};
