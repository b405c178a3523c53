#!/usr/bin/env bash
# Five packages of npm that answer CloudFormation for a custom resource (cfn-response 1.0.1, cfn-response-promise 1.1.0,
# cfn-custom-resource 5.0.16, cfn-lambda 5.1.0, aws-cloudformation-custom-resource 5.1.0; 2026-11-29): all of them
# announce the length of their answer in characters, where HTTP counts bytes. With one ü in an attribute, what arrives
# lacks its last byte. That is the closing brace: the answer is no JSON. Who takes it says 200, and the package that all
# is well.
#
# CloudFormation has no answer then, and waits for one until the resource's time is over, an hour by default
# (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-cloudformation-customresource.html).
# It matters to whoever hands on names or error messages that people have written.
#
# Their requests go to a server of this script, without TLS. Exits with 0 while that is so, and with 1 when it has
# changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent cfn-response@1.0.1 cfn-response-promise@1.1.0 cfn-custom-resource@5.0.16 \
  cfn-lambda@5.1.0 aws-cloudformation-custom-resource@5.1.0
cat > run.cjs <<'PROGRAM'
const http = require('node:http');
const https = require('node:https');
const net = require('node:net');
let arrived;
// takes as many bytes as were announced, as any server does, and says that it has them
const server = net.createServer((socket) => {
  let request = Buffer.alloc(0);
  socket.on('data', (chunk) => {
    request = Buffer.concat([request, chunk]);
    const start = request.indexOf('\r\n\r\n') + 4;
    const end = start + Number(/content-length: (\d+)/i.exec(request)?.[1]);
    if (start < 4 || request.length < end) return;
    arrived(request.toString('utf8', start, end));
    socket.end('HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
  });
});
https.request = ({ path, headers }, callback) =>
  http.request({ method: 'PUT', host: '127.0.0.1', port: server.address().port, path, headers, agent: false }, callback);

const StackId = 'arn:aws:cloudformation:eu-central-1:111122223333:stack/stack/1';
const ids = { StackId, RequestId: 'request', LogicalResourceId: 'Resource', ResourceType: 'Custom::Resource' };
const event = { RequestType: 'Create', ResponseURL: 'https://localhost/answer', ...ids, ResourceProperties: {} };
const invokedFunctionArn = 'arn:aws:lambda:eu-central-1:111122223333:function:work';
const done = () => undefined;
const context = { logStreamName: 's', invokedFunctionArn, getRemainingTimeInMillis: () => 60_000, done };
const packages = {
  'cfn-response': (it, data) => it.send(event, context, 'SUCCESS', data, 'id'),
  'cfn-response-promise': (it, data) => it.send(event, context, 'SUCCESS', data, 'id'),
  'cfn-custom-resource': (it, data) => it.sendSuccess('id', data, event),
  'cfn-lambda': (it, data) => it({ Create: (_, reply) => reply(null, 'id', data) })(event, context),
  'aws-cloudformation-custom-resource': ({ CustomResource }, data) =>
    new CustomResource(event, context, async (resource) => resource.addResponseValue('City', data.City)).done(),
};
const isJson = (text) => {
  try {
    return Boolean(JSON.parse(text));
  } catch {
    return false;
  }
};
server.listen(0, '127.0.0.1', async () => {
  const { log } = console;
  Object.assign(console, { log: done, info: done });
  for (const [name, answer] of Object.entries(packages)) {
    const verdicts = [];
    for (const City of ['Zurich', 'Zürich']) {
      const body = new Promise((resolve) => (arrived = resolve));
      await answer(require(name), { City });
      verdicts.push(`${City} ${isJson(await body) ? 'arrives as JSON' : 'does not'}`);
    }
    log(`${name} ${require(`${name}/package.json`).version}: ${verdicts.join(', ')}`);
  }
  process.exit();
});
PROGRAM
node --no-warnings run.cjs > seen.txt
cat seen.txt
cut=$(grep -c 'Zurich arrives as JSON, Zürich does not$' seen.txt || true)
if [ "$cut" = 5 ]; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
