import { Rehearsal } from '../../../rehearsal/rehearsal';
import { handlerResources, job, writeApp } from '../fixture-assembly';

async function outcomeOf(code: string, properties = {}): Promise<unknown> {
  const rehearsal = new Rehearsal();
  await rehearsal.deploy(writeApp({ ...handlerResources(code, properties), Job: job({ ServiceTimeout: 10 }) }));
  await rehearsal.close();
  return rehearsal.invocations[0].outcome;
}

test('fails when the module has no such handler', async () => {
  expect(await outcomeOf('exports.other = 1;')).toMatchObject({
    error: { errorType: 'Runtime.HandlerNotFound', errorMessage: 'index.handler is undefined or not exported' },
  });
});

test('fails when there is no such module', async () => {
  expect(await outcomeOf('', { Handler: 'missing.handler' })).toMatchObject({
    error: { errorType: 'Runtime.ImportModuleError' },
  });
});

test('fails with what the module throws while it is loaded', async () => {
  expect(await outcomeOf("throw new RangeError('no');")).toMatchObject({ error: { errorType: 'RangeError' } });
});

test('ends a function at its time-out', async () => {
  expect(await outcomeOf('exports.handler = () => new Promise(() => {});', { Timeout: 1 })).toMatchObject({
    kind: 'timeout',
    message: expect.stringContaining('Task timed out after 1.00 seconds'),
  });
});
