import type { Defect } from '../defect';

/** Making a job, and what the service has against it. */
export const CREATION: readonly Defect[] = [
  {
    name: 'a used-up quota is a refusal',
    file: 'ensure-job.ts',
    text: 'return operation.again(backoffOf(setbacks + 2, LONGEST_QUOTA_PAUSE, operation.random), { setbacks, setback });',
    replacement: 'return operation.refuse(setback);',
    loss: 'a stack with more jobs than the account may run at a time cannot be deployed',
  },
  {
    name: 'a role that is not spread is a refusal',
    file: 'ensure-job.ts',
    text: 'return operation.isWithinIamGrace ? operation.again(IAM_PACE, { setback }) : operation.refuseFor(error);',
    replacement: 'return operation.refuse(setback);',
    loss: 'the first deployment of a job with a new role fails',
  },
  {
    name: 'no second try where the role was not spread',
    file: 'ensure-job.ts',
    text: 'return operation.isWithinIamGrace && kind.isRoleNotReady(job.reason);',
    replacement: 'return false;',
    loss: 'the first deployment of a job with a new role fails',
  },
  {
    name: 'a second try whatever has failed',
    file: 'ensure-job.ts',
    text: 'return operation.isWithinIamGrace && kind.isRoleNotReady(job.reason);',
    replacement: 'return operation.isWithinIamGrace;',
    loss: 'a job that fails is paid for again and again for three minutes',
  },
  {
    name: 'an unclear Create is a refusal',
    file: 'ensure-job.ts',
    text: "      case 'unknown':\n        throw error;\n",
    replacement: '',
    loss: 'the job runs on where the answer to its Create call could not be read',
  },
  {
    name: 'a watched job is left before its role is known to be good',
    file: 'ensure-job.ts',
    text: 'if (!isNew || !operation.isWithinIamGrace || operation.isOverdue) return finish(operation, spec, job);',
    replacement: 'return finish(operation, spec, job);',
    loss: 'the first deployment of a long job with a new role fails',
  },
  {
    name: 'no watch for a job without a place',
    file: 'ensure-job.ts',
    text: "if (operation.goal === 'start') return operation.leave(name);",
    replacement: '',
    loss: 'a long job that waits for its place in the quota for an hour fails the deployment',
  },
  {
    name: 'tags are never brought up to date',
    file: 'ensure-job.ts',
    text: '  if (progress.createdAt === undefined) {\n    const tags',
    replacement: "  if (progress.createdAt === '') {\n    const tags",
    loss: 'the job keeps the tags that it was made with, and with them its place on the bill',
  },
  {
    name: 'dropped tags stay',
    file: 'synchronize-tags.ts',
    text: 'if (dropped.length > 0) {',
    replacement: 'if (dropped.length < 0) {',
    loss: 'a tag that was taken off the stack stays at the job',
  },
  {
    name: 'tags of others are removed',
    file: 'synchronize-tags.ts',
    text: 'Object.keys(previous ?? {})',
    replacement: 'Object.keys({ ...previous, ...present })',
    loss: 'tags that somebody else has given the job are gone',
  },
  {
    name: 'tags that are shown are there',
    file: 'synchronize-tags.ts',
    text: 'present[key] !== value || (previous !== undefined && previous[key] !== value)',
    replacement: 'present[key] !== value',
    loss: 'a rollback leaves the tags of the update, for they were not shown yet',
  },
  {
    name: 'tags that are not shown are not there',
    file: 'synchronize-tags.ts',
    text: '.filter((key) => !(key in wanted));',
    replacement: '.filter((key) => !(key in wanted) && key in present);',
    loss: 'a rollback leaves the tags of the update, for they were not shown yet',
  },
  {
    name: 'a job without its tags is somebody else’s',
    file: 'ensure-job.ts',
    text: '  if (operation.ageOf(job.since) < VISIBILITY_GRACE_MS) return operation.again(SHORT_PACE);\n',
    replacement: '',
    loss: 'the operation fails on the job that it has just made',
  },
  {
    name: 'who does not wait takes a job that has failed for its role',
    file: 'ensure-job.ts',
    text: "  if (job.phase === 'failed' && isRolesFault(operation, job)) {",
    replacement:
      "  if (operation.goal === 'acceptance') return finish(operation, spec, job);\n  if (job.phase === 'failed' && isRolesFault(operation, job)) {",
    loss: 'a stack is complete with a job that has failed for want of its role',
  },
];
