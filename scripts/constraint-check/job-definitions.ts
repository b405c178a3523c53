import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { JobDefinition } from '../../src/job/job-definition';
import { JOB_FACTS, type JobKindKey } from '../../src/validation/service-model/job-facts';
import { ALL_KINDS } from '../../unconfirmed/unconfirmed-fact';

/** All kinds of jobs: a definition is where its name says. */
export const JOB_DEFINITIONS: readonly JobDefinition[] = ALL_KINDS.map(definitionOf);

function definitionOf(kind: JobKindKey): JobDefinition {
  const words = kind.split(/(?<=[a-z])(?=[A-Z])/);
  const service = join(__dirname, '..', '..', 'src', JOB_FACTS[kind].service);
  // a service of several kinds has a folder for each
  const folders = [...words.map((word) => join(service, word.toLowerCase())), service];
  const paths = folders.map((folder) => join(folder, `${words.join('-').toLowerCase()}-definition.ts`));
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const definitions = require(paths.find((path) => existsSync(path))!) as { readonly [name: string]: JobDefinition };
  return definitions[`${words.join('_').toUpperCase()}_DEFINITION`];
}
