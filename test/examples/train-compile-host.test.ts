import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { App } from 'aws-cdk-lib';
import { Match, Template } from 'aws-cdk-lib/assertions';
import { penguinRows } from '../../examples/train-compile-host/penguin-rows';
import {
  TrainCompileHostStack,
  type TrainCompileHostStackProps,
} from '../../examples/train-compile-host/train-compile-host-stack';
import type { Rehearsal, StackResult } from '../../rehearsal/rehearsal';
import { cleanUp, eventsOf, newRehearsal, synthesize } from '../deployment/deployment';

const EXAMPLES = path.join(__dirname, '..', '..', 'examples');
const dataOf = (channel: string) =>
  readFileSync(path.join(EXAMPLES, 'train-compile-host', 'data', `${channel}.csv`), 'utf8');
const rowsOf = (channel: string) => dataOf(channel).trimEnd().split('\n');

describe('the rows', () => {
  const { train, validation } = { train: rowsOf('train'), validation: rowsOf('validation') };

  test('are what the penguins make', () => {
    const penguins = readFileSync(path.join(EXAMPLES, 'compile-and-host', 'model', 'data', 'penguins.csv'), 'utf8');
    expect(penguinRows(penguins)).toEqual({ train: dataOf('train'), validation: dataOf('validation') });
  });

  test('are one for each penguin that was measured, in the shares of its species', () => {
    const bySpecies = (rows: string[]) =>
      ['0,', '1,', '2,'].map((label) => rows.filter((row) => row.startsWith(label)));
    expect(bySpecies(train).map((rows) => rows.length)).toEqual([114, 51, 93]);
    expect(bySpecies(validation).map((rows) => rows.length)).toEqual([37, 17, 30]);
  });

  test('have the number of the species and four measurements, and no header', () => {
    expect(train[0]).toBe('0,39.1,18.7,181,3750');
    expect([...train, ...validation].filter((row) => !/^[012](,\d+(\.\d)?){4}$/.test(row))).toEqual([]);
  });
});

describe('the stack', () => {
  const template = Template.fromStack(new TrainCompileHostStack(new App(), 'TrainCompileHost'));
  const resultOf = (id: string, attribute: string) => ({
    'Fn::GetAtt': [Match.stringLikeRegexp(`^${id}[0-9A-F]{8}$`), attribute],
  });

  test('trains with the two files and the last XGBoost that Neo knows', () => {
    const channel = (ChannelName: string) =>
      Match.objectLike({
        ChannelName,
        ContentType: 'text/csv',
        DataSource: { S3DataSource: Match.objectLike({ S3DataType: 'S3Prefix' }) },
      });
    template.hasResourceProperties('Custom::SageMakerTrainingJob', {
      Request: Match.objectLike({
        AlgorithmSpecification: {
          TrainingInputMode: 'File',
          TrainingImage: Match.objectLike({
            'Fn::Join': ['', Match.arrayWith([Match.stringLikeRegexp('/sagemaker-xgboost:1\\.3-1$')])],
          }),
        },
        HyperParameters: {
          objective: 'multi:softprob',
          num_class: '3',
          num_round: '20',
          max_depth: '3',
          eta: '0.3',
          eval_metric: 'merror',
        },
        InputDataConfig: [channel('train'), channel('validation')],
        ResourceConfig: Match.objectLike({ InstanceType: 'ml.m5.large', InstanceCount: 1 }),
        StoppingCondition: { MaxRuntimeInSeconds: 1800 },
      }),
      Metrics: ['validation:merror'],
      WaitForCompletion: 'true',
    });
  });

  test('compiles what the training has made', () => {
    template.hasResourceProperties('Custom::SageMakerCompilationJob', {
      Request: Match.objectLike({
        InputConfig: { S3Uri: resultOf('Train', 'ModelArtifacts'), Framework: 'XGBOOST' },
      }),
    });
  });

  test('hosts what the compilation has made', () => {
    template.hasResourceProperties('AWS::SageMaker::Model', {
      PrimaryContainer: {
        Image: resultOf('Compile', 'InferenceImage'),
        ModelDataUrl: resultOf('Compile', 'ModelArtifacts'),
      },
    });
  });

  test('waits for each of its jobs without wait conditions', () => {
    template.resourceCountIs('AWS::CloudFormation::WaitCondition', 0);
  });
});

