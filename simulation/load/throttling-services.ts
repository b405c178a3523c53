import { type CallRate, CallAllowance } from './call-rate';
import type { Fault, Place } from '../fault';
import type { FaultPlan, PlannedFault } from '../fault-plan';

/** The rates of what is called. */
export interface ServiceRates {
  readonly [operation: string]: CallRate;
}

/**
 * The rates that AWS documents are those of Step Functions, here of the Regions with the lower ones. Those of the services
 * that run jobs are not published: these are low enough to be met all the time.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/service-quotas.html
 */
export const RATES: ServiceRates = {
  StartExecution: { burst: 800, perSecond: 150 },
  StopExecution: { burst: 500, perSecond: 25 },
  DescribeExecution: { burst: 250, perSecond: 10 },
  ListExecutions: { burst: 100, perSecond: 2 },
  create: { burst: 10, perSecond: 5 },
  other: { burst: 20, perSecond: 10 },
};

/** Of these, no rate that jobs could meet is known. */
const UNLIMITED: readonly Place[] = ['request', 'answer', 'signal', 'look'];

/** The functions that may run at once in a new account. */
export const CONCURRENT_FUNCTIONS = 10;

/** Services that take no more than they say, and count what they are asked. */
export class ThrottlingServices implements FaultPlan {
  public readonly met: PlannedFault[] = [];
  public readonly calls = new Map<string, number>();
  public readonly throttled = new Map<string, number>();
  /** The calls of the services that run jobs, by the second. */
  public readonly callsBySecond = new Map<number, number>();
  public ticks = 0;
  private points = 0;
  private readonly allowances: Map<string, CallAllowance>;

  /**
   * @param clock What time it is.
   * @param hasRoom Whether one more function may be at work.
   */
  constructor(
    private readonly clock: () => number,
    private readonly hasRoom: () => boolean,
    rates: ServiceRates = RATES,
  ) {
    this.allowances = new Map(Object.entries(rates).map(([operation, rate]) => [operation, new CallAllowance(rate)]));
  }

  public meet(place: Place, label: string): Fault | undefined {
    const point = this.points++;
    const fault = this.faultAt(place, label);
    if (fault) this.met.push({ point, fault });
    return fault;
  }

  private faultAt(place: Place, label: string): Fault | undefined {
    if (UNLIMITED.includes(place)) return undefined;
    if (place === 'tick') return this.tick();
    const operation = label.split(' ')[0];
    const isState = place === 'execution' || place === 'list executions';
    const name = isState ? operation : place === 'create' ? 'create' : 'other';
    add(this.calls, operation);
    if (!isState) add(this.callsBySecond, Math.floor(this.clock() / 1000));
    if (this.allowances.get(name)?.take(this.clock()) !== false) return undefined;
    add(this.throttled, operation);
    return 'throttled';
  }

  private tick(): Fault | undefined {
    if (this.hasRoom()) {
      this.ticks++;
      return undefined;
    }
    add(this.throttled, 'InvokeFunction');
    return 'tick-throttled';
  }
}

function add<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}
