/**
 * Writes the tables of constraints and the facts of the kinds of jobs anew, from a version of the services' own models, and
 * says what has changed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { jobFactsOf } from './service-models/job-facts';
import { kindKeySource } from './service-models/kind-key-source';
import { MODELLED_SERVICES, operationsOf } from './service-models/modelled-operations';
import { PublishedModels } from './service-models/published-model';
import { tableOf, tableText } from './service-models/service-model-table';
import { changesIn } from './service-models/table-changes';
import type { ServiceModel } from '../src/validation/service-model/service-model';

const FOLDER = join(__dirname, '..', 'src', 'validation', 'service-model');

PublishedModels.read(process.argv[2], (models) => {
  const source = `botocore ${models.version}`;
  const read = MODELLED_SERVICES.map((modelled) => {
    const { service, endpoint, apiVersion, kinds } = modelled;
    const model = models.model(endpoint ?? service, apiVersion);
    const facts = kinds.map((kind) => [kind, jobFactsOf(service, kind, model, source)] as const);
    const operations = operationsOf(
      modelled,
      facts.map(([, each]) => each),
    );
    return { facts, table: tableOf({ service, endpoint, apiVersion, operations }, model, source) };
  });
  replaceFacts(Object.fromEntries(read.flatMap(({ facts }) => facts).sort(([a], [b]) => (a < b ? -1 : 1))));
  read.forEach(({ table }) => replaceTable(table));
});

function replaceFacts(facts: object): void {
  const file = join(FOLDER, 'job-facts.json');
  const text = `${JSON.stringify(facts, undefined, 2)}\n`;
  const isNew = !existsSync(file) || readFileSync(file, 'utf8') !== text;
  writeFileSync(file, text);
  writeFileSync(join(FOLDER, 'job-kind-key.ts'), kindKeySource(Object.keys(facts)));
  console.log(`kinds of jobs: ${Object.keys(facts).join(', ')}${isNew ? '; facts have changed, see the diff' : ''}`);
}

function replaceTable(after: ServiceModel): void {
  const { service, endpoint = service, apiVersion, source } = after;
  const file = join(FOLDER, `${endpoint}.json`);
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ServiceModel) : undefined;
  writeFileSync(file, tableText(after));
  const changes = changesIn(before, after);
  console.log(`${endpoint} ${apiVersion}: ${before ? `${before.source} → ` : ''}${source}, ${changes.length} changes`);
  changes.forEach((change) => console.log(`  ${change}`));
}
