import type { Defect } from '../defect';

/** What CloudFormation is told, and that it is told. */
export const ANSWERING: readonly Defect[] = [
  {
    name: 'no physical id of the job on failure',
    file: 'operation.ts',
    text: 'const id = (this.hasRequest ? this.heldId : undefined) ?? arn ?? name ?? NOT_STARTED;',
    replacement:
      'const id = (this.hasRequest ? this.heldId : undefined) ?? (arn && name && NOT_STARTED) ?? NOT_STARTED;',
    loss: 'the Delete after a failed Create does not know the job, and leaves it running',
  },
  {
    name: 'another physical id for a failed update',
    file: 'operation.ts',
    text: 'const id = (this.hasRequest ? this.heldId : undefined) ?? arn ?? name ?? NOT_STARTED;',
    replacement: 'const id = arn ?? name ?? (this.hasRequest ? this.heldId : undefined) ?? NOT_STARTED;',
    loss: 'CloudFormation takes a failed update for a replacement',
  },
  {
    name: 'a refused update loses its id',
    file: 'operation.ts',
    text: "this.answer('FAILED', this.heldId ?? NOT_STARTED, undefined, reason)",
    replacement: "this.answer('FAILED', NOT_STARTED, undefined, reason)",
    loss: 'CloudFormation takes a failed update for a replacement',
  },
  {
    name: 'a watch has the id of its job',
    file: 'operation.ts',
    text: 'const PhysicalResourceId = isJob(event) ? id : event.LogicalResourceId;',
    replacement: 'const PhysicalResourceId = id;',
    loss: 'every update replaces the watches',
  },
  {
    name: 'no attributes',
    file: 'operation.ts',
    text: "return this.answer('SUCCESS', held ?? NOT_STARTED, job?.attributes);",
    replacement: "return this.answer('SUCCESS', held ?? NOT_STARTED);",
    loss: 'CloudFormation fails for want of an attribute',
  },
  {
    name: 'IAM has no time to spread',
    file: 'operation.ts',
    text: 'IAM_GRACE_MS = 3 * 60 * 1000',
    replacement: 'IAM_GRACE_MS = 0',
    loss: 'the first deployment of anything with a new role fails',
  },
  {
    name: 'answers of any length',
    file: 'answer.ts',
    text: 'LONGEST_ANSWER = 4096',
    replacement: 'LONGEST_ANSWER = 1_048_576',
    loss: 'CloudFormation cannot read why a job has failed',
  },
  {
    name: 'a server error is a refusal',
    file: 'answer.ts',
    text: 'if (status >= 400 && status < 500 && status !== 429)',
    replacement: 'if (status >= 400)',
    loss: 'CloudFormation waits for an hour for an answer that was thrown away',
  },
  {
    name: 'an answer is never the last thing',
    file: 'handler.ts',
    text: 'return { ...tick, done: true };',
    replacement: 'return { ...tick, done: false };',
    loss: 'executions go on for ever',
  },
  {
    name: 'an answer is sent before it is on record',
    file: 'handler.ts',
    text: '  return result;\n}',
    replacement: '  return result.answer ? deliver(props, result) : result;\n}',
    loss: 'a crash at the wrong moment gives one request two answers',
  },
  {
    name: 'the request is logged',
    file: 'handler.ts',
    text: 'props.log({ received: RequestType, RequestId, LogicalResourceId });',
    replacement: 'props.log({ received: RequestType, RequestId, LogicalResourceId, event });',
    loss: 'whoever reads the log can answer in place of the handler',
  },
  {
    name: 'any resource without a job has not been started',
    file: 'handler.ts',
    text: "if (event.RequestType !== 'Create') return event.PhysicalResourceId;\n",
    replacement: '',
    loss: 'CloudFormation takes the deletion of one resource for that of another',
  },
  {
    name: 'a reference never succeeds',
    file: 'read-reference.ts',
    text: 'return operation.succeed(job);',
    replacement: 'return operation.fail(because);',
    loss: 'nothing can use a job that was made elsewhere',
  },
  {
    name: 'a reference takes a running job',
    file: 'read-reference.ts',
    text: "    case 'running':\n    case 'stopping':\n      return operation.fail(because);",
    replacement: "    case 'running':\n    case 'stopping':\n      return operation.succeed(job);",
    loss: 'a stack is deployed with the results of a job that has none yet',
  },
];
