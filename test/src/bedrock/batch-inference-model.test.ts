import { App, Fn, Lazy, Stack, type StackProps } from 'aws-cdk-lib';
import * as bedrock from 'aws-cdk-lib/aws-bedrock';
import * as iam from 'aws-cdk-lib/aws-iam';
import { Construct } from 'constructs';
import { BatchInferenceModel } from '../../../src/bedrock/batch-inference-model';
import { ModelImportJob } from '../../../src/bedrock/import/model-import-job';
import { flatten, type Statement, statementsOf } from '../policy-statements';
import { customizationJob } from '../sample-customization-job';
import { importJob } from '../sample-import-job';

const HAIKU = 'anthropic.claude-3-haiku-20240307-v1:0';
const US_HAIKU = `us.${HAIKU}`;
const HAIKU_ID = new bedrock.FoundationModelIdentifier(HAIKU);
const NOVA_ID = new bedrock.FoundationModelIdentifier('amazon.nova-lite-v1:0');
const CUSTOM = `arn:aws:bedrock:us-east-1:111122223333:custom-model/amazon.nova-lite-v1:0:300k/abcdefghijkl`;
const APPLICATION = 'arn:aws:bedrock:us-east-1:111122223333:application-inference-profile/abcdefghijkl';
const PROFILE = `arn:<AWS::Partition>:bedrock:<AWS::Region>:<AWS::AccountId>:inference-profile/${US_HAIKU}`;
const PROVISIONED = 'arn:aws:bedrock:us-east-1:111122223333:provisioned-model/abcdefghijkl';

const inRegion = (region: string, id = HAIKU) => `arn:<AWS::Partition>:bedrock:${region}::foundation-model/${id}`;

interface Bound {
  readonly modelId: string;
  readonly modelArns: string[];
  /** The statements of the role's policies. */
  readonly statements: Statement[];
}

function newStack(props: StackProps = {}): Stack {
  return new Stack(new App(), 'Stack', props);
}

/** What a job and its role get from a model. */
function bind(model: BatchInferenceModel, stack = newStack()): Bound {
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('bedrock.amazonaws.com') });
  const { modelId, modelArns } = model.bind(new Construct(stack, 'Classify'), role);
  return {
    modelId: flatten(stack.resolve(modelId)),
    modelArns: modelArns.map((arn) => flatten(stack.resolve(arn))),
    statements: statementsOf(stack, 'Role'),
  };
}

/** A model that the role needs to be allowed to invoke is one that the creator of the job needs, too. */
function invokes(modelArns: string[]) {
  return { modelArns, statements: [{ actions: ['bedrock:InvokeModel'], resources: modelArns }] };
}

describe('a foundation model', () => {
  test('goes by its id, and needs nothing of the role', () => {
    expect(bind(BatchInferenceModel.foundationModel(HAIKU_ID))).toEqual({
      modelId: HAIKU,
      modelArns: [inRegion('<AWS::Region>')],
      statements: [],
    });
  });

  test('is that of the Region of the stack', () => {
    const stack = newStack({ env: { account: '111122223333', region: 'eu-west-1' } });
    expect(bind(BatchInferenceModel.foundationModel(NOVA_ID), stack).modelArns).toEqual([
      inRegion('eu-west-1', 'amazon.nova-lite-v1:0'),
    ]);
  });

  test('may be known at deployment only', () => {
    const identifier = new bedrock.FoundationModelIdentifier(Fn.importValue('Model'));
    expect(bind(BatchInferenceModel.foundationModel(identifier)).modelId).toBe('{"Fn::ImportValue":"Model"}');
  });

  const id = "the id of a foundation model, such as 'amazon.nova-lite-v1:0'";
  test.each([
    ['no id', '', id],
    ['a name', 'Nova Lite', id],
    ['an ARN', 'arn:aws:bedrock:us-east-1::foundation-model/amazon.nova-lite-v1:0', id],
    [
      'the id of an inference profile',
      US_HAIKU,
      'the id of a foundation model; that of an inference profile belongs in BatchInferenceModel.inferenceProfile()',
    ],
  ])('fails with %s', (_, modelId, allowed) => {
    const identifier = new bedrock.FoundationModelIdentifier(modelId);
    expect(() => bind(BatchInferenceModel.foundationModel(identifier))).toThrow(
      `[Stack/Classify] 'model' must be ${allowed}, got '${modelId}'`,
    );
  });
});

