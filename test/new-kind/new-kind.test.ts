import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import {
  BedrockClient,
  CreateModelImportJobCommand,
  DeleteImportedModelCommand,
  GetModelImportJobCommand,
} from '@aws-sdk/client-bedrock';
import type { CreateProcessingJobRequest, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { mockClient } from 'aws-sdk-client-mock';
import { autoMLJobs } from './auto-ml-job';
import { AutoMLJob, type AutoMLJobProps } from './auto-ml-job-construct';
import { AutoMLJobs } from './emulated-auto-ml-jobs';
import { importJobs } from './import-job';
import { AUTO_ML_FACTS, IMPORT_FACTS } from './new-facts';
import { AUTO_ML_MODEL } from './published-models';
import type { Job, JobRequest } from '../../lambda/job-kind';
import { type MemberPath, withTextAt } from '../../lambda/kinds/member-path';
import { ownFolder } from '../../lambda/kinds/own-folder';
import type { VirtualClock } from '../../rehearsal/clock';
import { AssetStore } from '../../rehearsal/cloud-assembly/asset-store';
import { runOperation } from '../../rehearsal/emulated-api/operations';
import { checkRequest } from '../../rehearsal/emulated-api/request-check';
import { ResourceTags } from '../../rehearsal/emulated-api/resource-tags';
import { ServiceError } from '../../rehearsal/emulated-api/service-error';
import { Iam } from '../../rehearsal/iam/iam';
import type { JsonObject } from '../../rehearsal/json-value';
import { jobFactsOf } from '../../scripts/service-models/job-facts';
import { tableOf } from '../../scripts/service-models/service-model-table';
import { arnOfJob } from '../../src/job/job-name';
import * as models from '../../src/validation/service-model/operation-model';
import { Supposition } from '../../unconfirmed/supposition';
import { Execution } from '../lambda/execution';
import { Clock } from '../lambda/fake-job-kind';
import { createEvent, deleteEvent } from '../lambda/job-events';
import { ACCOUNT } from '../rehearsal/fixture-batch';
import { sampleVpc } from '../src/sample-vpc';

const ROOT = join(__dirname, '..', '..');
const linesOf = (file: string) => readFileSync(file, 'utf8').trimEnd().split('\n').length;

/** The tables of constraints as `constraints:update` would write them with the kind. */
const TABLE = tableOf(
  { service: 'sagemaker', apiVersion: '2017-07-24', operations: Object.keys(AUTO_ML_MODEL.operations) },
  AUTO_ML_MODEL,
  'botocore 1.2.3',
);
const modelOf = (operation: string) => ({
  operation,
  source: TABLE.source,
  request: TABLE.shapes[TABLE.operations[operation]],
  shapes: TABLE.shapes,
});

beforeEach(() => {
  jest.spyOn(models, 'operationModel').mockImplementation((_, operation) => modelOf(operation));
});

afterEach(() => {
  jest.restoreAllMocks();
});

describe('the way to a new kind', () => {
  const section = /## How to add a job kind\n([^]*?)\n## /.exec(
    readFileSync(join(ROOT, 'CONTRIBUTING.md'), 'utf8'),
  )![1];
  const shared = [...section.matchAll(/\*`([\w./-]+)`\*/g)].map(([, file]) => file);

  test('fits on one screen', () => {
    expect(section.trim().split('\n').length).toBeLessThanOrEqual(40);
  });

  test('leads to at most twelve files that others share, each of which is there', () => {
    expect(new Set(shared).size).toBe(shared.length);
    expect(shared.length).toBeLessThanOrEqual(12);
    for (const file of shared) expect(statSync(join(ROOT, file)).isFile()).toBe(true);
  });

  test('is one of at most 120 lines in the handler and the rehearsal', () => {
    const own = ['auto-ml-job.ts', 'emulated-auto-ml-jobs.ts'].map((file) => linesOf(join(__dirname, file)));
    expect(own.reduce((total, lines) => total + lines)).toBeLessThanOrEqual(120);
  });
});

