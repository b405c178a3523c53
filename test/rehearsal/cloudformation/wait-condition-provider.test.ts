import type { JsonObject } from '../../../rehearsal/json-value';
import { Rehearsal } from '../../../rehearsal/rehearsal';
import { handlerResources, job, writeApp } from '../fixture-assembly';

const SIGNALLING_HANDLER = `
exports.handler = async (event) => {
  const { Handle, Signal } = event.ResourceProperties;
  if (Signal && event.RequestType === 'Create') await fetch(Handle, { method: 'PUT', headers: { 'content-type': '' }, body: JSON.stringify(JSON.parse(Signal)) });
  await fetch(event.ResponseURL, { method: 'PUT', headers: { 'content-type': '' }, body: JSON.stringify({
    Status: 'SUCCESS', PhysicalResourceId: 'id', StackId: event.StackId, RequestId: event.RequestId, LogicalResourceId: event.LogicalResourceId }) });
};
`;

const rehearsal = new Rehearsal();
afterAll(async () => rehearsal.close());

function app(signal: object | undefined): string {
  const handle = { Ref: 'Handle' };
  const resources: JsonObject = {
    ...handlerResources(SIGNALLING_HANDLER),
    Handle: { Type: 'AWS::CloudFormation::WaitConditionHandle' },
    Job: job({ Handle: handle, ...(signal && { Signal: JSON.stringify(signal) }) }),
    Waiting: { Type: 'AWS::CloudFormation::WaitCondition', Properties: { Handle: handle, Timeout: '43200' } },
  };
  return writeApp(resources, { Outputs: { Data: { Value: { 'Fn::GetAtt': ['Waiting', 'Data'] } } } });
}

test('a wait condition waits for a signal and has its data', async () => {
  const result = await rehearsal.deploy(app({ Status: 'SUCCESS', UniqueId: 'job', Data: 'done', Reason: '' }));
  expect(result.stacks.App).toMatchObject({ status: 'CREATE_COMPLETE', outputs: { Data: '{"job":"done"}' } });
  await rehearsal.destroy(app(undefined));
});

test('a signal of failure fails it', async () => {
  const result = await rehearsal.deploy(app({ Status: 'FAILURE', UniqueId: 'job', Reason: 'it failed' }));
  expect(result.stacks.App.events.find(({ status }) => status === 'CREATE_FAILED')?.reason).toBe(
    "WaitCondition received failed message: 'it failed' for uniqueId: job",
  );
});

test('it fails without a signal in time', async () => {
  const result = await rehearsal.deploy(app(undefined));
  expect(result.elapsedMs).toBeGreaterThan(43_200_000);
  expect(result.stacks.App.events.find(({ status }) => status === 'CREATE_FAILED')?.reason).toBe(
    'WaitCondition timed out. Received 0 conditions when expecting 1',
  );
});
