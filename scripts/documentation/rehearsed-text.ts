import { Writable } from 'node:stream';
import { synthesizeExample, type Load } from './example-app';
import type { Block } from './page';
import { Display } from '../../rehearsal/terminal/display';
import { RehearseCommand } from '../../rehearsal/terminal/rehearse-command';

/** What a rehearsal is asked for that a page shows. */
export interface ShownRehearsal {
  /** As the option `--fail`. */
  readonly fail?: readonly string[];
  /** With the colours of a terminal. */
  readonly color?: boolean;
}

/** What `cdk-ml-jobs rehearse cdk.out --plain` prints of an example. */
export async function rehearsedText(example: Block, { fail = [], color = false }: ShownRehearsal, load: Load) {
  const assembly = synthesizeExample(example, load);
  const recorder = new Recorder();
  const display = new Display({ stream: recorder, live: false, color });
  const nothing = { duration: [], parameter: [], stack: [], model: [], existing: [], suppose: [] };
  const command = new RehearseCommand(display, { ...nothing, fail, speed: Infinity });
  await command.run(assembly);
  return recorder.text;
}

class Recorder extends Writable {
  public text = '';

  public _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.text += chunk.toString('utf8');
    done();
  }
}