describe('a model of the CDK', () => {
  test('may be a foundation model, which goes by its ARN', () => {
    const stack = newStack();
    const model = bedrock.FoundationModel.fromFoundationModelId(stack, 'Model', HAIKU_ID);
    expect(bind(BatchInferenceModel.fromModel(model), stack)).toEqual({
      modelId: inRegion('<AWS::Region>'),
      modelArns: [inRegion('<AWS::Region>')],
      statements: [],
    });
  });

  test('may be a custom model', () => {
    expect(bind(BatchInferenceModel.fromModel({ modelArn: CUSTOM }))).toEqual({
      modelId: CUSTOM,
      modelArns: [CUSTOM],
      statements: [],
    });
  });

  test('may have an ARN that is not known yet', () => {
    const modelArn = Lazy.string({ produce: () => PROVISIONED });
    expect(bind(BatchInferenceModel.fromModel({ modelArn })).modelId).toBe(PROVISIONED);
  });

  const allowed = 'a foundation model or a custom model (a provisioned model is not supported by batch inference)';
  test.each([
    ['a provisioned model', PROVISIONED],
    ['an imported model', 'arn:aws:bedrock:us-east-1:111122223333:imported-model/abcdefghijkl'],
    ['the ARN of something else', 'arn:aws:s3:::custom-model/model'],
    ['something else than an ARN', HAIKU],
  ])('fails if it is %s', (_, modelArn) => {
    expect(() => bind(BatchInferenceModel.fromModel({ modelArn }))).toThrow(
      `[Stack/Classify] 'model' (modelId) must be ${allowed}, got '${modelArn}'`,
    );
  });

  test('fails if it is a provisioned model, however much of its ARN is known at deployment only', () => {
    const stack = newStack();
    const arn = `arn:${stack.partition}:bedrock:${stack.region}:${stack.account}:provisioned-model/abcdefghijkl`;
    const model = bedrock.ProvisionedModel.fromProvisionedModelArn(stack, 'Model', arn);
    expect(() => bind(BatchInferenceModel.fromModel(model), stack)).toThrow(
      `[Stack/Classify] 'model' (modelId) must be ${allowed}, got 'arn:`,
    );
  });
});

describe('a custom model', () => {
  test('goes by its ARN, and needs nothing of the role', () => {
    expect(bind(BatchInferenceModel.customModel(CUSTOM))).toEqual({
      modelId: CUSTOM,
      modelArns: [CUSTOM],
      statements: [],
    });
  });

  test('may be known at deployment only', () => {
    const model = BatchInferenceModel.customModel(Fn.importValue('Model'));
    expect(bind(model).modelArns).toEqual(['{"Fn::ImportValue":"Model"}']);
  });

  test('may be what a customization job of the app has made', () => {
    const stack = newStack();
    const { customModelArn } = customizationJob(stack, 'Tune');
    expect(() => bind(BatchInferenceModel.customModel(customModelArn), stack)).not.toThrow();
  });

  test.each<[string, string, (stack: Stack) => string]>([
    ['an imported model', 'ImportedModelArn', (stack) => importJob(stack, 'Job').importedModelArn],
    [
      'one that was imported elsewhere',
      'ImportedModelArn',
      (stack) =>
        ModelImportJob.fromModelImportJobArn(
          stack,
          'Job',
          'arn:aws:bedrock:us-east-1:111122223333:model-import-job/abcdefghijkl',
        ).importedModelArn,
    ],
    ['a job', 'ModelCustomizationJobArn', (stack) => customizationJob(stack, 'Job').modelCustomizationJobArn],
  ])('is not %s', (_, attribute, arnIn) => {
    const stack = newStack();
    const arn = arnIn(stack);
    expect(() => bind(BatchInferenceModel.customModel(arn), stack)).toThrow(
      new RegExp(`'model' \\(modelId\\) must be the ARN of a custom model, got the ${attribute} of 'Stack/Job/`),
    );
  });

  test.each(['', 'my-model', PROVISIONED])("fails with '%s'", (arn) => {
    expect(() => bind(BatchInferenceModel.customModel(arn))).toThrow(
      `[Stack/Classify] 'model' (modelId) must be the ARN of a custom model, got '${arn}'`,
    );
  });
});

