import { JOB_KIND_KEYS, type JobKindKey } from '../../src/validation/service-model/job-facts';
import type { StackArtifact } from '../cloud-assembly/cloud-assembly';
import { templatesOf } from '../cloud-assembly/nested-templates';
import { constructPath, isHandled, isReference, type TemplateResource } from '../cloudformation/template';
import { unknownMember } from '../jobs/answer-members';
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
  for (const [name, { answer }] of Object.entries(jobs)) {
    const meant = known.filter(({ names, texts }) => names.includes(name) || texts.some((text) => isOf(text, name)));
    if (meant.length > 0) {
      checkAnswer(name, answer, meant);
      continue;
    }
    const references = [...new Set(known.flatMap(({ names, reads }) => (reads ? [names[0]] : [])))].join(', ');
    const have = references === '' ? 'no references to jobs' : `these references: ${references}`;
    throw new RehearsalError(`--existing: no reference or job is named "${name}". The stacks have ${have}.`);
  }
}

/** Refuses members that no service would answer of the jobs with a name: whoever reads them would get what is made up. */
function checkAnswer(name: string, answer: JsonObject | undefined, jobs: readonly KnownNames[]): void {
  if (!answer) return;
  const problems = jobs.map(({ kind }) => kind && unknownMember(kind, answer));
  const [problem] = problems;
  if (problem === undefined || problems.includes(undefined)) return;
  throw new RehearsalError(`--existing ${name}=…: ${problem}`);
}

function existingJob(option: string, value: string): ExistingJob {
  if (!value.startsWith('{')) return { status: value };
  const answer = parsed(value);
  if (isJsonObject(answer)) return { answer };
  throw new RehearsalError(`--existing: "${option}" has no valid JSON object. It must be of the form ${FORM}`);
}

interface KnownNames {
  /** Undefined for one that only a newer version of the library knows. */
  readonly kind?: JobKindKey;
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
      kind: kindOf(resource),
      names: jobNames({ stackName, stackPath, logicalId, path: constructPath(logicalId, resource) }),
      texts: textsIn(resource.Properties ?? {}),
      reads: isReference(typed(resource)),
    }));
}

function kindOf({ Properties: properties = {} }: TemplateResource): JobKindKey | undefined {
  return JOB_KIND_KEYS.find((kind) => kind === properties.Kind);
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
