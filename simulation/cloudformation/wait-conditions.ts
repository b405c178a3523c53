import type { World } from '../world';

/** A handle expires 24 hours after it was made. */
const HANDLE_SECONDS = 86_399;

interface Signal {
  readonly Status: 'SUCCESS' | 'FAILURE';
  readonly Reason: string;
}

/** The handles and conditions of stacks: a condition waits for one signal to its handle. */
export class WaitConditions {
  private readonly signals = new Map<string, Signal>();
  /** The resources whose handles have got signals, and what the last one was. */
  private readonly signalsByResource = new Map<string, Signal>();
  private readonly waiting = new Map<string, (reason?: string) => void>();
  private made = 0;

  constructor(private readonly world: World) {}

  /**
   * A new handle: a URL.
   *
   * @param resource What it is of, so that another handle of the same resource is known.
   */
  public newHandle(resource: string): string {
    const handle: string = this.world.urls.presign(`handle-${++this.made}`, HANDLE_SECONDS, (body) => {
      const signal = JSON.parse(body) as Signal;
      this.signals.set(handle, signal);
      this.signalsByResource.set(resource, signal);
      this.look(handle);
    });
    const old = this.signalsByResource.get(resource);
    const isKept = old && this.world.facts.meet('reused-handle', undefined).alternative === 'old-signals';
    if (isKept) this.signals.set(handle, old);
    return handle;
  }

  /** Waits for the signal; returns why the condition has failed, where it has. */
  public async wait(handle: string, seconds: number): Promise<string | undefined> {
    if (this.world.facts.meet('conditions-waited-for', undefined).alternative === 'no') return undefined;
    return new Promise((resolve) => {
      const timer = this.world.scheduler.after(seconds, `wait condition of ${handle} times out`, () =>
        this.waiting.get(handle)?.('WaitCondition timed out'),
      );
      this.waiting.set(handle, (reason) => {
        this.waiting.delete(handle);
        this.world.scheduler.cancel(timer);
        this.world.trace?.note(
          'CloudFormation',
          `a wait condition is over${reason === undefined ? '' : `: ${reason}`}`,
        );
        this.world.scheduler.expectUnknownWork();
        resolve(reason);
      });
      this.look(handle);
    });
  }

  /** Nobody waits any more. */
  public cancel(): void {
    for (const end of [...this.waiting.values()]) end('cancelled');
  }

  /** Goes on with what the handles of another world have got. */
  public goOnFrom({ signalsByResource }: WaitConditions): void {
    signalsByResource.forEach((signal, resource) => this.signalsByResource.set(resource, signal));
  }

  /** What has been signalled, and what is waited for. */
  public get state(): unknown {
    const statuses = (signals: ReadonlyMap<string, Signal>) => [...signals.values()].map(({ Status }) => Status);
    return [statuses(this.signals), statuses(this.signalsByResource), this.waiting.size];
  }

  private look(handle: string): void {
    const signal = this.signals.get(handle);
    if (signal) this.waiting.get(handle)?.(signal.Status === 'SUCCESS' ? undefined : signal.Reason);
  }
}
