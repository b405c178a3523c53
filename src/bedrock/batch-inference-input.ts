import { Size, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { bucketOwnerOf } from './bucket-owner';
import { assetBucket } from '../access/asset-bucket';
import { requireBucket } from '../access/bucket-check';
import { SIZE } from '../validation/expected-value';
import { inInput, refusal, warning } from '../validation/finding';
import { InputReport } from '../validation/input-report';
import { inconsistent } from '../validation/invalid';
import { note } from '../validation/noted-findings';
import { numberRules, requireNone, requireOptions, requireString, valueRules } from '../validation/property-check';
import { grantReadInput } from './input/grant-read-input';
import { inputFilesAt } from './input/input-files';
import { LARGEST_INPUT_GIB, MINIMUM_RECORDS } from './input/input-quotas';
import { InputReading, type ReadInput } from './input/input-reading';
import { inputUri } from './input/input-uri';
import { ReadingProgress } from './input/reading-progress';
import type { InputFiles } from './input/record-files';
import { uploadRecords } from './input/upload-records';
import type { ModelInvocationType } from './model-invocation-type';
import { familyOf } from './request-body/model-family';
import { type RequestCheck, requestCheckOf } from './request-body/request-check';

const MUST_BE_RECORDS = 'must be JSON lines that batch inference takes';

/** How local records are read before they are uploaded. */
export interface BatchInferenceAssetOptions {
  /**
   * How many records the input must have at least: the quota "Minimum number of records per batch inference job" of the
   * model. Fewer are an error at synthesis.
   *
   * A whole number of at least 0. A few models take 50.
   *
   * @see https://docs.aws.amazon.com/general/latest/gr/bedrock.html
   * @default 100
   */
  readonly minimumRecords?: number;

  /**
   * How large the files may be together: the quota "Batch inference job size (in GB)" of the model. More is an error at
   * synthesis. A file can have 1 GB.
   *
   * @see https://docs.aws.amazon.com/general/latest/gr/bedrock.html
   * @default Size.gibibytes(5)
   */
  readonly maximumSize?: Size;
}

/** Whose the bucket is that an input lies in. */
export interface BatchInferenceBucketOptions {
  /**
   * The id of the account that owns the bucket: 12 digits. Where it is another one than that of the job, the bucket's
   * policy must let the job's role read the input.
   *
   * @default - the account of the bucket, where it is known to be another one than that of the job's stack
   */
  readonly bucketOwner?: string;
}

/** What an input has to know of the job that it is given to. */
export interface BatchInferenceBindOptions {
  /** The API whose request body the records have. */
  readonly modelInvocationType: ModelInvocationType;

  /**
   * The ids of the foundation models that are called: they say which request body of InvokeModel the records have.
   *
   * @default - the models are not known, and the bodies of InvokeModel are not checked
   */
  readonly foundationModelIds?: string[];
}

/** What binding an input to a job comes to. */
export interface BatchInferenceInputConfig {
  /** The S3 URI of a file of records, or of the folder of such files. */
  readonly s3Uri: string;

  /**
   * The id of the account that owns the bucket.
   *
   * @default - the account of the job
   */
  readonly bucketOwner?: string;
}

/**
 * The records that a batch inference job sends to its model: JSON lines of the form
 * `{"recordId": "...", "modelInput": {...}}`. It lets the job's role read them.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference-data.html
 */
export abstract class BatchInferenceInput {
  /**
   * A local file, or all files directly in a local folder, uploaded with the assets of the stack.
   *
   * The records are read at synthesis, and what the service would refuse is an error there: a line that is no JSON
   * object with a `modelInput`, too few records, too large a file, a request in `modelInput` that is none of Converse, or of
   * the model with InvokeModel. What the service may take is a warning, such as a `recordId` that another record has. The
   * memory that it takes does not depend on the size of the files.
   *
   * Of a folder, only the files whose names end in `.jsonl` are uploaded. Media that records link to are in a bucket
   * already: give that with `fromBucket`.
   *
   * @param path The path of a file whose name ends in `.jsonl`, or of a folder of such files.
   */
  public static fromAsset(path: string, options: BatchInferenceAssetOptions = {}): BatchInferenceInput {
    return new AssetInput(path, options);
  }

  /**
   * An object in a bucket, or all JSON lines files under a prefix.
   *
   * The service takes keys of letters, digits and `-!_*'()./` only.
   *
   * @param objectKeyOrPrefix The key of an object, which ends in `.jsonl`; or a prefix, which ends in `/` or, for the
   * whole bucket, is empty.
   */
  public static fromBucket(
    bucket: IBucket,
    objectKeyOrPrefix: string,
    options: BatchInferenceBucketOptions = {},
  ): BatchInferenceInput {
    return new BucketInput(bucket, objectKeyOrPrefix, options);
  }

  /**
   * Called by the job that the input is given to.
   *
   * @param scope The job.
   * @param role The role that is to read the input.
   */
  public abstract bind(
    scope: Construct,
    role: iam.IRole,
    options: BatchInferenceBindOptions,
  ): BatchInferenceInputConfig;
}

class AssetInput extends BatchInferenceInput {
  /** What the records have been read as, and what was found: several jobs may have the input. */
  private readonly readAs = new Map<string, ReadInput>();

  constructor(
    private readonly path: string,
    private readonly options: BatchInferenceAssetOptions,
  ) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole, options: BatchInferenceBindOptions): BatchInferenceInputConfig {
    requireOptions(scope, 'input', this.options);
    requireNone(scope, [
      ...numberRules('input.minimumRecords', this.options.minimumRecords, { min: 0 }),
      ...valueRules('input.maximumSize', this.options.maximumSize, SIZE),
    ]);
    const input = inputFilesAt(scope, this.path);
    this.read(scope, input, options);

    const { objectKey, ...place } = uploadRecords(scope, 'Input', this.path, input);
    const bucket = assetBucket(scope, 'InputBucket', place);
    grantReadInput(role, bucket, objectKey, bucket.env.account);
    return { s3Uri: bucket.s3UrlForObject(objectKey) };
  }

  private read(scope: Construct, { files }: InputFiles, options: BatchInferenceBindOptions): void {
    // a stack that is only listed or destroyed need not be right, and records may take minutes to read
    if (!Stack.of(scope).bundlingRequired) return;
    const { modelInvocationType, foundationModelIds = [] } = options;
    const family = familyOf(foundationModelIds);
    // versions of a family may take different bodies
    const key = [modelInvocationType, ...foundationModelIds].join(' ');
    const check = requestCheckOf(modelInvocationType, family, foundationModelIds);
    const found = this.readAs.get(key) ?? this.found(scope, files, check);
    this.readAs.set(key, found);
    for (const text of found.errors) note(scope, inInput('records', refusal('input', `${MUST_BE_RECORDS}: ${text}`)));
    for (const { id, text } of found.warnings) note(scope, warning(id, 'input', text));
  }

  private found(scope: Construct, files: InputFiles['files'], checkRequest: RequestCheck): ReadInput {
    const { minimumRecords = MINIMUM_RECORDS, maximumSize = Size.gibibytes(LARGEST_INPUT_GIB) } = this.options;
    const rules = { checkRequest, minimumRecords, maximumBytes: maximumSize.toBytes() };
    const fault = (text: string) => inconsistent(scope, `'input' ${MUST_BE_RECORDS}: ${text}`);
    const reading = new InputReading(files, rules, new ReadingProgress(scope.node.path), fault);
    // what the report of the CDK does not take ends the program here
    return InputReport.of(scope) ? reading.read() : { errors: [], warnings: reading.run() };
  }
}

class BucketInput extends BatchInferenceInput {
  constructor(
    private readonly bucket: IBucket,
    private readonly objectKeyOrPrefix: string,
    private readonly options: BatchInferenceBucketOptions,
  ) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole): BatchInferenceInputConfig {
    requireOptions(scope, 'input', this.options);
    requireBucket(scope, 'input', this.bucket, { owner: this.options.bucketOwner });
    requireString(scope, 'input', this.objectKeyOrPrefix, { required: true });
    const { bucketOwner = bucketOwnerOf(scope, this.bucket) } = this.options;
    const s3Uri = inputUri(scope, this.bucket, this.objectKeyOrPrefix);
    grantReadInput(role, this.bucket, this.objectKeyOrPrefix, bucketOwner ?? this.bucket.env.account);
    return { s3Uri, bucketOwner };
  }
}
