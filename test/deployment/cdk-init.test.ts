import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { type App, Duration, Stack } from 'aws-cdk-lib';
import * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as s3 from 'aws-cdk-lib/aws-s3';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { cleanUp, newRehearsal, synthesize } from './deployment';
import { PERMITTED_APPS } from './permitted-apps';
import { readCloudAssembly } from '../../rehearsal/cloud-assembly/cloud-assembly';
import { pipelineOf } from '../../rehearsal/pipeline/pipeline';
import { ModelData } from '../../src';
import { batchJob } from '../src/sample-batch-job';
import { compilationJob, MODEL } from '../src/sample-job';
import { trainingJob } from '../src/sample-training-job';
import { modelRole, transformJob } from '../src/sample-transform-job';

/** What today's `cdk init` writes into the `cdk.json` of a new app. */
const FLAGS = JSON.parse(
  readFileSync(
    path.join(
      path.dirname(require.resolve('aws-cdk/package.json')),
      'lib/init-templates/.recommended-feature-flags.json',
    ),
    'utf8',
  ),
) as Record<string, unknown>;

const WEAK = '@aws-cdk/core:defaultCrossStackReferences';
const ENVIRONMENT = { account: '111122223333', region: 'us-east-1' };

// of all tests, these alone have the newest aws-cdk-lib check the templates by its own rules, as it does for users
delete process.env.CDK_VALIDATION;

afterEach(cleanUp);

/** Jobs of all kinds, in stacks that use one another's results. */
function pipeline(app: App, rerunKey?: string): void {
  const stackOf = (id: string): Stack => new Stack(app, id, { env: ENVIRONMENT });
  const trained = trainingJob(stackOf('Training'), 'Train', { rerunKey });
  const compilation = stackOf('Compilation');
  const compiled = compilationJob(compilation, 'Compile', { modelData: ModelData.fromTrainingJob(trained) });
  compilationJob(compilation, 'Asset', { modelData: ModelData.fromAsset(MODEL), outputBucket: undefined });

  const scoring = stackOf('Scoring');
  const role = modelRole(scoring);
  const model = new sagemaker.CfnModel(scoring, 'Model', {
    executionRoleArn: role.roleArn,
    primaryContainer: { image: compiled.inferenceImage, modelDataUrl: compiled.modelArtifacts },
  });
  compiled.grantRead(role).applyBefore(model);
  const pull = new iam.PolicyStatement({
    actions: [
      'ecr:GetAuthorizationToken',
      'ecr:BatchCheckLayerAvailability',
      'ecr:GetDownloadUrlForLayer',
      'ecr:BatchGetImage',
    ],
    resources: ['*'],
  });
  model.node.addDependency(role.addToPrincipalPolicy(pull).policyDependable!);
  transformJob(scoring, 'Score', { modelName: model.attrModelName, modelRole: role });

  const batch = stackOf('Batch');
  const subnetType = ec2.SubnetType.PRIVATE_ISOLATED;
  batchJob(batch, 'Classify', {
    timeout: Duration.hours(24),
    outputBucket: new s3.Bucket(batch, 'Answers', { encryption: s3.BucketEncryption.KMS }),
    vpc: new ec2.Vpc(batch, 'Vpc', { maxAzs: 2, subnetConfiguration: [{ name: 'jobs', subnetType }] }),
    vpcSubnets: { subnetType },
  });
}

/** The intrinsic functions with which the stacks of an assembly refer to one another. */
function referencesIn(assembly: string): Set<string> {
  const templates = JSON.stringify(readCloudAssembly(assembly, ENVIRONMENT).map(({ template }) => template));
  return new Set(templates.match(/Fn::(GetStackOutput|ImportValue)/g) ?? []);
}

test('cdk init asks for weak references between stacks', () => {
  expect(FLAGS[WEAK]).toBe('weak');
  expect(referencesIn(synthesize(pipeline, FLAGS))).toEqual(new Set(['Fn::GetStackOutput']));
});

test('jobs of all kinds are drawn, deployed and deleted', async () => {
  const assembly = synthesize(pipeline, FLAGS);
  const steps = pipelineOf(readCloudAssembly(assembly, ENVIRONMENT));
  expect(steps.map(({ name, waitsFor }) => [name, waitsFor.map((step) => step.name)])).toEqual([
    ['Train', []],
    ['Compile', ['Train']],
    ['Asset', []],
    ['Model', ['Compile']],
    ['Score', ['Model']],
    ['Classify', []],
  ]);

  const rehearsal = newRehearsal();
  const { ok, stacks, denials } = await rehearsal.deploy(assembly);
  expect({ ok, denials }).toEqual({ ok: true, denials: [] });
  const [trained] = rehearsal.sagemaker.trainingJobs;
  const compiled = rehearsal.sagemaker.compilationJobs.find(({ name }) => name.includes('--compile'));
  expect(compiled?.request.InputConfig).toMatchObject({ S3Uri: trained.artifactsUri });
  expect(Object.values(stacks).map(({ status }) => status)).toEqual(Array(4).fill('CREATE_COMPLETE'));
  expect((await rehearsal.destroy(assembly)).ok).toBe(true);
});

test('a model that is trained anew reaches the stack that compiles it when that stack is deployed itself', async () => {
  const rehearsal = newRehearsal();
  await rehearsal.deploy(synthesize(pipeline, FLAGS));
  const next = synthesize((app) => pipeline(app, '2'), FLAGS);
  const { ok, stacks } = await rehearsal.deploy(next);
  expect(ok).toBe(true);
  expect([stacks.Training.changed, stacks.Compilation.changed]).toEqual([true, false]);
  expect(stacks.Compilation.staleReads).not.toEqual([]);

  const forced = await rehearsal.deploy(next, { force: true });
  expect(forced.ok).toBe(true);
  const [, second] = rehearsal.sagemaker.trainingJobs;
  const compiled = rehearsal.sagemaker.compilationJobs.at(-1);
  expect(compiled?.request.InputConfig).toMatchObject({ S3Uri: second.artifactsUri });
});

test.each(PERMITTED_APPS.map((app) => [app.name, app] as const))(
  'with every flag of cdk init on: %s',
  async (_name, { make, options }) => {
    const assembly = synthesize((app) => make(app, 'created'), FLAGS);
    const { ok, denials } = await newRehearsal(options).deploy(assembly);
    expect({ ok, denials }).toEqual({ ok: true, denials: [] });
  },
);
