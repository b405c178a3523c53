import { RehearsalError } from '../rehearsal-error';

/** What goes wrong with one call of an emulated operation. */
export type CallFaultEffect =
  | 'throttle'
  | 'internal-failure'
  | 'service-unavailable'
  | 'access-denied'
  /** The call has its effect, the answer never arrives. */
  | 'lost-response'
  /** The function's process dies before the call has an effect. */
  | 'crash-before'
  /** The function's process dies after the call has had its effect. */
  | 'crash-after'
  | { readonly error: string; readonly message: string };

export interface CallFault {
  /** The API operation, such as `CreateCompilationJob`. */
  readonly operation: string;
  /** Its first affected call, counted from 1 (the SDK's own retries count). @default 1 */
  readonly call?: number;
  /** How many calls in a row are affected. @default 1 */
  readonly times?: number;
  readonly effect: CallFaultEffect;
}

export interface InvocationFault {
  /** The function's first affected invocation, counted from 1. */
  readonly invocation: number;
  /** Counts only CloudFormation's requests, or only the state machine's ticks. @default - both */
  readonly of?: InvocationKind;
  /** @default 1 */
  readonly times?: number;
  /** `duplicate` delivers CloudFormation's event twice; `crash` ends the process before the handler runs. */
  readonly effect: 'duplicate' | 'crash' | 'throttle';
}

export interface RequestFault {
  /** The custom resource request, counted from 1, that CloudFormation sends again. */
  readonly request: number;
  /** The same RequestId under another response URL; only the answer to the second counts. */
  readonly effect: 'retry';
  /** Seconds after the first. @default 60 */
  readonly after?: number;
}

export interface AnswerFault {
  /** The first affected PUT to a response URL, counted from 1. */
  readonly answer: number;
  /** @default 1 */
  readonly times?: number;
  /** The URL answers 503, and the answer is not read. */
  readonly effect: 'service-unavailable';
}

export type Fault = CallFault | InvocationFault | RequestFault | AnswerFault;

export type InvocationKind = 'request' | 'tick';

/** Counts what happens and says which fault meets it. */
export class FaultPlan {
  private readonly counts = new Map<string, number>();

  constructor(private readonly faults: readonly Fault[] = []) {
    faults.forEach(checkFault);
  }

  public forCall(operation: string): CallFaultEffect | undefined {
    const count = this.count(`call:${operation}`);
    return this.faults.find(
      (fault): fault is CallFault =>
        'operation' in fault && fault.operation === operation && covers(fault.call ?? 1, fault.times, count),
    )?.effect;
  }

  public forInvocation(kind: InvocationKind): InvocationFault['effect'] | undefined {
    const counts = { all: this.count('invocation'), ofKind: this.count(`invocation:${kind}`) };
    return this.faults.find(
      (fault): fault is InvocationFault =>
        'invocation' in fault &&
        (fault.of === undefined || fault.of === kind) &&
        covers(fault.invocation, fault.times, fault.of ? counts.ofKind : counts.all),
    )?.effect;
  }

  public forRequest(): RequestFault | undefined {
    const count = this.count('request');
    return this.faults.find((fault): fault is RequestFault => 'request' in fault && fault.request === count);
  }

  public forAnswer(): AnswerFault['effect'] | undefined {
    const count = this.count('answer');
    return this.faults.find(
      (fault): fault is AnswerFault => 'answer' in fault && covers(fault.answer, fault.times, count),
    )?.effect;
  }

  private count(what: string): number {
    const count = (this.counts.get(what) ?? 0) + 1;
    this.counts.set(what, count);
    return count;
  }
}

function covers(first: number, times: number | undefined, count: number): boolean {
  return count >= first && count < first + (times ?? 1);
}

function checkFault(fault: Fault): void {
  const ordinals = Object.entries(fault).filter(([member]) =>
    ['call', 'times', 'invocation', 'request', 'answer'].includes(member),
  );
  for (const [member, value] of ordinals) {
    if (!Number.isInteger(value) || value < 1) {
      throw new RehearsalError(`faults: ${member}: ${value} must be a whole number from 1`);
    }
  }
}
