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
  private readonly waiting = new Map<string, (reason?: string) => void>();
  private made = 0;

  constructor(private readonly world: World) {}

  /** A new handle: a URL. */
  public newHandle(): string {
    const handle: string = this.world.urls.presign(`handle-${++this.made}`, HANDLE_SECONDS, (body) => {
      this.signals.set(handle, JSON.parse(body) as Signal);
      this.look(handle);
    });
    return handle;
  }

  /** Waits for the signal; returns why the condition has failed, where it has. */
  public wait(handle: string, seconds: number): Promise<string | undefined> {
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

  /** What has been signalled, and what is waited for. */
  public get state(): unknown {
    return [[...this.signals.values()].map(({ Status }) => Status), this.waiting.size];
  }

  private look(handle: string): void {
    const signal = this.signals.get(handle);
    if (signal) this.waiting.get(handle)?.(signal.Status === 'SUCCESS' ? undefined : signal.Reason);
  }
}
