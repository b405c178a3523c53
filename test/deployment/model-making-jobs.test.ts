import { cleanUp, newRehearsal } from './deployment';
import { failuresOf } from './long-batch-job';
import {
  callsOf,
  CUSTOM_MODEL_GOES,
  deployed,
  importApp,
  IMPORTED_MODEL_GOES,
  keyIn,
  statusesOf,
  tuningApp,
} from './model-making-apps';
import type { Rehearsal } from '../../rehearsal/rehearsal';
import { Supposition } from '../../unconfirmed/supposition';

afterEach(cleanUp);

/** A kind of Bedrock's jobs that make a model, and what it calls what all such kinds have. */
interface MakingKind {
  readonly id: string;
  readonly createJob: string;
  /** The outputs with the ARNs of the job and of its model. */
  readonly outputs: readonly [job: string, model: string];
  readonly modelArn: RegExp;
  /** The members of the request with the model's name and its tags. */
  readonly members: { readonly name: string; readonly tags: string };
  readonly deleteModel: string;
  readonly modelsOf: (rehearsal: Rehearsal) => (string | undefined)[];
  /** How long one takes that a resource cannot wait for by itself, in hours. */
  readonly hours: number;
  readonly failure: { readonly reason: string; readonly told: string };
  readonly apps: {
    readonly usual: (tag?: string) => string;
    readonly withConditions: () => string;
    /** With another request. */
    readonly other: () => string;
    /** One whose model goes with the job. */
    readonly passing: () => string;
    readonly otherPassing: () => string;
    readonly withKey: () => string;
  };
}

const OTHER_EPOCHS = { hyperparameters: { epochCount: '2' } };
const OTHER_RUN = { rerunKey: '2' };

const CUSTOMIZATION: MakingKind = {
  id: 'Tune',
  createJob: 'CreateModelCustomizationJob',
  outputs: ['TuneModelCustomizationJobArn', 'TuneCustomModelArn'],
  modelArn: /^arn:aws:bedrock:us-east-1:\d{12}:custom-model\/amazon\.nova-lite-v1:0:300k\/[a-z0-9]{12}$/,
  members: { name: 'customModelName', tags: 'customModelTags' },
  deleteModel: 'DeleteCustomModel',
  modelsOf: ({ bedrock }) => bedrock.customizationJobs.map(({ customModelArn }) => customModelArn),
  hours: 20,
  failure: {
    reason: 'The training dataset has fewer than 32 records',
    told: 'The model customization job ended as Failed: The training dataset has fewer than 32 records | Hint: the model takes no fewer records',
  },
  apps: {
    usual: (tag) => tuningApp({}, tag),
    withConditions: () => tuningApp({ waitTimeout: undefined }),
    other: () => tuningApp(OTHER_EPOCHS),
    passing: () => tuningApp(CUSTOM_MODEL_GOES),
    otherPassing: () => tuningApp({ ...CUSTOM_MODEL_GOES, ...OTHER_EPOCHS }),
    withKey: () => tuningApp((stack) => ({ customModelEncryptionKey: keyIn(stack) })),
  },
};

const IMPORT: MakingKind = {
  id: 'Import',
  createJob: 'CreateModelImportJob',
  outputs: ['ImportModelImportJobArn', 'ImportImportedModelArn'],
  modelArn: /^arn:aws:bedrock:us-east-1:\d{12}:imported-model\/[a-z0-9]{12}$/,
  members: { name: 'importedModelName', tags: 'importedModelTags' },
  deleteModel: 'DeleteImportedModel',
  modelsOf: ({ bedrock }) => bedrock.importJobs.map(({ modelArn }) => modelArn),
  hours: 3,
  failure: {
    reason: 'The architecture of the model is not supported',
    told: "The model import job ended as Failed: The architecture of the model is not supported | Hint: AWS's page on custom model import lists the architectures",
  },
  apps: {
    usual: (tag) => importApp({}, tag),
    withConditions: () => importApp({ waitTimeout: undefined }),
    other: () => importApp(OTHER_RUN),
    passing: () => importApp(IMPORTED_MODEL_GOES),
    otherPassing: () => importApp({ ...IMPORTED_MODEL_GOES, ...OTHER_RUN }),
    withKey: () => importApp((stack) => ({ importedModelEncryptionKey: keyIn(stack) })),
  },
};

