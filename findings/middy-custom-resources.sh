#!/usr/bin/env bash
# @middy/cloudformation-response 7.9.2 (npm, 2026-12-01), "to manage CloudFormation Custom Resource responses" in functions of
# @middy/core 7.9.2. CloudFormation takes an answer that is put to the ResponseURL of its request, and what a function returns
# is not looked at. (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html)
#
# 1. The middleware completes the answer with all members, and returns it. Nothing is put to the URL: the stack waits until the
#    resource's time is over, an hour by default, though the function has succeeded, and its log shows an answer.
# 2. Within a Provider of aws-cdk-lib 2.276.0 (custom-resources), which puts what a function returns to the URL, the success
#    arrives. An error of the function is returned, too, as an answer with the status FAILED, and the Provider, which knows
#    errors by their being raised, answers SUCCESS: the job that could not be started is there for the stack. Without the
#    middleware, the same function fails as it should.
#
# That it might report to the URL was a wish when it was made: https://github.com/middyjs/middy/pull/1268
# Requests go to a server of this script, and the Provider's calls are caught. Exits with 0 while that is so, and with 1 when it
# has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent @middy/core@7.9.2 @middy/cloudformation-response@7.9.2 aws-cdk-lib@2.276.0 \
  constructs@10.5.1 @aws-sdk/client-lambda@3.1090.0 @aws-sdk/client-sfn@3.1090.0

cat > run.mjs <<'PROGRAM'
import { once } from 'node:events';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import response from '@middy/cloudformation-response';
import middy from '@middy/core';

const starts = async () => ({ PhysicalResourceId: 'job-1', Data: { JobName: 'job-1' } });
const fails = async () => {
  throw new Error('no capacity');
};
const context = { logStreamName: 'log', getRemainingTimeInMillis: () => 60_000 };
const request = {
  RequestType: 'Create',
  StackId: 'stack',
  RequestId: 'request',
  LogicalResourceId: 'Job',
  ResourceType: 'Custom::Job',
  ResourceProperties: {},
};

// 1. called by CloudFormation itself
const answers = [];
const server = createServer((incoming, outgoing) => {
  answers.push(incoming.method);
  incoming.resume();
  outgoing.end();
}).listen(0, '127.0.0.1');
await once(server, 'listening');
const ResponseURL = `http://127.0.0.1:${server.address().port}/answer`;
for (const work of [starts, fails]) {
  const returned = await middy().use(response()).handler(work)({ ...request, ResponseURL }, context);
  console.log(`${work.name}: returned ${JSON.stringify(returned)}`);
}
await new Promise((resolve) => setTimeout(resolve, 1000));
console.log(`put to the URL: ${answers.length} answers`);
server.close();

// 2. called by a Provider: its own code, with the function and the URL in place of the services
process.env.USER_ON_EVENT_FUNCTION_ARN = 'arn:aws:lambda:eu-west-1:111122223333:function:job';
const require = createRequire(import.meta.url);
const runtime = 'aws-cdk-lib/custom-resources/lib/provider-framework/runtime';
const root = require.resolve('aws-cdk-lib/package.json').replace(/package\.json$/, '').replace(/aws-cdk-lib.$/, '');
const outbound = require(`${root}${runtime}/outbound.js`);
const { onEvent } = require(`${root}${runtime}/framework.js`);
for (const work of [starts, fails]) {
  for (const [what, called] of [['with', middy().use(response()).handler(work)], ['without', middy().handler(work)]]) {
    outbound.invokeFunction = async ({ Payload }) => {
      try {
        return { Payload: JSON.stringify(await called(JSON.parse(Payload), context)) };
      } catch (error) {
        const Payload = JSON.stringify({ errorType: error.name, errorMessage: error.message });
        return { FunctionError: 'Unhandled', Payload };
      }
    };
    outbound.httpRequest = async (_, body) => {
      const { Status, PhysicalResourceId, Reason } = JSON.parse(body);
      const reason = Status === 'FAILED' ? `, ${Reason.split('\n')[0]}` : '';
      said(`Provider, ${work.name}, ${what} the middleware: ${Status}, ${PhysicalResourceId}${reason}`);
    };
    const said = console.log;
    console.log = () => {};
    await onEvent({ ...request, ResponseURL: 'https://example.com/answer' }, context);
    console.log = said;
  }
}
PROGRAM
node --no-warnings run.mjs > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
starts: returned {"PhysicalResourceId":"job-1","Data":{"JobName":"job-1"},"Status":"SUCCESS","RequestId":"request","LogicalResourceId":"Job","StackId":"stack"}
fails: returned {"Status":"FAILED","Reason":"no capacity","RequestId":"request","LogicalResourceId":"Job","StackId":"stack","PhysicalResourceId":"log"}
put to the URL: 0 answers
Provider, starts, with the middleware: SUCCESS, job-1
Provider, starts, without the middleware: SUCCESS, job-1
Provider, fails, with the middleware: SUCCESS, log
Provider, fails, without the middleware: FAILED, AWSCDK::CustomResourceProviderFramework::CREATE_FAILED, Error: no capacity
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
