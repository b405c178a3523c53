import { CfnOutput, Duration, Stack } from 'aws-cdk-lib';
import { eventsOf, newRehearsal, synthesize } from './deployment';
import { STACK_TYPE } from '../../rehearsal/cloudformation/stack-event';
import type { Rehearsal, RehearsalOptions, StackResult } from '../../rehearsal/rehearsal';
import type { ModelInvocationJobProps } from '../../src';
import { batchJob } from '../src/sample-batch-job';

export const HOUR = 3600;

/** An app with one stack `App` and one job `Batch`, which may take two days. */
export const appWith = (
  props: Partial<ModelInvocationJobProps> = {},
  also: (stack: Stack) => void = () => undefined,
): string =>
  synthesize((app) => {
    const stack = new Stack(app, 'App');
    const job = batchJob(stack, 'Batch', { timeout: Duration.hours(48), outputPrefix: 'batch', ...props });
    if (props.waitForCompletion !== false) new CfnOutput(stack, 'Succeeded', { value: job.successRecordCount });
    also(stack);
  });

/** A rehearsal in which the job takes so many hours. */
export const lasting = (hours: number, options: RehearsalOptions = {}): Rehearsal =>
  newRehearsal({ ...options, jobs: { Batch: { duration: hours * HOUR, ...options.jobs?.Batch } } });

/** The same app with another request. */
export const again = (): string => appWith({ outputPrefix: 'again' });

/** A rehearsal in which the job has taken three hours, and has succeeded. */
export const deployed = async (app = appWith(), options: RehearsalOptions = {}): Promise<Rehearsal> => {
  const rehearsal = lasting(3, options);
  expect((await rehearsal.deploy(app)).ok).toBe(true);
  return rehearsal;
};

export const ticksOf = ({ executions }: Rehearsal): number => executions.reduce((sum, { ticks }) => sum + ticks, 0);
export const longestHistoryOf = ({ executions }: Rehearsal): number =>
  Math.max(...executions.map((one) => one.historyEvents));
export const statusesOf = ({ bedrock }: Rehearsal): string[] => bedrock.jobs.map(({ status }) => status);

/** Why resources could not be made or changed, in the order in which they failed. */
export const failuresOf = ({ events }: StackResult): string[] =>
  events
    .filter(({ status, reason = '' }) => /^(CREATE|UPDATE)_FAILED$/.test(status) && !/cancelled/.test(reason))
    .filter(({ resourceType }) => resourceType !== STACK_TYPE)
    .map(({ logicalId, reason }) => `${logicalId}: ${reason}`);

/** What has become of the wait conditions of `Batch`. */
export const conditionEventsOf = (stack: StackResult): string[] => eventsOf(stack, /^BatchWaitCondition/);

/** The words of the signals that the conditions of a stack have got. */
export const signalsOf = (stack: StackResult): string[] =>
  stack.events.flatMap(({ reason = '' }) => /Received SUCCESS signal with UniqueId (\w+)-/.exec(reason)?.[1] ?? []);
