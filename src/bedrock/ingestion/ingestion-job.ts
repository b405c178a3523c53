import type { CfnRole } from 'aws-cdk-lib/aws-iam';
import { propertyInjectable } from 'aws-cdk-lib/core/lib/prop-injectable';
import { Construct, type IDependable } from 'constructs';
import { rerunKeyFor } from './document-changes';
import { INGESTION_JOB_DEFINITION } from './ingestion-job-definition';
import type { IngestionJobProps } from './ingestion-job-props';
import { type IIngestionJob, type IngestionJobAttributes, IngestionJobReference } from './ingestion-job-reference';
import { checkValues, dataSourceRules, ingestionJobRules, requireIds } from './ingestion-job-rules';
import { awaitedPolicies } from '../../access/awaited-policies';
import { roleInApp } from '../../access/role-in-app';
import type { IngestionJobAttribute } from '../../contract';
import { Job } from '../../job/job';
import { arnOfJob } from '../../job/job-name';
import type { JobReferenceOptions } from '../../job/job-reference';
import { noteAll } from '../../validation/noted-findings';
import { bedrockRegionRules } from '../bedrock-region-rules';

/**
 * An ingestion job of a Bedrock knowledge base: it brings the index of the knowledge base to what is in a data source.
 *
 * The deployment starts the job when the data source and the `documents` are there, waits for it, 55 minutes unless `waitTimeout`
 * says otherwise, and fails with the job's own reasons if the job fails. A knowledge base takes one ingestion at a time: a job waits
 * for its place for as long. When the documents or anything else in the request change, a new job runs, which takes in only what
 * has changed; so does one that goes back to earlier documents, for what an earlier job has brought is no more in the index then.
 *
 * So does a rollback after a job that has completed; what one has brought that has failed, or was stopped, stays in the index until
 * the next ingestion. Deleting the resource stops a job that runs. The service keeps the records of jobs, and the index is that of
 * the knowledge base. Jobs have no tags.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/kb-data-source-sync-ingest.html
 *
 * @example
 * declare const manuals: s3.Bucket;
 * declare const dataSource: bedrock.CfnDataSource;
 *
 * const deployment = new s3deploy.BucketDeployment(this, 'Manuals', {
 *   sources: [s3deploy.Source.asset('manuals')],
 *   destinationBucket: manuals,
 * });
 * const ingested = new IngestionJob(this, 'Ingest', {
 *   dataSource: IngestionDataSource.fromCfnDataSource(dataSource),
 *   documents: [deployment],
 *   maxFailedDocuments: 0,
 * });
 * new CfnOutput(this, 'New', { value: ingested.numberOfNewDocumentsIndexed });
 */
@propertyInjectable
export class IngestionJob extends Job implements IIngestionJob {
  /** By which the CDK knows the class where properties are injected: see `PropertyInjectors` of aws-cdk-lib. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-ml-jobs.IngestionJob';

  /**
   * An ingestion job that was made elsewhere, in the account and the Region of the stack: its results are read when the stack is
   * deployed. The deployment fails where there is no such job, or where it has not completed.
   *
   * @param attributes The ids of the job, of its data source, and of the knowledge base.
   */
  public static fromIngestionJobAttributes(
    scope: Construct,
    id: string,
    attributes: IngestionJobAttributes,
    options?: JobReferenceOptions,
  ): IIngestionJob {
    requireIds(scope, attributes);
    return new IngestionJobReference(scope, id, attributes, options);
  }

  constructor(scope: Construct, id: string, props: IngestionJobProps) {
    super(scope, id, INGESTION_JOB_DEFINITION, withContent(scope, props));
    checkValues(this, props);
    noteAll(this, bedrockRegionRules(this, 'an ingestion job', 'dataSource'));
    const source = props.dataSource.bind(this);
    noteAll(this, dataSourceRules(this, source));
    const { knowledgeBaseId, dataSourceId, knowledgeBaseRoleArn } = source;
    const role = roleInApp(knowledgeBaseRoleArn);

    this._run({
      request: { knowledgeBaseId, dataSourceId, description: props.description },
      outputs: ['IngestionJobId'],
      results: ['NumberOfDocumentsScanned', 'NumberOfDocumentsFailed'],
      rules: ingestionJobRules,
      acceptance:
        props.maxFailedDocuments === undefined ? undefined : { MaxFailedDocuments: String(props.maxFailedDocuments) },
      place: arnOfJob(this, INGESTION_JOB_DEFINITION, knowledgeBaseId),
      // the documents, and what lets the knowledge base read them
      needs: [...(props.documents ?? []), ...(role ? [withPolicies(role), awaitedPolicies(this, () => role)] : [])],
    });
  }

  public get ingestionJobId(): string {
    return this.attribute('IngestionJobId');
  }

  public get knowledgeBaseId(): string {
    return this.attribute('KnowledgeBaseId');
  }

  public get dataSourceId(): string {
    return this.attribute('DataSourceId');
  }

  public get ingestionJobStatus(): string {
    return this.result('IngestionJobStatus');
  }

  public get numberOfDocumentsScanned(): string {
    return this.result('NumberOfDocumentsScanned');
  }

  public get numberOfMetadataDocumentsScanned(): string {
    return this.result('NumberOfMetadataDocumentsScanned');
  }

  public get numberOfNewDocumentsIndexed(): string {
    return this.result('NumberOfNewDocumentsIndexed');
  }

  public get numberOfModifiedDocumentsIndexed(): string {
    return this.result('NumberOfModifiedDocumentsIndexed');
  }

  public get numberOfMetadataDocumentsModified(): string {
    return this.result('NumberOfMetadataDocumentsModified');
  }

  public get numberOfDocumentsDeleted(): string {
    return this.result('NumberOfDocumentsDeleted');
  }

  public get numberOfDocumentsFailed(): string {
    return this.result('NumberOfDocumentsFailed');
  }

  public get numberOfDocumentsSkipped(): string {
    return this.result('NumberOfDocumentsSkipped');
  }

  public get startedAt(): string {
    return this.attribute('StartedAt');
  }

  public get updatedAt(): string {
    return this.result('UpdatedAt');
  }

  private readonly attribute = (name: IngestionJobAttribute): string => this._attribute(name);
  private readonly result = (name: IngestionJobAttribute): string => this._result(name);
}

/** The role that a person has made, with the policies in it: the one in its template has none. */
function withPolicies(role: CfnRole): IDependable {
  const { scope, id } = role.node;
  return id === 'Resource' && scope !== undefined ? scope : role;
}

/**
 * The job is another one when the documents are, or the data source, which CloudFormation changes in place: its bucket, its
 * prefixes, how it is divided. What they are is checked when the job is there to be named.
 */
function withContent(scope: Construct, props: IngestionJobProps): IngestionJobProps {
  const { documents = [], dataSource, rerunKey } = props ?? {};
  if (!Array.isArray(documents) || (rerunKey !== undefined && typeof rerunKey !== 'string')) return props;
  const resource = dataSource?._resource;
  const content = [...(Construct.isConstruct(resource) ? [resource] : []), ...documents];
  return content.length === 0 ? props : { ...props, rerunKey: rerunKeyFor(scope, content, rerunKey) };
}
