/*
 * Says what users gain by the tables of constraints as they are, compared with a commit, and what they must heed: new
 * members, values and limits of each kind of job, by the properties that set them. `-- v1.2.0` compares with that
 * commit; with the last one if none is given.
 */
import { execFileSync } from 'node:child_process';
import { JOB_DEFINITIONS } from './constraint-check/job-definitions';
import { requestGains } from './service-models/request-gains';
import { operationModel, serviceModel } from '../src/validation/service-model/operation-model';
import type { ServiceModel } from '../src/validation/service-model/service-model';

const [commit = 'HEAD'] = process.argv.slice(2);
let isAnything = false;

for (const definition of JOB_DEFINITIONS) {
  const { kind, service, createAction: operation } = definition;
  const { endpoint = service } = serviceModel(service, operation)!;
  const after = operationModel(service, operation)!;
  const table = tableOf(endpoint);
  const request = table?.operations[operation];
  if (!table || request === undefined) {
    tell(kind, ['is a new kind']);
    continue;
  }
  const before = { operation, source: table.source, request: table.shapes[request], shapes: table.shapes };
  const { gains, losses } = requestGains(definition, before, after);
  tell(`${kind} (${before.source} → ${after.source})`, [
    ...gains.map((line) => `+ ${line}`),
    ...losses.map((line) => `! ${line}`),
  ]);
}
if (!isAnything) console.log(`The services' models say the same of every request as in ${commit}.`);

function tell(heading: string, lines: readonly string[]): void {
  if (lines.length === 0) return;
  isAnything = true;
  console.log(heading);
  lines.forEach((line) => console.log(`  ${line}`));
}

/** The table of a service in the commit; undefined where it has none. */
function tableOf(endpoint: string): ServiceModel | undefined {
  const file = `${commit}:src/validation/service-model/${endpoint}.json`;
  try {
    return JSON.parse(execFileSync('git', ['show', file], { encoding: 'utf8', stdio: 'pipe' })) as ServiceModel;
  } catch (error) {
    if (/does not exist|exists on disk, but not in/.test(String((error as { stderr?: string }).stderr))) {
      return undefined;
    }
    throw error;
  }
}
