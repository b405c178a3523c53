import type { IResource } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { INGESTION_JOB_DEFINITION } from './ingestion-job-definition';
import type { IngestionJobAttribute } from '../../contract';
import { arnOfJob } from '../../job/job-name';
import { JobReference, type JobReferenceOptions } from '../../job/job-reference';
import { referenceKey } from '../../job/reference-key';

/** An ingestion job of a Bedrock knowledge base, made here or elsewhere. */
export interface IIngestionJob extends IResource {
  /**
   * The id of the job, which is one in its data source.
   *
   * @attribute
   */
  readonly ingestionJobId: string;

  /**
   * The id of the knowledge base.
   *
   * @attribute
   */
  readonly knowledgeBaseId: string;

  /**
   * The id of the data source.
   *
   * @attribute
   */
  readonly dataSourceId: string;

  /**
   * The status of the job: `COMPLETE`.
   *
   * @attribute
   */
  readonly ingestionJobStatus: string;

  /**
   * How many documents were looked at: new, changed and unchanged ones.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/APIReference/API_agent_IngestionJobStatistics.html
   * @attribute
   */
  readonly numberOfDocumentsScanned: string;

  /**
   * How many metadata files were looked at.
   *
   * @attribute
   */
  readonly numberOfMetadataDocumentsScanned: string;

  /**
   * How many new documents are in the index now.
   *
   * @attribute
   */
  readonly numberOfNewDocumentsIndexed: string;

  /**
   * How many changed documents are in the index now.
   *
   * @attribute
   */
  readonly numberOfModifiedDocumentsIndexed: string;

  /**
   * How many metadata files had changed or were gone.
   *
   * @attribute
   */
  readonly numberOfMetadataDocumentsModified: string;

  /**
   * How many documents were gone, and are in the index no more.
   *
   * @attribute
   */
  readonly numberOfDocumentsDeleted: string;

  /**
   * How many documents could not be ingested. The sync history of the data source says why.
   *
   * @attribute
   */
  readonly numberOfDocumentsFailed: string;

  /**
   * How many documents were passed over; empty where the service does not say.
   *
   * @attribute
   */
  readonly numberOfDocumentsSkipped: string;

  /**
   * When the job started (ISO 8601).
   *
   * @attribute
   */
  readonly startedAt: string;

  /**
   * When the job ended, or was stopped (ISO 8601).
   *
   * @attribute
   */
  readonly updatedAt: string;
}

/** What identifies an ingestion job. */
export interface IngestionJobAttributes {
  /** The id of the knowledge base: 10 letters and digits. */
  readonly knowledgeBaseId: string;

  /** The id of the data source: 10 letters and digits. */
  readonly dataSourceId: string;

  /** The id of the job: 10 letters and digits. */
  readonly ingestionJobId: string;
}

/** An ingestion job that was made elsewhere. */
export class IngestionJobReference extends JobReference<IngestionJobAttribute> implements IIngestionJob {
  public readonly ingestionJobId = this._attribute('IngestionJobId');
  public readonly knowledgeBaseId = this._attribute('KnowledgeBaseId');
  public readonly dataSourceId = this._attribute('DataSourceId');
  public readonly ingestionJobStatus = this._attribute('IngestionJobStatus');
  public readonly numberOfDocumentsScanned = this._attribute('NumberOfDocumentsScanned');
  public readonly numberOfMetadataDocumentsScanned = this._attribute('NumberOfMetadataDocumentsScanned');
  public readonly numberOfNewDocumentsIndexed = this._attribute('NumberOfNewDocumentsIndexed');
  public readonly numberOfModifiedDocumentsIndexed = this._attribute('NumberOfModifiedDocumentsIndexed');
  public readonly numberOfMetadataDocumentsModified = this._attribute('NumberOfMetadataDocumentsModified');
  public readonly numberOfDocumentsDeleted = this._attribute('NumberOfDocumentsDeleted');
  public readonly numberOfDocumentsFailed = this._attribute('NumberOfDocumentsFailed');
  public readonly numberOfDocumentsSkipped = this._attribute('NumberOfDocumentsSkipped');
  public readonly startedAt = this._attribute('StartedAt');
  public readonly updatedAt = this._attribute('UpdatedAt');

  constructor(
    scope: Construct,
    id: string,
    { knowledgeBaseId, dataSourceId, ingestionJobId }: IngestionJobAttributes,
    options?: JobReferenceOptions,
  ) {
    // as CloudFormation writes the ids of what has no ARN
    const job = [knowledgeBaseId, dataSourceId, ingestionJobId].join('|');
    super(
      scope,
      id,
      INGESTION_JOB_DEFINITION,
      job,
      options,
      arnOfJob(scope, INGESTION_JOB_DEFINITION, knowledgeBaseId),
    );
    referenceKey(this, options);
  }
}
