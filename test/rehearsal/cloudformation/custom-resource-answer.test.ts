import { readAnswer } from '../../../rehearsal/cloudformation/custom-resource-answer';

const REQUEST = { StackId: 'stack', RequestId: 'request', LogicalResourceId: 'Job' };
const GOOD = { ...REQUEST, Status: 'SUCCESS', PhysicalResourceId: 'id', Data: { A: 'b' } };

const read = (answer: object): ReturnType<typeof readAnswer> => readAnswer(JSON.stringify(answer), REQUEST);

test('reads a success', () => {
  expect(read(GOOD)).toEqual({ kind: 'success', physicalId: 'id', data: { A: 'b' } });
});

test('reads a failure, in the words of CloudFormation', () => {
  expect(read({ ...GOOD, Status: 'FAILED', Reason: 'why' })).toEqual({
    kind: 'failed',
    physicalId: 'id',
    reason: 'Received response status [FAILED] from custom resource. Message returned: why (RequestId: request)',
  });
});

test.each(['StackId', 'RequestId', 'LogicalResourceId'])('ignores an answer with another %s', (member) => {
  expect(read({ ...GOOD, [member]: 'other' })).toMatchObject({ kind: 'ignored', why: expect.stringContaining(member) });
});

test('ignores what is no JSON object or has no known Status', () => {
  expect(readAnswer('text', REQUEST)).toEqual({ kind: 'ignored', why: 'it is not a JSON object' });
  expect(read({ ...GOOD, Status: 'DONE' })).toMatchObject({ kind: 'ignored', why: expect.stringContaining('"DONE"') });
});

test('accepts 4096 bytes and refuses 4097', () => {
  const padded = (bytes: number): string => {
    const empty = JSON.stringify({ ...GOOD, Data: { A: '' } });
    return JSON.stringify({ ...GOOD, Data: { A: 'x'.repeat(bytes - empty.length) } });
  };
  expect(readAnswer(padded(4096), REQUEST).kind).toBe('success');
  expect(readAnswer(padded(4097), REQUEST)).toEqual({ kind: 'failed', reason: 'Response object is too long.' });
});

test.each([undefined, '', 'x'.repeat(1025)])('fails on the physical id %p', (PhysicalResourceId) => {
  expect(read({ ...GOOD, PhysicalResourceId })).toEqual({ kind: 'failed', reason: 'Invalid PhysicalResourceId' });
});
