import { existsSync } from 'node:fs';
import type { Defect } from '../../../scripts/mutation-check/defect';
import { type Net, OutOfTime } from '../../../scripts/mutation-check/net';
import { Patience } from '../../../scripts/mutation-check/patience';
import { TreeCopy } from '../../../scripts/mutation-check/tree-copy';
import { requireQuiet, verdictOn } from '../../../scripts/mutation-check/verdict';

const DEFECT: Defect = {
  name: 'another id',
  file: 'operation.ts',
  text: "'cdk-ml-jobs:not-started'",
  replacement: "'cdk-ml-jobs:other'",
  loss: 'the id',
};

let tree: TreeCopy;

beforeAll(() => {
  tree = TreeCopy.ofNow();
});

afterAll(() => {
  tree.remove();
});

/** A net that says what it notices, and keeps what it was tried on. */
class NamedNet implements Net {
  public readonly tried: TreeCopy[] = [];

  constructor(
    public readonly name: string,
    private readonly look: (copy: TreeCopy) => string | undefined,
  ) {}

  public async tryOn(copy: TreeCopy): Promise<string | undefined> {
    this.tried.push(copy);
    return this.look(copy);
  }
}

const blind = () => new NamedNet('blind net', () => undefined);
const failing = (error: Error) =>
  new NamedNet('failing net', () => {
    throw error;
  });

test('the first net that notices a defect has caught it', async () => {
  const nets = [blind(), new NamedNet('fine net', () => 'a wrong id'), blind()];
  const { defect, caught } = await verdictOn(DEFECT, tree, nets, new Patience());
  expect({ defect, caught }).toEqual({ defect: DEFECT, caught: { by: 'fine net', sign: 'a wrong id' } });
  expect(nets.map(({ tried }) => tried.length)).toEqual([1, 1, 0]);
});

test('the nets see a copy that has the defect, and it is gone afterwards', async () => {
  // the text is not in the copy any more: the defect cannot go in twice
  const net = new NamedNet('reader', (copy) => {
    expect(() => copy.sourceWith(DEFECT)).toThrow('must have its text once, and has it 0 times');
    return undefined;
  });
  await expect(verdictOn(DEFECT, tree, [net], new Patience())).resolves.not.toHaveProperty('caught');
  expect(net.tried.map(({ folder }) => existsSync(folder))).toEqual([false]);
  expect(tree.sourceWith(DEFECT)).toContain(DEFECT.replacement);
});

test('a net that has not noticed anything in time leaves it to the next', async () => {
  const nets = [failing(new OutOfTime()), new NamedNet('fine net', () => 'a wrong id')];
  await expect(verdictOn(DEFECT, tree, nets, new Patience())).resolves.toMatchObject({ caught: { by: 'fine net' } });
});

test('a net that does not work is an error, and leaves no copy', async () => {
  const net = failing(new Error('no compiler'));
  await expect(verdictOn(DEFECT, tree, [net], new Patience())).rejects.toThrow('no compiler');
  expect(net.tried.map(({ folder }) => existsSync(folder))).toEqual([false]);
});

test('a net that notices something without a defect is an error', async () => {
  const patience = new Patience();
  await expect(requireQuiet(new NamedNet('fine net', () => 'a wrong id'), tree, patience)).rejects.toThrow(
    'Without a defect, the fine net must find nothing, and has found a wrong id',
  );
  await expect(requireQuiet(blind(), tree, patience)).resolves.toBeUndefined();
});

test('a net is waited for by how long it takes without a defect', async () => {
  const patience = new Patience();
  const limits: (number | undefined)[] = [];
  const net: Net = {
    name: 'slow net',
    tryOn: async (_copy, _defect, seconds) => {
      limits.push(seconds);
      return undefined;
    },
  };
  await requireQuiet(net, tree, patience);
  patience.learn(net, 120);
  await verdictOn(DEFECT, tree, [net], patience);
  expect(limits).toEqual([undefined, 1200]);
});
