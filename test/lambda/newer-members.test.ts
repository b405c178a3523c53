import { InvalidRequest } from '../../lambda/invalid-request';
import { withNewerMembers } from '../../lambda/newer-members';

const REQUEST = { Output: { Path: 'a', At: new Date(0) }, Inputs: [{ Name: 'a' }, { Name: 'b' }], Labels: ['x'] };

test('a request without newer members is as it was', () => {
  expect(withNewerMembers(REQUEST, undefined)).toBe(REQUEST);
});

test('newer members come to where they belong, with their types', () => {
  const newer = { Output: { Newer: [1, true, null] }, Inputs: [{}, { Newer: { a: 0.5 } }], Other: 'text' };

  expect(withNewerMembers(REQUEST, JSON.stringify(newer))).toEqual({
    Output: { Path: 'a', At: new Date(0), Newer: [1, true, null] },
    Inputs: [{ Name: 'a' }, { Name: 'b', Newer: { a: 0.5 } }],
    Labels: ['x'],
    Other: 'text',
  });
  expect(REQUEST).toEqual({
    Output: { Path: 'a', At: new Date(0) },
    Inputs: [{ Name: 'a' }, { Name: 'b' }],
    Labels: ['x'],
  });
});

test('an object or a list of which CloudFormation has left nothing is there again', () => {
  expect(withNewerMembers({}, '{"Source":{"Newer":1},"Inputs":[{"Newer":1}]}')).toEqual({
    Source: { Newer: 1 },
    Inputs: [{ Newer: 1 }],
  });
});

test.each(['', '{', '[]', 'null', '5', '"text"'])("fails with '%s'", (text) => {
  expect(() => withNewerMembers({}, text)).toThrow(
    new InvalidRequest(`NewerMembers must be an object as JSON, got '${text}'`),
  );
});
