import { EventEmitter } from 'node:events';
import { Writable } from 'node:stream';
import { handlerResources, job, JOB_HANDLER, tickingStateMachine, writeApp } from './fixture-assembly';
import * as checkProgram from '../../check/cli';
import { main } from '../../rehearsal/cli';
import type { JsonObject } from '../../rehearsal/json-value';

/** A stream that remembers what was written. */
export class Recorder extends Writable {
  public text = '';

  public _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}

/** What a run of the command line has come to. */
export interface Outcome {
  readonly exitCode: number;
  readonly out: string;
  readonly err: string;
}

/** Runs the command line, on no terminal. */
export async function cli(...argv: string[]): Promise<Outcome> {
  const [stdout, stderr] = [new Recorder(), new Recorder()];
  const streams = { stdout, stderr, env: {}, signals: new EventEmitter() };
  const exitCode = await main(argv, streams, () => checkProgram);
  return { exitCode, out: stdout.text, err: stderr.text };
}

/** An app of one compilation job. */
export function app(name = 'my-job'): string {
  const properties: JsonObject = { StateMachine: { Ref: 'Machine' }, Name: name };
  const metadata = { Metadata: { 'aws:cdk:path': 'App/Compile/Resource/Default' } };
  return writeApp(
    { ...handlerResources(JOB_HANDLER), Machine: tickingStateMachine(), Job: job(properties, metadata) },
    { Outputs: { JobArn: { Value: { 'Fn::GetAtt': ['Job', 'Arn'] } } } },
  );
}
