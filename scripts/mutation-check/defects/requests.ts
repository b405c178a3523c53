import type { Defect } from '../defect';

/** The requests of CloudFormation: late, twice, or not wanted any more. */
export const REQUESTS: readonly Defect[] = [
  {
    name: 'a new request does not end the one before',
    file: 'state-machine-executions.ts',
    text: '        await client.send(new StopExecutionCommand({ executionArn, cause: SUPERSEDED }));\n',
    replacement:
      '        if (!executionArn) await client.send(new StopExecutionCommand({ executionArn, cause: SUPERSEDED }));\n',
    loss: 'a deployment that was cancelled creates its job when all is over',
  },
  {
    name: 'a request that was held up is as good as new',
    file: 'lifecycle.ts',
    text: 'return (await giveWay(operation)) ?? (await work(operation, tick));',
    replacement: 'return (operation.isLost ? await giveWay(operation) : undefined) ?? (await work(operation, tick));',
    loss: 'a request that nobody waits for any more starts a job, or stops one',
  },
  {
    name: 'an older request ends nothing, and does not give way',
    file: 'state-machine-executions.ts',
    text: "if (others.some((other) => isNewer(other, event))) return 'superseded';",
    replacement: '',
    loss: 'a Delete that was delivered late takes away what a newer request has made',
  },
  {
    name: 'every delivery is an execution of its own',
    file: 'execution-name.ts',
    text: 'hash(length, event.RequestId, event.ResponseURL)',
    replacement: 'hash(length, event.RequestId, event.ResponseURL, String(Math.random()))',
    loss: 'a request that is delivered twice is carried out twice',
  },
  {
    name: 'the start of an execution is tried once',
    file: 'handler.ts',
    text: 'if (attempt < START_PAUSES_MS.length) {',
    replacement: 'if (attempt < 0) {',
    loss: 'the first deployment fails, for IAM takes a moment to propagate the policy of the handler',
  },
  {
    name: 'what may have begun has not',
    file: 'handler.ts',
    text: 'return refuse(props, event, reason, MAY_HAVE_STARTED);',
    replacement: 'return refuse(props, event, reason, NOT_STARTED);',
    loss: 'a job runs on whose execution seemed not to have begun',
  },
  {
    name: 'a crash is not told',
    file: 'handler.ts',
    text: 'if (!result.done) return deliver(props, result, metrics);',
    replacement: 'if (!result.done) return { ...result, done: true };',
    loss: 'CloudFormation waits for an hour where the function cannot be run',
  },
  {
    name: 'the start of an execution is given up after a minute',
    file: 'handler.ts',
    text: 'return time !== undefined && now().getTime() - time < FIRST_DELIVERY_MS;',
    replacement: 'return time !== undefined && now().getTime() - time < 0;',
    loss: 'a first deployment fails where IAM takes more than a minute to propagate the policy of the handler',
  },
  {
    name: 'a request that cannot be carried is left to Lambda for good',
    file: 'handler.ts',
    text: 'return time !== undefined && now().getTime() - time < FIRST_DELIVERY_MS;',
    replacement: 'return time !== undefined;',
    loss: 'CloudFormation waits for an hour for an answer',
  },
];
