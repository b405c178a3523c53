import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import * as path from 'node:path';
import { App } from 'aws-cdk-lib';
import { Rehearsal, type RehearsalOptions, type StackResult } from '../../rehearsal/rehearsal';

/** A fixed beginning of time, so that a rehearsal goes the same way every time. */
const START_TIME = Date.UTC(2030, 0, 1);

const folders: string[] = [];
const rehearsals: Rehearsal[] = [];

/** Synthesizes an app into a folder of its own; `context` is what its `cdk.json` would say. */
export function synthesize(make: (app: App) => void, context: Record<string, unknown> = {}): string {
  const outdir = mkdtempSync(path.join(tmpdir(), 'cdk-ml-jobs-'));
  folders.push(outdir);
  const app = new App({ outdir, context });
  make(app);
  return app.synth().directory;
}

/** A rehearsal with the real handler and the synthesized state machine. */
export function newRehearsal(options: RehearsalOptions = {}): Rehearsal {
  const rehearsal = new Rehearsal({ startTime: START_TIME, ...options });
  rehearsals.push(rehearsal);
  return rehearsal;
}

/** Lets go of all rehearsals, and of what they have in memory. */
export async function closeRehearsals(): Promise<void> {
  await Promise.all(rehearsals.splice(0).map((rehearsal) => rehearsal.close()));
}

/** To be called after each test. */
export async function cleanUp(): Promise<void> {
  await closeRehearsals();
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true }));
}

/** The calls of an operation of SageMaker that had an answer. */
export function answeredCallsOf(rehearsal: Rehearsal, operation: string): Rehearsal['sagemaker']['calls'] {
  return rehearsal.sagemaker.calls.filter((call) => call.operation === operation && call.error === undefined);
}

/** The same, as the request's most telling member. */
export function callsOf(rehearsal: Rehearsal, operation: string): string[] {
  return answeredCallsOf(rehearsal, operation).map(({ input }) =>
    String(input.CompilationJobName ?? input.ResourceArn),
  );
}

/** The events of a resource as `STATUS` or `STATUS: reason`. */
export function eventsOf(stack: StackResult, logicalId: RegExp): string[] {
  return stack.events
    .filter((event) => logicalId.test(event.logicalId))
    .map(({ status, reason }) => (reason ? `${status}: ${reason}` : status));
}
