import { Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import type {
  CustomizationAssetOptions,
  CustomizationBucketOptions,
  CustomizationDataBindOptions,
  CustomizationDataConfig,
  InvocationLogOptions,
} from './customization-data-options';
import type { CustomizationType } from './customization-type';
import { TRAINING_FORMS } from './data/training-forms';
import { trainingRules } from './data/training-rules';
import { assetBucket } from '../../access/asset-bucket';
import { grantReadObject, grantReadObjects } from '../../access/object-access';
import { acknowledgeObjects } from '../../nag-acknowledgment';
import { SIZE } from '../../validation/expected-value';
import { inInput, refusal, warning } from '../../validation/finding';
import { InputReport } from '../../validation/input-report';
import { errorOf, inconsistent } from '../../validation/invalid';
import { note } from '../../validation/noted-findings';
import { requireObjectKey } from '../../validation/object-key';
import {
  numberRules,
  requireNone,
  requireOptions,
  requireString,
  requireValue,
  valueRules,
} from '../../validation/property-check';
import { isUnknown } from '../../validation/unknown-value';
import { requireOwnedBucket } from '../bucket-owner';
import { InputReading, type ReadInput } from '../input/input-reading';
import { ReadingProgress } from '../input/reading-progress';
import { type InputFiles, recordFileAt, RECORDS_FILE, UnusableInput } from '../input/record-files';
import { uploadRecords } from '../input/upload-records';

/** The property whose data has as many records as a model learns from. */
const TRAINING_DATA = 'trainingData';
const MUST_BE_DATA = 'must be JSON lines that the customization takes';

/**
 * The data that a model learns from, or is validated with: JSON lines. It lets the job's role read them.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-prepare.html
 */
export abstract class CustomizationData {
  /**
   * A local file, uploaded with the assets of the stack.
   *
   * The records are read at synthesis, and what the service would refuse is an error there: a line that is no JSON
   * object, or that does not have the members of the customization: a `prompt` with its `completion`, a conversation with
   * `schemaVersion` and `messages`, or a text as `input` for continued pre-training. What only AWS's pages say is a warning.
   *
   * Media that records link to are in a bucket already: let the job read them, as in `bucket.grantRead(job)`.
   *
   * @param path The path of a file whose name ends in `.jsonl`.
   */
  public static fromAsset(path: string, options: CustomizationAssetOptions = {}): CustomizationData {
    return new AssetData(path, options);
  }

  /**
   * An object in a bucket.
   *
   * @param objectKey The key of a file of JSON lines, which ends in `.jsonl`.
   */
  public static fromBucket(
    bucket: IBucket,
    objectKey: string,
    options: CustomizationBucketOptions = {},
  ): CustomizationData {
    return new BucketData(bucket, objectKey, options);
  }

  /**
   * Logs of invocations in a bucket, for distillation and reinforcement fine-tuning.
   *
   * @param prefix What the keys of the logs begin with; it is empty, or ends in a slash.
   * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-invocation-logging.html
   */
  public static fromInvocationLogs(
    bucket: IBucket,
    prefix: string,
    options: InvocationLogOptions = {},
  ): CustomizationData {
    return new InvocationLogs(bucket, prefix, options);
  }

  /**
   * Called by the job that the data is given to.
   *
   * @param scope What the data belongs to: the job, or a part of it.
   * @param role The role that is to read the data.
   */
  public abstract bind(
    scope: Construct,
    role: iam.IRole,
    options: CustomizationDataBindOptions,
  ): CustomizationDataConfig;
}

class AssetData extends CustomizationData {
  /** What was found for each kind of customization and each base model: several jobs may have the data. */
  private readonly readFor = new Map<string, ReadInput>();

  constructor(
    private readonly path: string,
    private readonly options: CustomizationAssetOptions,
  ) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole, options: CustomizationDataBindOptions): CustomizationDataConfig {
    const { property } = options;
    requireOptions(scope, property, this.options);
    requireNone(scope, [
      ...numberRules(`${property}.minimumRecords`, this.options.minimumRecords, { min: 0 }),
      ...valueRules(`${property}.maximumSize`, this.options.maximumSize, SIZE),
    ]);
    requireString(scope, property, this.path, { required: true });
    const input = this.file(scope, property);
    this.read(scope, options, input);

    const { objectKey, ...place } = uploadRecords(scope, idOf(property), this.path, input);
    const bucket = assetBucket(scope, `${idOf(property)}Bucket`, place);
    grantReadObject(role, bucket, objectKey, { account: bucket.env.account });
    return { s3Uri: bucket.s3UrlForObject(objectKey) };
  }

  private file(scope: Construct, property: string): InputFiles {
    try {
      return recordFileAt(this.path);
    } catch (error) {
      throw error instanceof UnusableInput ? errorOf(scope, [refusal(property, error.message)]) : error;
    }
  }

  private read(scope: Construct, options: CustomizationDataBindOptions, { files }: InputFiles): void {
    const { property, customizationType, foundationModelId } = options;
    // a stack that is only listed or destroyed need not be right
    if (!Stack.of(scope).bundlingRequired || !isKnownType(customizationType)) return;
    const key = [customizationType, foundationModelId, property === TRAINING_DATA].join();
    const found = this.readFor.get(key) ?? this.found(scope, options, customizationType, files);
    this.readFor.set(key, found);
    for (const text of found.errors) note(scope, inInput('records', refusal(property, `${MUST_BE_DATA}: ${text}`)));
    for (const { id, text } of found.warnings) note(scope, warning(id, property, text));
  }

  private found(
    scope: Construct,
    { property, foundationModelId }: CustomizationDataBindOptions,
    type: CustomizationType,
    files: InputFiles['files'],
  ): ReadInput {
    const { minimumRecords, maximumSize } = this.options;
    const data = { foundationModelId, isUploaded: true, isValidation: property !== TRAINING_DATA };
    const rules = trainingRules(type, { minimumRecords, maximumBytes: maximumSize?.toBytes() }, data);
    const fault = (text: string) => inconsistent(scope, `'${property}' ${MUST_BE_DATA}: ${text}`);
    const reading = new InputReading(files, rules, new ReadingProgress(scope.node.path), fault);
    // what the report of the CDK does not take ends the program here
    return InputReport.of(scope) ? reading.read() : { errors: [], warnings: reading.run() };
  }
}

