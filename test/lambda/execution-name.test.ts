import { createEvent, deleteEvent, updateEvent } from './job-events';
import { executionName, requestTimeIn, resourcePrefix } from '../../lambda/execution-name';

/** The response URL of a request that was made at a time. */
const signedAt = (time: string) => `https://responses.example.com/answer?X-Amz-Date=${time}&signature=SECRET`;

describe('the name of an execution', () => {
  test('says what happens to which resource, and follows from the request id and the response URL', () => {
    expect(executionName(createEvent())).toMatch(/^Compile-[0-9a-f]{8}-Create-[0-9a-f]{16}$/);
    expect(executionName(updateEvent('arn:x', {}, {}))).toMatch(/^Compile-[0-9a-f]{8}-Update-/);
    expect(executionName(createEvent({ WaitSeconds: '1' }))).toBe(executionName(createEvent()));
  });

  test('is another for another request, and for a retry of the same request by CloudFormation', () => {
    expect(executionName(createEvent({}, { RequestId: 'other' }))).not.toBe(executionName(createEvent()));
    expect(executionName(createEvent({}, { ResponseURL: 'https://other' }))).not.toBe(executionName(createEvent()));
  });

  test('says when the request was made, where its response URL does', () => {
    const event = createEvent({}, { ResponseURL: signedAt('20300101T000003Z') });

    expect(executionName(event)).toMatch(/^Compile-[0-9a-f]{8}-Create-0vbbc03-[0-9a-f]{10}$/);
    expect(requestTimeIn(executionName(event))).toBe(Date.parse('2030-01-01T00:00:03Z'));
    expect(requestTimeIn(executionName(createEvent()))).toBeUndefined();
  });

  test('has at most 80 characters', () => {
    const timed = createEvent({}, { LogicalResourceId: 'L'.repeat(255), ResponseURL: signedAt('20300101T000003Z') });
    expect(executionName(timed)).toHaveLength(80);

    const event = createEvent({}, { LogicalResourceId: 'L'.repeat(255) });

    expect(executionName(event)).toHaveLength(78);
    expect(executionName({ ...deleteEvent('arn:x'), LogicalResourceId: 'L'.repeat(255) })).toHaveLength(78);
  });
});

describe('what the names of all executions for a resource begin with', () => {
  const prefix = resourcePrefix(createEvent());

  test('is the same whatever happens to the resource', () => {
    expect(prefix).toMatch(/^Compile-[0-9a-f]{8}-$/);
    for (const event of [createEvent(), updateEvent('arn:x', {}, {}), deleteEvent('arn:x')]) {
      expect(executionName(event).startsWith(prefix)).toBe(true);
    }
  });

  test('is another for another resource, and for the same one of another stack', () => {
    expect(resourcePrefix(createEvent({}, { LogicalResourceId: 'CompileToo' }))).not.toBe(prefix);
    expect(resourcePrefix(createEvent({}, { StackId: 'arn:aws:cloudformation:::stack/Other/1' }))).not.toBe(prefix);
  });

  test('is another even where long logical ids differ only at their ends', () => {
    const prefixOf = (end: string) =>
      resourcePrefix(createEvent({}, { LogicalResourceId: `${'L'.repeat(200)}${end}` }));

    expect(prefixOf('1')).not.toBe(prefixOf('2'));
  });
});
