import { readFileSync } from 'node:fs';
import { asJsonObject, isJsonObject, type JsonObject, type JsonValue } from '../json-value';
import { RehearsalError } from '../rehearsal-error';

/** What `rehearse --json` has told of one deployment. */
export interface RehearsedDeployment {
  readonly ok: boolean;
  readonly seconds: number;
  readonly jobs: readonly RehearsedJob[];
  /** What is estimated in all; undefined where nothing is. */
  readonly dollars?: number;
  readonly region: string;
  readonly asOf: string;
  /** What went wrong, a text each. */
  readonly problems: readonly string[];
}

export interface RehearsedJob {
  readonly job: string;
  readonly afterSeconds: number;
  readonly seconds: number;
  readonly dollars?: number;
  readonly basis: string;
}

/** The deployments that a file of `rehearse --json` tells of, in order: none where the rehearsal has come to no end. */
export function rehearsedDeployments(file: string): RehearsedDeployment[] {
  return linesOf(file)
    .filter(({ type, operation }) => type === 'operation' && operation === 'deploy')
    .map(deploymentIn);
}

/** Why a rehearsal could not be carried out, or not to its end; undefined where it could, and where it does not say. */
export function rehearsalError(file: string): string | undefined {
  const reason = linesOf(file).find(({ type }) => type === 'summary')?.reason;
  return typeof reason === 'string' ? reason : undefined;
}

function linesOf(file: string): JsonObject[] {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new RehearsalError(`${file} cannot be read: ${(error as Error).message}`);
  }
  return text
    .split('\n')
    .flatMap((line, index) => (line === '' ? [] : [documentIn(line, `${file}, line ${index + 1}`)]));
}

function documentIn(line: string, place: string): JsonObject {
  try {
    const document = JSON.parse(line) as JsonValue;
    if (isJsonObject(document)) return document;
  } catch {
    // said below
  }
  throw new RehearsalError(`${place} is no JSON object: give what "cdk-ml-jobs rehearse --json" has written.`);
}

function deploymentIn({ ok, seconds, stacks, jobs, estimate, denials, missingJobs }: JsonObject): RehearsedDeployment {
  const { dollars, region, asOf } = asJsonObject(estimate);
  const failed = Object.entries(asJsonObject(stacks)).map(([name, stack]) => ({ name, ...asJsonObject(stack) }));
  return {
    ok: ok === true,
    seconds: Number(seconds),
    jobs: listIn(jobs).map((job) => jobIn(asJsonObject(job))),
    dollars: amountIn(dollars),
    region: String(region),
    asOf: String(asOf),
    problems: [
      ...failed.flatMap(({ name, status, reason }: JsonObject) =>
        reason === undefined ? [] : [`${String(name)} is in status ${String(status)}: ${String(reason)}`],
      ),
      ...listIn(denials).map(String),
      ...listIn(missingJobs).map((name) => `${String(name)} refers to a job that nothing here makes`),
    ],
  };
}

function jobIn({ job, afterSeconds, seconds, dollars, basis }: JsonObject): RehearsedJob {
  return {
    job: String(job),
    afterSeconds: Number(afterSeconds),
    seconds: Number(seconds),
    dollars: amountIn(dollars),
    basis: String(basis),
  };
}

function amountIn(value: JsonValue | undefined): number | undefined {
  return value === undefined ? undefined : Number(value);
}

function listIn(value: JsonValue | undefined): JsonValue[] {
  return Array.isArray(value) ? value : [];
}
