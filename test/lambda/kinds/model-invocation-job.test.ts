import {
  BedrockClient,
  GetModelInvocationJobCommand,
  type GetModelInvocationJobCommandOutput,
  ListModelInvocationJobsCommand,
  type ModelInvocationJobSummary,
} from '@aws-sdk/client-bedrock';
import { mockClient } from 'aws-sdk-client-mock';
import { clientError } from './client-error';
import { ACCEPTED_BATCH as accepted, COMPLETED_BATCH as completed } from './samples/model-invocation-job';
import { bodyOf } from '../../../lambda/answer';
import type { Job, JobPhase } from '../../../lambda/job-kind';
import { modelInvocationJobs } from '../../../lambda/kinds/model-invocation-job';
import { MODEL_INVOCATION_JOB, type ModelInvocationJobAcceptance } from '../../../src/contract';
import { resultEvent } from '../job-events';

const name = 'Shop--Classify--35aa6eb423f8';
const arnOf = (id: string) => `arn:aws:bedrock:eu-west-1:111122223333:model-invocation-job/${id}`;
const arn = arnOf('a1b2c3d4e5f6');
const bedrock = mockClient(BedrockClient);
const kind = modelInvocationJobs(new BedrockClient({}));

beforeEach(() => {
  bedrock.reset();
});

const inputs = () => bedrock.calls().map(({ args }) => args[0].input);

describe('a job', () => {
  const describeAs = async (description: Partial<GetModelInvocationJobCommandOutput>, of = kind): Promise<Job> => {
    bedrock.on(GetModelInvocationJobCommand).resolves({ ...accepted, ...description });
    return (await of.describe(arn))!;
  };

  test('tells the token that it was created with', async () => {
    expect(await describeAs({ clientRequestToken: '35aa6eb423f8-2' })).toMatchObject({ token: '35aa6eb423f8-2' });
  });

  test.each([
    ['Completed', 100, 0, true],
    ['Completed', undefined, undefined, true],
    ['Completed', 100, 100, false],
    ['InProgress', 100, 0, false],
  ] as const)('that is %s with %p records, of which %p were processed, is provisional: %p', async (...given) => {
    const [status, totalRecordCount, processedRecordCount, isProvisional] = given;

    expect(await describeAs({ status, totalRecordCount, processedRecordCount })).toMatchObject({ isProvisional });
  });

  test('is not there where the service refuses to show what is well formed, and may be there where it is not', async () => {
    bedrock.on(GetModelInvocationJobCommand).rejects(clientError('ValidationException', 'The identifier is invalid.'));

    expect(await kind.describe(arn)).toBeUndefined();
    await expect(kind.describe('nothing')).rejects.toThrow('The identifier is invalid.');
  });

  test('has all attributes that the contract names, empty where the service gives none', async () => {
    const { attributes } = await describeAs({ outputDataConfig: undefined, jobName: undefined, submitTime: undefined });

    expect(Object.keys(attributes)).toEqual([...MODEL_INVOCATION_JOB.attributes]);
    expect(attributes).toEqual({
      ModelInvocationJobArn: arn,
      ModelInvocationJobName: '',
      ModelInvocationJobStatus: 'Submitted',
      ModelInvocationJobMessage: '',
      TotalRecordCount: '',
      ProcessedRecordCount: '',
      SuccessRecordCount: '',
      ErrorRecordCount: '',
      OutputUri: '',
      ManifestUri: '',
      SubmitTime: '',
      EndTime: '',
    });
  });

  test.each(['s3://results', 's3://results/'])('writes to a folder with its id in %s', async (s3Uri) => {
    const { attributes } = await describeAs({ outputDataConfig: { s3OutputDataConfig: { s3Uri } } });

    expect(attributes.OutputUri).toBe('s3://results/a1b2c3d4e5f6/');
  });

  test('counts no records where the service says 0', async () => {
    const { attributes } = await describeAs({ totalRecordCount: 0, errorRecordCount: 0 });

    expect(attributes).toMatchObject({ TotalRecordCount: '0', ErrorRecordCount: '0' });
  });

  test.each<[JobPhase, ModelInvocationJobAcceptance]>([
    ['failed', {}],
    ['completed', { PartialCompletion: 'true' }],
  ])('that could not process all records in time has %s where %j is accepted', async (phase, acceptance) => {
    const of = modelInvocationJobs(new BedrockClient({}), { Acceptance: acceptance });

    expect(await describeAs({ status: 'PartiallyCompleted' }, of)).toMatchObject({
      phase,
      status: 'PartiallyCompleted',
    });
  });

  test('that has completed with more failed records than may have failed has failed, and says so first', async () => {
    const of = modelInvocationJobs(new BedrockClient({}), { Acceptance: { MaxErrorRecords: '2' } });
    const job = await describeAs({ ...completed, message: 'See the output files' }, of);

    expect(job).toMatchObject({
      phase: 'failed',
      status: 'Completed',
      reason: '3 of 1200 records failed, and maxErrorRecords is 2; See the output files',
    });
    expect(job.attributes.ErrorRecordCount).toBe('3');
  });

  test('that still runs is not judged by its records', async () => {
    expect(
      await describeAs({ status: 'InProgress', totalRecordCount: 100, processedRecordCount: 1, errorRecordCount: 1 }),
    ).toMatchObject({ phase: 'running', reason: '' });
  });
});

