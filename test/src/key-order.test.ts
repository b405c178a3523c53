import { Aws, Fn, Lazy } from 'aws-cdk-lib';
import { entriesInKeyOrder, inKeyOrder } from '../../src/key-order';

test('entries are in the order of their keys as UTF-16 has them, whatever the locale', () => {
  expect(entriesInKeyOrder({ b: 1, ä: 2, B: 3, a: 4, _: 5, '10': 6, '9': 7 })).toEqual([
    ['10', 6],
    ['9', 7],
    ['B', 3],
    ['_', 5],
    ['a', 4],
    ['b', 1],
    ['ä', 2],
  ]);
});

test('maps are ordered at any depth, and lists are left as they are', () => {
  expect(JSON.stringify(inKeyOrder({ b: [{ d: 1, c: 2 }, 'z', 'a'], a: { f: 1, e: undefined } }))).toBe(
    '{"a":{"f":1},"b":[{"c":2,"d":1},"z","a"]}',
  );
});

test('what is no map is the same value', () => {
  const [token, date] = [Lazy.any({ produce: () => 1 }), new Date(0)];
  expect(inKeyOrder({ token, date }).token).toBe(token);
  expect(inKeyOrder({ token, date }).date).toBe(date);
  const list = Fn.split(',', Aws.REGION);
  expect(inKeyOrder(list)).toEqual(list);
  expect([undefined, null, 'a', 5].map((each) => inKeyOrder(each))).toEqual([undefined, null, 'a', 5]);
});

test('a circle is left to what checks the value', () => {
  const circle: { self?: object } = {};
  circle.self = circle;
  expect(inKeyOrder({ circle }).circle.self).toBe(circle);
});