describe.each([
  ['model customization job', CUSTOMIZATION],
  ['model import job', IMPORT],
])('a %s', (_, kind) => {
  const { id, apps, deleteModel } = kind;
  const [jobOutput, modelOutput] = kind.outputs;

  test('makes a model of its own, and the stack knows it', async () => {
    const rehearsal = newRehearsal();
    const { ok, stacks } = await rehearsal.deploy(apps.usual());

    expect(ok).toBe(true);
    expect(stacks.App.outputs).toEqual({
      [jobOutput]: rehearsal.bedrock.jobs[0].arn,
      [modelOutput]: expect.stringMatching(kind.modelArn),
    });
    const [request] = callsOf(rehearsal, kind.createJob);
    expect(request).toMatchObject({
      jobName: expect.stringMatching(new RegExp(`^app--${id.toLowerCase()}--[0-9a-f]{12}$`)),
      [kind.members.name]: String(request.jobName).replaceAll('--', '-'),
      jobTags: [{ key: 'stage', value: 'one' }],
      [kind.members.tags]: [{ key: 'stage', value: 'one' }],
    });
  });

  test('that takes hours is waited for by conditions', async () => {
    const rehearsal = newRehearsal({ jobs: { [id]: { duration: kind.hours * 3600 } } });
    const { ok, stacks } = await rehearsal.deploy(apps.withConditions());

    expect(ok).toBe(true);
    expect(stacks.App.outputs[modelOutput]).toMatch(kind.modelArn);
  });

  test('that fails fails the deployment, with its reason and a hint', async () => {
    const rehearsal = newRehearsal({ jobs: { [id]: { failure: kind.failure.reason } } });
    const { ok, stacks } = await rehearsal.deploy(apps.usual());

    expect(ok).toBe(false);
    expect(failuresOf(stacks.App)).toEqual([expect.stringContaining(kind.failure.told)]);
  });

  test.each(['refused', 'failed-job'] as const)('waits out a role that IAM has not spread: %s', async (symptom) => {
    const rehearsal = await deployed(apps.usual(), { rolePropagation: { seconds: 60, symptom } });

    expect(statusesOf(rehearsal).filter((status) => status === 'Completed')).toHaveLength(1);
  });

  test('has other tags without another run', async () => {
    const rehearsal = await deployed(apps.usual());
    const { ok } = await rehearsal.deploy(apps.usual('two'));

    expect(ok).toBe(true);
    expect(callsOf(rehearsal, 'TagResource')).toEqual([
      { resourceARN: rehearsal.bedrock.jobs[0].arn, tags: [{ key: 'stage', value: 'two' }] },
    ]);
    expect(rehearsal.bedrock.jobs).toHaveLength(1);
  });

  describe('has a model that', () => {
    test('stays when another takes its place, and when the stack is deleted', async () => {
      const rehearsal = await deployed(apps.usual());
      await rehearsal.deploy(apps.other());

      expect((await rehearsal.destroy(apps.other())).ok).toBe(true);
      expect(statusesOf(rehearsal)).toEqual(['Completed', 'Completed']);
      expect(callsOf(rehearsal, deleteModel)).toEqual([]);
    });

    test('goes then, if it is to', async () => {
      const rehearsal = await deployed(apps.passing());
      const next = apps.otherPassing();
      expect((await rehearsal.deploy(next)).ok).toBe(true);
      const models = kind.modelsOf(rehearsal);
      expect(callsOf(rehearsal, deleteModel)).toEqual([{ modelIdentifier: models[0] }]);
      expect((await rehearsal.destroy(next)).ok).toBe(true);

      expect(callsOf(rehearsal, deleteModel).map(({ modelIdentifier }) => modelIdentifier)).toEqual(models);
    });

    test('is waited for where it is in use for some minutes', async () => {
      const supposition = Supposition.read(['custom-model-deletion=in-use']);
      const rehearsal = await deployed(apps.passing(), { supposition });

      expect((await rehearsal.destroy(apps.passing())).ok).toBe(true);
      expect(callsOf(rehearsal, deleteModel)).toHaveLength(1);
    });

    test.each([
      ['denied', 'explicit deny in a service control policy'],
      ['other-words', 'is retained'],
    ])('fails the deletion where it does not go, which says why: %s', async (alternative, reason) => {
      const supposition = Supposition.read([`custom-model-deletion=${alternative}`]);
      const rehearsal = await deployed(apps.passing(), { supposition });
      const { ok, stacks } = await rehearsal.destroy(apps.passing());

      expect(ok).toBe(false);
      const failed = stacks.App.events.find(({ status }) => status === 'DELETE_FAILED')!;
      expect(failed.reason).toContain(reason);
    });

    test('is waited for where the service names it late', async () => {
      const supposition = Supposition.read(['custom-model-named=late']);
      const { outputs } = (await newRehearsal({ supposition }).deploy(apps.usual())).stacks.App;

      expect(outputs[modelOutput]).toMatch(kind.modelArn);
    });

    test.each(['both', 'caller', 'role'])('has a key, which is used as %s', async (who) => {
      await deployed(apps.withKey(), { supposition: Supposition.read([`custom-model-key=${who}`]) });
    });
  });
});