describe('a job is found by its name', () => {
  const summaries = (...jobs: [string, string][]) =>
    jobs.map(([jobName, id]) => ({ jobName, jobArn: arnOf(id) }) as ModelInvocationJobSummary);
  const search = { nameContains: name, sortBy: 'CreationTime', sortOrder: 'Descending' } as const;

  beforeEach(() => {
    bedrock.on(GetModelInvocationJobCommand).callsFake(({ jobIdentifier }) => ({ ...accepted, jobArn: jobIdentifier }));
  });

  test('which is exactly that, and no part of another, on whichever page', async () => {
    bedrock
      .on(ListModelInvocationJobsCommand, search)
      .resolves({ invocationJobSummaries: summaries([`${name}-2`, 'aaaaaaaaaaaa']), nextToken: 'more' })
      .on(ListModelInvocationJobsCommand, { ...search, nextToken: 'more' })
      .resolves({ invocationJobSummaries: summaries([`Old${name}`, 'bbbbbbbbbbbb'], [name, 'cccccccccccc']) });

    expect((await kind.find(name))!.arn).toBe(arnOf('cccccccccccc'));
    expect(bedrock.commandCalls(ListModelInvocationJobsCommand)).toHaveLength(2);
    expect(inputs().slice(2)).toEqual([{ jobIdentifier: arnOf('cccccccccccc') }]);
  });

  test('and of several it is the newest, without a look at the pages that follow', async () => {
    bedrock.on(ListModelInvocationJobsCommand).resolves({
      invocationJobSummaries: summaries([name, 'bbbbbbbbbbbb'], [name, 'aaaaaaaaaaaa']),
      nextToken: 'more',
    });

    expect((await kind.find(name))!.arn).toBe(arnOf('bbbbbbbbbbbb'));
    expect(bedrock.commandCalls(ListModelInvocationJobsCommand)).toHaveLength(1);
  });

  test.each([undefined, [], summaries([`${name}-2`, 'aaaaaaaaaaaa'])])('and is none among %j', async (found) => {
    bedrock.on(ListModelInvocationJobsCommand).resolves({ invocationJobSummaries: found });

    expect(await kind.find(name)).toBeUndefined();
    expect(bedrock.commandCalls(GetModelInvocationJobCommand)).toEqual([]);
  });
});

describe('the message among the attributes', () => {
  const messageOf = async (message: string, s3Uri = 's3://results') => {
    bedrock.on(GetModelInvocationJobCommand).resolves({
      ...completed,
      outputDataConfig: { s3OutputDataConfig: { s3Uri } },
      message,
    });
    return (await kind.describe(arn))!.attributes.ModelInvocationJobMessage;
  };

  test('is whole where it has at most 1,000 bytes', async () => {
    expect(await messageOf('x'.repeat(1000))).toBe('x'.repeat(1000));
    expect(await messageOf('x'.repeat(1001))).toBe('x'.repeat(1000));
  });

  test.each([
    ['of two bytes', 'ä', 499],
    ['of three bytes', '漢', 333],
    ['of four bytes, two in UTF-16', '🦜', 249],
    ['that JSON escapes', '"', 499],
    ['that control something', '\u0007', 166],
  ])('is clipped without breaking a character: %s', async (_, character, count) => {
    expect(await messageOf(`x${character.repeat(1000)}`)).toBe(`x${character.repeat(count)}`);
  });

  test.each(['x', '漢', '🦜', '"', '\u0007'])(
    'leaves room for the longest values that an answer can have beside it: %j',
    async (character) => {
      const longestArn = 'arn:aws-us-gov:bedrock:us-gov-west-1:111122223333:model-invocation-job/a1b2c3d4e5f6';
      const longest = {
        ...completed,
        jobArn: longestArn,
        jobName: 'n'.repeat(63),
        status: 'PartiallyCompleted' as const,
        message: character.repeat(2048),
        totalRecordCount: 1_000_000_000,
        processedRecordCount: 1_000_000_000,
        successRecordCount: 999_999_999,
        errorRecordCount: 100_000_000,
        outputDataConfig: { s3OutputDataConfig: { s3Uri: `s3://${'r'.repeat(63)}/${'o'.repeat(955)}` } },
      };
      expect(longest.outputDataConfig.s3OutputDataConfig.s3Uri).toHaveLength(1024);
      bedrock.on(GetModelInvocationJobCommand).resolves(longest);
      const { attributes } = (await kind.describe(longestArn))!;
      const LogicalResourceId = 'L'.repeat(255);
      const StackId = `arn:aws-us-gov:cloudformation:us-gov-west-1:111122223333:stack/${'S'.repeat(128)}/5e9d1c7a-0b2f-4e63-9a51-d3c8f7b6a240`;
      const ids = { LogicalResourceId, StackId, RequestId: '6f1c2a3b-8d4e-4f50-a1b2-c3d4e5f60718' };
      const event = resultEvent({}, 'Create', ids);
      const body = bodyOf(event, { Status: 'SUCCESS', PhysicalResourceId: LogicalResourceId, Data: attributes });

      expect(Buffer.byteLength(body)).toBeLessThanOrEqual(4096);
      expect(attributes.ModelInvocationJobMessage.startsWith(character.repeat(50))).toBe(true);
    },
  );
});