describe('a system-defined inference profile', () => {
  test('goes by its id, and routes to the Regions of its geography and to the own one', () => {
    expect(bind(BatchInferenceModel.inferenceProfile(US_HAIKU))).toEqual({
      modelId: US_HAIKU,
      ...invokes([PROFILE, inRegion('<AWS::Region>'), inRegion('us-*')]),
    });
  });

  test('is that of the Region and the account of the stack', () => {
    const stack = newStack({ env: { account: '111122223333', region: 'ca-central-1' } });
    expect(bind(BatchInferenceModel.inferenceProfile(US_HAIKU), stack)).toMatchObject(
      invokes([
        `arn:<AWS::Partition>:bedrock:ca-central-1:111122223333:inference-profile/${US_HAIKU}`,
        inRegion('ca-central-1'),
        inRegion('us-*'),
      ]),
    );
  });

  test('may be limited to Regions', () => {
    const stack = newStack({ env: { account: '111122223333', region: 'us-east-1' } });
    const model = BatchInferenceModel.inferenceProfile(US_HAIKU, { regions: ['us-east-1', 'us-west-2'] });
    expect(bind(model, stack).modelArns.slice(1)).toEqual([inRegion('us-east-1'), inRegion('us-west-2')]);
  });

  test('routes everywhere if it is global', () => {
    expect(bind(BatchInferenceModel.inferenceProfile(`global.${HAIKU}`))).toMatchObject(
      invokes([PROFILE.replace('/us.', '/global.'), inRegion('*')]),
    );
  });

  test('calls a model that is in no Region, too, if it is global and limited to Regions', () => {
    const model = BatchInferenceModel.inferenceProfile(`global.${HAIKU}`, { regions: ['eu-west-1'] });
    expect(bind(model).modelArns.slice(1)).toEqual([inRegion('<AWS::Region>'), inRegion('eu-west-1'), inRegion('')]);
  });

  test('may be of a geography that is newer than the library', () => {
    expect(bind(BatchInferenceModel.inferenceProfile(`mars.${HAIKU}`)).modelArns.slice(1)).toEqual([inRegion('*')]);
  });

  test('may say which model is behind it', () => {
    const model = BatchInferenceModel.inferenceProfile('us.writer.palmyra-x5-v1:0', { foundationModel: NOVA_ID });
    expect(bind(model).modelArns.slice(1)).toEqual([
      inRegion('<AWS::Region>', 'amazon.nova-lite-v1:0'),
      inRegion('us-*', 'amazon.nova-lite-v1:0'),
    ]);
  });

  test('may be known at deployment only, if its model is given', () => {
    const id = Fn.importValue('Profile');
    expect(bind(BatchInferenceModel.inferenceProfile(id, { foundationModel: HAIKU_ID }))).toEqual({
      modelId: '{"Fn::ImportValue":"Profile"}',
      ...invokes([PROFILE.replace(US_HAIKU, '{"Fn::ImportValue":"Profile"}'), inRegion('*')]),
    });
  });

  test('fails if its id is known at deployment only, and its model is not given', () => {
    expect(() => bind(BatchInferenceModel.inferenceProfile(Fn.importValue('Profile')))).toThrow(
      "[Stack/Classify] 'model.foundationModel' must be given with an inference profile whose id is known only at deployment",
    );
  });

  test.each(['', HAIKU, `arn:aws:bedrock:us-east-1:111122223333:inference-profile/${US_HAIKU}`])(
    "fails with '%s'",
    (id) => {
      expect(() => bind(BatchInferenceModel.inferenceProfile(id))).toThrow(
        `[Stack/Classify] 'model' (modelId) must be the id of a system-defined inference profile, such as 'us.amazon.nova-lite-v1:0', got '${id}'`,
      );
    },
  );

  test('fails with a list of no Regions', () => {
    expect(() => bind(BatchInferenceModel.inferenceProfile(US_HAIKU, { regions: [] }))).toThrow(
      "[Stack/Classify] 'model.regions' must be a list of at least one Region, got []",
    );
  });

  test('fails with something else for a Region', () => {
    const model = BatchInferenceModel.inferenceProfile(US_HAIKU, { regions: ['us-east-1', 'US East'] });
    expect(() => bind(model)).toThrow(
      "[Stack/Classify] 'model.regions' must be names of Regions, such as 'us-east-1' or 'us-*', got 'US East'",
    );
  });

  test('fails with something else for its model', () => {
    const foundationModel = new bedrock.FoundationModelIdentifier('Haiku');
    expect(() => bind(BatchInferenceModel.inferenceProfile(US_HAIKU, { foundationModel }))).toThrow(
      "[Stack/Classify] 'model.foundationModel' must be the id of a foundation model, such as 'amazon.nova-lite-v1:0', got 'Haiku'",
    );
  });
});

