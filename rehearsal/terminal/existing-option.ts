import type { StackArtifact } from '../cloud-assembly/cloud-assembly';
import { templatesOf } from '../cloud-assembly/nested-templates';
import { constructPath, isHandled, isReference, type TemplateResource } from '../cloudformation/template';
import type { ExistingJob, ExistingJobs } from '../jobs/existing-job';
import { jobNames } from '../jobs/job-course';
import { isJsonObject, type JsonObject, type JsonValue } from '../json-value';
import { RehearsalError } from '../rehearsal-error';

const FORM = `Reference=status, such as Trained=Completed, or Reference={…} with members of what the service answers of the job`;

/** Reads `--existing Trained=Completed` and `--existing Trained='{"ModelArtifacts": {…}}'`. */
export function existingJobs(options: readonly string[]): ExistingJobs {
  return Object.fromEntries(
    options.map((option) => {
      const equals = option.indexOf('=');
      const value = option.slice(equals + 1).trim();
      if (equals < 1 || value === '') throw new RehearsalError(`--existing: "${option}" is not of the form ${FORM}`);
      return [option.slice(0, equals), existingJob(option, value)];
    }),
  );
}

/** Refuses names that no reference and no job of the stacks has. */
export function checkExisting(jobs: ExistingJobs, artifacts: readonly StackArtifact[]): void {
  const known = artifacts.flatMap(namesIn);
  for (const name of Object.keys(jobs)) {
    if (known.some(({ names, texts }) => names.includes(name) || texts.some((text) => isOf(text, name)))) continue;
    const references = [...new Set(known.flatMap(({ names, reads }) => (reads ? [names[0]] : [])))].join(', ');
    const have = references === '' ? 'no references to jobs' : `these references: ${references}`;
    throw new RehearsalError(`--existing: no reference or job is named "${name}". The stacks have ${have}.`);
  }
}

function existingJob(option: string, value: string): ExistingJob {
  if (!value.startsWith('{')) return { status: value };
  const answer = parsed(value);
  if (isJsonObject(answer)) return { answer };
  throw new RehearsalError(`--existing: "${option}" has no valid JSON object. It must be of the form ${FORM}`);
}

interface KnownNames {
  readonly names: readonly string[];
  /** What the template says of the job, its name or the end of its ARN among it. */
  readonly texts: readonly string[];
  /** Whether it only reads a job. */
  readonly reads: boolean;
}

function namesIn(artifact: StackArtifact): KnownNames[] {
  const { stackName, path: stackPath } = artifact;
  return templatesOf(artifact)
    .flatMap(({ Resources: resources }) => Object.entries(resources))
    .filter(([, resource]) => isHandled(typed(resource)))
    .map(([logicalId, resource]) => ({
      names: jobNames({ stackName, stackPath, logicalId, path: constructPath(logicalId, resource) }),
      texts: textsIn(resource.Properties ?? {}),
      reads: isReference(typed(resource)),
    }));
}

/** An ARN may be joined of parts, of which the last has the name. */
function isOf(text: string, nameOrArn: string): boolean {
  const name = nameOrArn.slice(nameOrArn.lastIndexOf('/') + 1);
  return text === name || text.endsWith(`/${name}`);
}

function textsIn(value: JsonValue): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function typed({ Type: type, Properties: properties = {} }: TemplateResource): {
  type: string;
  properties: JsonObject;
} {
  return { type, properties };
}

function parsed(text: string): JsonValue | undefined {
  try {
    return JSON.parse(text) as JsonValue;
  } catch {
    return undefined;
  }
}
