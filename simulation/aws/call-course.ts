import { ServiceError, TimeoutError } from './service-error';
import type { Fault } from '../fault';
import { CALL_TIMEOUT_SECONDS } from '../handler-under-test';

/** One try of the SDK at a call. */
export interface Try {
  /** After how many seconds it reaches the service; undefined where it never does. */
  readonly reachesAfter?: number;
  /** After how many seconds the SDK has an answer, or has waited long enough. */
  readonly endsAfter: number;
  /** What the SDK gets instead of the service's answer. */
  readonly error?: Error;
}

/** How the SDK of the handler's clients is set up. */
export interface Patience {
  readonly tries: number;
  readonly timeoutSeconds: number;
}

/** Those of the services that run jobs: the SDK's default number of tries, and the time-out of lambda/index.ts. */
export const JOB_SERVICE_PATIENCE: Patience = { tries: 3, timeoutSeconds: 20 };
/** That of calls which are tried once, so that it is known when they are over. */
export const SINGLE_PATIENCE: Patience = { tries: 1, timeoutSeconds: CALL_TIMEOUT_SECONDS };
/** That of Step Functions: the handler itself tries again. */
export const STATES_PATIENCE: Patience = { tries: 1, timeoutSeconds: 3 };

const CALL_SECONDS = 0.05;
const RETRY_SECONDS = 0.5;
const SLOW_SECONDS = 18;

const WELL: Try = { reachesAfter: CALL_SECONDS, endsAfter: CALL_SECONDS };
const throttled = () => new ServiceError('ThrottlingException', 'Rate exceeded');
const unavailable = () => new ServiceError('InternalFailure', 'The service has failed', 500);
const late = () => new TimeoutError('The request has timed out');
const garbled = () => new SyntaxError('Unexpected token < in JSON at position 0');

/** The tries that a call takes which a fault meets. */
export function triesOf(fault: Fault | undefined, { tries, timeoutSeconds }: Patience): readonly Try[] {
  const all = (one: () => Try) => Array.from({ length: tries }, one);
  switch (fault) {
    case 'throttled':
      return all(() => ({ endsAfter: RETRY_SECONDS, error: throttled() }));
    case 'throttled-once':
      return [{ endsAfter: RETRY_SECONDS, error: throttled() }, WELL].slice(0, tries);
    case 'unavailable':
      return all(() => ({ endsAfter: RETRY_SECONDS, error: unavailable() }));
    case 'unavailable-after':
      return all(() => ({ reachesAfter: CALL_SECONDS, endsAfter: RETRY_SECONDS, error: unavailable() }));
    case 'unreachable':
      return all(() => ({ endsAfter: timeoutSeconds, error: late() }));
    case 'lost-once':
      return [{ reachesAfter: CALL_SECONDS, endsAfter: timeoutSeconds, error: late() }, WELL].slice(0, tries);
    case 'lost':
      return all(() => ({ reachesAfter: CALL_SECONDS, endsAfter: timeoutSeconds, error: late() }));
    case 'third-try':
      return [...Array.from({ length: tries - 1 }, () => ({ endsAfter: timeoutSeconds, error: late() })), WELL];
    case 'garbled':
      return [{ reachesAfter: CALL_SECONDS, endsAfter: CALL_SECONDS, error: garbled() }];
    case 'slow':
      return [{ reachesAfter: SLOW_SECONDS, endsAfter: SLOW_SECONDS }];
    default:
      return [WELL];
  }
}
