import type { ResourceRequest } from '../../cloudformation/resource-provider';
import { bucketOfArn, environmentKey, type Environment } from '../../environment';
import { asJsonObject, type JsonObject } from '../../json-value';

/** What a stack says of a knowledge base. */
export interface DeployedKnowledgeBase {
  readonly id: string;
  readonly roleArn: string;
  /** The model that makes vectors of texts, where there is one. */
  readonly embeddingModelArn?: string;
}

/** What a stack says of a data source in S3. */
export interface DeployedDataSource {
  /** The bucket with its documents; undefined of a data source elsewhere. */
  readonly bucket?: string;
  /** What the keys of its documents begin with: one of these. @default - they may begin with anything */
  readonly prefixes?: readonly string[];
}

/** The knowledge bases and the data sources that stacks have made, by their ids. */
export class KnowledgeBases {
  private readonly bases = new Map<string, DeployedKnowledgeBase>();
  private readonly sources = new Map<string, DeployedDataSource>();

  public base(environment: Environment, id: string): DeployedKnowledgeBase | undefined {
    return this.bases.get(keyOf(environment, id));
  }

  public source(environment: Environment, id: string): DeployedDataSource | undefined {
    return this.sources.get(keyOf(environment, id));
  }

  public addBase(id: string, { properties, address }: ResourceRequest): void {
    const { RoleArn: roleArn, KnowledgeBaseConfiguration: configuration } = properties;
    const { EmbeddingModelArn: model } = asJsonObject(asJsonObject(configuration).VectorKnowledgeBaseConfiguration);
    this.bases.set(keyOf(address, id), {
      id,
      roleArn: String(roleArn),
      ...(typeof model === 'string' && { embeddingModelArn: model }),
    });
  }

  public addSource(id: string, { properties, address }: ResourceRequest): void {
    this.sources.set(keyOf(address, id), sourceIn(properties));
  }

  public removeBase(id: string, { address }: ResourceRequest): void {
    this.bases.delete(keyOf(address, id));
  }

  public removeSource(id: string, { address }: ResourceRequest): void {
    this.sources.delete(keyOf(address, id));
  }
}

function sourceIn({ DataSourceConfiguration: configuration }: JsonObject): DeployedDataSource {
  const { BucketArn: arn, InclusionPrefixes: prefixes } = asJsonObject(asJsonObject(configuration).S3Configuration);
  const bucket = typeof arn === 'string' ? bucketOfArn(arn) : undefined;
  return { bucket, ...(Array.isArray(prefixes) && { prefixes: prefixes.map(String) }) };
}

function keyOf(environment: Environment, id: string): string {
  return `${environmentKey(environment)}/${id}`;
}
