/** What a process gets from outside. */
export interface SignalSource {
  on(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
  off(signal: 'SIGINT' | 'SIGTERM', listener: () => void): unknown;
}

/** As a shell reports what a signal has ended: 128 and the signal's number. */
const EXIT_CODES = { SIGINT: 130, SIGTERM: 143 } as const;
const EXIT_CODE_SIGPIPE = 141;

/** Somebody wants no more of a command: by a signal, or by closing the pipe that it writes to. */
export class Interruption {
  /** The exit code of the interrupted command; never resolved while nobody interrupts it. */
  public readonly exitCode: Promise<number>;
  private readonly listeners: (readonly [keyof typeof EXIT_CODES, () => void])[] = [];

  constructor(
    output: NodeJS.WritableStream,
    private readonly signals: SignalSource,
  ) {
    this.exitCode = new Promise((resolve, reject) => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) {
        const listener = (): void => resolve(EXIT_CODES[signal]);
        signals.on(signal, listener);
        this.listeners.push([signal, listener]);
      }
      // stays: what is written before the command has ended fails too, and is no news
      output.on('error', (error: NodeJS.ErrnoException) => {
        if (error.code === 'EPIPE') resolve(EXIT_CODE_SIGPIPE);
        else reject(error);
      });
    });
    this.exitCode.catch(() => {});
  }

  /** Signals end the process again as they do. */
  public end(): void {
    this.listeners.forEach(([signal, listener]) => this.signals.off(signal, listener));
  }
}
