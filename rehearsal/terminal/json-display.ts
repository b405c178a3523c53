import { Display } from './display';
import type { StackEvent } from '../cloudformation/stack-event';
import type { JsonObject } from '../json-value';

/** Prints what happens for a program: one JSON document a line, and nothing for people. */
export class JsonDisplay extends Display {
  constructor(private readonly stream: NodeJS.WritableStream) {
    super({ stream, live: false, color: false });
  }

  public override event({ at, ...event }: StackEvent): void {
    this.record('event', { time: new Date(at).toISOString(), ...event });
  }

  public override record(type: string, members: JsonObject): void {
    this.stream.write(`${JSON.stringify({ type, ...members })}\n`);
  }

  public override line(): void {
    // it is for people
  }
}
