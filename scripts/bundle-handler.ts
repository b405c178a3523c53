/* Bundles the handler into the file that `--outfile=` names; `--metafile=` has it say what is in it. */
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { bundleHandler } from './handler-bundle/handler-bundle';

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { outfile: { type: 'string' }, metafile: { type: 'string' } } });
  if (values.outfile === undefined) throw new Error('--outfile= says where the bundle is to be');
  const { metafile } = await bundleHandler(values.outfile);
  if (values.metafile !== undefined) writeFileSync(values.metafile, JSON.stringify(metafile));
}

void main();
