/** Writes the tables of constraints anew, from a version of the services' own models, and says what has changed. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { MODELLED_SERVICES } from './service-models/modelled-operations';
import { PublishedModels } from './service-models/published-model';
import { tableOf, tableText } from './service-models/service-model-table';
import { changesIn } from './service-models/table-changes';
import type { ServiceModel } from '../src/validation/service-model/service-model';

const FOLDER = join(__dirname, '..', 'src', 'validation', 'service-model');

PublishedModels.read(process.argv[2], (models) => {
  const source = `botocore ${models.version}`;
  const tables = MODELLED_SERVICES.map((modelled) =>
    tableOf(modelled, models.model(modelled.service, modelled.apiVersion), source),
  );
  tables.forEach(replaceTable);
});

function replaceTable(after: ServiceModel): void {
  const { service, apiVersion, source } = after;
  const file = join(FOLDER, `${service}.json`);
  const before = existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as ServiceModel) : undefined;
  writeFileSync(file, tableText(after));
  const changes = changesIn(before, after);
  console.log(`${service} ${apiVersion}: ${before ? `${before.source} → ` : ''}${source}, ${changes.length} changes`);
  changes.forEach((change) => console.log(`  ${change}`));
}
