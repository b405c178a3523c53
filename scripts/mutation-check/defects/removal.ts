import type { Defect } from '../defect';

/** Deleting, stopping, and clearing up after what nobody asks for any more. */
export const REMOVAL: readonly Defect[] = [
  {
    name: 'a Delete does not stop the job',
    file: 'remove-job.ts',
    text: '      await stopJob(operation.kind, job);\n',
    replacement: '',
    loss: 'a job of a stack that is deleted runs and bills to its own end',
  },
  {
    name: 'a Delete does not wait for the job to stop',
    file: 'remove-job.ts',
    text: "      await stopJob(operation.kind, job);\n      return operation.again(SHORT_PACE);\n    case 'stopping':\n      return operation.again(SHORT_PACE);",
    replacement:
      "      await stopJob(operation.kind, job);\n      return operation.succeed();\n    case 'stopping':\n      return operation.succeed();",
    loss: 'the role and the network of the job are deleted while it uses them',
  },
  {
    name: 'the record of a failed job is deleted',
    file: 'remove-job.ts',
    text: "    case 'stopped':\n      return deleteRecord(operation, job);",
    replacement: "    case 'stopped':\n    case 'failed':\n      return deleteRecord(operation, job);",
    loss: 'nobody can look up why the job has failed',
  },
  {
    name: 'records stay',
    file: 'remove-job.ts',
    text: 'const isDone = !kind.deleteRecord || (await kind.deleteRecord(job)) || isOverdue;',
    replacement: 'const isDone = !kind.deleteRecord || job.phase !== undefined || isOverdue;',
    loss: 'the account fills up with the records of deleted jobs',
  },
  {
    name: 'what is not shown yet is gone',
    file: 'remove-job.ts',
    text: 'return operation.isWithinVisibilityGrace ? operation.again(SHORT_PACE) : operation.succeed();',
    replacement: 'return operation.succeed();',
    loss: 'a job that was made a moment before the Delete runs on unseen',
  },
  {
    name: 'only a job with an ARN is deleted',
    file: 'remove-job.ts',
    text: "if (job.phase === 'running' || job.phase === 'stopping') return job;",
    replacement: '',
    loss: 'the job of a deployment that was cancelled runs on unseen',
  },
  {
    name: 'a job that has ended cannot be stopped',
    file: 'stop-job.ts',
    text: "if (fault !== 'ended' && fault !== 'not-found') throw error;",
    replacement: "if (fault !== 'not-found') throw error;",
    loss: 'a deletion fails because the job completes at that moment',
  },
  {
    name: 'a rollback leaves the new job running',
    file: 'ensure-job.ts',
    text: 'if (isOther) return endAbandoned(operation, previous);',
    replacement: '',
    loss: 'the job of an update that was cancelled runs on unseen',
  },
  {
    name: 'a rollback waits for the new job to end by itself',
    file: 'ensure-job.ts',
    text: "    if (abandoned.phase === 'running') await stopJob(kind, abandoned);\n",
    replacement: '',
    loss: 'the job of an update that was cancelled bills to its own end',
  },
  {
    name: 'no wait for calls under way',
    file: 'late-calls.ts',
    text: 'LATE_CALL_GRACE_MS = CALL_WINDOW_MS + CALL_TIMEOUT_SECONDS * 1000',
    replacement: 'LATE_CALL_GRACE_MS = -60_000',
    loss: 'a Create call that was under way when the deployment was cancelled starts a job that nobody sees',
  },
  {
    name: 'the watch of what is deleted goes on',
    file: 'watch-job.ts',
    text: 'return (await takeBackWatch(operation)) ?? operation.confirm();',
    replacement: 'return (operation.isReference ? await takeBackWatch(operation) : undefined) ?? operation.confirm();',
    loss: 'a watch that carries a request on creates the job of a stack that is deleted',
  },
];
