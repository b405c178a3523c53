import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { AssetStaging, FileAssetPackaging, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { IBucket } from 'aws-cdk-lib/aws-s3';
import type { Construct, IConstruct } from 'constructs';
import type { SavedVersion } from './model-archive/archive-contents';
import { archiveInputs, archiveProblems, archiveVersion } from './model-archive/archive-problems';
import type { ModelInput } from './model-archive/content/file-facts';
import { mayBeFolder, type PackedModels } from './training/model-compression';
import type { ITrainingJob } from './training/training-job-reference';
import type { IHyperParameterTuningJob } from './tuning/hyper-parameter-tuning-job-reference';
import { assetBucket } from '../access/asset-bucket';
import { requireBucket } from '../access/bucket-check';
import { grantReadObject } from '../access/object-access';
import { type ExpectedValue, TRAINING_JOB } from '../validation/expected-value';
import { type Finding, inInput, type MemberName, mustBe, refusal, warning } from '../validation/finding';
import { invalid } from '../validation/invalid';
import { note } from '../validation/noted-findings';
import { requireObjectKey } from '../validation/object-key';
import { requireString, requireValue } from '../validation/property-check';
import { shown } from '../validation/shown';
import { mayEndIn, partsOf } from '../validation/text-parts';

/** What a model archive is called, as Neo's documentation has it. */
const ARCHIVE = '.tar.gz';
/** What else it may be called: Neo looks at what is in it. */
const SHORT_ARCHIVE = '.tgz';
const ARCHIVE_TEXT = "the path of one gzip-compressed tar archive whose name ends in '.tar.gz'";
const SHORT_TEXT = `ends in '${SHORT_ARCHIVE}', and Neo's documentation asks for the suffix '${ARCHIVE}'`;

const TUNING_JOB: ExpectedValue = {
  mark: 'modelArtifacts',
  allowed: 'a tuning job, for example HyperParameterTuningJob.fromHyperParameterTuningJobName()',
};

const ARCHIVE_MEMBER: MemberName = { property: 'modelData', api: 'InputConfig.S3Uri' };

/** What binding model data to a job comes to: one of the two. */
export interface ModelDataConfig {
  /**
   * The S3 URI of the model archive.
   *
   * @default - the model is in a model package
   */
  readonly s3Uri?: string;

  /**
   * The ARN of the version of a model package.
   *
   * @default - the model is in an archive
   */
  readonly modelPackageVersionArn?: string;
}

/**
 * The trained model that a job works on. It lets the job's role read it.
 */
export abstract class ModelData {
  /**
   * A local file, uploaded with the assets of the stack.
   *
   * The archive is read at synthesis, and what Neo would refuse is an error there: a file that is not a gzip-compressed tar
   * archive, or is damaged or cut off; a path or a link that leads out of the archive; missing files that the framework of
   * the job needs; a model that is not what its name says, or that Neo cannot load, such as weights alone, a pointer of Git
   * LFS, or a format that another version has written. The error says what was found, and what to do. What only Neo's
   * documentation or its public loader of 2022 says is a warning. Other files do not matter, nor does the folder that a file is in, and
   * hidden files do not count. For a framework that the library does not know, no particular file is expected.
   *
   * The memory that it takes does not depend on the size of the archive. Of a symbolic link, the file that it points at
   * is read and uploaded.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/neo-compilation-preparing-model.html
   *
   * @param path The path of a gzip-compressed tar archive, whose name ends in `.tar.gz`. The synthesis warns of one that
   * ends in `.tgz`.
   */
  public static fromAsset(path: string): ModelData {
    return new AssetModelData(path);
  }

  /**
   * An object in a bucket.
   *
   * @param objectKey The key of a gzip-compressed tar archive, which ends in `.tar.gz`. The synthesis warns of one that
   * ends in `.tgz`.
   */
  public static fromBucket(bucket: IBucket, objectKey: string): ModelData {
    return new BucketModelData(bucket, objectKey);
  }

  /**
   * What a training job has made: the job that takes the model starts when the training has ended.
   *
   * Of a job that was made elsewhere, only the place of the model is known: if a key of yours encrypts it, let the role
   * decrypt with that key yourself.
   *
   * @param job A job whose output is compressed, as it is unless the job says otherwise. It is an error where that is known not to be so.
   */
  public static fromTrainingJob(job: ITrainingJob): ModelData {
    return new TrainedModelData(job, TRAINING_JOB);
  }

  /**
   * The model of the best training job of a tuning job: the job that takes the model starts when the tuning has ended.
   *
   * Of a job that was made elsewhere, only the place of the model is known: if a key of yours encrypts it, let the role
   * decrypt with that key yourself.
   *
   * @param job A job whose output is compressed, as it is unless the job says otherwise. It is an error where that is known not to be so.
   */
  public static fromTuningJob(job: IHyperParameterTuningJob): ModelData {
    return new TrainedModelData(job, TUNING_JOB);
  }

  /**
   * A version of a model package.
   *
   * The job's role may describe the package; grant it the right to read the package's model data yourself.
   *
   * @param modelPackageVersionArn The ARN of the version.
   */
  public static fromModelPackageVersion(modelPackageVersionArn: string): ModelData {
    return new ModelPackageData(modelPackageVersionArn);
  }

  /**
   * Called by the job that the model is given to.
   *
   * @param scope The job.
   * @param role The role that is to read the model.
   */
  public abstract bind(scope: Construct, role: iam.IRole): ModelDataConfig;

  /**
   * What a compilation job would refuse in the model, as far as that is known at synthesis.
   *
   * @param _scope The job.
   * @param _framework The framework of the job, as the API spells it.
   *
   * @internal
   */
  public _findings(_scope: Construct, _framework: unknown): readonly Finding[] {
    return [];
  }

  /**
   * The inputs of the model, as far as the model says them at synthesis.
   *
   * @internal
   */
  public _inputs(_scope: Construct, _framework: string): readonly ModelInput[] | undefined {
    return undefined;
  }

  /**
   * Which version of the framework has saved the model, as far as the model says it at synthesis.
   *
   * @internal
   */
  public _version(_scope: Construct, _framework: string): SavedVersion | undefined {
    return undefined;
  }
}

class AssetModelData extends ModelData {
  constructor(private readonly path: string) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole): ModelDataConfig {
    requireString(scope, 'modelData', this.path, { required: true });
    if (!this.isNamedArchive) note(scope, mustBe(ARCHIVE_MEMBER, ARCHIVE_TEXT, this.path));
    if (this.hasShortName) note(scope, shortNameWarning(this.path));
    if (!existsSync(this.path)) throw invalid(scope, 'modelData', 'a file that exists', this.path);
    if (!isReadable(this.path)) throw invalid(scope, 'modelData', 'a file that can be read', this.path);
    if (!statSync(this.path).isFile()) throw invalid(scope, 'modelData', 'a regular file', this.path);

    const stack = Stack.of(scope);
    const staging = new AssetStaging(scope, 'ModelData', { sourcePath: this.path });
    // an asset's key ends in what follows the last dot of its file's name; Neo wants to see all of '.tar.gz'
    const asset = stack.synthesizer.addFileAsset({
      fileName: staging.relativeStagedPath(stack),
      packaging: FileAssetPackaging.FILE,
      sourceHash: this.hasShortName ? staging.assetHash : `${staging.assetHash}.tar`,
    });
    const bucket = assetBucket(scope, 'ModelDataBucket', asset);
    grantReadObject(role, bucket, asset.objectKey);
    return { s3Uri: bucket.s3UrlForObject(asset.objectKey) };
  }

  /** @internal */
  public override _findings(scope: Construct, framework: unknown): readonly Finding[] {
    if (!this.isRead(scope)) return [];
    return archiveProblems(this.path, framework).map(({ text, warning: id }) =>
      id === undefined
        ? inInput('modelArchive', refusal(ARCHIVE_MEMBER, `must be ${text}`))
        : warning(id, ARCHIVE_MEMBER, `should be ${text}`),
    );
  }

  /** @internal */
  public override _inputs(scope: Construct, framework: string): readonly ModelInput[] | undefined {
    return this.isRead(scope) ? archiveInputs(this.path, framework) : undefined;
  }

  /** @internal */
  public override _version(scope: Construct, framework: string): SavedVersion | undefined {
    return this.isRead(scope) ? archiveVersion(this.path, framework) : undefined;
  }

  /** A stack that is only listed or destroyed need not be right, and an archive may take seconds to read. */
  private isRead(scope: Construct): boolean {
    return this.isNamedArchive && Stack.of(scope).bundlingRequired;
  }

  private get isNamedArchive(): boolean {
    return this.path.endsWith(ARCHIVE) || this.hasShortName;
  }

  private get hasShortName(): boolean {
    return this.path.endsWith(SHORT_ARCHIVE);
  }
}

