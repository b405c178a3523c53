import type { SFNClient } from '@aws-sdk/client-sfn';
import { type Put, sendAnswer, sendSignal } from './answer';
import { carriedRequest } from './carried-request';
import { messageOf } from './fault';
import type { JobKindFactory } from './job-kind';
import { abandon, step, type World } from './lifecycle';
import { MAY_HAVE_STARTED, NOT_STARTED } from './operation';
import type { Random } from './pace';
import { hasExecution, startExecution, stopExecutions } from './start-execution';
import { type Answer, firstTick, isJob, isWatch, type JobEvent, type ResourceEvent, type Tick } from './tick';
import type { GivenUp } from '../src/contract';

/** What the handler works with; the entry has the real ones. */
export interface HandlerProps {
  readonly sfn: SFNClient;
  /** The kinds of jobs by their key. */
  readonly kinds: { readonly [kind: string]: JobKindFactory };
  readonly now: () => Date;
  readonly random: Random;
  readonly sleep: (ms: number) => Promise<void>;
  readonly log: (entry: { readonly [member: string]: unknown }) => void;
  readonly put?: Put;
}

/** What the function may be called with. */
export type HandlerInput = ResourceEvent | Tick | GivenUp<Tick>;

/** The pauses between tries to start an execution: the permission to do so may have been made a moment ago. */
const START_PAUSES_MS = [1_000, 2_000, 4_000, 8_000, 15_000, 30_000];

export function createHandler(props: HandlerProps): (input: HandlerInput) => Promise<Tick | void> {
  return async (input) => {
    if ('RequestType' in input) return receive(props, input);
    if (!('givenUp' in input)) return input.answer ? deliver(props, input) : carry(props, input, step);
    const tick = input.givenUp;
    return deliver(props, tick.answer ? tick : await carry(props, tick, abandon));
  };
}

/** A request of CloudFormation: the state machine sees to it. Where that cannot be started, the request has failed. */
async function receive(props: HandlerProps, event: ResourceEvent): Promise<void> {
  const { RequestType, RequestId, LogicalResourceId } = event;
  props.log({ received: RequestType, RequestId, LogicalResourceId });
  const receipt: Receipt = { receivedAt: props.now(), isUnderWay: false };
  for (let attempt = 0; ; attempt++) {
    try {
      return await begin(props, event, receipt);
    } catch (error) {
      props.log({ failed: 'StartExecution', RequestId, LogicalResourceId, error: messageOf(error) });
      if (attempt < START_PAUSES_MS.length) {
        await props.sleep(START_PAUSES_MS[attempt]);
        continue;
      }
      const isUnderWay = receipt.isUnderWay || (await hasBegun(props, event));
      // its execution will answer: two answers could say different things
      if (isUnderWay && handleOf(event) === undefined) return;
      const Reason = `The state machine could not be started: ${messageOf(error)}`;
      const outcome = isUnderWay ? ({ Status: 'SUCCESS' } as const) : ({ Status: 'FAILED', Reason } as const);
      const PhysicalResourceId = idOf(event, isUnderWay === undefined ? MAY_HAVE_STARTED : NOT_STARTED);
      return void (await sendAnswer(event, { ...outcome, PhysicalResourceId }, props.put));
    }
  }
}

/** What is known of a request that is being handed over. */
interface Receipt {
  readonly receivedAt: Date;
  /** Whether it has an execution. */
  isUnderWay: boolean;
}

/** Whether the last try has begun an execution, though it failed; `undefined` where nobody can say. */
async function hasBegun({ sfn }: HandlerProps, event: ResourceEvent): Promise<boolean | undefined> {
  return hasExecution(sfn, event).catch(() => undefined);
}

async function begin({ sfn, now, put }: HandlerProps, event: ResourceEvent, receipt: Receipt): Promise<void> {
  const { receivedAt } = receipt;
  const start = (carried?: JobEvent) =>
    startExecution(sfn, firstTick(event, receivedAt, carried), now(), () => (receipt.isUnderWay = true));
  if (isJob(event)) return start();
  const WaitHandle = handleOf(event);
  // a watch with a handle waits once, when it is made: another wait is another watch's
  const waits = event.RequestType === 'Create' || (event.RequestType === 'Update' && WaitHandle === undefined);
  const carried = waits && isWatch(event) ? await carriedRequest(sfn, event) : undefined;
  if (waits) await start(carried);
  if (event.RequestType === 'Delete') await stopExecutions(sfn, event);
  if (waits && WaitHandle === undefined) return;
  await sendAnswer(event, { Status: 'SUCCESS', PhysicalResourceId: idOf(event) }, put);
}

/** Where a watch signals the end of its job. */
function handleOf(event: ResourceEvent): string | undefined {
  return isWatch(event) ? event.ResourceProperties.WaitHandle : undefined;
}

/** The id of a resource for which no job is known. A watch and a reference stand for none: each is always the same resource. */
function idOf(event: ResourceEvent, idOfNew = NOT_STARTED): string {
  if (event.RequestType !== 'Create') return event.PhysicalResourceId;
  return isJob(event) ? idOfNew : event.LogicalResourceId;
}

/** A tick without an answer: the next step of the job. */
async function carry(
  props: HandlerProps,
  tick: Tick,
  next: (tick: Tick, world: World) => Promise<Tick>,
): Promise<Tick> {
  const { RequestType, RequestId, LogicalResourceId, ResourceProperties } = tick.event;
  const kind = props.kinds[ResourceProperties.Kind]?.(ResourceProperties);
  const result = kind
    ? await next(tick, { kind, now: props.now(), random: props.random })
    : { ...tick, waitSeconds: 0, answer: unknownKind(props, tick.event) };
  const { waitSeconds, progress, answer } = result;
  // the response URL and the handle are secrets for as long as they are good
  props.log({ step: RequestType, RequestId, LogicalResourceId, waitSeconds, progress, answer });
  return result;
}

/** A tick with an answer: the last one. */
async function deliver(props: HandlerProps, tick: Tick): Promise<Tick> {
  const { RequestId, LogicalResourceId } = tick.event;
  const delivery = tick.answer && (await tell(props, tick.event, tick.answer));
  props.log({ answer: delivery, RequestId, LogicalResourceId });
  return { ...tick, done: true };
}

/** A watch with a handle has answered for itself when it was made; what it has seen goes to its wait condition. */
function tell({ put }: HandlerProps, event: ResourceEvent, answer: Answer): Promise<'sent' | 'refused'> {
  const handle = handleOf(event);
  return handle === undefined ? sendAnswer(event, answer, put) : sendSignal(handle, event, answer, put);
}

/** Only what was never started can be deleted without knowing what it is: a job that may run must not go unseen. */
function unknownKind(props: HandlerProps, event: ResourceEvent): Answer {
  const { Kind } = event.ResourceProperties;
  const PhysicalResourceId = idOf(event);
  return {
    Status: event.RequestType === 'Delete' && PhysicalResourceId === NOT_STARTED ? 'SUCCESS' : 'FAILED',
    Reason: `The handler knows no kind of job '${Kind}': it knows ${Object.keys(props.kinds).join(', ')}`,
    PhysicalResourceId,
  };
}