describe('the facts of a kind', () => {
  test('are read from the model of its service', () => {
    expect(AUTO_ML_FACTS).toEqual({
      service: 'sagemaker',
      arnResource: 'automl-job',
      operations: { create: 'CreateAutoMLJob', describe: 'DescribeAutoMLJob', stop: 'StopAutoMLJob' },
      identifier: 'AutoMLJobName',
      arnHasName: true,
      longestName: 32,
      mostTags: 50,
      request: { name: 'AutoMLJobName', tags: ['Tags'], tag: { key: 'Key', value: 'Value' }, role: 'RoleArn' },
      createdArn: 'AutoMLJobArn',
      description: {
        name: 'AutoMLJobName',
        arn: 'AutoMLJobArn',
        status: 'AutoMLJobStatus',
        createdAt: 'CreationTime',
        reason: 'FailureReason',
      },
      statuses: ['Completed', 'InProgress', 'Failed', 'Stopped', 'Stopping'],
      quotaError: 'ResourceLimitExceeded',
    });
    expect(IMPORT_FACTS).toMatchObject({
      operations: { create: 'CreateModelImportJob', describe: 'GetModelImportJob', list: 'ListModelImportJobs' },
      arnHasName: false,
      request: { tags: ['jobTags', 'importedModelTags'], token: 'clientRequestToken' },
      description: { reason: 'failureMessages' },
    });
  });

  test('that the model does not have where others have them are missed with a word about which', () => {
    const { DescribeAutoMLJob: _, ...operations } = AUTO_ML_MODEL.operations;
    expect(() => jobFactsOf('sagemaker', 'AutoMLJob', { ...AUTO_ML_MODEL, operations }, 'botocore 1.2.3')).toThrow(
      'botocore 1.2.3: a AutoMLJob has not operations that create and describe one, or not where other kinds have it',
    );
    const shapes = { ...AUTO_ML_MODEL.shapes, AutoMLJobStatus: { type: 'string' } };
    expect(() => jobFactsOf('sagemaker', 'AutoMLJob', { ...AUTO_ML_MODEL, shapes }, 'botocore 1.2.3')).toThrow(
      'a AutoMLJob has not statuses',
    );
  });
});

/** The emulated jobs, and the client of a handler that calls them. */
class AutoMLWorld {
  public readonly clock = new Clock();
  public readonly jobs: AutoMLJobs;
  public readonly client: SageMakerClient;
  private readonly tags = new ResourceTags({
    key: 'Key',
    value: 'Value',
    notFound: () => ServiceError.validation('?'),
  });

  constructor(script: JsonObject = {}) {
    const clock = { now: () => this.clock.now.getTime() } as unknown as VirtualClock;
    this.jobs = new AutoMLJobs({
      ...ACCOUNT,
      clock,
      script: () => ({ '*': script }),
      onCourse: () => {},
      roleCreatedAt: () => 0,
      assets: new AssetStore(ACCOUNT),
      iam: new Iam(),
      supposition: Supposition.USUAL,
      tags: this.tags,
    });
    this.client = { send: async (command: object) => this.answer(command) } as unknown as SageMakerClient;
  }

  /** What a client makes of the answer: errors with names, and times. */
  private answer(command: object): unknown {
    const operation = command.constructor.name.replace(/Command$/, '');
    const input = JSON.parse(JSON.stringify((command as { input: object }).input)) as JsonObject;
    const [at, caller, roleArn] = [this.clock.now.getTime(), undefined, ''];
    try {
      const answer = runOperation(this.jobs.operations, {
        service: 'sagemaker',
        operation,
        input,
        at,
        caller,
        roleArn,
      });
      return Object.fromEntries(
        Object.entries(answer as JsonObject).map(([member, value]) =>
          member.endsWith('Time') ? [member, new Date(Number(value) * 1000)] : [member, value],
        ),
      );
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      throw Object.assign(new Error(error.message), { name: error.code });
    }
  }
}

