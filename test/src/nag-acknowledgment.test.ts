import { App, Duration, Stack } from 'aws-cdk-lib';
import { FoundationModelIdentifier } from 'aws-cdk-lib/aws-bedrock';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import * as fsx from 'aws-cdk-lib/aws-fsx';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as kms from 'aws-cdk-lib/aws-kms';
import { AwsSolutionsChecks } from 'cdk-nag';
import { batchJob } from './sample-batch-job';
import { bucketNamed, compilationJob, MODEL } from './sample-job';
import { trainingJob } from './sample-training-job';
import { modelRole, transformJob } from './sample-transform-job';
import { sampleVpc } from './sample-vpc';
import {
  BatchInferenceInput,
  BatchInferenceModel,
  JobEngine,
  ModelData,
  ModelInvocationJob,
  TrainingAlgorithm,
  TrainingImage,
  TrainingInput,
  TrainingJob,
} from '../../src';
import { everyJob } from '../security/every-job';

/** What is read of a finding; cdk-nag's own types need a newer CDK than the oldest. */
interface Violation {
  readonly ruleName: string;
  readonly violatingResources: readonly { readonly constructPath: string }[];
}

/** What cdk-nag finds in the jobs that a function makes, and that nobody has explained. */
function findings(make: (stack: Stack) => void): string[] {
  const app = new App();
  const stack = new Stack(app, 'Stack');
  make(stack);
  app.synth();
  const violations: readonly Violation[] = new AwsSolutionsChecks(app).validateScope(app).violations;
  return violations.flatMap(({ ruleName, violatingResources }) =>
    violatingResources.map(({ constructPath }) => `${ruleName} at ${constructPath}`),
  );
}

test('a job has no finding that is not explained', () => {
  expect(findings((stack) => compilationJob(stack, 'Compile', { modelData: ModelData.fromAsset(MODEL) }))).toEqual([]);
});

test('a job that takes the model of a training job that was made elsewhere has none', () => {
  const make = (stack: Stack) =>
    compilationJob(stack, 'Compile', {
      modelData: ModelData.fromTrainingJob(TrainingJob.fromTrainingJobName(stack, 'Trained', 'penguins-7')),
    });
  expect(findings(make)).toEqual([]);
});

test('a job that takes the model of another, a model that is hosted, and a role that reads results have none', () => {
  const make = (stack: Stack) => {
    const trained = trainingJob(stack, 'Train');
    const compiled = compilationJob(stack, 'Compile', { modelData: ModelData.fromTrainingJob(trained) });
    compiled.createModel(stack, 'Model');
    compiled.grantRead(new iam.Role(stack, 'Reader', { assumedBy: new iam.AccountRootPrincipal() }));
  };
  expect(findings(make)).toEqual([]);
});

test('a job that reads and writes objects of another stack has none, be they results or its input', () => {
  const make = (stack: Stack) => {
    const before = new Stack(stack.node.root as App, 'Before');
    const trained = trainingJob(before, 'Train', { outputBucket: undefined });
    compilationJob(stack, 'Compile', {
      modelData: ModelData.fromTrainingJob(trained),
      outputBucket: trained.outputBucket,
      outputPrefix: 'compiled',
    });
    batchJob(stack, 'Classify', { input: BatchInferenceInput.fromBucket(trained.outputBucket, 'records/') });
  };
  expect(findings(make)).toEqual([]);
});

test('a job with a bucket of its own has none', () => {
  expect(findings((stack) => compilationJob(stack, 'Compile', { outputBucket: undefined, outputPrefix: 'a' }))).toEqual(
    [],
  );
});

test('a job with a role that was brought has one, for on that role an explanation would hide findings of yours', () => {
  const make = (stack: Stack) =>
    compilationJob(stack, 'Compile', {
      role: new iam.Role(stack, 'Mine', { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com') }),
    });
  expect(findings(make)).toEqual([
    expect.stringMatching(
      /IAM5\[Resource::\*\]: .* at Stack\/Mine\/DefaultPolicy\/Resource|IAM5\[Resource::\*\] at Stack\/Mine\/DefaultPolicy\/Resource/,
    ),
  ]);
});

test('jobs, engine and keys in a VPC have none', () => {
  const make = (stack: Stack) => {
    const vpc = sampleVpc(stack, 1);
    const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
    const engine = new JobEngine(stack, 'Jobs', { vpc, encryptionKey });
    compilationJob(stack, 'Compile', { engine, vpc, outputBucket: undefined, outputEncryptionKey: encryptionKey });
  };
  expect(findings(make)).toEqual([]);
});

test('a job of every kind, with a bucket of its own and all that it makes by itself, has none', () => {
  expect(findings((stack) => everyJob(stack))).toEqual([]);
});

test('a finding of yours is still found', () => {
  const make = (stack: Stack) => {
    const job = compilationJob(stack, 'Compile');
    job.role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['s3:*'], resources: ['arn:aws:s3:::mine/*'] }));
  };
  expect(findings(make)).toEqual([
    expect.stringMatching(/IAM5\[Action::s3:\*\]/),
    expect.stringMatching(/IAM5\[Resource::arn:aws:s3:::mine\/\*\]/),
  ]);
});

