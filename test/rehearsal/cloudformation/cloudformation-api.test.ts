import { VirtualClock } from '../../../rehearsal/clock';
import { AssetStore } from '../../../rehearsal/cloud-assembly/asset-store';
import { ConstructPaths } from '../../../rehearsal/cloud-assembly/construct-paths';
import { CloudFormationApi } from '../../../rehearsal/cloudformation/cloudformation-api';
import { ResourceSignals } from '../../../rehearsal/cloudformation/resource-signals';
import { DeployedStack } from '../../../rehearsal/cloudformation/stack';
import { StackDirectory } from '../../../rehearsal/cloudformation/stack-directory';
import type { JsonObject } from '../../../rehearsal/json-value';
import { Supposition } from '../../../unconfirmed/supposition';
import { ACCOUNT } from '../fixture-batch';

const stacks = new StackDirectory();
const signals = new ResourceSignals({ clock: new VirtualClock(), mayIdsRepeat: false });
const api = new CloudFormationApi(stacks, signals, Supposition.USUAL);
const supposing = new CloudFormationApi(
  stacks,
  signals,
  Supposition.read(['status-of-a-removed-resource=delete-complete']),
);
const ELSEWHERE = { ...ACCOUNT, region: 'eu-west-1' };
let ids = 0;

function newStack(status: string, name = 'App'): DeployedStack {
  const stack = new DeployedStack({
    name,
    id: `arn:aws:cloudformation:${ACCOUNT.region}:${ACCOUNT.account}:stack/${name}/${ids++}`,
    path: name,
    ...ACCOUNT,
    assets: new AssetStore(ACCOUNT),
    constructPaths: new ConstructPaths(undefined),
    now: () => 0,
    onEvent: () => {},
  });
  stack.enter(status);
  stacks.add(stack);
  return stack;
}

const waiting = (physicalId = 'id') => ({ logicalId: 'Waiting', physicalId, type: 'T', path: 'App/Waiting' });
const describe = (StackName: string, environment = ACCOUNT, of = api) =>
  of.handle({ operation: 'DescribeStackResource', input: { StackName, LogicalResourceId: 'Waiting' } }, environment)
    .StackResourceDetail as JsonObject;
const signal = (stack: DeployedStack, more: JsonObject = {}) =>
  api.handle(
    {
      operation: 'SignalResource',
      input: { StackName: stack.id, LogicalResourceId: 'Waiting', UniqueId: 'a', Status: 'SUCCESS', ...more },
    },
    ACCOUNT,
  );

test('a stack is found by its id, and as long as it is there by its name in its own Region', () => {
  const deleted = newStack('CREATE_COMPLETE', 'One');
  deleted.record(waiting(), 'DELETE_COMPLETE');
  deleted.enter('DELETE_COMPLETE');
  const stack = newStack('CREATE_COMPLETE', 'One');
  stack.record(waiting(), 'CREATE_COMPLETE');

  expect(describe(deleted.id).ResourceStatus).toBe('DELETE_COMPLETE');
  expect(describe('One')).toMatchObject({ StackId: stack.id, ResourceStatus: 'CREATE_COMPLETE' });
  expect(() => describe('One', ELSEWHERE)).toThrow("Stack 'One' does not exist");
});

test('the deletion of what was replaced says nothing of what has taken its place', () => {
  const stack = newStack('UPDATE_IN_PROGRESS');
  stack.record(waiting('new'), 'UPDATE_COMPLETE');
  stack.resources.set('Waiting', { ...waiting('new') } as never);
  stack.record(waiting('old'), 'DELETE_COMPLETE');
  expect(describe(stack.id)).toMatchObject({ PhysicalResourceId: 'new', ResourceStatus: 'UPDATE_COMPLETE' });
});

test.each<[JsonObject, string]>([
  [{ UniqueId: 'x'.repeat(65) }, 'Member must have length between 1 and 64'],
  [{ UniqueId: '' }, 'Member must have length between 1 and 64'],
  [{ Status: 'DONE' }, 'Member must satisfy enum value set: [SUCCESS, FAILURE]'],
  [{ LogicalResourceId: 'Other' }, 'Resource Other does not exist for stack App'],
  [{}, 'Resource Waiting is in CREATE_COMPLETE state and cannot be signaled'],
])('a signal with %j is refused', (more, message) => {
  const stack = newStack('CREATE_IN_PROGRESS');
  stack.record(waiting(), 'CREATE_COMPLETE');
  expect(() => signal(stack, more)).toThrow(message);
});

test('a stack that nothing happens to takes no signal', () => {
  const stack = newStack('UPDATE_COMPLETE');
  expect(() => signal(stack)).toThrow(`Stack ${stack.id} is in UPDATE_COMPLETE state and cannot be signaled`);
});

test('what an update has removed is not there, or may be described', () => {
  const stack = newStack('UPDATE_COMPLETE');
  stack.record(waiting(), 'DELETE_COMPLETE');
  expect(() => describe(stack.id)).toThrow('Resource Waiting does not exist for stack App');
  expect(describe(stack.id, ACCOUNT, supposing).ResourceStatus).toBe('DELETE_COMPLETE');
});

test.each([
  ['text', '1970-01-01T00:00:00.000Z'],
  ['seconds', 0],
  ['other', 'a moment'],
])('since when a resource is what it is, is told as it is supposed: %s', (form, moment) => {
  const stack = newStack('CREATE_IN_PROGRESS');
  stack.record(waiting(), 'CREATE_COMPLETE');
  const supposed = new CloudFormationApi(stacks, signals, Supposition.read([`moment-of-a-resource=${form}`]));

  expect(describe(stack.id, ACCOUNT, supposed).LastUpdatedTimestamp).toBe(moment);
});
