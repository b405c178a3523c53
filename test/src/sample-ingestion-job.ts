import type { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CfnDataSource, CfnKnowledgeBase } from 'aws-cdk-lib/aws-bedrock';
import { type IRole, Role, ServicePrincipal } from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { IngestionDataSource, IngestionJob, type IngestionJobProps } from '../../src';

export const INGESTION_JOB_TYPE = 'Custom::BedrockIngestionJob';

/** The ids of a knowledge base and of a data source in it. */
export const PLACE = { knowledgeBaseId: 'KB12345678', dataSourceId: 'DS12345678' };

/** A valid ingestion job of a data source that is there already. */
export function ingestionJob(scope: Construct, id: string, props: Partial<IngestionJobProps> = {}): IngestionJob {
  return new IngestionJob(scope, id, {
    dataSource: IngestionDataSource.fromIds(PLACE.knowledgeBaseId, PLACE.dataSourceId),
    ...props,
  });
}

/** The properties of the one ingestion job of a stack, as the template has them. */
export function ingestionProperties(stack: Stack): { Request: Record<string, unknown>; [property: string]: unknown } {
  const [job] = Object.values(Template.fromStack(stack).findResources(INGESTION_JOB_TYPE));
  return job.Properties;
}

/** How a knowledge base of the app is made. */
export interface SampleKnowledgeBaseProps {
  readonly role?: IRole;
  /** The embedding model, which CloudFormation replaces the knowledge base for. */
  readonly model?: string;
  readonly bucket?: string;
}

/** The data source of a knowledge base, both made by the app. */
export function dataSourceInApp(
  stack: Stack,
  { role, model = 'amazon.titan-embed-text-v2:0', bucket = 'manuals' }: SampleKnowledgeBaseProps = {},
): CfnDataSource {
  const { roleArn } = role ?? new Role(stack, 'BaseRole', { assumedBy: new ServicePrincipal('bedrock.amazonaws.com') });
  const base = new CfnKnowledgeBase(stack, 'Base', {
    name: 'manuals',
    roleArn,
    knowledgeBaseConfiguration: {
      type: 'VECTOR',
      vectorKnowledgeBaseConfiguration: {
        embeddingModelArn: `arn:aws:bedrock:${stack.region}::foundation-model/${model}`,
      },
    },
    storageConfiguration: {
      type: 'OPENSEARCH_SERVERLESS',
      opensearchServerlessConfiguration: {
        collectionArn: 'arn:aws:aoss:us-east-1:111122223333:collection/abcdefghij0123456789',
        vectorIndexName: 'manuals',
        fieldMapping: { metadataField: 'metadata', textField: 'text', vectorField: 'vector' },
      },
    },
  });
  return new CfnDataSource(stack, 'Source', {
    name: 'manuals',
    knowledgeBaseId: base.attrKnowledgeBaseId,
    dataSourceConfiguration: { type: 'S3', s3Configuration: { bucketArn: `arn:aws:s3:::${bucket}` } },
  });
}