describe('a new kind of SageMaker', () => {
  const request = {
    RoleArn: 'arn:aws:iam::111122223333:role/Job',
    InputDataConfig: [{ TargetAttributeName: 'species' }],
    OutputDataConfig: { S3OutputPath: 's3://results/' },
    AutoMLJobConfig: { DataSplitConfig: { ValidationFraction: '0.25' } },
    Tags: [{ Key: 'team', Value: 'vision' }],
  };
  const asked = { NamePrefix: 'shop--tune', Request: request };

  test('lives its life between the handler and the emulated service', async () => {
    const world = new AutoMLWorld();
    const kind = autoMLJobs(world.client);
    const creation = new Execution(createEvent(asked), kind, world.clock);
    const answer = await creation.toAnswer();

    expect(answer).toMatchObject({
      Status: 'SUCCESS',
      Data: { AutoMLJobStatus: 'Completed', BestCandidateName: '', AutoMLJobArn: world.jobs.all[0].arn },
    });
    const [job] = world.jobs.all;
    expect(job.name).toMatch(/^shop--tune--[0-9a-f]{12}$/);
    expect(job.request).toMatchObject({ AutoMLJobConfig: { DataSplitConfig: { ValidationFraction: 0.25 } } });

    const removal = new Execution(deleteEvent(job.arn, asked), kind, world.clock);
    expect(await removal.toAnswer()).toMatchObject({ Status: 'SUCCESS' });
    expect(world.jobs.existing).toHaveLength(1);
  });

  test('fails with the reason of the service, and where its logs are', async () => {
    const world = new AutoMLWorld({ failure: 'AlgorithmError: no candidate' });
    const answer = await new Execution(createEvent(asked), autoMLJobs(world.client), world.clock).toAnswer();

    expect(answer.Status).toBe('FAILED');
    expect(answer.Reason).toContain('AlgorithmError: no candidate');
    expect(answer.Reason).toContain('log group /aws/sagemaker/ProcessingJobs');
  });

  test('is stopped when it is deleted while it runs', async () => {
    const world = new AutoMLWorld();
    const kind = autoMLJobs(world.client);
    const creation = new Execution(createEvent(asked), kind, world.clock);
    await creation.until(() => world.jobs.all.length === 1);
    await new Execution(deleteEvent(world.jobs.all[0].arn, asked), kind, world.clock).toAnswer();

    expect(world.jobs.all[0].status).toBe('Stopped');
  });
});

describe('a new construct', () => {
  const stackOf = (props: Partial<AutoMLJobProps> = {}, stackName = 'S'.repeat(128)) => {
    const stack = new Stack(new App(), 'Stack', { stackName, env: { account: '111122223333', region: 'us-east-1' } });
    const vpc = sampleVpc(stack, 1);
    new AutoMLJob(stack, 'TuneTheTreesOfTheForest', { vpc, target: 'species', ...props });
    return stack;
  };
  const jobIn = (stack: Stack) =>
    Object.values(Template.fromStack(stack).findResources('Custom::SageMakerAutoMLJob'))[0].Properties as {
      readonly NamePrefix: string;
      readonly Request: JobRequest;
      readonly WaitSeconds: string;
    };

  test('has names of at most 32 characters, and its handler may touch no others', () => {
    const stack = stackOf();
    const { NamePrefix } = jobIn(stack);

    expect(`${NamePrefix}--0123456789ab-99`).toMatch(/^(?!.*---)[a-z0-9](-*[a-z0-9]){0,31}$/);
    const prefix = NamePrefix.slice(0, NamePrefix.indexOf('--') + 2);
    expect(JSON.stringify(Template.fromStack(stack).toJSON())).toContain(`automl-job/${prefix}*`);
  });

  test('has its network where the service takes it, beside what is there already', () => {
    expect(jobIn(stackOf()).Request.AutoMLJobConfig).toMatchObject({
      SecurityConfig: {
        EnableInterContainerTrafficEncryption: true,
        VpcConfig: { Subnets: ['subnet-0123456789abcdef1'] },
      },
    });
  });

  test('is waited for as long as its definition says where no request says how long it may run', () => {
    expect(jobIn(stackOf()).WaitSeconds).toBe(String(4 * 3600));
  });

  test.each([
    [
      { validationFraction: 1.5 },
      "'validationFraction' (AutoMLJobConfig.DataSplitConfig.ValidationFraction) must be a number from 0 to 1, got 1.5",
    ],
    [
      { target: 'two words' },
      "'target' (InputDataConfig[0].TargetAttributeName) must be a string of the form [a-zA-Z0-9_\\-]+, got 'two words'",
    ],
  ])('takes what its model takes, and refuses %j', (props, message) => {
    expect(() => stackOf({ validationFraction: 0.25 })).not.toThrow();
    expect(() => Template.fromStack(stackOf(props))).toThrow(message);
  });

  test('has a request that the emulated service takes, and refuses where the model does', () => {
    const model = modelOf('CreateAutoMLJob');
    const request = (ValidationFraction: number): JsonObject => ({
      AutoMLJobName: 'tune',
      InputDataConfig: [{ TargetAttributeName: 'species' }],
      OutputDataConfig: { S3OutputPath: 's3://output/' },
      RoleArn: 'arn:aws:iam::111122223333:role/tune',
      AutoMLJobConfig: { DataSplitConfig: { ValidationFraction } },
    });
    expect(() => checkRequest(model, request(0.25))).not.toThrow();
    expect(() => checkRequest(model, request(1.5))).toThrow(/less than or equal to 1/);
  });

  test('has the ARN that its service gives it', () => {
    const stack = new Stack(new App(), 'Stack', { env: { account: '111122223333', region: 'us-east-1' } });
    const definition = { service: 'sagemaker', arnResource: AUTO_ML_FACTS.arnResource };
    expect(arnOfJob(stack, definition as Parameters<typeof arnOfJob>[1], 'tune')).toMatch(
      /:sagemaker:us-east-1:111122223333:automl-job\/tune$/,
    );
  });
});

