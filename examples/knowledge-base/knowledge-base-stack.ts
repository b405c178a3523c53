import * as path from 'node:path';
import { CfnResource, RemovalPolicy, Stack, type StackProps } from 'aws-cdk-lib';
import { CfnDataSource, CfnKnowledgeBase } from 'aws-cdk-lib/aws-bedrock';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import { BucketDeployment, Source } from 'aws-cdk-lib/aws-s3-deployment';
import { IngestionDataSource, IngestionJob } from 'cdk-ml-jobs';
import type { Construct } from 'constructs';

/** How many numbers a vector of the embedding model has. */
const DIMENSIONS = 1024;

export interface KnowledgeBaseStackProps extends StackProps {
  /** The folder with the documents. @default - twelve sonnets */
  readonly documents?: string;
}

/** Puts documents into a bucket, and has a knowledge base take them in. One deployment does both, in this order. */
export class KnowledgeBaseStack extends Stack {
  constructor(scope: Construct, id: string, props: KnowledgeBaseStackProps = {}) {
    super(scope, id, props);
    const bucket = new s3.Bucket(this, 'Documents', {
      blockPublicAccess: s3.BlockPublicAccess.BLOCK_ALL,
      encryption: s3.BucketEncryption.S3_MANAGED,
      enforceSSL: true,
      removalPolicy: RemovalPolicy.DESTROY,
      // S3 deletes no bucket with documents in it
      autoDeleteObjects: true,
    });
    const deployment = new BucketDeployment(this, 'Deployment', {
      sources: [Source.asset(props.documents ?? path.join(__dirname, 'documents'))],
      destinationBucket: bucket,
    });

    const dataSource = new CfnDataSource(this, 'Source', {
      name: 'sonnets',
      knowledgeBaseId: this.knowledgeBase(bucket).attrKnowledgeBaseId,
      dataSourceConfiguration: { type: 'S3', s3Configuration: { bucketArn: bucket.bucketArn } },
      // the vectors go with the index: there may be nobody left who could delete them one by one
      dataDeletionPolicy: 'RETAIN',
    });

    new IngestionJob(this, 'Ingest', {
      dataSource: IngestionDataSource.fromCfnDataSource(dataSource),
      documents: [deployment],
      description: 'Sonnets',
      maxFailedDocuments: 0,
    });
  }

  /** A knowledge base whose vectors are in S3, which costs nothing while nobody asks. */
  private knowledgeBase(bucket: s3.IBucket): CfnKnowledgeBase {
    // classes for these are newer than the oldest aws-cdk-lib that the library runs with
    const vectors = new CfnResource(this, 'Vectors', { type: 'AWS::S3Vectors::VectorBucket' });
    const index = new CfnResource(this, 'Index', {
      type: 'AWS::S3Vectors::Index',
      properties: {
        VectorBucketArn: vectors.getAtt('VectorBucketArn'),
        DataType: 'float32',
        Dimension: DIMENSIONS,
        DistanceMetric: 'cosine',
        // texts are too long for metadata that one can filter by
        MetadataConfiguration: { NonFilterableMetadataKeys: ['AMAZON_BEDROCK_TEXT', 'AMAZON_BEDROCK_METADATA'] },
      },
    });
    const indexArn = index.getAtt('IndexArn');
    const embeddingModelArn = `arn:${this.partition}:bedrock:${this.region}::foundation-model/amazon.titan-embed-text-v2:0`;
    const role = new iam.Role(this, 'Role', {
      assumedBy: new iam.ServicePrincipal('bedrock.amazonaws.com', {
        conditions: { StringEquals: { 'aws:SourceAccount': this.account } },
      }),
    });
    bucket.grantRead(role);
    const allow = (resource: string, ...actions: string[]) =>
      role.addToPolicy(new iam.PolicyStatement({ actions, resources: [resource] }));
    allow(embeddingModelArn, 'bedrock:InvokeModel');
    allow(
      indexArn.toString(),
      ...['PutVectors', 'GetVectors', 'DeleteVectors', 'QueryVectors', 'GetIndex'].map(
        (action) => `s3vectors:${action}`,
      ),
    );

    const base = new CfnKnowledgeBase(this, 'Base', {
      name: this.stackName,
      roleArn: role.roleArn,
      knowledgeBaseConfiguration: { type: 'VECTOR', vectorKnowledgeBaseConfiguration: { embeddingModelArn } },
      storageConfiguration: { type: 'S3_VECTORS' },
    });
    base.addPropertyOverride('StorageConfiguration.S3VectorsConfiguration.IndexArn', indexArn);
    // making it tries what its role may do
    base.node.addDependency(role);
    return base;
  }
}
