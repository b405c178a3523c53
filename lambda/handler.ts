import type { SFNClient } from '@aws-sdk/client-sfn';
import { type Put, sendAnswer } from './answer';
import { allConditions } from './conditions-left';
import { messageOf } from './error-message';
import type { JobKindFactory } from './job-kind';
import { abandon, step } from './lifecycle';
import { answerLine, type LogLine, lookLine, receiptLine, refusalLine, startFailureLine } from './log-line';
import { idOfOther, MAY_HAVE_STARTED, NOT_STARTED, type World } from './operation';
import { patienceAt } from './operation-time';
import type { Random } from './pace';
import { requestTime } from './request-time';
import { runMetrics } from './run-metrics';
import { bytesOf, LONGEST_TICK_BYTES, startExecution } from './start-execution';
import { stateMachineExecutions } from './state-machine-executions';
import { type Answer, firstTick, isJob, type JobEvent, type ResourceEvent, type Tick, wholeDeadline } from './tick';
import { type Sight, witness } from './witness';
import type { GivenUp } from '../src/contract';

/** What the handler works with; the entry has the real ones. */
export interface HandlerProps {
  readonly sfn: SFNClient;
  /** The kinds of jobs by their key. */
  readonly kinds: { readonly [kind: string]: JobKindFactory };
  readonly now: () => Date;
  readonly random: Random;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: (line: LogLine) => void;
  readonly put?: Put;
  /** The name under which metrics of runs are published. @default - none are */
  readonly engineName?: string;
}

/** What the function may be called with. */
export type HandlerInput = ResourceEvent | Tick | GivenUp<Tick>;

/** The pauses between tries to start an execution: the permission to do so may have been made a moment ago. */
const START_PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

/**
 * A request that is younger is in its first delivery, in milliseconds: the pauses take a minute, and Lambda lets a minute pass
 * before it delivers a request again that has failed.
 */
const FIRST_DELIVERY_MS = 110_000;

/** What no permission, and no time, makes right. */
const HOPELESS = /DoesNotExist|Invalid(Arn|Name|ExecutionInput)|StateMachineDeleting|Validation/;

export function createHandler(props: HandlerProps): (input: HandlerInput) => Promise<Tick | void> {
  return async (input) => {
    if ('RequestType' in input) return receive(props, input);
    if ('givenUp' in input) {
      const tick = input.givenUp;
      // nobody would go on after it where wait conditions follow: they would be waited for in vain
      return tick.answer && !areConditionsToFollow(tick) ? deliver(props, tick) : abandonTick(props, tick);
    }
    return input.answer ? deliver(props, input) : carry(props, input);
  };
}

/**
 * A request of CloudFormation: the state machine sees to it, and to its answer, for as long as that takes. Only where it
 * cannot be started, the request is answered here.
 */
async function receive(props: HandlerProps, event: ResourceEvent): Promise<void> {
  props.log(receiptLine(event));
  const bytes = bytesOf(firstTick(event, props.now()));
  if (bytes > LONGEST_TICK_BYTES) return refuse(props, event, tooLong(bytes), NOT_STARTED);
  for (let attempt = 0; ; attempt++) {
    try {
      return await startExecution(props.sfn, firstTick(event, props.now()));
    } catch (error) {
      if (attempt < START_PAUSES_MS.length) {
        props.log(startFailureLine(event, messageOf(error), START_PAUSES_MS[attempt]));
        await props.sleep(START_PAUSES_MS[attempt]);
        continue;
      }
      const reason = `The state machine could not be started: ${messageOf(error)}`;
      // Lambda delivers it once more: IAM has as much time for this permission as it has for any other
      if (isFirstDelivery(props, event) && !(error instanceof Error && HOPELESS.test(error.name))) {
        throw new Error(reason, { cause: error });
      }
      // it may have been started nevertheless, or be started when Lambda delivers the request once more
      return refuse(props, event, reason, MAY_HAVE_STARTED);
    }
  }
}

/** Whether Lambda is certain to deliver a request once more, should the function fail: it does so twice. */
function isFirstDelivery({ now }: HandlerProps, event: ResourceEvent): boolean {
  const time = requestTime(event);
  return time !== undefined && now().getTime() - time < FIRST_DELIVERY_MS;
}

function tooLong(bytes: number): string {
  const [length, longest] = [bytes, LONGEST_TICK_BYTES].map((count) => count.toLocaleString('en-US'));
  return `The request is too long: with all that goes with it it has ${length} bytes, and may have ${longest}`;
}