describe('a batch inference job', () => {
  const nova = new FoundationModelIdentifier('amazon.nova-lite-v1:0');
  const application = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdefghijkl';
  const custom = 'arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/abcdefghijkl';

  test.each([
    ['a foundation model', BatchInferenceModel.foundationModel(nova)],
    ['a cross-Region profile', BatchInferenceModel.inferenceProfile('us.amazon.nova-lite-v1:0')],
    ['a global profile', BatchInferenceModel.inferenceProfile('global.amazon.nova-2-lite-v1:0')],
    [
      'an application profile',
      BatchInferenceModel.applicationInferenceProfile(application, { foundationModels: [nova], regions: ['us-*'] }),
    ],
    ['a custom model', BatchInferenceModel.customModel(custom)],
  ])('with %s has no finding that is not explained', (_, model) => {
    expect(findings((stack) => batchJob(stack, 'Classify', { model }))).toEqual([]);
  });

  test('with a folder of records, a bucket of its own, a name and a wait of a week has none', () => {
    const make = (stack: Stack) =>
      batchJob(stack, 'Classify', {
        input: BatchInferenceInput.fromBucket(bucketNamed(stack, 'records'), 'reviews/'),
        outputBucket: undefined,
        outputPrefix: 'reviews',
        modelInvocationJobName: 'reviews-v1',
        timeout: Duration.days(7),
      });
    expect(findings(make)).toEqual([]);
  });

  test('in a VPC, with keys, has none', () => {
    const make = (stack: Stack) => {
      const vpc = sampleVpc(stack);
      const encryptionKey = new kms.Key(stack, 'Key', { enableKeyRotation: true });
      const engine = new JobEngine(stack, 'Jobs', { vpc, encryptionKey });
      batchJob(stack, 'Classify', { engine, vpc, outputBucket: undefined, outputEncryptionKey: encryptionKey });
    };
    expect(findings(make)).toEqual([]);
  });

  test('beside many others, with a profile each, has none', () => {
    const make = (stack: Stack) => {
      for (let version = 0; version < 12; version++) {
        const model = BatchInferenceModel.inferenceProfile(`us.amazon.nova-lite-v${version}:0`);
        batchJob(stack, `Classify${version}`, { model });
      }
    };
    expect(findings(make)).toEqual([]);
  });

  test('with the engine of another stack has none', () => {
    const make = (stack: Stack) => {
      const engine = new JobEngine(new Stack(stack.node.root as App, 'Engine'), 'Jobs');
      batchJob(stack, 'Classify', { engine, model: BatchInferenceModel.inferenceProfile('us.amazon.nova-lite-v1:0') });
    };
    expect(findings(make)).toEqual([]);
  });
});

describe('a training job', () => {
  const fromImage = (image: TrainingImage) => ({ algorithm: TrainingAlgorithm.fromImage(image) });

  test('has no finding that is not explained', () => {
    const image = TrainingImage.fromBuiltInAlgorithm('sagemaker-xgboost', '1.7-1');
    expect(findings((stack) => trainingJob(stack, 'Train', { ...fromImage(image), outputBucket: undefined }))).toEqual(
      [],
    );
  });

  test('that reads, writes and is watched in every way has none', () => {
    const make = (stack: Stack) => {
      const bucket = bucketNamed(stack, 'data');
      const image = TrainingImage.fromEcrRepository(Repository.fromRepositoryName(stack, 'Repository', 'train'));
      const vpc = sampleVpc(stack, 1);
      const fileSystem = fsx.LustreFileSystem.fromLustreFileSystemAttributes(stack, 'Files', {
        dnsName: 'fs-0123456789abcdef0.fsx.us-east-1.amazonaws.com',
        fileSystemId: 'fs-0123456789abcdef0',
        securityGroup: ec2.SecurityGroup.fromSecurityGroupId(stack, 'Group', 'sg-0123456789abcdef0'),
      });
      trainingJob(stack, 'Train', {
        ...fromImage(image),
        vpc,
        instanceCount: 2,
        inputs: {
          train: TrainingInput.fromManifest(bucket, 'a.manifest', { dataPrefix: 'a/' }),
          files: TrainingInput.fromFsxLustre(fileSystem, '/a'),
          code: TrainingInput.fromAsset(__dirname),
        },
        checkpoints: { bucket, prefix: 'checkpoints/' },
        debugHook: {},
        debugRules: [{ name: 'Loss', image }],
        profiler: {},
        tensorBoard: {},
        remoteDebug: true,
      });
    };
    expect(findings(make)).toEqual([]);
  });
});

test('a transform job, and references to jobs made elsewhere, have none', () => {
  const make = (stack: Stack) => {
    transformJob(stack, 'Score', { modelRole: modelRole(stack) });
    TrainingJob.fromTrainingJobName(stack, 'Trained', 'churn');
    ModelInvocationJob.fromModelInvocationJobArn(
      stack,
      'Answered',
      'arn:aws:bedrock:us-east-1:111122223333:model-invocation-job/abcdefghijkl',
    );
  };
  expect(findings(make)).toEqual([]);
});
