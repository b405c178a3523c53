import { parseSeconds } from './duration-text';
import type { StackArtifact } from '../cloud-assembly/cloud-assembly';
import { templatesOf } from '../cloud-assembly/nested-templates';
import { constructPath, isJob } from '../cloudformation/template';
import { jobNames, type JobScript } from '../jobs/job-course';
import { RehearsalError } from '../rehearsal-error';

/** Reads `--fail Compile='ClientError: …'`. */
export function failureScript(options: readonly string[], artifacts: readonly StackArtifact[]): JobScript {
  return script('--fail', options, artifacts, (reason) => {
    if (reason === '') throw new RehearsalError(`--fail: give the reason, as in --fail Compile='ClientError: …'`);
    return { failure: reason };
  });
}

/** Reads `--duration Compile=4m`. */
export function durationScript(options: readonly string[], artifacts: readonly StackArtifact[]): JobScript {
  return script('--duration', options, artifacts, (text) => {
    const duration = parseSeconds(text);
    if (duration !== undefined && duration > 0) return { duration };
    throw new RehearsalError(`--duration: "${text}" is not a duration above zero, such as 90s, 4m, 1h30m or 2d`);
  });
}

function script(
  option: string,
  values: readonly string[],
  artifacts: readonly StackArtifact[],
  course: (text: string) => JobScript[string],
): JobScript {
  if (values.length === 0) return {};
  const known = artifacts.flatMap(jobsOf);
  const entries = values.map((value) => {
    const equals = value.indexOf('=');
    if (equals < 1) throw new RehearsalError(`${option}: "${value}" is not of the form Job=value`);
    const name = value.slice(0, equals);
    if (!known.some((names) => names.includes(name))) throw unknownJob(option, name, known);
    return [name, course(value.slice(equals + 1).trim())] as const;
  });
  return Object.fromEntries(entries);
}

/** Every job of a stack and of the stacks nested in it, each with all the names it answers to. */
function jobsOf(artifact: StackArtifact): string[][] {
  const { stackName, path: stackPath } = artifact;
  return templatesOf(artifact)
    .flatMap(({ Resources: resources }) => Object.entries(resources))
    .filter(([, { Type: type, Properties: properties = {} }]) => isJob({ type, properties }))
    .map(([logicalId, resource]) =>
      jobNames({ stackName, stackPath, logicalId, path: constructPath(logicalId, resource) }),
    );
}

function unknownJob(option: string, name: string, known: readonly string[][]): RehearsalError {
  const jobs = [...new Set(known.map(([first]) => first))].join(', ');
  return new RehearsalError(
    `${option}: no job is named "${name}". The stacks have ${jobs === '' ? 'no jobs' : `these: ${jobs}`}.`,
  );
}

/** What two options say of jobs, which may be the same. */
export function merged(a: JobScript, b: JobScript): JobScript {
  const names = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(names.map((name) => [name, { ...a[name], ...b[name] }]));
}
