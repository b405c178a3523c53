import { Duration, Stack } from 'aws-cdk-lib';
import type { JsonObject } from '../../rehearsal/json-value';
import type { Rehearsal } from '../../rehearsal/rehearsal';
import type { Authorize } from '../../simulation/aws/authorize';
import { ServiceError } from '../../simulation/aws/service-error';
import { STATE_MACHINE_ARN } from '../../simulation/aws/simulated-step-functions';
import { explore } from '../../simulation/exploration';
import { runScenario } from '../../simulation/run-scenario';
import { OTHER_NAME, OWN_NAME } from '../../simulation/scenarios/sample-jobs';
import type { Scenario } from '../../simulation/scenarios/scenario';
import { KINDS, scenariosOf } from '../../simulation/scenarios/scenarios';
import { scenarioNamed } from '../../simulation/search-plan';
import { EvaluationJob } from '../../src';
import { cleanUp, newRehearsal, synthesize } from '../deployment/deployment';
import { namePropertyOf, SAMPLE_OF_KIND } from '../src/sample-of-kind';

/** Longer than a custom resource may wait: it has wait conditions. */
const LONGER: { readonly [kind: string]: object } = { TrainingJob: { maxRuntime: Duration.hours(2) } };

/** Results of evaluations are read where a metric is required, as in the simulation. */
function requireMetricOf(job: unknown): void {
  if (job instanceof EvaluationJob) job.requireMetric('Builtin.Accuracy', { atLeast: 0.5 });
}

/** A key of S3, or what keys begin with, in the folders of the stack that is deployed. */
function deployedKey(simulated: string): string {
  const folder = (name: string) => name.toLowerCase().replace(/^shop--\w+--/, 'shop--evaluationjob--');
  return `evaluations/${simulated.replace(/^[^/]+/, folder)}`;
}

/** A stack like that of the simulation: with jobs of all kinds, under generated names and under two that are given. */
function deployable(): string {
  return synthesize((app) => {
    const stack = new Stack(app, 'Shop', { env: { account: '111122223333', region: 'eu-west-1' } });
    for (const kind of KINDS) {
      requireMetricOf(SAMPLE_OF_KIND[kind](stack, kind, LONGER[kind]));
      for (const name of [OWN_NAME, OTHER_NAME]) {
        // the one kind whose names have no capitals
        const ownName = kind === 'EvaluationJob' ? name.toLowerCase() : name;
        requireMetricOf(SAMPLE_OF_KIND[kind](stack, `${name}-${kind}`, { [namePropertyOf(kind)]: ownName }));
      }
    }
  });
}

let rehearsal: Rehearsal;

beforeAll(async () => {
  rehearsal = newRehearsal({ existingModels: ['penguins'] });
  const { ok } = await rehearsal.deploy(deployable());
  expect(ok).toBe(true);
});
afterAll(cleanUp);

/** Decides on the calls of a simulation by the policies that the library makes. */
function byPolicies(): Authorize {
  const [caller] = rehearsal.invocations;
  const { authorize } = rehearsal.iam;
  const [{ input: started }] = rehearsal.stepFunctions.calls;
  // the policies stay as they are: what they have allowed once they allow again
  const allowed = new Set<string>();
  const [simulated, deployed] = [STATE_MACHINE_ARN, String(started.stateMachineArn)].map((arn) => arn.split(':').pop());
  return (service, operation, input) => {
    // that is for the role of the state machine, and of its calls the deployments of the other tests make every one
    if (service === 'cloudformation') return;
    const given = JSON.stringify(input);
    const asking = `${service}:${operation} ${given}`;
    if (allowed.has(asking)) return;
    // as JSON, and on the state machine that is deployed
    const text = given
      .replaceAll(`stateMachine:${simulated}`, `stateMachine:${deployed}`)
      .replaceAll(`execution:${simulated}:`, `execution:${deployed}:`);
    const asked = JSON.parse(text) as JsonObject;
    const { prefix, key } = asked;
    const inStore = service === 's3' && {
      bucket: 'results',
      ...(typeof prefix === 'string' && { prefix: deployedKey(prefix) }),
      ...(typeof key === 'string' && { key: deployedKey(key) }),
    };
    const call = { service, operation, input: { ...asked, ...inStore } };
    authorize({ ...call, at: 0, caller, roleArn: caller.roleArn });
    allowed.add(asking);
  };
}

test.each(KINDS)('every call in the life of a %s is one that the synthesized policies allow', async (kind) => {
  const authorize = byPolicies();
  for (const scenario of scenariosOf(kind)) {
    const { violations } = await runScenario(scenario, [], { authorize });
    expect([scenario.name, ...violations]).toEqual([scenario.name]);
  }
  expect(rehearsal.iam.denials).toEqual([]);
});

