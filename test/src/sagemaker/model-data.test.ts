import fs, { cpSync, lstatSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { gzipSync } from 'node:zlib';
import { App, Duration, Lazy, Stack } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { Bucket } from 'aws-cdk-lib/aws-s3';
import * as cxapi from 'aws-cdk-lib/cx-api';
import { type CompilationJobProps, DataInputConfig, Framework, ModelData } from '../../../src';
import { TrainingJob } from '../../../src/sagemaker/training/training-job';
import type { TrainingJobProps } from '../../../src/sagemaker/training/training-job-props';
import { TrainingOutputCompression } from '../../../src/sagemaker/training/training-output-compression';
import type { HyperParameterTuningJobProps } from '../../../src/sagemaker/tuning/hyper-parameter-tuning-job-props';
import { flatten, statementsOf } from '../policy-statements';
import { bucketNamed, compilationJob, JOB_TYPE, jobProperties, MODEL, newStack, requestOf } from '../sample-job';
import { trainingJob } from '../sample-training-job';
import { tuningJob, tuningTraining } from '../sample-tuning-job';
import { templateOf } from '../template-body';
import { sampleFolder, tarGzOf, tarOf } from './model-archive/sample-archive';
import { kerasModel, onnxModel, savedModel, type SampleOnnx, tfliteModel } from './model-archive/sample-models';

/** A SavedModel of TensorFlow 2.4 without variables. */
const SAVED_MODEL = [
  { path: 'saved_model.pb', content: savedModel({ x: ['serving_default_x:0', [1, 4]] }) },
  { path: 'variables/', type: 'Directory' },
] as const;

const kerasWithInput = (name: string, shape: readonly number[]) =>
  kerasModel({
    class_name: 'Functional',
    config: { layers: [{ class_name: 'InputLayer', config: { name, batch_input_shape: shape } }] },
  });

const make = (modelData: ModelData) => () => compilationJob(newStack(), 'Compile', { modelData });
const uriOf = (modelData: ModelData) => flatten((requestOf({ modelData }).InputConfig as { S3Uri: unknown }).S3Uri);

describe('a local archive', () => {
  test('is uploaded under a key that ends in .tar.gz, as Neo wants it', () => {
    expect(uriOf(ModelData.fromAsset(MODEL))).toMatch(
      /^s3:\/\/cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>\/[0-9a-f]{64}\.tar\.gz$/,
    );
  });

  test('may be called .tgz, with a warning', () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'model-'));
    const file = path.join(folder, 'model.tgz');
    cpSync(MODEL, file);
    for (const modelData of [
      ModelData.fromAsset(file),
      ModelData.fromBucket(bucketNamed(newStack(), 'b-1'), 'a.tgz'),
    ]) {
      const stack = newStack();
      compilationJob(stack, 'Compile', { modelData });
      expect(flatten((jobProperties(stack).Request.InputConfig as { S3Uri: unknown }).S3Uri)).toMatch(/[^.]\.tgz$/);
      const [{ entry }, ...others] = Annotations.fromStack(stack).findWarning('*', Match.anyValue());
      expect(others).toEqual([]);
      expect(entry.data).toMatch(
        /^'modelData' \(InputConfig\.S3Uri\) ends in '\.tgz', and Neo's documentation asks for the suffix '\.tar\.gz', got '.*\.tgz' \[ack: cdk-ml-jobs:modelArchiveName\]$/,
      );
    }
    rmSync(folder, { recursive: true });
  });

  test('is in the manifest of the assets, and readable by the role', () => {
    const app = new App();
    const stack = new Stack(app, 'Stack');
    compilationJob(stack, 'Compile', { modelData: ModelData.fromAsset(MODEL) });
    const [read] = statementsOf(stack, 'CompileRole').filter(({ actions }) => actions.includes('s3:GetObject'));
    expect(read.resources).toEqual([
      expect.stringMatching(
        /^arn:<AWS::Partition>:s3:::cdk-hnb659fds-assets-<AWS::AccountId>-<AWS::Region>\/\w+\.tar\.gz$/,
      ),
    ]);
  });

  test('may be given to several jobs, in several stacks', () => {
    const app = new App();
    const modelData = ModelData.fromAsset(MODEL);
    for (const id of ['One', 'Two']) {
      const stack = new Stack(app, id);
      compilationJob(stack, 'Compile', { modelData });
      compilationJob(stack, 'CompileToo', { modelData });
    }
    expect(() => app.synth()).not.toThrow();
  });

  const archive = "the path of one gzip-compressed tar archive whose name ends in '.tar.gz'";
  test.each([
    ['an empty path', '', `'modelData' (InputConfig.S3Uri) must be ${archive}`],
    ['another kind of file', 'model.zip', `'modelData' (InputConfig.S3Uri) must be ${archive}`],
    ['a file that is not there', '/no/such/model.tar.gz', "'modelData' must be a file that exists"],
  ])('fails with %s', (_, name, problem) => {
    expect(make(ModelData.fromAsset(name))).toThrow(`${problem}, got '${name}'`);
  });

  test('fails with a directory', () => {
    const folder = path.join(mkdtempSync(path.join(tmpdir(), 'model-')), 'model.tar.gz');
    mkdirSync(folder);
    expect(make(ModelData.fromAsset(folder))).toThrow(
      `Stack/Compile: 'modelData' must be a regular file, got '${folder}'`,
    );
    rmSync(path.dirname(folder), { recursive: true });
  });

  const { folder, write } = sampleFolder();

  describe('is read', () => {
    const file = path.join(folder, 'model.tar.gz');
    const compiling = (content: Buffer, framework: Framework, props: Partial<CompilationJobProps> = {}) => {
      write('model.tar.gz', content);
      return () => compilationJob(newStack(), 'Compile', { modelData: ModelData.fromAsset(file), framework, ...props });
    };

    test('and has what its framework needs', () => {
      expect(compiling(tarGzOf('penguins.onnx', 'README.md'), Framework.ONNX)).not.toThrow();
    });

    const AGAIN = 'pack the model once more, for example with tar -czf';
    test.each([
      ['nothing in it', Buffer.alloc(0), `got '${file}', which is empty: ${AGAIN}`],
      ['no gzip', tarOf('a.onnx'), `got '${file}', which is not compressed with gzip, but a tar archive: ${AGAIN}`],
      ['no tar', gzipSync('text'), `got '${file}', which is compressed, but is no tar archive: ${AGAIN}`],
      ['half an archive', tarGzOf('a.onnx').subarray(0, 60), `got '${file}', which is cut off: ${AGAIN}`],
    ])('and fails with %s', (_, content, found) => {
      expect(compiling(content, Framework.ONNX)).toThrow(
        new Error(`Stack/Compile: 'modelData' (InputConfig.S3Uri) must be a gzip-compressed tar archive, ${found}`),
      );
    });

    describe('for the inputs of its model', () => {
      const archiveOf = (inputs: SampleOnnx['inputs']) => tarGzOf({ path: 'a.onnx', content: onnxModel({ inputs }) });
      const inputsOf = (content: Buffer, dataInputConfig?: DataInputConfig) => {
        write('model.tar.gz', content);
        const request = requestOf({ modelData: ModelData.fromAsset(file), framework: Framework.ONNX, dataInputConfig });
        return (request.InputConfig as { DataInputConfig?: string }).DataInputConfig;
      };

      test('which the request has, where none are given', () => {
        const content = archiveOf({ x: [1, 3, 8, 8] });
        expect(inputsOf(content)).toBe('{"x":[1,3,8,8]}');
        expect(inputsOf(content, DataInputConfig.fromModel())).toBe('{"x":[1,3,8,8]}');
      });

      test('and says what to give where the model leaves sizes open', () => {
        const content = archiveOf({ x: ['batch', 4] });
        expect(inputsOf(content)).toBeUndefined();
        expect(compiling(content, Framework.ONNX, { dataInputConfig: DataInputConfig.fromModel() })).toThrow(
          `the model leaves sizes open ('x' [batch, 4]): say them, for example DataInputConfig.fromObject({"x":[1,4]})`,
        );
      });

      test.each([
        [{ y: [1, 4] }, "must have the inputs that the model has: 'x' [batch, 4], got 'y'"],
        [{ x: [1, 5] }, 'must be [batch, 4], as the model has it, got [1,5]'],
        [{ x: [1, 4, 1] }, 'must be [batch, 4], as the model has it, got [1,4,1]'],
      ])('and fails with %j', (given, problem) => {
        const dataInputConfig = DataInputConfig.fromObject(given);
        expect(compiling(archiveOf({ x: ['batch', 4] }), Framework.ONNX, { dataInputConfig })).toThrow(problem);
      });
    });

    describe.each([
      [
        Framework.TFLITE,
        { path: 'a.tflite', content: tfliteModel({ shape: [1, 8, 8, 3] }) },
        [1, 8, 8, 3],
        [1, 3, 8, 8],
        'must be [1, 8, 8, 3], as the model has it, got [1,3,8,8]',
      ],
      [
        Framework.KERAS,
        { path: 'a.h5', content: kerasWithInput('input', [1, 8, 8, 3]) },
        [1, 3, 8, 8],
        [1, 8, 8, 3],
        'must be [1, 3, 8, 8], as the model has it, with the channels first (NCHW), got [1,8,8,3]',
      ],
    ])('of %j', (framework, member, right, wrong, problem) => {
      const compilingWith = (inputs: { [name: string]: unknown }) =>
        compiling(tarGzOf(member), framework, { dataInputConfig: DataInputConfig.fromObject(inputs) });

      test('takes its inputs as Neo has them', () => {
        expect(compilingWith({ input: right })).not.toThrow();
      });

      test('and fails with another layout, rank or name', () => {
        expect(compilingWith({ input: wrong })).toThrow(problem);
        expect(compilingWith({ input: right.slice(1) })).toThrow(`got ${JSON.stringify(right.slice(1))}`);
        expect(compilingWith({ other: right })).toThrow(
          `must have the inputs that the model has: 'input' [${right.join(', ')}], got 'other'`,
        );
      });

      test('is compared with a text, too', () => {
        const dataInputConfig = DataInputConfig.fromString(`{'input': [${wrong.join(', ')}]}`);
        expect(compiling(tarGzOf(member), framework, { dataInputConfig })).toThrow(problem);
      });
    });

    test('and warns of a model that a newer version has saved than the job says', () => {
      const stack = newStack();
      write('model.tar.gz', tarGzOf(...SAVED_MODEL));
      const modelData = ModelData.fromAsset(file);
      compilationJob(stack, 'Compile', { modelData, framework: Framework.TENSORFLOW, frameworkVersion: '1.15' });
      const [{ entry }, ...others] = Annotations.fromStack(stack).findWarning('*', Match.stringLikeRegexp('saved'));
      expect(others).toEqual([]);
      expect(entry.data).toBe(
        "'modelData' (InputConfig.S3Uri) should be an archive whose saved_model.pb is a model of TENSORFLOW 1.15 or earlier, as 'frameworkVersion' says, got one that version 2.4.0 has saved: save it with that version, or say the model's [ack: cdk-ml-jobs:neoModelVersion]",
      );
    });

    test('and fails with two models', () => {
      expect(compiling(tarGzOf('a.onnx', 'b.onnx'), Framework.ONNX)).toThrow(
        new Error(
          `Stack/Compile: 'modelData' (InputConfig.S3Uri) must be an archive with exactly one .onnx file for ONNX, got 2 in '${file}': a.onnx, b.onnx. Pack one of them alone`,
        ),
      );
    });

    test('and fails with all that is wrong', () => {
      const link = { path: 'b.weights', type: 'SymbolicLink', linkpath: '/models/b' } as const;
      expect(compiling(tarGzOf('../a.weights', link, 'notes.txt'), Framework.DARKNET)).toThrow(
        new Error(
          [
            'Stack/Compile: 3 members of the request are invalid for CreateCompilationJob:',
            `'modelData' (InputConfig.S3Uri) must be an archive with no path or link that leads out of it, got 2 in '${file}': ../a.weights, b.weights -> /models/b. Pack the files themselves by relative paths, as tar -C <folder> does`,
            `'modelData' (InputConfig.S3Uri) must be an archive with exactly one .cfg file for DARKNET, got none in '${file}', which has ../a.weights, b.weights, notes.txt. Pack the model, under a name that ends in .cfg`,
            `'modelData' (InputConfig.S3Uri) must be an archive with exactly one .weights file for DARKNET, got 2 in '${file}': ../a.weights, b.weights. Pack one of them alone`,
          ].join('\n  - '),
        ),
      );
    });

    test('and fails where it cannot be read', () => {
      const compile = compiling(tarGzOf('a.onnx'), Framework.ONNX);
      jest.spyOn(fs, 'accessSync').mockImplementationOnce(() => {
        throw new Error(`EACCES: permission denied, access '${file}'`);
      });
      expect(compile).toThrow(new Error(`Stack/Compile: 'modelData' must be a file that can be read, got '${file}'`));
    });

    test('for the framework that an override says', () => {
      const requestOverrides = { InputConfig: { Framework: 'KERAS' } };
      expect(compiling(tarGzOf('a.onnx'), Framework.ONNX, { requestOverrides })).toThrow(
        `'modelData' (InputConfig.S3Uri) must be an archive with exactly one .h5 file for KERAS, got none in '${file}', which has a.onnx`,
      );
    });

    test('for no particular file, where the library does not know the framework', () => {
      expect(compiling(tarGzOf('a.newer', 'b.newer'), Framework.of('NEWER'))).not.toThrow();
    });

    test('but not where the stack is only listed or destroyed', () => {
      const app = new App({ context: { [cxapi.BUNDLING_STACKS]: [] } });
      write('model.tar.gz', 'no archive');
      const modelData = ModelData.fromAsset(file);
      expect(() => compilationJob(new Stack(app, 'Stack'), 'Compile', { modelData })).not.toThrow();
    });
  });

  test('may be a symbolic link: what it points at is uploaded, under a key of its own', () => {
    const link = path.join(folder, 'link.tar.gz');
    symlinkSync('target.tar.gz', link);
    const [one, other] = ['a.model', 'b.model'].map((name) => {
      write('target.tar.gz', tarGzOf(name));
      const app = new App();
      const stack = new Stack(app, 'Stack');
      compilationJob(stack, 'Compile', { modelData: ModelData.fromAsset(link) });
      const { files } = JSON.parse(readFileSync(path.join(app.synth().directory, 'Stack.assets.json'), 'utf8')) as {
        files: Record<string, { source: { path: string } }>;
      };
      const [hash] = Object.keys(files).filter((key) => key.endsWith('.tar'));
      const staged = path.join(app.synth().directory, files[hash].source.path);
      expect(lstatSync(staged).isFile()).toBe(true);
      expect(readFileSync(staged).equals(tarGzOf(name))).toBe(true);
      return hash;
    });
    expect(one).not.toBe(other);
  });
});

