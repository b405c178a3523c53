import { filled, requirePath, valueAt, withValueAt } from '../../state-machine/path';

const INPUT = { a: { b: [1, 2] }, done: false };

test.each<[string, unknown]>([
  ['$', INPUT],
  ['$.a.b', [1, 2]],
  ['$.done', false],
  ['$.none.at.all', undefined],
  ['$.done.more', undefined],
  ['$$.State.Name', 'S'],
])('the path %s leads to %j', (path, value) => {
  expect(valueAt(path, INPUT, () => ({ State: { Name: 'S' } }))).toEqual(value);
});

test.each<[string, unknown]>([
  ['$', 7],
  ['$.done', { ...INPUT, done: 7 }],
  ['$.a.c', { ...INPUT, a: { ...INPUT.a, c: 7 } }],
  ['$.new.place', { ...INPUT, new: { place: 7 } }],
])('a value in the place of %s leaves the rest as it is', (path, output) => {
  expect(withValueAt(path, INPUT, 7)).toEqual(output);
});

test('a template is filled where its members say so, however deep', () => {
  const template = { 'x.$': '$.a', y: [{ 'z.$': '$$.b' }, 1], w: null };
  expect(filled(template, (path) => `at ${path}`)).toEqual({ x: 'at $.a', y: [{ z: 'at $$.b' }, 1], w: null });
});

test.each(['$.a[0]', '$..a', '$.a.*', 'a', '$.a-b', '$$$'])('%s is no path that is interpreted', (path) => {
  expect(() => requirePath('Here', path)).toThrow(new Error(`Here: the path ${path} is not interpreted`));
});