class BucketModelData extends ModelData {
  constructor(
    private readonly bucket: IBucket,
    private readonly objectKey: string,
  ) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole): ModelDataConfig {
    requireBucket(scope, 'modelData', this.bucket);
    requireObjectKey(scope, 'modelData', this.objectKey, 'a key');
    const parts = partsOf(this.objectKey);
    if (this.objectKey.endsWith(SHORT_ARCHIVE)) {
      note(scope, shortNameWarning(this.objectKey));
    } else if (!mayEndIn(parts, ARCHIVE) && !mayEndIn(parts, SHORT_ARCHIVE)) {
      note(scope, mustBe(ARCHIVE_MEMBER, "the key of an archive, which ends in '.tar.gz'", this.objectKey));
    }
    grantReadObject(role, this.bucket, this.objectKey);
    return { s3Uri: this.bucket.s3UrlForObject(this.objectKey) };
  }
}

class TrainedModelData extends ModelData {
  constructor(
    private readonly job: Pick<ITrainingJob, 'grantRead' | 'modelArtifacts'> & IConstruct & PackedModels,
    private readonly expected: ExpectedValue,
  ) {
    super();
  }

  /** @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InputConfig.html */
  public bind(scope: Construct, role: iam.IRole): ModelDataConfig {
    requireValue(scope, 'modelData', this.job, { ...this.expected, required: true });
    if (mayBeFolder(this.job)) note(scope, refusal(ARCHIVE_MEMBER, folderText(this.job)));
    this.job.grantRead(role);
    return { s3Uri: this.job.modelArtifacts };
  }
}

class ModelPackageData extends ModelData {
  constructor(private readonly arn: string) {
    super();
  }

  public bind(scope: Construct, role: iam.IRole): ModelDataConfig {
    requireString(scope, 'modelData', this.arn, { required: true });
    role.addToPrincipalPolicy(
      new iam.PolicyStatement({ actions: ['sagemaker:DescribeModelPackage'], resources: [this.arn] }),
    );
    return { modelPackageVersionArn: this.arn };
  }
}

function folderText({ node }: IConstruct): string {
  return `must be one gzip-compressed tar archive, got what '${node.path}' makes, whose 'outputCompression' (OutputDataConfig.CompressionType) is NONE: files in a folder. Leave that out`;
}

/** Public scripts compile archives that are called so. */
function shortNameWarning(name: string): Finding {
  return warning('modelArchiveName', ARCHIVE_MEMBER, `${SHORT_TEXT}, got ${shown(name)}`);
}

function isReadable(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