describe('an object in a bucket', () => {
  test('is named by its URI', () => {
    const modelData = ModelData.fromBucket(bucketNamed(newStack(), 'models'), 'a/b.tar.gz');
    expect(uriOf(modelData)).toBe('s3://models/a/b.tar.gz');
  });

  test('is readable by the role, its key included', () => {
    const stack = newStack();
    const bucket = new Bucket(stack, 'Models', { encryptionKey: new kms.Key(stack, 'Key') });
    compilationJob(stack, 'Compile', { modelData: ModelData.fromBucket(bucket, 'model.tar.gz') });
    expect(statementsOf(stack, 'CompileRole')).toEqual(
      expect.arrayContaining([
        { actions: ['s3:GetObject'], resources: [expect.stringMatching(/^<Models\w+\.Arn>\/model\.tar\.gz$/)] },
        { actions: ['kms:Decrypt'], resources: [expect.stringMatching(/^<Key\w+\.Arn>$/)] },
      ]),
    );
  });

  test('may have a key that is not known yet', () => {
    const key = Lazy.string({ produce: () => 'anything' });
    expect(make(ModelData.fromBucket(bucketNamed(newStack(), 'models'), key))).not.toThrow();
  });

  test.each(['', 'model.zip', 'folder/'])("fails with the key '%s'", (key) => {
    expect(make(ModelData.fromBucket(bucketNamed(newStack(), 'models'), key))).toThrow(
      `Stack/Compile: 'modelData' (InputConfig.S3Uri) must be the key of an archive, which ends in '.tar.gz', got '${key}'`,
    );
  });
});

