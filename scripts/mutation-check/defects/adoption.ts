import type { Defect } from '../defect';

/** Finding the job that there is, so that none is made a second time. */
export const ADOPTION: readonly Defect[] = [
  {
    name: 'no adoption of a running job',
    file: 'ensure-job.ts',
    text: "return job.phase === 'running' || job.phase === 'completed';",
    replacement: "return job.phase === 'completed';",
    loss: 'the job is billed twice where the answer to the first call was lost',
  },
  {
    name: 'no adoption of a completed job',
    file: 'ensure-job.ts',
    text: "return job.phase === 'running' || job.phase === 'completed';",
    replacement: "return job.phase === 'running';",
    loss: 'a stack that goes back to what it was pays for it again',
  },
  {
    name: 'a failed job is adopted',
    file: 'ensure-job.ts',
    text: "return job.phase === 'running' || job.phase === 'completed';",
    replacement: "return job.phase !== 'stopping';",
    loss: 'what has failed once fails for ever, whatever was mended in the account',
  },
  {
    name: 'no record of a name before Create',
    file: 'ensure-job.ts',
    text: 'if (!job) return operation.again(0, { name });\n    if',
    replacement: 'if (!job) return createJob(operation, spec, name);\n    if',
    loss: 'a job that has failed is made again where the answer to the call was lost',
  },
  {
    name: 'the name on record is forgotten',
    file: 'ensure-job.ts',
    text: 'if (progress.name === undefined) return chooseAttempt(operation, spec);',
    replacement: 'if (progress.arn === undefined) return chooseAttempt(operation, spec);',
    loss: 'the deployment looks for the job for ever, and creates none',
  },
  {
    name: 'a taken name is a refusal',
    file: 'ensure-job.ts',
    text: 'return operation.again(backoffOf(setbacks, LONGEST_BUSY_PAUSE, operation.random), { setbacks, setback });',
    replacement: 'return operation.refuse(setback);',
    loss: 'the job whose Create call was retried runs on, and nobody knows of it',
  },
  {
    name: 'an accepted job must be visible at once',
    file: 'late-calls.ts',
    text: 'VISIBILITY_GRACE_MS = 60_000',
    replacement: 'VISIBILITY_GRACE_MS = 0',
    loss: 'the deployment fails because the service shows the job a moment later',
  },
  {
    name: 'the tags are part of the spec',
    file: 'job-spec.ts',
    text: 'const request = kind.specOf(revived);',
    replacement: 'const request = revived;',
    loss: 'another tag costs another run of the job',
  },
  {
    name: 'newer members are no part of the spec',
    file: 'job-spec.ts',
    text: 'withNewerMembers(kind.revive(properties.Request), properties.NewerMembers)',
    replacement: 'withNewerMembers(kind.revive(properties.Request), undefined)',
    loss: 'a member that the library does not know never reaches the service',
  },
  {
    name: 'every attempt has the same name',
    file: 'job-spec.ts',
    text: "`${prefix}${key}${attempt === 1 ? '' : `-${attempt}`}`",
    replacement: '`${prefix}${key}`',
    loss: 'a job that has failed cannot be tried again',
  },
  {
    name: 'any job with the chosen name is its own',
    file: 'job-spec.ts',
    text: 'return job.name === spec.explicitName && (await kind.listTags(job.arn))[SPEC_TAG] === spec.key;',
    replacement: 'return job.name === spec.explicitName;',
    loss: 'the stack takes the results of another job for those of its own',
  },
  {
    name: 'another token for every try',
    file: 'job-spec.ts',
    text: 'name.slice(prefix.length) : key',
    replacement: '`${name.slice(prefix.length)}${Math.random()}` : key',
    loss: 'Bedrock starts a second job for the try after a crash',
  },
];