/** Where calls are made that nobody makes when all goes well. */
const TROUBLED = ['update in place', 'delete a running job'];
const CANCELLED = ['delete while creating', 'cancel an update', 'cancel an update in place'];

test.each(KINDS)('every call for a %s is one that they allow, also when something goes wrong', async (kind) => {
  const calls = new Set<string>();
  const decide = byPolicies();
  const authorize: Authorize = (service, operation, input) => {
    calls.add(operation);
    decide(service, operation, input);
  };
  for (const name of TROUBLED) {
    const { failures } = await explore(scenarioNamed(kind, name), { faults: 1, isShort: true, authorize });
    expect([name, ...failures]).toEqual([name]);
  }
  for (const name of CANCELLED) {
    for (let point = 0; point < 24; point += 3) {
      const { violations } = await runScenario(scenarioNamed(kind, name), [{ point, fault: 'interrupt' }], {
        authorize,
      });
      expect([name, point, ...violations]).toEqual([name, point]);
    }
  }
  expect(rehearsal.iam.denials).toEqual([]);
  expect([...calls]).toEqual(expect.arrayContaining(['StopExecution', 'ListExecutions']));
});

test('a call for the results of another job is refused', () => {
  const authorize = byPolicies();
  const allowed = () => authorize('s3', 'ListObjectsV2', { bucket: 'outputs', prefix: 'shop--job--0123456789ab/id/' });
  const refused = (operation: string, input: object) => () =>
    authorize('s3', operation, { bucket: 'outputs', ...input });

  const before = rehearsal.iam.denials.length;

  expect(allowed).not.toThrow();
  expect(refused('ListObjectsV2', { prefix: 'another--job--0123456789ab/id/' })).toThrow('s3:ListBucket');
  expect(refused('GetObject', { key: 'another--job--0123456789ab/id/1_output.jsonl' })).toThrow('s3:GetObject');
  expect(rehearsal.iam.denials).toHaveLength(before + 2);
});

test('a call that they do not allow is refused as in AWS', async () => {
  const before = rehearsal.iam.denials.length;
  const { violations } = await runScenario(scenarioNamed('CompilationJob', 'create'), [], {
    authorize: (service, operation, input) =>
      byPolicies()(service, operation, { ...input, CompilationJobName: 'Another--Job--1' }),
  });

  expect(violations).toEqual(['the outcome is another one: ROLLBACK_COMPLETE, not CREATE_COMPLETE']);
  expect(rehearsal.iam.denials.slice(before).map(({ denial }) => denial.access.action)).toEqual([
    'sagemaker:DescribeCompilationJob',
  ]);
});

/** The calls in the life of a job that may make all of them, as `service:Operation`. */
async function callsIn(scenario: Scenario): Promise<ReadonlySet<string>> {
  const calls = new Set<string>();
  await runScenario(scenario, [], { authorize: (service, operation) => void calls.add(`${service}:${operation}`) });
  return calls;
}

/** What must hold even where the handler can do nothing about the job. */
const ANSWERED = /no answer|two answers|handler throws|secret|answer is too long|simulation fails/;

test.each(KINDS)('whichever permission is missing, every request for a %s is answered', async (kind) => {
  const names = ['create', 'create a job that takes too long', 'update with replacement', 'update in place'];
  const scenarios = [...names, 'delete a running job', 'create a long job', 'create with references'].map((name) =>
    scenarioNamed(kind, name),
  );
  const seen = new Set<string>();

  for (const scenario of scenarios) {
    // a run that never makes the call goes as it does with all permissions
    for (const denied of await callsIn(scenario)) {
      seen.add(denied);
      let isPlayed = false;
      const played: Scenario = {
        ...scenario,
        play: (world) => {
          isPlayed = true;
          return scenario.play(world);
        },
      };
      const authorize: Authorize = (service, operation) => {
        if (!isPlayed || `${service}:${operation}` !== denied) return;
        throw new ServiceError('AccessDeniedException', `User: f is not authorized to perform: ${denied}`);
      };
      const { violations } = await runScenario(played, [], { authorize });
      const telling = violations.filter((violation) => ANSWERED.test(violation));
      expect([scenario.name, denied, ...telling]).toEqual([scenario.name, denied]);
    }
  }
  expect(seen.size).toBeGreaterThanOrEqual(8);
});

test('a machine that may signal conditions, but not look at them, lets a deployment go on all the same', async () => {
  const authorize: Authorize = (_, operation) => {
    if (operation === 'DescribeStackResource') throw new ServiceError('AccessDenied', 'not authorized');
  };
  for (const name of ['create a long job', 'create a job that takes days']) {
    const { status, violations } = await runScenario(scenarioNamed('CompilationJob', name), [], { authorize });
    expect([name, status, ...violations]).toEqual([name, 'CREATE_COMPLETE']);
  }
});