describe('what a training job has made', () => {
  /** A stack in which a model is trained and compiled. */
  function pipeline(props: Partial<TrainingJobProps> = {}, compileProps: Partial<CompilationJobProps> = {}) {
    const stack = newStack();
    const trained = trainingJob(stack, 'Train', { outputBucket: bucketNamed(stack, 'trained'), ...props });
    compilationJob(stack, 'Compile', { modelData: ModelData.fromTrainingJob(trained), ...compileProps });
    return stack;
  }

  /** What the compiling role may read, besides what it has to know of the bucket that it writes to. */
  const readsOf = (stack: Stack) =>
    statementsOf(stack, 'CompileRole').filter(
      ({ actions, resources }) => /^(s3:Get|kms)/.test(actions[0]) && !resources[0].endsWith(':artifacts'),
    );

  test('is named by the attribute of the job, so that the training comes first', () => {
    expect(jobProperties(pipeline()).Request.InputConfig).toEqual({
      S3Uri: { 'Fn::GetAtt': [expect.stringMatching(/^Train[0-9A-F]{8}$/), 'ModelArtifacts'] },
      Framework: 'XGBOOST',
    });
  });

  test('is named by the result of a training that takes days', () => {
    const stack = pipeline({ maxRuntime: Duration.days(2) });
    expect(jobProperties(stack).Request.InputConfig).toMatchObject({
      S3Uri: { 'Fn::GetAtt': [expect.stringMatching(/^TrainWaitResult[0-9A-F]{8}$/), 'ModelArtifacts'] },
    });
  });

  test('needs no other dependency than that', () => {
    const { Resources } = templateOf(pipeline());
    const [job] = Object.values(Resources).filter(({ Type }) => Type === JOB_TYPE);
    expect([job.DependsOn].flat().filter((id) => id!.startsWith('Train'))).toEqual([]);
  });

  test('is readable by the role: all that the job writes, and nothing else', () => {
    expect(readsOf(pipeline({ outputPrefix: 'penguins' }))).toEqual([
      { actions: ['s3:GetBucketLocation', 's3:ListBucket'], resources: ['arn:<AWS::Partition>:s3:::trained'] },
      { actions: ['s3:GetObject'], resources: ['arn:<AWS::Partition>:s3:::trained/penguins/stack--train--*'] },
    ]);
  });

  test('is readable by the role with the key that encrypts it', () => {
    const stack = newStack();
    const trained = trainingJob(stack, 'Train', { outputEncryptionKey: new kms.Key(stack, 'Key') });
    compilationJob(stack, 'Compile', { modelData: ModelData.fromTrainingJob(trained) });
    expect(readsOf(stack)).toContainEqual({
      actions: ['kms:Decrypt'],
      resources: [expect.stringMatching(/^<Key\w+\.Arn>$/)],
    });
  });

  test('may be compiled with the role that it was trained with', () => {
    const stack = newStack();
    const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') });
    const trained = trainingJob(stack, 'Train', { role });
    compilationJob(stack, 'Compile', { role, modelData: ModelData.fromTrainingJob(trained) });
    const { Resources } = templateOf(stack);
    const policies = Object.entries(Resources).filter(([id]) => id.startsWith('RoleDefaultPolicy'));
    expect(policies).toHaveLength(1);
    // the training needs the policy, so that the policy must not need the training
    expect(JSON.stringify(policies)).not.toContain('ModelArtifacts');
  });

  test('may be compiled in another stack', () => {
    const app = new App();
    const trained = trainingJob(new Stack(app, 'Training'), 'Train');
    const stack = new Stack(app, 'Hosting');
    compilationJob(stack, 'Compile', { modelData: ModelData.fromTrainingJob(trained) });
    const assembly = app.synth();
    expect(assembly.getStackByName('Hosting').dependencies.map(({ id }) => id)).toContain('Training');
    expect(jobProperties(stack).Request.InputConfig).toMatchObject({
      S3Uri: { 'Fn::ImportValue': expect.stringMatching(/^Training:ExportsOutputFnGetAttTrain\w+ModelArtifacts\w+$/) },
    });
  });

  test('is not known of a job that is not waited for', () => {
    expect(() => pipeline({ waitForCompletion: false })).toThrow(
      "Stack/Train: 'modelArtifacts' is known only when the job has ended",
    );
  });

  const REFUSAL =
    "Stack/Compile: 'modelData' (InputConfig.S3Uri) must be one gzip-compressed tar archive, got what 'Stack/Train' makes, whose 'outputCompression' (OutputDataConfig.CompressionType) is NONE: files in a folder. Leave that out";

  test('is refused where it is a folder', () => {
    expect(() => pipeline({ outputCompression: TrainingOutputCompression.NONE })).toThrow(REFUSAL);
    expect(() => pipeline({ outputCompression: TrainingOutputCompression.GZIP })).not.toThrow();
  });

  test('is refused where an override makes it a folder', () => {
    const packed = (CompressionType: string) => ({ requestOverrides: { OutputDataConfig: { CompressionType } } });
    expect(() => pipeline(packed('NONE'))).toThrow(REFUSAL);
    expect(() => pipeline({ outputCompression: TrainingOutputCompression.NONE, ...packed('GZIP') })).not.toThrow();
  });

  test('is readable wherever it is, for a job that was made elsewhere', () => {
    const stack = newStack();
    const trained = TrainingJob.fromTrainingJobName(stack, 'Trained', 'penguins-7');
    compilationJob(stack, 'Compile', { modelData: ModelData.fromTrainingJob(trained) });
    const uri = { 'Fn::GetAtt': [expect.stringMatching(/^Trained[0-9A-F]{8}$/), 'ModelArtifacts'] };
    expect(jobProperties(stack).Request.InputConfig).toMatchObject({ S3Uri: uri });
    const { 'Fn::GetAtt': of } = stack.resolve(trained.modelArtifacts) as { 'Fn::GetAtt': string[] };
    const partOf = (index: number, separator: string) =>
      JSON.stringify({ 'Fn::Select': [index, { 'Fn::Split': [separator, { 'Fn::GetAtt': of }] }] });
    expect(readsOf(stack)).toEqual([
      {
        actions: ['s3:GetBucketLocation', 's3:ListBucket'],
        resources: [`arn:<AWS::Partition>:s3:::${partOf(2, '/')}`],
      },
      { actions: ['s3:GetObject'], resources: [`arn:<AWS::Partition>:s3:::${partOf(1, 's3://')}*`] },
    ]);
  });
});

