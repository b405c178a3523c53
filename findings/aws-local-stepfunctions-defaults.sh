#!/usr/bin/env bash
# aws-local-stepfunctions 3.0.0, an interpreter of the Amazon States Language, differs from Step Functions in three places
# where a state machine that passes with it behaves otherwise in AWS:
#
# 1. A task without TimeoutSeconds fails with States.Timeout after 60 seconds. In AWS its default is 99,999,999 seconds.
#    (https://docs.aws.amazon.com/step-functions/latest/dg/state-task.html)
# 2. A Catch for States.ALL takes States.Runtime. In AWS it takes neither that nor States.DataLimitExceeded: the execution
#    fails. (https://docs.aws.amazon.com/step-functions/latest/dg/concepts-error-handling.html)
# 3. The context object is empty unless the caller fills it: `$$.State.EnteredTime` is absent, and a path to
#    `$$.Execution.Name` ends the execution. In AWS both are always there.
#    (https://docs.aws.amazon.com/step-functions/latest/dg/input-output-contextobject.html)
#
# Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-audit --no-fund --silent aws-local-stepfunctions@3.0.0

cat > run.mjs <<'PROGRAM'
// the package asks for Node.js 22, which has this
Promise.withResolvers ??= function withResolvers() {
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
};
const { StateMachine } = await import('aws-local-stepfunctions');

async function outcomeOf(definition, work = async () => null) {
  const machine = new StateMachine(definition, { validationOptions: { checkArn: false } });
  const { result } = machine.run({}, { overrides: { taskResourceLocalHandlers: { Work: work } } });
  return result.then(
    (output) => `succeeds with ${JSON.stringify(output)}`,
    (error) => `fails with ${(error.cause ?? error).name}`,
  );
}
const task = (more) => ({
  StartAt: 'Work',
  States: {
    Work: { Type: 'Task', Resource: 'arn:aws:lambda:us-east-1:111122223333:function:work', ...more },
    ...(more.Catch && { Caught: { Type: 'Pass', Result: 'caught', End: true } }),
  },
});

// time runs a thousand times as fast from here on
const { setTimeout: realSetTimeout } = globalThis;
globalThis.setTimeout = (callback, ms, ...rest) => realSetTimeout(callback, ms / 1000, ...rest);

const minutes = (count) => () => new Promise((resolve) => setTimeout(() => resolve('done'), count * 60_000));
console.log('a task of 59 seconds:', await outcomeOf(task({ End: true }), minutes(59 / 60)));
console.log('a task of 10 minutes:', await outcomeOf(task({ End: true }), minutes(10)));

const broken = async () => {
  throw Object.assign(new Error('broken'), { name: 'States.Runtime' });
};
const catchAll = [{ ErrorEquals: ['States.ALL'], Next: 'Caught' }];
console.log('States.Runtime under a Catch of States.ALL:', await outcomeOf(task({ Catch: catchAll, End: true }), broken));

const pass = (more) => ({ Type: 'Pass', End: true, ...more });
const entered = {
  StartAt: 'Known?',
  States: {
    'Known?': {
      Type: 'Choice',
      Choices: [{ Variable: '$$.State.EnteredTime', IsPresent: true, Next: 'Yes' }],
      Default: 'No',
    },
    Yes: pass({ Result: 'present' }),
    No: pass({ Result: 'absent' }),
  },
};
console.log('$$.State.EnteredTime:', await outcomeOf(entered));
const named = { StartAt: 'Name', States: { Name: pass({ Parameters: { 'name.$': '$$.Execution.Name' } }) } };
console.log('$$.Execution.Name:', await outcomeOf(named));
PROGRAM
node run.mjs > seen.txt

cat > expected.txt <<'EXPECTED'
a task of 59 seconds: succeeds with "done"
a task of 10 minutes: fails with States.Timeout
States.Runtime under a Catch of States.ALL: succeeds with "caught"
$$.State.EnteredTime: succeeds with "absent"
$$.Execution.Name: fails with States.Runtime
EXPECTED
echo "aws-local-stepfunctions $(node -p "JSON.parse(require('fs').readFileSync('node_modules/aws-local-stepfunctions/package.json')).version")"
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
