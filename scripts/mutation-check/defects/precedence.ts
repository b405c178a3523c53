import type { Defect } from '../defect';

/** Taking back what an older request has begun, and what may yet come of it. */
export const PRECEDENCE: readonly Defect[] = [
  {
    name: 'a Delete looks for nobody else',
    file: 'remove-job.ts',
    text: '  const others = await becomeAlone(operation);\n  if (others) return others;\n',
    replacement:
      '  const others = operation.isLost ? await becomeAlone(operation) : undefined;\n  if (others) return others;\n',
    loss: 'a creation that waits for the quota goes on when its stack is gone, and bills',
  },
  {
    name: 'a rollback looks for nobody else',
    file: 'ensure-job.ts',
    text: '  const others = await (isOther ? becomeAlone(operation) : endOlder(operation));',
    replacement: '  const others = operation.isLost ? await becomeAlone(operation) : undefined;',
    loss: 'an update that waits for the quota goes on when it has been taken back, and bills',
  },
  {
    name: 'who cannot look for others is alone',
    file: 'precedence.ts',
    text: '    return operation.again(pause, { setbacks, setback: messageOf(error) });',
    replacement:
      '    return operation.again(pause, { setbacks, setback: messageOf(error), aloneSince: operation.timestamp });',
    loss: 'one throttled call, and the creation goes on when its stack is gone',
  },
  {
    name: 'others are looked for once only',
    file: 'precedence.ts',
    text: 'return operation.progress.isAloneForCertain ? undefined :',
    replacement: 'return !operation.progress.isAloneForCertain ? undefined :',
    loss: 'the list of executions was old, and the creation goes on when its stack is gone',
  },
  {
    name: 'what the second look finds is forgotten',
    file: 'precedence.ts',
    text: 'return operation.again(0, { aloneSince, othersEnded: true, isSettledBefore: undefined });',
    replacement:
      'return operation.again(0, operation.progress.aloneSince ? { isAloneForCertain: true } : { aloneSince, othersEnded: true });',
    loss: 'a call that was under way at the second look starts a job that nobody sees',
  },
  {
    name: 'the grace counts from the request',
    file: 'operation-time.ts',
    text: 'return age < lateCall + VISIBILITY_GRACE_MS;',
    replacement: 'return this.ageOf(this.receivedAt) < lateCall + VISIBILITY_GRACE_MS;',
    loss: 'where the older execution could be ended only after a while, its last call starts a job that nobody sees',
  },
  {
    name: 'a tick creates a job however late it is',
    file: 'ensure-job.ts',
    text: '  if (!operation.isInTime) return operation.comeBack(0);\n',
    replacement: '',
    loss: 'a function that was slow starts a job when the request that ended its execution looks no longer',
  },
  {
    name: 'a late tick is measured from its beginning',
    file: 'operation-time.ts',
    text: 'return this.clock().getTime() - new Date(this.tick.dueAt).getTime() < CALL_WINDOW_MS;',
    replacement: 'return this.now.getTime() - new Date(this.tick.dueAt).getTime() < CALL_WINDOW_MS;',
    loss: 'a function whose first call was slow starts a job when nobody looks any longer',
  },
  {
    name: 'a late tick stays late',
    file: 'lifecycle.ts',
    text: 'return { ...counted, dueAt: dueAt.toISOString(), ...giveUpAt, ...outcome, done: false };',
    replacement: 'return { ...counted, ...giveUpAt, ...outcome, done: false };',
    loss: 'a job that waits for its place is never made',
  },
  {
    name: 'a Create call is tried three times',
    file: 'kinds/compilation-job.ts',
    text: 'await once.send(sendWhole(command,',
    replacement: 'await client.send(sendWhole(command,',
    loss: 'a Create call goes on for a minute after its execution was ended, and starts a job that nobody sees',
  },
  {
    name: 'a call has more time than others look out',
    file: 'index.ts',
    text: 'patience(CALL_TIMEOUT_SECONDS)',
    replacement: 'patience(60)',
    loss: 'a Create call goes on for a minute after its execution was ended, and starts a job that nobody sees',
  },
  {
    name: 'tags are set while the calls of an update that was cancelled go on',
    file: 'ensure-job.ts',
    text: 'return operation.mayBeUndone ? operation.again(SHORT_PACE) : undefined;',
    replacement: 'return undefined;',
    loss: 'the tags of an update that was taken back stay',
  },
  {
    name: 'what is superseded goes on',
    file: 'precedence.ts',
    text: "if (found === 'superseded') return operation.withdraw();",
    replacement: "if (found === 'superseded' && operation.progress.aloneSince) return operation.withdraw();",
    loss: 'a request that CloudFormation does not wait for deletes what a newer one has made',
  },
  {
    name: 'a request that has left a job running has left nothing',
    file: 'operation-time.ts',
    text: 'return isSettled === true && isJob(event) && made - endedAt.getTime() < NEXT_REQUEST_MS;',
    replacement: 'return isJob(event) && made - endedAt.getTime() < NEXT_REQUEST_MS;',
    loss: 'a job whose Create call was answered by nobody runs on unseen',
  },
  {
    name: 'any request that was there is the one before',
    file: 'operation-time.ts',
    text: 'return isSettled === true && isJob(event) && made - endedAt.getTime() < NEXT_REQUEST_MS;',
    replacement: 'return isSettled === true && isJob(event) && made !== 0;',
    loss: 'a job of an update that the list of executions does not show yet runs on unseen',
  },
  {
    name: 'every rollback waits for what was never begun',
    file: 'operation-time.ts',
    text: 'if (isSettledBefore) return age < LIST_LAG_MS;',
    replacement: 'if (isSettledBefore && age < 0) return false;',
    loss: 'every failed update takes a minute longer',
  },
  {
    name: 'what was found at the second look changes nothing',
    file: 'precedence.ts',
    text: 'othersEnded: true, isSettledBefore: undefined }',
    replacement: 'othersEnded: true }',
    loss: 'a call of an update that the first list did not show starts a job that nobody sees',
  },
];
