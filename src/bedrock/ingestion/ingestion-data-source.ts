import { Stack } from 'aws-cdk-lib';
import { CfnDataSource, CfnKnowledgeBase } from 'aws-cdk-lib/aws-bedrock';
import type { Construct } from 'constructs';
import { resourceInApp } from '../../resource-in-app';
import { type Finding, refusal } from '../../validation/finding';
import { noteAll } from '../../validation/noted-findings';
import { requireString, requireValue } from '../../validation/property-check';

/** What binding a data source to a job comes to. */
export interface IngestionDataSourceConfig {
  /** The id of the knowledge base: 10 letters and digits. */
  readonly knowledgeBaseId: string;

  /** The id of the data source in it: 10 letters and digits. */
  readonly dataSourceId: string;

  /**
   * The Region of the data source.
   *
   * @default - it is not known, and taken for that of the job
   */
  readonly region?: string;

  /**
   * The account of the data source.
   *
   * @default - it is not known, and taken for that of the job
   */
  readonly account?: string;

  /**
   * The ARN of the role that the knowledge base reads its documents with.
   *
   * @default - it is not known
   */
  readonly knowledgeBaseRoleArn?: string;
}

/**
 * The data source that is ingested into its knowledge base.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/data-source-connectors.html
 */
export abstract class IngestionDataSource {
  /**
   * A data source of the app. The job starts when it is there; where the app makes the knowledge base, too, with a role of its own,
   * the job starts when that role has its policies.
   *
   * @param dataSource The data source.
   */
  public static fromCfnDataSource(dataSource: CfnDataSource): IngestionDataSource {
    return new DataSourceInApp(dataSource);
  }

  /**
   * A data source that was made elsewhere, in the account and the Region of the stack. One of the app whose `attrDataSourceId` is
   * given, as another construct may hand it on, is taken as `fromCfnDataSource` takes it.
   *
   * @param knowledgeBaseId The id of its knowledge base: 10 letters and digits.
   * @param dataSourceId The id of the data source: 10 letters and digits.
   */
  public static fromIds(knowledgeBaseId: string, dataSourceId: string): IngestionDataSource {
    const resource = resourceInApp(dataSourceId, CfnDataSource);
    return resource === undefined
      ? new DataSourceElsewhere(knowledgeBaseId, dataSourceId)
      : new DataSourceInApp(resource);
  }

  /**
   * The data source itself, where it is the app's: CloudFormation changes most of it in place, and the ids in a request stay.
   *
   * @internal
   */
  public readonly _resource?: CfnDataSource;

  /**
   * Called when a job is made with the data source.
   *
   * @param job The job.
   */
  public abstract bind(job: Construct): IngestionDataSourceConfig;
}

class DataSourceInApp extends IngestionDataSource {
  constructor(public readonly _resource: CfnDataSource) {
    super();
  }

  public bind(job: Construct): IngestionDataSourceConfig {
    const { _resource: dataSource } = this;
    const allowed = 'a data source of a knowledge base, for example new CfnDataSource()';
    requireValue(job, 'dataSource', dataSource, { mark: 'attrDataSourceId', allowed, required: true });
    const { knowledgeBaseId } = dataSource;
    const { region, account } = Stack.of(dataSource);
    return {
      knowledgeBaseId,
      dataSourceId: dataSource.attrDataSourceId,
      region,
      account,
      knowledgeBaseRoleArn: resourceInApp(knowledgeBaseId, CfnKnowledgeBase)?.roleArn,
    };
  }
}

class DataSourceElsewhere extends IngestionDataSource {
  constructor(
    private readonly knowledgeBaseId: string,
    private readonly dataSourceId: string,
  ) {
    super();
  }

  public bind(job: Construct): IngestionDataSourceConfig {
    const { knowledgeBaseId, dataSourceId } = this;
    requireString(job, 'dataSource.knowledgeBaseId', knowledgeBaseId, { required: true });
    requireString(job, 'dataSource.dataSourceId', dataSourceId, { required: true });
    noteAll(job, swappedRules(knowledgeBaseId, dataSourceId));
    return { knowledgeBaseId, dataSourceId };
  }
}

/** Whether an id is that of the other resource, where these are the app's. */
function* swappedRules(knowledgeBaseId: string, dataSourceId: string): Iterable<Finding> {
  const source = resourceInApp(knowledgeBaseId, CfnDataSource);
  const base = resourceInApp(dataSourceId, CfnKnowledgeBase);
  if (source) {
    yield refusal('dataSource.knowledgeBaseId', `must be that of a knowledge base, got one of '${source.node.path}'`);
  }
  if (base) yield refusal('dataSource.dataSourceId', `must be that of a data source, got one of '${base.node.path}'`);
}
