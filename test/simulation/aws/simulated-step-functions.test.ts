import { REGION, ACCOUNT } from '../../../simulation/aws/account';
import { FixedFaults } from '../../../simulation/fault-plan';
import { World } from '../../../simulation/world';

const PREFIX = `arn:aws:states:${REGION}:${ACCOUNT}:execution:Jobs:`;
const INPUT = JSON.stringify({ giveUpAt: new Date(0).toISOString() });

/** The names on one page of a list. */
function page(world: World, input: object): { readonly names: readonly string[]; readonly nextToken?: string } {
  const { executions, nextToken } = world.stepFunctions.call('ListExecutions', { ...input }) as {
    readonly executions: readonly { readonly name: string }[];
    readonly nextToken?: string;
  };
  return { names: executions.map(({ name }) => name), nextToken };
}

function worldWith(names: readonly string[]): World {
  const world = new World({ plan: new FixedFaults() });
  world.function.invoke = () => undefined;
  names.forEach((name) => world.stepFunctions.call('StartExecution', { name, input: INPUT }));
  return world;
}

test('lists executions page by page, the newest first', () => {
  const world = worldWith(['a', 'b', 'c']);
  const first = page(world, { maxResults: 2 });
  expect(first.names).toEqual(['c', 'b']);
  expect(page(world, { maxResults: 2, nextToken: first.nextToken })).toEqual({ names: ['a'], nextToken: undefined });
});

test('a page has a hundred executions where the call does not say how many', () => {
  const world = worldWith(Array.from({ length: 101 }, (_, index) => `e${index}`));
  const { names, nextToken } = page(world, {});
  expect(names).toHaveLength(100);
  expect(page(world, { nextToken }).names).toEqual(['e0']);
});

test('lists what has ended only where it is not asked for what runs', () => {
  const world = worldWith(['a', 'b']);
  world.stepFunctions.call('StopExecution', { executionArn: `${PREFIX}a` });
  expect(page(world, { statusFilter: 'RUNNING' }).names).toEqual(['b']);
  expect(page(world, {}).names).toEqual(['b', 'a']);
});
