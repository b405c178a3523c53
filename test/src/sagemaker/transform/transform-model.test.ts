import type { Stack } from 'aws-cdk-lib';
import { Annotations, Match, Template } from 'aws-cdk-lib/assertions';
import { Repository } from 'aws-cdk-lib/aws-ecr';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CfnModel } from 'aws-cdk-lib/aws-sagemaker';
import { TrainingImage, TrainingOutputCompression } from '../../../../src';
import { bucketNamed, newStack } from '../../sample-job';
import { trainingJob } from '../../sample-training-job';
import { transformJob } from '../../sample-transform-job';

const IMAGE = '111122223333.dkr.ecr.us-east-1.amazonaws.com/scorer:1';
const PULL =
  'ecr:GetAuthorizationToken, ecr:BatchCheckLayerAvailability, ecr:GetDownloadUrlForLayer, ecr:BatchGetImage';

function roleNamed(stack: Stack, id: string, props: Partial<iam.RoleProps> = {}): iam.Role {
  return new iam.Role(stack, id, { assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com'), ...props });
}

function modelOf(stack: Stack, role: iam.IRole, primaryContainer: CfnModel.ContainerDefinitionProperty): CfnModel {
  return new CfnModel(stack, 'Model', { executionRoleArn: role.roleArn, primaryContainer });
}

function warnings(stack: Stack): string[] {
  return Annotations.fromStack(stack)
    .findWarning('/Stack/Score', Match.stringLikeRegexp('transformModelRole'))
    .map(({ entry }) => String(entry.data));
}

const warningOf = (actions: string) =>
  `'modelName' is in a model whose role 'Stack/ModelRole' is allowed ${actions} by none of its policies: SageMaker needs them for the image and the data of the model. Grant them, for example with Repository.grantPull() and Bucket.grantRead() [ack: cdk-ml-jobs:transformModelRole]`;

describe('a model of the app in a folder', () => {
  const dataWarnings = (stack: Stack) =>
    Annotations.fromStack(stack)
      .findWarning('/Stack/Score', Match.stringLikeRegexp('transformModelData'))
      .map(({ entry }) => String(entry.data));

  test('is warned of, for batch transform takes archives, as SageMaker says', () => {
    const stack = newStack();
    const trained = trainingJob(stack, 'Train', { outputCompression: TrainingOutputCompression.NONE });
    const image = TrainingImage.fromRegistry('registry.example.com/serve:1', { vpcAccess: false });
    transformJob(stack, 'Score', { modelName: undefined, model: trained.createModel(stack, 'Model', { image }) });
    expect(dataWarnings(stack)).toEqual([
      "'modelName' is that of 'Stack/Model', whose data is a ModelDataSource: batch transform does not take that, as SageMaker documents it. Give it a model in one archive: a training writes one unless its outputCompression is NONE [ack: cdk-ml-jobs:transformModelData]",
    ]);
  });

  test('no warning is there where it is one archive', () => {
    const stack = newStack();
    const model = modelOf(stack, roleNamed(stack, 'ModelRole'), {
      image: 'registry/scorer',
      modelDataUrl: 's3://m/m.tar.gz',
    });
    transformJob(stack, 'Score', { modelName: model.attrModelName });
    expect(dataWarnings(stack)).toEqual([]);
  });
});

describe('a model of the app whose role has no right', () => {
  test.each([
    ['to pull its image', { image: IMAGE }, PULL],
    ['to read its data', { image: 'registry/scorer', modelDataUrl: 's3://models/m.tar.gz' }, 's3:GetObject'],
    [
      'to read its data source',
      {
        modelDataSource: {
          s3DataSource: { s3Uri: 's3://other/m/', s3DataType: 'S3Prefix', compressionType: 'None' },
        },
      },
      's3:GetObject',
    ],
  ])('%s is warned of', (_, container, actions) => {
    const stack = newStack();
    const role = roleNamed(stack, 'ModelRole');
    transformJob(stack, 'Score', { modelName: modelOf(stack, role, container).attrModelName });
    expect(warnings(stack)).toEqual([
      warningOf('modelDataSource' in container ? `${actions}, s3:ListBucket` : actions),
    ]);
  });

  test('is warned of where the repository is in the app, too', () => {
    const stack = newStack();
    const role = roleNamed(stack, 'ModelRole');
    const image = new Repository(stack, 'Repository').repositoryUriForTag('1');
    transformJob(stack, 'Score', { modelName: modelOf(stack, role, { image }).attrModelName, modelRole: role });
    expect(warnings(stack)).toEqual([warningOf(PULL)]);
  });
});

describe('nothing is said', () => {
  test('where the role is granted what the model needs', () => {
    const stack = newStack();
    const role = roleNamed(stack, 'ModelRole');
    const repository = new Repository(stack, 'Repository');
    repository.grantPull(role);
    bucketNamed(stack, 'models').grantRead(role);
    const container = { image: repository.repositoryUriForTag('1'), modelDataUrl: 's3://models/m.tar.gz' };
    transformJob(stack, 'Score', { modelName: modelOf(stack, role, container).attrModelName, modelRole: role });
    expect(warnings(stack)).toEqual([]);
  });

  test.each([
    [
      'where the role has a policy that is kept elsewhere',
      { managedPolicies: [iam.ManagedPolicy.fromAwsManagedPolicyName('AmazonSageMakerFullAccess')] },
    ],
    [
      'where a policy in the role allows it',
      {
        inlinePolicies: {
          All: new iam.PolicyDocument({
            statements: [new iam.PolicyStatement({ actions: ['ecr:*'], resources: ['*'] })],
          }),
        },
      },
    ],
  ])('%s', (_, props) => {
    const stack = newStack();
    const role = roleNamed(stack, 'ModelRole', props);
    transformJob(stack, 'Score', { modelName: modelOf(stack, role, { image: IMAGE }).attrModelName });
    expect(warnings(stack)).toEqual([]);
  });

  test('of a role, or a model, that was made elsewhere', () => {
    const stack = newStack();
    const role = iam.Role.fromRoleName(stack, 'ModelRole', 'models');
    transformJob(stack, 'Score', { modelName: modelOf(stack, role, { image: IMAGE }).attrModelName });
    transformJob(stack, 'Other', { modelName: 'penguins' });
    expect(warnings(stack)).toEqual([]);
  });
});

test('fails with the role of another model', () => {
  const stack = newStack();
  const model = modelOf(stack, roleNamed(stack, 'ModelRole'), { image: 'registry/scorer' });
  transformJob(stack, 'Score', { modelName: model.attrModelName, modelRole: roleNamed(stack, 'Other') });
  expect(() => Template.fromStack(stack)).toThrow(
    "[Stack/Score] 'modelRole' must be the role of the model 'Stack/Model', which is 'Stack/ModelRole', got 'Stack/Other'",
  );
});
