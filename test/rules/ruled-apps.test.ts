import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { RULED_APPS, WRONG } from './ruled-apps';

test('all examples are looked at, a stack of all that the library makes, and one that is wrong on purpose', () => {
  const examples = readdirSync(join(__dirname, '..', '..', 'examples'), { withFileTypes: true });
  const stacks = examples
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase()));
  expect(Object.keys(RULED_APPS)).toEqual([...stacks.sort(), 'EveryJob', WRONG]);
});