async function refuse(
  { put, log }: HandlerProps,
  event: ResourceEvent,
  Reason: string,
  idOfNew: string,
): Promise<void> {
  const PhysicalResourceId = idOf(event, idOfNew);
  // what was never started needs no state machine to be deleted
  const isNothing = event.RequestType === 'Delete' && PhysicalResourceId === NOT_STARTED;
  const outcome = isNothing ? ({ Status: 'SUCCESS' } as const) : ({ Status: 'FAILED', Reason } as const);
  log(refusalLine(event, outcome));
  await sendAnswer(event, { ...outcome, PhysicalResourceId }, put);
}

/** The id of a resource for which no job is known. A result and a reference stand for none: each is always the same resource. */
function idOf(event: ResourceEvent, idOfNew = NOT_STARTED): string {
  if (!isJob(event)) return idOfOther(event);
  return event.RequestType === 'Create' ? idOfNew : event.PhysicalResourceId;
}

/** A tick without an answer: the next step of the job. */
async function carry(props: HandlerProps, tick: Tick): Promise<Tick> {
  const { result, sight, metrics } = await look(props, tick, step);
  props.log({ ...lookLine(result, sight), ...metrics });
  return result;
}

/** A tick that the state machine has given up on: CloudFormation is told, where it has not been told before. */
async function abandonTick(props: HandlerProps, tick: Tick): Promise<Tick> {
  const { result, sight, metrics } = await look(props, tick, abandon);
  if (!result.done) return deliver(props, result, metrics);
  props.log({ ...lookLine(result, sight), ...metrics });
  return result;
}

/** What a tick comes to, and what it has seen on the way. */
async function look(
  props: HandlerProps,
  tick: Tick,
  next: (tick: Tick, world: World) => Promise<Tick>,
): Promise<{ readonly result: Tick; readonly sight?: Sight; readonly metrics?: object }> {
  const { RequestType, ResourceProperties } = tick.event;
  const kind = props.kinds[ResourceProperties.Kind]?.({ ...ResourceProperties, isLeaving: RequestType === 'Delete' });
  if (!kind) return { result: { ...tick, waitSeconds: 0, answer: unknownKind(props, tick.event) } };
  const seen = witness(kind);
  const executions = stateMachineExecutions(props.sfn);
  const result = await next(tick, { kind: seen.kind, executions, clock: props.now, random: props.random });
  const { sight } = seen;
  const { engineName, now } = props;
  return {
    result,
    sight,
    metrics: engineName === undefined ? undefined : runMetrics(tick, result, sight.job, engineName, now()),
  };
}

/** A tick with an answer: the last one, unless wait conditions follow. */
async function deliver(props: HandlerProps, tick: Tick, metrics?: object): Promise<Tick> {
  const { event, answer } = tick;
  const delivery = answer && (await sendAnswer(event, answer, props.put));
  props.log({ ...answerLine(tick, delivery), ...metrics });
  return delivery === 'sent' && areConditionsToFollow(tick)
    ? withConditions(tick, props.now())
    : { ...tick, done: true };
}

/** Whether the deployment goes on to wait conditions, which nobody else signals. */
function areConditionsToFollow({ event, answer }: Tick): boolean {
  return (
    event.RequestType !== 'Delete' &&
    isJob(event) &&
    event.ResourceProperties.WaitConditions !== undefined &&
    answer?.Status === 'SUCCESS'
  );
}

/** The first tick after the answer: what goes on from here has all the time that the user has in mind. */
function withConditions({ answer: _, isSettled: __, ...tick }: Tick, now: Date): Tick {
  const event = tick.event as JobEvent;
  const deadline = wholeDeadline(event, new Date(tick.receivedAt)).toISOString();
  const goesOn: Tick = { ...tick, deadline, conditions: allConditions(event, now), dueAt: now.toISOString() };
  return { ...goesOn, giveUpAt: patienceAt(goesOn, now).toISOString(), done: false, waitSeconds: 0 };
}

/** Only what was never started can be deleted without knowing what it is: a job that may run must not go unseen. */
function unknownKind(props: HandlerProps, event: ResourceEvent): Answer {
  const { Kind } = event.ResourceProperties;
  const PhysicalResourceId = idOf(event);
  const isNothing = !isJob(event) || PhysicalResourceId === NOT_STARTED;
  return {
    Status: event.RequestType === 'Delete' && isNothing ? 'SUCCESS' : 'FAILED',
    Reason: `The handler knows no kind of job '${Kind}': it knows ${Object.keys(props.kinds).join(', ')}`,
    PhysicalResourceId,
  };
}
