import type { JsonObject } from '../../../rehearsal/json-value';
import { Rehearsal } from '../../../rehearsal/rehearsal';
import { ANSWERING_HANDLER, handlerResources, job, writeApp } from '../fixture-assembly';

let rehearsal: Rehearsal;
beforeEach(() => (rehearsal = new Rehearsal()));
afterEach(async () => rehearsal.close());

/** An app with these jobs, the second after the first. */
const app = (first: JsonObject, second: JsonObject = {}): string =>
  writeApp({ ...handlerResources(ANSWERING_HANDLER), First: job(first), Second: job(second, { DependsOn: 'First' }) });

const deploy = async (assembly: string) => (await rehearsal.deploy(assembly, { rollback: false })).stacks.App;

/** What the function was asked, and forgets it. */
function requests(): string[] {
  return rehearsal.invocations.splice(0).map(({ event }) => {
    const { RequestType, LogicalResourceId, PhysicalResourceId = '' } = event as Record<string, string>;
    return `${RequestType} ${LogicalResourceId} ${PhysicalResourceId}`.trim();
  });
}

test('a failed creation leaves what was made; the next one asks only for what has failed, anew', async () => {
  const { status, resources } = await deploy(app({}, { Fail: 'Create', Id: 'failed' }));
  expect([status, Object.keys(resources)]).toEqual(['CREATE_FAILED', ['Handler', 'First', 'Second']]);
  requests();

  expect((await deploy(app({}, { Id: 'made' }))).status).toBe('UPDATE_COMPLETE');
  expect(requests()).toEqual(['Create Second', 'Delete Second failed']);
});

test('a failed update leaves what was changed; the next one tries the same again', async () => {
  await deploy(app({ Id: 'first' }, { Id: 'second' }));
  requests();
  expect((await deploy(app({ Id: 'other' }, { Id: 'second', Fail: 'Update' }))).status).toBe('UPDATE_FAILED');
  expect(requests()).toEqual(['Update First first', 'Update Second second']);

  expect((await deploy(app({ Id: 'other' }, { Id: 'second', Fail: 'Update' }))).status).toBe('UPDATE_FAILED');
  expect(requests()).toEqual(['Update Second second']);
  expect((await deploy(app({ Id: 'other' }, { Id: 'second', Fail: '' }))).status).toBe('UPDATE_COMPLETE');
  expect(requests()).toEqual(['Update Second second', 'Delete First first']);
});

test('going back to what was there before asks for what has changed or failed', async () => {
  const before = app({ Id: 'first' }, { Id: 'second' });
  await deploy(before);
  await deploy(app({ Id: 'first', Data: { A: 'a' } }, { Id: 'second', Fail: 'Update' }));
  requests();
  expect((await deploy(before)).status).toBe('UPDATE_COMPLETE');
  expect(requests()).toEqual(['Update First first', 'Update Second second']);
});

test('a stack that was left is not deployed with rollback, but can be deleted with all it has', async () => {
  await deploy(app({ Id: 'first' }, { Id: 'second' }));
  const failing = app({ Id: 'other' }, { Id: 'second', Fail: 'Update' });
  await deploy(failing);
  await expect(rehearsal.deploy(failing)).rejects.toThrow(
    'Stack App is in a paused fail state (UPDATE_FAILED): deploy it with --no-rollback again, or delete it.',
  );
  requests();
  expect((await rehearsal.destroy(failing)).ok).toBe(true);
  expect(requests()).toEqual(['Delete First first', 'Delete Second second', 'Delete First other']);
});