class BucketData extends CustomizationData {
  constructor(
    private readonly bucket: IBucket,
    private readonly objectKey: string,
    private readonly options: CustomizationBucketOptions,
  ) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole, { property }: CustomizationDataBindOptions): CustomizationDataConfig {
    const account = ownerOf(scope, property, this.bucket, this.options);
    requireString(scope, property, this.objectKey, { required: true });
    requireObjectKey(scope, property, this.objectKey, 'a key');
    if (!isUnknown(this.objectKey) && !RECORDS_FILE.test(this.objectKey)) {
      const text = "should be the key of an object that ends in '.jsonl', as AWS's pages have it";
      note(scope, warning('trainingDataName', property, text));
    }
    grantReadObject(role, this.bucket, this.objectKey, { account });
    return { s3Uri: this.bucket.s3UrlForObject(this.objectKey) };
  }
}

class InvocationLogs extends CustomizationData {
  constructor(
    private readonly bucket: IBucket,
    private readonly prefix: string,
    private readonly options: InvocationLogOptions,
  ) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole, { property }: CustomizationDataBindOptions): CustomizationDataConfig {
    const account = ownerOf(scope, property, this.bucket, this.options);
    requireString(scope, property, this.prefix, { required: true });
    requireObjectKey(scope, property, this.prefix, 'a key');
    const { usePromptResponse, filter } = this.options;
    const allowed = 'a filter, for example InvocationLogFilter.has()';
    requireValue(scope, `${property}.filter`, filter, { mark: '_render', allowed });
    grantReadObjects(role, this.bucket, this.prefix, undefined, { account });
    acknowledgeObjects(role, this.bucket, this.prefix, 'The job reads all logs under the prefix.');
    return {
      invocationLogsConfig: {
        usePromptResponse,
        invocationLogSource: { s3Uri: this.bucket.s3UrlForObject(this.prefix) },
        requestMetadataFilters: filter?._render(scope),
      },
    };
  }
}

/** The account that owns a bucket, which is checked together with what else is said of it. */
function ownerOf(scope: Construct, property: string, bucket: IBucket, options: CustomizationBucketOptions): string {
  requireOptions(scope, property, options);
  return requireOwnedBucket(scope, property, bucket, options.bucketOwner);
}

/** What an asset is called in the job: as the property is. */
function idOf(property: string): string {
  return property.charAt(0).toUpperCase() + property.slice(1).replace(/\W/g, '');
}

function isKnownType(type: string): type is CustomizationType {
  return Object.hasOwn(TRAINING_FORMS, type);
}
