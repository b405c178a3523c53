import type { JsonObject } from '../../../rehearsal/json-value';
import { Rehearsal } from '../../../rehearsal/rehearsal';
import { ANSWERING_HANDLER, ASSET_BUCKET, handlerResources, job, writeApp } from '../fixture-assembly';

let rehearsal: Rehearsal;
beforeEach(() => (rehearsal = new Rehearsal()));
afterEach(async () => rehearsal.close());

/** An app whose job lies in a nested stack. */
function nestedApp(properties: JsonObject, siblings: JsonObject = {}, file = 'nested.json'): string {
  const nested = {
    Parameters: { Size: { Type: 'String' } },
    Resources: {
      ...handlerResources(ANSWERING_HANDLER),
      Job: job({ Size: { Ref: 'Size' }, Data: { Arn: 'arn:nested' }, ...properties }),
    },
    Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Job', 'Arn'] } } },
  };
  const url = { 'Fn::Sub': `https://s3.\${AWS::Region}.\${AWS::URLSuffix}/${ASSET_BUCKET}/${file}` };
  const resources = {
    Nested: { Type: 'AWS::CloudFormation::Stack', Properties: { TemplateURL: url, Parameters: { Size: 'big' } } },
    ...siblings,
  };
  const outputs = { Outputs: { Arn: { Value: { 'Fn::GetAtt': ['Nested', 'Outputs.Arn'] } } } };
  return writeApp(resources, outputs, { [file]: JSON.stringify(nested) });
}

function requestTypes(): string[] {
  return rehearsal.invocations.map(({ event }) => (event as { RequestType: string }).RequestType);
}

test('a nested stack gets parameters and gives outputs', async () => {
  const events: string[] = [];
  rehearsal = new Rehearsal({ onEvent: ({ stackName, logicalId }) => events.push(`${stackName} ${logicalId}`) });
  const result = await rehearsal.deploy(nestedApp({}));
  expect(result.stacks.App.outputs).toEqual({ Arn: 'arn:nested' });
  expect(rehearsal.invocations[0].event).toMatchObject({ ResourceProperties: { Size: 'big' } });
  expect(events.some((event) => /^App-Nested-\w+ Job$/.test(event))).toBe(true);
});

test('a failure in it fails its parent, and the rollback deletes it', async () => {
  const result = await rehearsal.deploy(nestedApp({ Fail: 'Create' }));
  expect(result.stacks.App.status).toBe('ROLLBACK_COMPLETE');
  const failed = result.stacks.App.events.find(({ status }) => status === 'CREATE_FAILED');
  expect(failed?.reason).toMatch(/^Embedded stack arn:\S+ was not successfully created: .*\[Job\]/);
  expect(requestTypes()).toEqual(['Create', 'Delete']);
});

test('its clean-up waits for the parent', async () => {
  await rehearsal.deploy(nestedApp({ Id: 'old' }));
  const result = await rehearsal.deploy(nestedApp({ Id: 'new' }, {}, 'second.json'));
  expect(result.stacks.App.status).toBe('UPDATE_COMPLETE');
  expect(requestTypes()).toEqual(['Create', 'Update', 'Delete']);
  expect(rehearsal.invocations[2].event).toMatchObject({ PhysicalResourceId: 'old' });
});

test('it is rolled back when its parent fails afterwards', async () => {
  const sibling = { Late: { Type: 'AWS::SNS::Topic', DependsOn: 'Nested', Properties: { A: 'a' } } };
  const failing = { Late: { ...sibling.Late, Properties: { A: { 'Fn::ImportValue': 'nothing' } } } };
  await rehearsal.deploy(nestedApp({ Id: 'old' }, sibling));
  const result = await rehearsal.deploy(nestedApp({ Id: 'new' }, failing, 'second.json'));
  expect(result.stacks.App.status).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect(requestTypes()).toEqual(['Create', 'Update', 'Update', 'Delete']);
  expect(rehearsal.invocations[3].event).toMatchObject({ PhysicalResourceId: 'new' });
});

test('it is deleted with its parent', async () => {
  const assembly = nestedApp({});
  await rehearsal.deploy(assembly);
  expect((await rehearsal.destroy(assembly)).ok).toBe(true);
  expect(requestTypes()).toEqual(['Create', 'Delete']);
});

test('fails when its template is no asset of the assembly', async () => {
  const properties = { TemplateURL: 'https://s3.amazonaws.com/bucket/key.json' };
  const assembly = writeApp({ Nested: { Type: 'AWS::CloudFormation::Stack', Properties: properties } });
  await expect(rehearsal.deploy(assembly)).rejects.toThrow(
    'Stack App: Nested.TemplateURL: https://s3.amazonaws.com/bucket/key.json is not an asset of the cloud assembly',
  );
});

test('its failed update is rolled back with the template of the earlier assembly', async () => {
  await rehearsal.deploy(nestedApp({ A: 1 }));
  const result = await rehearsal.deploy(nestedApp({ A: 2, Fail: 'Update' }, {}, 'second.json'));
  expect(result.stacks.App.status).toBe('UPDATE_ROLLBACK_COMPLETE');
  expect(requestTypes()).toEqual(['Create', 'Update', 'Update']);
});

test('a rollback of it that fails, fails the rollback of its parent', async () => {
  await rehearsal.deploy(nestedApp({ A: 1, Fail: 'Update' }));
  const result = await rehearsal.deploy(nestedApp({ A: 2, Fail: 'Update' }, {}, 'second.json'));
  expect(result.stacks.App.status).toBe('UPDATE_ROLLBACK_FAILED');
});
