import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { Duration, Stack } from 'aws-cdk-lib';
import { cleanUp, newRehearsal, synthesize } from './deployment';
import type { Fault } from '../../rehearsal/emulated-api/fault';
import { batchJob } from '../src/sample-batch-job';
import { compilationJob } from '../src/sample-job';
import { trainingJob } from '../src/sample-training-job';
import { transformJob } from '../src/sample-transform-job';

afterEach(cleanUp);

const COUNTS = { Compile: 50, Train: 50, Batch: 40, Score: 10 };
const JOBS = Object.values(COUNTS).reduce((sum, count) => sum + count, 0);
const MOST_RESOURCES = 500;
const LARGEST_TEMPLATE_BYTES = 1_000_000;
const MOST_POLICY_CHARACTERS = 10_240;

/** 150 jobs of all kinds in one stack, each with a role of its own where its kind has one. */
const app = () =>
  synthesize((root) => {
    const stack = new Stack(root, 'App');
    const numbers = (count: number) => Array.from({ length: count }, (_, index) => index + 1);
    for (const number of numbers(COUNTS.Compile)) {
      compilationJob(stack, `Compile${number}`, { outputPrefix: `compiled/${number}`, stackOutputs: false });
    }
    for (const number of numbers(COUNTS.Train)) {
      trainingJob(stack, `Train${number}`, { outputPrefix: `trained/${number}`, stackOutputs: false });
    }
    for (const number of numbers(COUNTS.Batch)) {
      const waitTimeout = Duration.minutes(50);
      batchJob(stack, `Batch${number}`, { outputPrefix: `answered/${number}`, waitTimeout, stackOutputs: false });
    }
    for (const number of numbers(COUNTS.Score)) {
      transformJob(stack, `Score${number}`, { outputPrefix: `scored/${number}`, stackOutputs: false });
    }
  });

interface Resource {
  readonly Type: string;
  readonly Properties: { readonly PolicyDocument?: object; readonly Policies?: { readonly PolicyDocument: object }[] };
}

const templateOf = (assembly: string) => readFileSync(path.join(assembly, 'App.template.json'), 'utf8');

describe('a stack of 150 jobs of all kinds', () => {
  test('stays within the limits of CloudFormation and IAM', () => {
    const text = templateOf(app());
    const { Resources } = JSON.parse(text) as { Resources: Record<string, Resource> };
    const inline = (id: string) => JSON.stringify(Resources[id].Properties.Policies ?? []);
    const attached = Object.values(Resources).filter(
      ({ Type, Properties }) => Type === 'AWS::IAM::Policy' && /JobEngineHandlerRole/.test(JSON.stringify(Properties)),
    );
    const handlerRole = Object.keys(Resources).find((id) => /JobEngineHandlerRole[0-9A-F]{8}$/.test(id))!;

    expect(Object.keys(Resources).length).toBeLessThanOrEqual(MOST_RESOURCES);
    expect(Buffer.byteLength(text)).toBeLessThan(LARGEST_TEMPLATE_BYTES);
    expect([inline(handlerRole), ...attached.map((policy) => JSON.stringify(policy))].join('').length).toBeLessThan(
      MOST_POLICY_CHARACTERS,
    );
  });

  test('runs them all at once, and each once, though the services throttle', async () => {
    const throttle = (operation: string, call: number): Fault => ({ operation, call, times: 3, effect: 'throttle' });
    const throttles = [
      throttle('CreateTrainingJob', 10),
      throttle('CreateCompilationJob', 5),
      throttle('CreateModelInvocationJob', 20),
      throttle('DescribeCompilationJob', 200),
      throttle('DescribeTrainingJob', 300),
      throttle('DescribeTransformJob', 20),
      throttle('GetModelInvocationJob', 200),
      throttle('ListModelInvocationJobs', 3),
    ];
    const rehearsal = newRehearsal({
      concurrency: 2,
      existingModels: ['penguins'],
      jobs: { '*': { duration: 4 * 60 } },
      faults: throttles,
    });
    let mostAtOnce = 0;
    const jobs = () => [...rehearsal.sagemaker.jobs, ...rehearsal.bedrock.jobs];
    rehearsal.clock.observe(() => {
      mostAtOnce = Math.max(mostAtOnce, jobs().filter(({ finished }) => !finished).length);
    });
    const { ok } = await rehearsal.deploy(app());

    expect(ok).toBe(true);
    const calls = [...rehearsal.sagemaker.calls, ...rehearsal.bedrock.calls];
    const throttled = calls.filter(({ error }) => error?.code === 'ThrottlingException');
    expect(throttled).toHaveLength(throttles.length * 3);
    expect(jobs()).toHaveLength(JOBS);
    expect(new Set(jobs().map(({ name }) => name)).size).toBe(JOBS);
    expect(jobs().filter(({ status }) => status.toLowerCase() !== 'completed')).toEqual([]);
    expect(mostAtOnce).toBeGreaterThan(JOBS - 10);
  });
});
