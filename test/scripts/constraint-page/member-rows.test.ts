import { Duration } from 'aws-cdk-lib';
import { JOB_DEFINITIONS } from '../../../scripts/constraint-check/job-definitions';
import { memberRows } from '../../../scripts/constraint-page/member-rows';
import { STRICTER_LIMITS } from '../../../scripts/constraint-page/stricter-limits';
import { MlInstanceType, type TrainingJobProps, TuningStrategy } from '../../../src';
import { operationModel } from '../../../src/validation/service-model/operation-model';
import { ingestionJob } from '../../src/sample-ingestion-job';
import { newStack } from '../../src/sample-job';
import { trainingJob } from '../../src/sample-training-job';
import { transformJob } from '../../src/sample-transform-job';
import { tuningJob } from '../../src/sample-tuning-job';

describe.each(JOB_DEFINITIONS)('the page of $kind', (definition) => {
  const { service, createAction, ownMembers, members, mostTags, kind } = definition;
  const rows = memberRows(definition, operationModel(service, createAction)!);
  const rowOf = (member: string) => rows.find(([, api]) => api === `\`${member}\``)!;

  test('promises no override that is refused', () => {
    for (const member of Object.keys(ownMembers)) {
      expect([member, rowOf(member)[0]]).not.toContain('`requestOverrides`');
    }
  });

  test('promises no more tags than a job may have', () => {
    const limits = members.tags.map((member) => rowOf(member)[3]);
    expect(limits).toEqual(members.tags.map(() => `0 to ${mostTags} items`));
  });

  test('has the limits that the rules are stricter about', () => {
    for (const [member, { min, max }] of Object.entries(STRICTER_LIMITS[kind] ?? {})) {
      expect([member, rowOf(member)[3]]).toEqual([member, expect.stringMatching(new RegExp(`\\b${max ?? min}\\b`))]);
    }
  });
});

const group = { InstanceGroupName: 'a', InstanceType: 'ml.m5.large' };
const train = (requestOverrides: { [member: string]: unknown }, props: Partial<TrainingJobProps> = {}) =>
  trainingJob(newStack(), 'Train', { requestOverrides, instanceType: MlInstanceType.M5_LARGE, ...props });
const groups = { instanceType: undefined, instanceGroups: [] };

test.each<[string, () => unknown]>([
  ['ResourceConfig.InstanceCount', () => train({}, { instanceCount: 0 })],
  ['ResourceConfig.VolumeSizeInGB', () => train({ ResourceConfig: { VolumeSizeInGB: 0 } })],
  ['ResourceConfig.InstanceGroups', () => train({}, groups)],
  [
    'ResourceConfig.InstanceGroups[].InstanceCount',
    () => train({ ResourceConfig: { InstanceType: null, InstanceGroups: [{ ...group, InstanceCount: 0 }] } }),
  ],
])('no job goes below the stricter limit of %s', (member, make) => {
  expect(STRICTER_LIMITS.TrainingJob[member]).toEqual({ min: 1 });
  expect(make).toThrow(/must be .*1/);
});

test('no job goes beyond the stricter limits of a tuning', () => {
  const [[longest], [largest]] = Object.values(STRICTER_LIMITS.HyperParameterTuningJob).map(({ max }) => [max!]);
  const within = (seconds: number) => () => tuningJob(newStack(), 'Tune', { maxRuntime: Duration.seconds(seconds) });
  expect(within(longest + 1)).toThrow(`from 120 to ${longest}`);
  expect(within(longest)).not.toThrow();
  const hyperband = (maxResource: number) => () =>
    tuningJob(newStack(), 'Tune', { strategy: TuningStrategy.hyperband({ minResource: 1, maxResource }) });
  expect(hyperband(largest + 1)).toThrow(`from 1 to ${largest}`);
  expect(hyperband(largest)).not.toThrow();
});

test('no job goes beyond the stricter limit of an ingestion', () => {
  const { description } = STRICTER_LIMITS.IngestionJob;
  const described = (length: number) => ingestionJob(newStack(), 'Ingest', { description: 'x'.repeat(length) });
  expect(() => described(description.max! + 1)).toThrow(`at most ${description.max} characters`);
  expect(() => described(description.max!)).not.toThrow();
});

test('no job goes beyond the stricter limit of a transform', () => {
  expect(() => transformJob(newStack(), 'Score', { instanceCount: 101 })).toThrow('from 1 to 100');
  expect(() => transformJob(newStack(), 'Score', { instanceCount: 100 })).not.toThrow();
});