describe('what a tuning job has made', () => {
  const { GZIP, NONE } = TrainingOutputCompression;
  const compiled = (stack: Stack, props: Partial<HyperParameterTuningJobProps>) => () =>
    compilationJob(stack, 'Compile', { modelData: ModelData.fromTuningJob(tuningJob(stack, 'Tune', props)) });
  const REFUSAL =
    "Stack/Compile: 'modelData' (InputConfig.S3Uri) must be one gzip-compressed tar archive, got what 'Stack/Tune' makes, whose 'outputCompression' (OutputDataConfig.CompressionType) is NONE: files in a folder. Leave that out";

  test('is refused where its training makes a folder', () => {
    const stack = newStack();
    expect(compiled(stack, { training: tuningTraining(stack, { outputCompression: NONE }) })).toThrow(REFUSAL);
  });

  test('is refused where the best of its trainings may have made a folder', () => {
    const stack = newStack();
    const [packed, bare] = [GZIP, NONE].map((outputCompression) => tuningTraining(stack, { outputCompression }));
    expect(compiled(stack, { trainingDefinitions: { packed, bare } })).toThrow(REFUSAL);
  });

  test('is refused where an override makes it a folder', () => {
    const TrainingJobDefinition = { OutputDataConfig: { CompressionType: 'NONE' } };
    expect(compiled(newStack(), { requestOverrides: { TrainingJobDefinition } })).toThrow(REFUSAL);
  });

  test('is taken where it is an archive', () => {
    const stack = newStack();
    const [one, other] = [tuningTraining(stack), tuningTraining(stack, { outputCompression: GZIP })];
    expect(compiled(stack, { trainingDefinitions: { one, other } })).not.toThrow();
  });
});

test('fails with something else for the version of a model package', () => {
  expect(make(ModelData.fromModelPackageVersion('penguins/1'))).toThrow(
    "'modelData' (ModelPackageVersionArn) must be 1 to 2048 characters: the ARN of a version of a model package, got 'penguins/1'",
  );
});

test.each<[string, ModelData, string]>([
  ['no path', ModelData.fromAsset(undefined as never), 'must be a string, got undefined'],
  [
    'the name of a training job',
    ModelData.fromTrainingJob('penguins-7' as never),
    "must be a training job, for example TrainingJob.fromTrainingJobName(), got 'penguins-7'",
  ],
  [
    'no tuning job',
    ModelData.fromTuningJob(undefined as never),
    'must be a tuning job, for example HyperParameterTuningJob.fromHyperParameterTuningJobName(), got undefined',
  ],
])('fails with %s', (_, modelData, text) => {
  expect(() => compilationJob(newStack(), 'Compile', { modelData })).toThrow(`Stack/Compile: 'modelData' ${text}`);
});
