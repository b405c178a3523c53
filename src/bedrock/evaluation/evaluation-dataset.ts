import { Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct } from 'constructs';
import { evaluationRules } from './data/evaluation-check';
import type { RecordForm } from './data/evaluation-forms';
import type {
  EvaluationBucketOptions,
  EvaluationDatasetOptions,
  EvaluationPromptOptions,
} from './evaluation-dataset-options';
import { assetBucket } from '../../access/asset-bucket';
import { grantReadObject } from '../../access/object-access';
import type { Request } from '../../job/request-overrides';
import { inInput, mustBe, refusal, warning } from '../../validation/finding';
import { InputReport } from '../../validation/input-report';
import { errorOf, inconsistent } from '../../validation/invalid';
import { note, noteAll } from '../../validation/noted-findings';
import { requireObjectKey } from '../../validation/object-key';
import { requireOptions, requireString } from '../../validation/property-check';
import { isUnknown } from '../../validation/unknown-value';
import { requireOwnedBucket } from '../bucket-owner';
import { InputReading, type ReadInput } from '../input/input-reading';
import { ReadingProgress } from '../input/reading-progress';
import { type InputFiles, recordFileAt, RECORDS_FILE, UnusableInput } from '../input/record-files';
import { uploadRecords } from '../input/upload-records';

const MUST_BE_PROMPTS = 'must be JSON lines that the evaluation takes';

/** What a job says of itself to its datasets. */
export interface DatasetBinding {
  /** What the job calls the dataset. */
  readonly property: string;
  /** What the asset is called in the job. */
  readonly id: string;
  readonly role: iam.IRole;
  readonly form: RecordForm;
  /** What records call those that have answered elsewhere. */
  readonly identifiers: readonly string[];
}

/**
 * The prompts of an evaluation, and what is evaluated with them. It lets the job's role read them.
 *
 * @see https://docs.aws.amazon.com/bedrock/latest/userguide/model-evaluation-prompt-datasets.html
 */
export abstract class EvaluationDataset {
  /**
   * One of the datasets that Bedrock has for programmatic metrics.
   *
   * @param name Its name in the API, such as `Builtin.BoolQ`.
   */
  public static builtIn(name: string, options: EvaluationDatasetOptions): EvaluationDataset {
    return new Dataset(options, () => ({ name }));
  }

  /**
   * A file of prompts in a bucket.
   *
   * @param objectKey The key of a file of JSON lines, which ends in `.jsonl`.
   */
  public static fromBucket(bucket: IBucket, objectKey: string, options: EvaluationBucketOptions): EvaluationDataset {
    return new Dataset(options, (scope, { property, role }) => {
      const account = requireOwnedBucket(scope, property, bucket, options.bucketOwner);
      requireObjectKey(scope, property, objectKey, 'a key');
      if (!isUnknown(objectKey) && !RECORDS_FILE.test(objectKey)) {
        note(scope, mustBe(property, "the key of an object that ends in '.jsonl'", objectKey));
      }
      grantReadObject(role, bucket, objectKey, { account });
      return located(options, objectKey, bucket.s3UrlForObject(objectKey));
    });
  }

  /**
   * A local file of prompts, uploaded with the assets of the stack.
   *
   * The records are read at synthesis, and what the service would refuse is an error there: a line that is no JSON object, or that
   * has no `prompt`; for a knowledge base, no `conversationTurns`; for answers that were made elsewhere, none of these. What only AWS's
   * pages say is a warning.
   *
   * @param path The path of a file whose name ends in `.jsonl`.
   */
  public static fromAsset(path: string, options: EvaluationPromptOptions): EvaluationDataset {
    const readAs = new Map<string, ReadInput>();
    return new Dataset(options, (scope, binding) => {
      const { property, id, role } = binding;
      requireString(scope, property, path, { required: true });
      const input = fileAt(scope, property, path);
      readRecords(scope, input, binding, options, readAs);
      const { objectKey, ...place } = uploadRecords(scope, id, path, input);
      const bucket = assetBucket(scope, `${id}Bucket`, place);
      grantReadObject(role, bucket, objectKey, { account: bucket.env.account });
      return located(options, path, bucket.s3UrlForObject(objectKey));
    });
  }

  /**
   * Called by the job that the dataset is given to.
   *
   * @internal
   */
  public abstract _bindDataset(scope: Construct, binding: DatasetBinding): Request;
}

class Dataset extends EvaluationDataset {
  constructor(
    private readonly options: EvaluationDatasetOptions,
    private readonly place: (scope: Construct, binding: DatasetBinding) => Request,
  ) {
    super();
  }

  public _bindDataset(scope: Construct, binding: DatasetBinding): Request {
    requireOptions(scope, binding.property, this.options, { required: true });
    const { taskType, metrics: metricNames } = this.options;
    return { taskType, dataset: this.place(scope, binding), metricNames };
  }
}

/** Without a name, a dataset has that of its file, in the characters that a name may have. */
function located({ name }: EvaluationPromptOptions, file: string, s3Uri: string): Request {
  const [, base] = /([^/\\]+?)(?:\.jsonl)?$/.exec(isUnknown(file) ? 'prompts' : file) ?? [];
  const made = (base ?? 'prompts').replace(/[^0-9a-zA-Z-_.]+/g, '-').slice(0, 63);
  return { name: name ?? made, datasetLocation: { s3Uri } };
}

function fileAt(scope: Construct, property: string, path: string): InputFiles {
  try {
    return recordFileAt(path);
  } catch (error) {
    throw error instanceof UnusableInput ? errorOf(scope, [refusal(property, error.message)]) : error;
  }
}

/** Several jobs may have a dataset: it is read once for each form of records. */
function readRecords(
  scope: Construct,
  { files }: InputFiles,
  { property, form, identifiers }: DatasetBinding,
  { metrics }: EvaluationDatasetOptions,
  readAs: Map<string, ReadInput>,
): void {
  // a stack that is only listed or destroyed need not be right
  if (!Stack.of(scope).bundlingRequired) return;
  const read = (): ReadInput => {
    const fault = (text: string) => inconsistent(scope, `'${property}' ${MUST_BE_PROMPTS}: ${text}`);
    const rules = evaluationRules({ form, identifiers, metrics: Array.isArray(metrics) ? metrics : [] });
    const reading = new InputReading(files, rules, new ReadingProgress(scope.node.path), fault);
    // what the report of the CDK does not take ends the program here
    return InputReport.of(scope) ? reading.read() : { errors: [], warnings: reading.run() };
  };
  const key = JSON.stringify([form, identifiers]);
  const found = readAs.get(key) ?? read();
  readAs.set(key, found);
  const refused = (text: string) => inInput('records', refusal(property, `${MUST_BE_PROMPTS}: ${text}`));
  noteAll(scope, found.errors.map(refused));
  noteAll(
    scope,
    found.warnings.map(({ id, text }) => warning(id, property, text)),
  );
}
