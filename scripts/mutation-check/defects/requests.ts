import type { Defect } from '../defect';

/** The requests of CloudFormation: late, twice, or not wanted any more. */
export const REQUESTS: readonly Defect[] = [
  {
    name: 'a new request does not end the one before',
    file: 'start-execution.ts',
    text: 'await stop(client, older);',
    replacement: 'await stop(client, older.slice(older.length));',
    loss: 'a deployment that was cancelled creates its job when all is over',
  },
  {
    name: 'a request that was held up is as good as new',
    file: 'start-execution.ts',
    text: 'if (await isSuperseded(client, event, now)) return onStart();',
    replacement: '',
    loss: 'a request that nobody waits for any more starts a job, or stops one',
  },
  {
    name: 'a duplicate ends what came after the request',
    file: 'start-execution.ts',
    text: 'if (own !== undefined && others !== undefined && others !== own) return others < own;\n  return startDate! < since;',
    replacement: 'return startDate! <= since || own !== others;',
    loss: 'the operation after it has no answer',
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
    loss: 'the first deployment fails, for IAM takes a moment to spread the policy of the handler',
  },
  {
    name: 'two answers where the start seems to have failed',
    file: 'handler.ts',
    text: 'if (isUnderWay && handleOf(event) === undefined) return;',
    replacement: '',
    loss: 'the deployment fails though the job goes on',
  },
  {
    name: 'what may have begun has not',
    file: 'handler.ts',
    text: 'isUnderWay === undefined ? MAY_HAVE_STARTED : NOT_STARTED',
    replacement: 'NOT_STARTED',
    loss: 'a job runs on whose execution seemed not to have begun',
  },
  {
    name: 'a crash is not told',
    file: 'handler.ts',
    text: 'return deliver(props, tick.answer ? tick : await carry(props, tick, abandon));',
    replacement: 'return tick;',
    loss: 'CloudFormation waits for an hour where the function cannot be run',
  },
];