/** The parts of the pipeline, by their logical ids. */
const PARTS = /^(Train|Compile)[0-9A-F]{8}$|^(Model|EndpointConfig|Endpoint)$/;
const nameOf = (logicalId: string) => logicalId.replace(/[0-9A-F]{8}$/, '');

/** What was done to the parts of the pipeline, in the order of time. */
function courseOf({ events }: StackResult, status: RegExp): string[] {
  return events
    .filter(({ logicalId, status: found }) => PARTS.test(logicalId) && status.test(found))
    .map(({ logicalId, status: found }) => `${nameOf(logicalId)} ${found}`);
}

const completed = (parts: string[], status: string) => parts.map((part) => `${part} ${status}`);
const statusesOf = (jobs: { readonly status: string }[]) => jobs.map(({ status }) => status);
const namesOf = (jobs: { readonly name: string }[]) => jobs.map(({ name }) => name);

describe('a deployment', () => {
  afterEach(cleanUp);

  const app = (props?: TrainCompileHostStackProps) =>
    synthesize((scope) => void new TrainCompileHostStack(scope, 'TrainCompileHost', props));
  const jobs = { Train: { metrics: { 'validation:merror': 0.023_81 } } };

  /** A rehearsal in which the pipeline is deployed. */
  async function deployed(): Promise<{ rehearsal: Rehearsal; before: StackResult }> {
    const rehearsal = newRehearsal({ jobs });
    const { ok, stacks } = await rehearsal.deploy(app());
    expect(ok).toBe(true);
    return { rehearsal, before: stacks.TrainCompileHost };
  }

  test('trains, compiles and hosts, in this order', async () => {
    const { rehearsal, before: stack } = await deployed();
    const [[trained], [compiled]] = [rehearsal.sagemaker.trainingJobs, rehearsal.sagemaker.compilationJobs];

    expect(courseOf(stack, /^CREATE_/)).toEqual(
      ['Train', 'Compile', 'Model', 'EndpointConfig', 'Endpoint'].flatMap((part) =>
        completed([part], 'CREATE_IN_PROGRESS').concat(completed([part], 'CREATE_COMPLETE')),
      ),
    );
    expect(trained.name).toMatch(/^traincompilehost--train--[0-9a-f]{12}$/);
    const artifacts = `s3://${bucketOf(stack, 'Train')}/penguins/${trained.name}/output/model.tar.gz`;
    expect(compiled.request.InputConfig).toEqual({ S3Uri: artifacts, Framework: 'XGBOOST' });
    expect(stack.outputs).toEqual({
      TrainTrainingJobArn: trained.arn,
      TrainModelArtifacts: artifacts,
      CompileCompilationJobArn: compiled.arn,
      CompileModelArtifacts: `s3://${bucketOf(stack, 'Compile')}/penguins/${compiled.name}/model-ml_c5.tar.gz`,
      ValidationError: '0.02381',
      EndpointName: expect.any(String),
    });
    expect(stack.resources.Model.properties).toMatchObject({
      PrimaryContainer: { ModelDataUrl: stack.outputs.CompileModelArtifacts },
      Tags: [{ Key: 'training-job', Value: trained.name }],
    });
  });

  test('of another hyperparameter trains, compiles and hosts again, and removes the old jobs afterwards', async () => {
    const { rehearsal, before } = await deployed();
    const { ok, stacks } = await rehearsal.deploy(app({ rounds: 10 }));
    const after = stacks.TrainCompileHost;

    expect(ok).toBe(true);
    expect(courseOf(after, /^(UPDATE|DELETE)_COMPLETE$/)).toEqual([
      ...completed(['Train', 'Compile', 'Model', 'EndpointConfig', 'Endpoint'], 'UPDATE_COMPLETE'),
      ...completed(['EndpointConfig', 'Model', 'Compile', 'Train'], 'DELETE_COMPLETE'),
    ]);
    const { trainingJobs, compilationJobs, existingJobs } = rehearsal.sagemaker;
    expect(statusesOf(trainingJobs)).toEqual(['Completed', 'Completed']);
    expect(statusesOf(compilationJobs)).toEqual(['COMPLETED', 'COMPLETED']);
    expect(namesOf(existingJobs)).toEqual([trainingJobs[1].name, compilationJobs[1].name]);
    expect(compilationJobs[1].request.InputConfig).toMatchObject({ S3Uri: after.outputs.TrainModelArtifacts });
    expect(after.outputs.CompileModelArtifacts).not.toBe(before.outputs.CompileModelArtifacts);
    expect(after.outputs.EndpointName).toBe(before.outputs.EndpointName);
  });

  test('in which the training fails starts nothing after it, and says why', async () => {
    const failure = 'AlgorithmError: framework error: label must be in [0, num_class)';
    const rehearsal = newRehearsal({ jobs: { Train: { failure } } });
    const { ok, stacks } = await rehearsal.deploy(app());
    const stack = stacks.TrainCompileHost;

    expect(ok).toBe(false);
    expect(stack.status).toBe('ROLLBACK_COMPLETE');
    const [, failed] = eventsOf(stack, /^Train[0-9A-F]{8}$/);
    expect(failed).toContain(`CREATE_FAILED`);
    expect(failed).toContain(`The training job ended as Failed: ${failure}`);
    expect(failed).toContain('log group /aws/sagemaker/TrainingJobs');
    expect(courseOf(stack, /^CREATE_/)).toEqual(['Train CREATE_IN_PROGRESS', 'Train CREATE_FAILED']);
    expect(rehearsal.sagemaker.compilationJobs).toEqual([]);
    expect(statusesOf(rehearsal.sagemaker.existingJobs)).toEqual(['Failed']);
  });

  test('that fails to train anew goes on hosting the model before', async () => {
    const { rehearsal, before } = await deployed();
    const { ok, stacks } = await rehearsal.deploy(app({ rounds: 10 }), {
      jobs: { Train: { failure: 'AlgorithmError: no' } },
    });
    const after = stacks.TrainCompileHost;

    expect(ok).toBe(false);
    expect(after.status).toBe('UPDATE_ROLLBACK_COMPLETE');
    expect(after.outputs).toEqual(before.outputs);
    expect(rehearsal.sagemaker.trainingJobs).toHaveLength(2);
    expect(rehearsal.sagemaker.compilationJobs).toHaveLength(1);
    expect(courseOf(after, /COMPLETE$/)).not.toContain('Model UPDATE_COMPLETE');
  });

  test('leaves no job behind when it is deleted, the last one first', async () => {
    const { rehearsal } = await deployed();
    const { ok, stacks } = await rehearsal.destroy(app());

    expect(ok).toBe(true);
    expect(courseOf(stacks.TrainCompileHost, /^DELETE_COMPLETE$/)).toEqual(
      completed(['Endpoint', 'EndpointConfig', 'Model', 'Compile', 'Train'], 'DELETE_COMPLETE'),
    );
    expect(rehearsal.sagemaker.existingJobs).toEqual([]);
    expect(rehearsal.executions.filter(({ status }) => status === 'RUNNING')).toEqual([]);
  });
});

/** The name of the bucket that a job has made for its output. */
function bucketOf({ resources }: StackResult, job: string): string {
  const [bucket] = Object.entries(resources).filter(([id]) => new RegExp(`^${job}Output[0-9A-F]{8}$`).test(id));
  return bucket[1].physicalId;
}
