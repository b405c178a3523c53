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
    text: 'return operation.isWithinIamGrace ? operation.again(IAM_PACE, { setback }) : operation.refuse(setback);',
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
    text: 'if (progress.createdAt === undefined) await synchronizeTags',
    replacement: 'if (progress.createdAt !== undefined) await synchronizeTags',
    loss: 'the job keeps the tags that it was made with, and with them its place on the bill',
  },
  {
    name: 'dropped tags stay',
    file: 'synchronize-tags.ts',
    text: 'if (dropped.length > 0) await kind.removeTags(job.arn, dropped);',
    replacement: '',
    loss: 'a tag that was taken off the stack stays at the job',
  },
  {
    name: 'tags of others are removed',
    file: 'synchronize-tags.ts',
    text: 'Object.keys(previous)',
    replacement: 'Object.keys({ ...previous, ...present })',
    loss: 'tags that somebody else has given the job are gone',
  },
];
