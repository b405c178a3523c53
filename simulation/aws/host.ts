import type { Call } from './handler-call';

/** What the handler's calls go to. */
export interface Host {
  call(call: Call): Promise<object>;
  put(url: string, body: string): Promise<number>;
  sleep(seconds: number): Promise<void>;
}
