import { EventEmitter } from 'node:events';
import { PassThrough } from 'node:stream';
import { CfnOutput, Stack } from 'aws-cdk-lib';
import { cleanUp, newRehearsal, synthesize } from './deployment';
import { main } from '../../rehearsal/cli';
import { CompilationJob, ModelData, ModelInvocationJob, TrainingJob, TransformJob } from '../../src';
import { compilationJob } from '../src/sample-job';

afterEach(cleanUp);

const BATCH_ARN = 'arn:aws:bedrock:us-east-1:111122223333:model-invocation-job/abcdefghijkl';

/** Refers to a job of each kind, and compiles what the training job has made. */
function references(stack: Stack): void {
  const compiled = CompilationJob.fromCompilationJobName(stack, 'Compiled', 'compiled-elsewhere');
  const trained = TrainingJob.fromTrainingJobName(stack, 'Trained', 'trained-elsewhere');
  const scored = TransformJob.fromTransformJobName(stack, 'Scored', 'scored-elsewhere');
  const answered = ModelInvocationJob.fromModelInvocationJobArn(stack, 'Answered', BATCH_ARN);
  compilationJob(stack, 'Further', { modelData: ModelData.fromTrainingJob(trained) });
  const values = {
    Compiled: compiled.modelArtifacts,
    Image: compiled.inferenceImage,
    Trained: trained.trainingJobStatus,
    Scored: scored.transformOutputUri,
    Answered: answered.outputUri,
    Records: answered.successRecordCount,
  };
  Object.entries(values).forEach(([id, value]) => new CfnOutput(stack, `${id}Value`, { value }));
}

const app = (make = references): string => synthesize((scope) => make(new Stack(scope, 'App')));

test('jobs that are said to exist have results, by the id of the reference or by their own name', async () => {
  const rehearsal = newRehearsal({
    existingJobs: {
      Compiled: { status: 'Completed' },
      'trained-elsewhere': { answer: { ModelArtifacts: { S3ModelArtifacts: 's3://mine/model.tar.gz' } } },
      Scored: {},
      abcdefghijkl: { answer: { successRecordCount: 98, errorRecordCount: 2 } },
    },
  });
  const { ok, stacks, missingJobs } = await rehearsal.deploy(app());
  expect({ ok, missingJobs }).toEqual({ ok: true, missingJobs: [] });
  expect(stacks.App.outputs).toMatchObject({
    CompiledValue: 's3://made-elsewhere/compiled-elsewhere/model-ml_c5.tar.gz',
    ImageValue: '000000000000.dkr.ecr.us-east-1.amazonaws.com/made-elsewhere-neo:latest',
    TrainedValue: 'Completed',
    ScoredValue: 's3://made-elsewhere/scored-elsewhere',
    AnsweredValue: 's3://made-elsewhere/abcdefghijkl/',
    RecordsValue: '98',
  });
  const [further] = rehearsal.sagemaker.compilationJobs;
  expect(further.request.InputConfig).toMatchObject({ S3Uri: 's3://mine/model.tar.gz' });
  expect([...rehearsal.existingJobsRead].sort()).toEqual(['Compiled', 'Scored', 'abcdefghijkl', 'trained-elsewhere']);
});

test.each([
  ['Failed', 'has not completed: it is Failed'],
  ['InProgress', 'has not completed: it is InProgress'],
])('a job that is said to be %s fails its reference', async (status, text) => {
  const assembly = app((stack) => {
    const trained = TrainingJob.fromTrainingJobName(stack, 'Trained', 'trained-elsewhere');
    new CfnOutput(stack, 'Model', { value: trained.modelArtifacts });
  });
  const { ok, stacks } = await newRehearsal({ existingJobs: { Trained: { status } } }).deploy(assembly);
  expect(ok).toBe(false);
  expect(stacks.App.events.some(({ reason }) => reason?.includes(text))).toBe(true);
});

test('a job of the stack does not get the name of one that exists', async () => {
  const assembly = app((stack) => compilationJob(stack, 'Compile', { compilationJobName: 'taken' }));
  const { ok, stacks } = await newRehearsal({ existingJobs: { taken: {} } }).deploy(assembly);
  expect(ok).toBe(false);
  expect(stacks.App.events.some(({ reason }) => reason?.includes('taken'))).toBe(true);
});

test('without a word of them they do not exist, and the command says how to say so', async () => {
  const assembly = app((stack) => TrainingJob.fromTrainingJobName(stack, 'Trained', 'trained-elsewhere'));
  const { ok, missingJobs } = await newRehearsal().deploy(assembly);
  expect({ ok, missingJobs }).toEqual({ ok: false, missingJobs: ['Trained'] });

  const run = async (...argv: string[]): Promise<string> => {
    const out = new PassThrough();
    const texts: string[] = [];
    out.on('data', (chunk: Buffer) => texts.push(chunk.toString()));
    await main(['rehearse', assembly, ...argv], { stdout: out, stderr: out, env: {}, signals: new EventEmitter() });
    return texts.join('');
  };
  expect(await run()).toContain(
    'Trained refers to a job that nothing here makes: if it exists, say so with --existing Trained=Completed\n',
  );
  expect(await run('--existing', 'Trained=Completed')).toContain('✅  App');
});
