import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { BatchInferenceStack } from '../../examples/batch-inference/batch-inference-stack';
import { sonnetRecords } from '../../examples/batch-inference/sonnet-records';
import { cleanUp, newRehearsal, synthesize } from '../deployment/deployment';

const FOLDER = path.join(__dirname, '..', '..', 'examples', 'batch-inference');
const fileText = (name: string) => readFileSync(path.join(FOLDER, name), 'utf8');

interface SonnetRecord {
  readonly recordId: string;
  readonly modelInput: { readonly messages: { readonly content: { readonly text: string }[] }[] };
}

interface SonnetAnswer {
  readonly recordId: string;
  readonly modelOutput?: unknown;
  readonly error?: unknown;
}

const RECORD_IDS = Array.from({ length: 154 }, (_, index) => `SONNET${String(index + 1).padStart(5, '0')}`);

const linesOf = <Line>(text: string): Line[] =>
  text
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line);

describe('the records', () => {
  const records = linesOf<SonnetRecord>(fileText('records.jsonl'));
  const questions = records.map(({ modelInput }) => modelInput.messages[0].content[0].text);

  test('are what the sonnets make', () => {
    expect(sonnetRecords(fileText('sonnets.txt'))).toBe(fileText('records.jsonl'));
  });

  test('are one a sonnet', () => {
    expect(records.map(({ recordId }) => recordId)).toEqual(RECORD_IDS);
    expect(questions[0]).toMatch(/^Sonnet I\n\nFrom fairest creatures we desire increase,\n/);
    expect(questions[127]).toMatch(/^Sonnet CXXVIII\n\nHow oft when thou, my music, music play'st,\n/);
    expect(questions[153]).toMatch(/\n {2}Love's fire heats water, water cools not love\.$/);
  });

  test('have the 14 lines of a sonnet, but for two that were printed with more and with fewer', () => {
    const lines = questions.map((question) => question.split('\n').length - 2);
    expect(lines.flatMap((count, index) => (count === 14 ? [] : [[index + 1, count]]))).toEqual([
      [99, 15],
      [126, 12],
    ]);
  });
});

describe('the stack', () => {
  const template = Template.fromStack(new BatchInferenceStack(new App(), 'BatchInference'));

  test('asks Nova Lite in the words of Converse', () => {
    template.hasResourceProperties('Custom::BedrockModelInvocationJob', {
      Request: {
        modelId: 'us.amazon.nova-lite-v1:0',
        modelInvocationType: 'Converse',
        timeoutDurationInHours: 24,
      },
      Acceptance: { MaxErrorRecords: '5' },
    });
  });

  test('tells of a job that has failed', () => {
    template.hasResourceProperties('AWS::Events::Rule', {
      EventPattern: { detail: { status: ['Failed', 'Stopped', 'Expired', 'PartiallyCompleted'] } },
      Targets: [{ Arn: { Ref: Match.stringLikeRegexp('^Failures') } }],
    });
  });

  test('says where the answers lie once the job has ended', () => {
    template.hasResourceProperties('AWS::SSM::Parameter', {
      Name: '/sonnets/answers',
      Value: { 'Fn::GetAtt': [Match.stringLikeRegexp('^Sonnets.*Result'), 'OutputUri'] },
    });
  });
});

describe('a deployment', () => {
  afterEach(cleanUp);

  const app = () => synthesize((scope) => void new BatchInferenceStack(scope, 'BatchInference'));

  test('asks about every sonnet, and says where the answers lie', async () => {
    const rehearsal = newRehearsal();
    const { ok, stacks } = await rehearsal.deploy(app());
    const { outputs, resources } = stacks.BatchInference;

    expect(ok).toBe(true);
    const [job] = rehearsal.bedrock.batchJobs;
    expect(outputs).toEqual({
      AnsweredSonnets: '154',
      SonnetsModelInvocationJobArn: job.arn,
      SonnetsOutputUri: job.outputUri,
    });
    const parameter = Object.values(resources).find(({ type }) => type === 'AWS::SSM::Parameter');
    expect(parameter?.properties).toMatchObject({ Name: '/sonnets/answers', Value: job.outputUri });
  });

  test('fails if more than 5 records do, and says nowhere that there are answers', async () => {
    const rehearsal = newRehearsal({ jobs: { Sonnets: { errorRecords: 6 } } });
    const { ok, stacks } = await rehearsal.deploy(app());
    const { status, events } = stacks.BatchInference;

    expect(ok).toBe(false);
    expect(status).toBe('ROLLBACK_COMPLETE');
    expect(rehearsal.bedrock.jobs.map((job) => job.status)).toEqual(['Completed']);
    const reasons = events.filter((event) => event.status === 'CREATE_FAILED').map(({ reason }) => reason);
    expect(reasons).toEqual([
      expect.stringContaining('ended as Completed: 6 of 154 records failed, and maxErrorRecords is 5 | '),
    ]);
    expect(events.map(({ resourceType }) => resourceType)).not.toContain('AWS::SSM::Parameter');
  });

  test('that is deleted half-way leaves no job that runs', async () => {
    const rehearsal = newRehearsal({ jobs: { Sonnets: { duration: 7200 } } });
    const assembly = app();
    let destroyed: Promise<{ readonly ok: boolean }> | undefined;
    rehearsal.at(3600, () => (destroyed = rehearsal.destroy(assembly)));
    await rehearsal.deploy(assembly);

    expect((await destroyed)?.ok).toBe(true);
    expect(rehearsal.bedrock.jobs.map((job) => job.status)).toEqual(['Stopped']);
  });

  describe('with an output folder', () => {
    let outputFolder: string;
    beforeEach(() => (outputFolder = mkdtempSync(path.join(tmpdir(), 'cdk-ml-jobs-'))));
    afterEach(() => rmSync(outputFolder, { recursive: true }));

    test.each([0, 5])('writes a line for each sonnet, of which %s have an error', async (errorRecords) => {
      const rehearsal = newRehearsal({ outputFolder, jobs: { Sonnets: { errorRecords } } });
      const { ok, stacks } = await rehearsal.deploy(app());

      expect(ok).toBe(true);
      expect(stacks.BatchInference.outputs.AnsweredSonnets).toBe(String(154 - errorRecords));
      const [folder] = rehearsal.outputFolders;
      const files = readdirSync(folder).sort();
      expect(files).toEqual([expect.stringMatching(/^[0-9a-f]{64}\.jsonl\.out$/), 'manifest.json.out']);
      const answers = linesOf<SonnetAnswer>(readFileSync(path.join(folder, files[0]), 'utf8'));
      expect(answers.map(({ recordId }) => recordId)).toEqual(RECORD_IDS);
      expect(answers.filter(({ error }) => error !== undefined)).toHaveLength(errorRecords);
      expect(answers.filter(({ modelOutput }) => modelOutput !== undefined)).toHaveLength(154 - errorRecords);
    });
  });
});
