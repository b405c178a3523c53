/**
 * Writes the tables of constraints and the facts of the kinds of jobs anew, from a version of the services' own models, and
 * says what has changed.
 */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { answerMembersOf, answerTableText } from './service-models/answer-members';
import { jobFactsOf } from './service-models/job-facts';
import { kindKeySource } from './service-models/kind-key-source';
import { MODELLED_SERVICES, operationsOf } from './service-models/modelled-operations';
import { PublishedModels } from './service-models/published-model';
import { tableOf, tableText } from './service-models/service-model-table';
import { changesIn } from './service-models/table-changes';
import type { ServiceModel } from '../src/validation/service-model/service-model';

const ANSWERS = join(__dirname, '..', 'rehearsal', 'jobs', 'answer-members.json');
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
    const answers = facts.map(([kind, each]) => [kind, answerMembersOf(each, model)] as const);
    return { facts, answers, table: tableOf({ service, endpoint, apiVersion, operations }, model, source) };
  });
  replaceFacts(byKind(read.flatMap(({ facts }) => facts)));
  writeFileSync(ANSWERS, answerTableText(byKind(read.flatMap(({ answers }) => answers))));
  read.forEach(({ table }) => replaceTable(table));
});

function byKind<Value>(entries: readonly (readonly [kind: string, Value])[]): { readonly [kind: string]: Value } {
  return Object.fromEntries([...entries].sort(([a], [b]) => (a < b ? -1 : 1)));
}

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