describe('an application inference profile', () => {
  test('goes by its ARN, and calls its model in the Region of the stack', () => {
    expect(
      bind(BatchInferenceModel.applicationInferenceProfile(APPLICATION, { foundationModels: [HAIKU_ID] })),
    ).toEqual({ modelId: APPLICATION, ...invokes([APPLICATION, inRegion('<AWS::Region>')]) });
  });

  test('may be made by the same stack', () => {
    const stack = newStack();
    const profile = new bedrock.CfnApplicationInferenceProfile(stack, 'Profile', {
      inferenceProfileName: 'classification',
      modelSource: {
        copyFrom: stack.formatArn({ service: 'bedrock', resource: 'inference-profile', resourceName: US_HAIKU }),
      },
    });
    const model = BatchInferenceModel.applicationInferenceProfile(profile.attrInferenceProfileArn, {
      foundationModels: [HAIKU_ID],
      regions: ['us-*'],
    });
    const arn = '<Profile.InferenceProfileArn>';
    expect(bind(model, stack)).toEqual({
      modelId: arn,
      ...invokes([arn, inRegion('<AWS::Region>'), inRegion('us-*')]),
    });
  });

  test('may have several models, in several Regions', () => {
    const model = BatchInferenceModel.applicationInferenceProfile(APPLICATION, {
      foundationModels: [HAIKU_ID, NOVA_ID],
      regions: ['us-east-1', 'us-west-2'],
    });
    const stack = newStack({ env: { account: '111122223333', region: 'us-east-1' } });
    expect(bind(model, stack)).toMatchObject(
      invokes([
        APPLICATION,
        inRegion('us-east-1'),
        inRegion('us-west-2'),
        inRegion('us-east-1', 'amazon.nova-lite-v1:0'),
        inRegion('us-west-2', 'amazon.nova-lite-v1:0'),
      ]),
    );
  });

  test('fails without a model', () => {
    const model = BatchInferenceModel.applicationInferenceProfile(APPLICATION, { foundationModels: [] });
    expect(() => bind(model)).toThrow(
      "[Stack/Classify] 'model.foundationModels' must be a list of at least one foundation model, got []",
    );
  });

  test('fails with something else for a model', () => {
    const model = BatchInferenceModel.applicationInferenceProfile(APPLICATION, {
      foundationModels: [HAIKU_ID, new bedrock.FoundationModelIdentifier('Haiku')],
    });
    expect(() => bind(model)).toThrow(
      "[Stack/Classify] 'model.foundationModels[1]' must be the id of a foundation model, such as 'amazon.nova-lite-v1:0', got 'Haiku'",
    );
  });

  test('fails with a list of no Regions', () => {
    const model = BatchInferenceModel.applicationInferenceProfile(APPLICATION, {
      foundationModels: [HAIKU_ID],
      regions: [],
    });
    expect(() => bind(model)).toThrow("[Stack/Classify] 'model.regions' must be a list of at least one Region, got []");
  });

  test.each(['', 'abcdefghijkl', `arn:aws:bedrock:us-east-1:111122223333:inference-profile/${US_HAIKU}`])(
    "fails with '%s'",
    (arn) => {
      const model = BatchInferenceModel.applicationInferenceProfile(arn, { foundationModels: [HAIKU_ID] });
      expect(() => bind(model)).toThrow(
        `[Stack/Classify] 'model' (modelId) must be the ARN of an application inference profile, got '${arn}'`,
      );
    },
  );
});

test('may be given to several jobs, with a role that they share', () => {
  const stack = newStack();
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('bedrock.amazonaws.com') });
  const model = BatchInferenceModel.inferenceProfile(US_HAIKU);
  for (const id of ['One', 'Two']) model.bind(new Construct(stack, id), role);
  expect(statementsOf(stack, 'Role')).toHaveLength(1);
});

test('gives nothing to a role whose policies are kept elsewhere', () => {
  const stack = newStack();
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('bedrock.amazonaws.com') });
  BatchInferenceModel.inferenceProfile(US_HAIKU).bind(new Construct(stack, 'Classify'), role.withoutPolicyUpdates());
  expect(statementsOf(stack, 'Role')).toEqual([]);
});

test('says to cdk-nag why a policy has a wildcard, and says it of no role that was brought', () => {
  const stack = newStack();
  const role = new iam.Role(stack, 'Role', { assumedBy: new iam.ServicePrincipal('bedrock.amazonaws.com') });
  const brought = iam.Role.fromRoleName(stack, 'Brought', 'brought');
  for (const each of [role, brought]) {
    BatchInferenceModel.inferenceProfile(US_HAIKU).bind(new Construct(stack, `For${each.node.id}`), each);
  }
  expect(role.node.metadata.map(({ data }) => data)).toContainEqual({
    [`annotation::AwsSolutions-IAM5[Resource::${inRegion('us-*')}]`]:
      'The inference profile chooses the Region in which it calls the model.',
  });
  expect(brought.node.metadata).toEqual([]);
});