describe('a new kind of Bedrock', () => {
  const bedrock = mockClient(BedrockClient);
  const arn = 'arn:aws:bedrock:us-east-1:111122223333:model-import-job/a1b2c3d4e5f6';
  const model = 'arn:aws:bedrock:us-east-1:111122223333:imported-model/a1b2c3d4e5f6';
  const kind = importJobs(new BedrockClient({ region: 'us-east-1' }));
  const spec = {
    importedModelName: 'penguins',
    roleArn: 'role',
    modelDataSource: { s3DataSource: { s3Uri: 's3://m' } },
  };

  beforeEach(() => {
    bedrock.reset();
  });

  test('has its tags in each member for tags, and what it makes is called after the attempt', async () => {
    bedrock.on(CreateModelImportJobCommand).resolves({ jobArn: arn });
    await kind.create('shop--import--35aa6eb423f8-2', spec, { team: 'vision' }, '35aa6eb423f8-2');

    const tags = [{ key: 'team', value: 'vision' }];
    expect(bedrock.calls()[0].args[0].input).toEqual({
      ...spec,
      importedModelName: 'shop-import-35aa6eb423f8-2',
      jobName: 'shop--import--35aa6eb423f8-2',
      clientRequestToken: '35aa6eb423f8-2',
      jobTags: tags,
      importedModelTags: tags,
    });
    expect(kind.specOf({ ...spec, jobTags: tags, importedModelTags: tags })).toEqual(spec);
  });

  test('fails for all the reasons that the service gives', async () => {
    const answer = { jobArn: arn, jobName: 'import', status: 'Failed', failureMessages: ['no weights', 'no config'] };
    bedrock.on(GetModelImportJobCommand).resolves(answer as object);

    expect(await kind.describe(arn)).toMatchObject({ phase: 'failed', reason: 'no weights; no config' });
  });

  test('cannot be stopped: it is waited for until it has ended, and then what it has made is deleted', async () => {
    const clock = new Clock();
    const endsAt = clock.now.getTime() + 1200_000;
    bedrock.on(GetModelImportJobCommand).callsFake(() => ({
      jobArn: arn,
      jobName: 'import',
      status: clock.now.getTime() < endsAt ? 'InProgress' : 'Completed',
      importedModelArn: model,
      creationTime: clock.now,
    }));
    bedrock.on(DeleteImportedModelCommand).resolves({});
    const removal = new Execution(deleteEvent(arn, { Request: spec }), kind, clock);

    expect(kind.stop).toBeUndefined();
    expect(await removal.toAnswer()).toMatchObject({ Status: 'SUCCESS' });
    expect(clock.now.getTime()).toBeGreaterThanOrEqual(endsAt);
    expect(bedrock.commandCalls(DeleteImportedModelCommand).map(({ args }) => args[0].input)).toEqual([
      { modelIdentifier: model },
    ]);
  });

  test('says where its result is', () => {
    expect(kind.tracesOf({ attributes: { ImportedModelArn: model } } as unknown as Job)).toBe(`Model: ${model}`);
  });
});

test('a kind that writes to several places has a folder of its own in each', () => {
  const places: MemberPath<CreateProcessingJobRequest> = 'ProcessingOutputConfig.Outputs[].S3Output.S3Uri';
  const output = (uri: string) => ({ OutputName: uri.slice(5), S3Output: { S3Uri: uri } });
  const request = { ProcessingOutputConfig: { Outputs: [output('s3://a'), output('s3://b')] } };

  expect(withTextAt(request, places, (location) => ownFolder(location, 'job'))).toMatchObject({
    ProcessingOutputConfig: {
      Outputs: [{ S3Output: { S3Uri: 's3://a/job/' } }, { S3Output: { S3Uri: 's3://b/job/' } }],
    },
  });
});
