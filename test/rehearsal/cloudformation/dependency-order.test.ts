import { reversed, visitInOrder, type DependencyGraph } from '../../../rehearsal/cloudformation/dependency-order';

const GRAPH: DependencyGraph = new Map([
  ['stack', new Set(['role', 'bucket'])],
  ['role', new Set<string>()],
  ['bucket', new Set<string>()],
  ['output', new Set(['stack'])],
]);

async function visited(graph: DependencyGraph, failing: string[] = []): Promise<string[]> {
  const order: string[] = [];
  await visitInOrder(graph, async (node) => {
    order.push(`${node} begins`);
    await new Promise((resolve) => setImmediate(resolve));
    order.push(`${node} ends`);
    return !failing.includes(node);
  });
  return order;
}

test('visits independent nodes at the same time, and what depends on them afterwards', async () => {
  expect(await visited(GRAPH)).toEqual([
    'role begins',
    'bucket begins',
    'role ends',
    'bucket ends',
    'stack begins',
    'stack ends',
    'output begins',
    'output ends',
  ]);
});

test('leaves out what depends on a failed node', async () => {
  const order = await visited(GRAPH, ['role']);
  expect(order).not.toContain('stack begins');
  expect(order).toContain('bucket ends');
});

test('begins nothing once it is stopped', async () => {
  const order: string[] = [];
  await visitInOrder(
    GRAPH,
    async (node) => order.push(node) > 0,
    () => order.length >= 2,
  );
  expect(order).toEqual(['role', 'bucket']);
});

test('fails on a circle, naming it', async () => {
  const circle = new Map([
    ['a', new Set(['b'])],
    ['b', new Set(['a'])],
  ]);
  await expect(visitInOrder(circle, async () => true)).rejects.toThrow('Circular dependency between resources: [a, b]');
});

test('reverses a graph', () => {
  expect(reversed(GRAPH).get('role')).toEqual(new Set(['stack']));
  expect(reversed(GRAPH).get('output')).toEqual(new Set());
});
