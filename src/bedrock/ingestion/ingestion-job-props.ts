import type { IConstruct } from 'constructs';
import type { IngestionDataSource } from './ingestion-data-source';
import type { JobOptions } from '../../job/job-options';

/** Properties of an `IngestionJob`. */
export interface IngestionJobProps extends JobOptions {
  /**
   * The data source that is ingested, with its knowledge base. The job runs again whenever a data source of the app changes.
   *
   * A knowledge base takes one ingestion at a time: a job waits for its place, and jobs for several data sources of one knowledge
   * base wait for each other.
   *
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/kb-data-source-sync-ingest.html
   */
  readonly dataSource: IngestionDataSource;

  /**
   * The constructs that put the documents where the data source has them, such as a `BucketDeployment`. The job starts when they are
   * done, and runs again whenever they change: when a `BucketDeployment` gets other files, the job gets another request.
   *
   * What other means than the stack put there, the stack does not know: change `rerunKey` to ingest that, for example with
   * `FileSystem.fingerprint()` of a local folder.
   *
   * @default - the documents are there already, and the job runs again only if its request, its data source or `rerunKey` changes
   */
  readonly documents?: IConstruct[];

  /**
   * What people read of the job in the sync history of the data source: 1 to 136 characters. The name under which the engine finds the
   * job again follows on it.
   *
   * @default - the name alone
   */
  readonly description?: string;

  /**
   * How many documents may fail: with more, the job is a failure, though the service calls it complete. It is a number of at least 0.
   *
   * The service counts files as failed that it cannot read, such as scanned pages and formats that the parser does not take: in a
   * bucket that others fill, too, these should not roll back a stack. So nothing is said by default, and the number is a stack
   * output; give 0 where all documents come with the stack. Changing this never runs a job again.
   *
   * @default - any number, as long as not every document has failed
   */
  readonly maxFailedDocuments?: number;
}
