import { Duration, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';
import { cleanUp, synthesize } from './deployment';
import { callsOf, CUSTOM_MODEL_GOES, deployed, IMPORTED_MODEL_GOES } from './model-making-apps';
import type { Rehearsal } from '../../rehearsal/rehearsal';
import { customizationJob } from '../src/sample-customization-job';
import { importJob } from '../src/sample-import-job';

afterEach(cleanUp);

const BY_ITSELF = { waitTimeout: Duration.minutes(50) };

/** What becomes of the models of the jobs of the stack, each of which comes after the one before it. */
type Jobs = Readonly<Record<string, 'goes' | 'stays'>>;

const appWith = (make: (stack: Stack, id: string, goes: boolean) => Construct) => (jobs: Jobs) =>
  synthesize((app) => {
    const stack = new Stack(app, 'App');
    const made = Object.entries(jobs).map(([id, model]) => make(stack, id, model === 'goes'));
    made.slice(1).forEach((job, index) => job.node.addDependency(made[index]));
  });

const customizations = appWith((stack, id, goes) =>
  customizationJob(stack, id, { ...BY_ITSELF, ...(goes ? CUSTOM_MODEL_GOES : {}) }),
);
const imports = appWith((stack, id, goes) =>
  importJob(stack, id, { ...BY_ITSELF, ...(goes ? IMPORTED_MODEL_GOES : {}) }),
);
const customModels = ({ bedrock }: Rehearsal) => bedrock.customizationJobs.map(({ customModelArn }) => customModelArn);
const importedModels = ({ bedrock }: Rehearsal) => bedrock.importJobs.map(({ modelArn }) => modelArn);

// CloudFormation changes the policies that are left before it deletes a job: what deletes the model must not be in one of them
describe.each([
  ['custom', customizations, 'DeleteCustomModel', customModels],
  ['imported', imports, 'DeleteImportedModel', importedModels],
] as const)('the %s model of a job that is removed', (_, appOf, deleteModel, modelsOf) => {
  test.each<[string, Jobs]>([
    ['whose model stays', { Kept: 'stays' }],
    ['whose model goes, too', { Kept: 'goes' }],
  ])('goes with it where another job is left %s', async (__, left) => {
    const rehearsal = await deployed(appOf({ Gone: 'goes', ...left }));
    const { ok, stacks } = await rehearsal.deploy(appOf(left));

    expect(ok).toBe(true);
    expect(stacks.App.events.filter(({ status }) => status === 'DELETE_FAILED')).toEqual([]);
    expect(callsOf(rehearsal, deleteModel)).toEqual([{ modelIdentifier: modelsOf(rehearsal)[0] }]);
  });

  test('goes with it where the deployment that brought the job is rolled back', async () => {
    const rehearsal = await deployed(appOf({ Kept: 'stays' }));
    const next = appOf({ Kept: 'stays', Gone: 'goes', Late: 'stays' });
    const { ok, stacks } = await rehearsal.deploy(next, { jobs: { Late: { failure: 'Not this time' } } });

    expect(ok).toBe(false);
    expect(stacks.App.events.filter(({ status }) => status === 'DELETE_FAILED')).toEqual([]);
    expect(callsOf(rehearsal, deleteModel)).toEqual([{ modelIdentifier: modelsOf(rehearsal)[1] }]);
  });
});
