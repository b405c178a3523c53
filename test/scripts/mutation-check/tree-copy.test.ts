import { existsSync } from 'node:fs';
import * as path from 'node:path';
import * as manifest from '../../../package.json';
import { DEFECTS } from '../../../scripts/mutation-check/defects';
import { bundleIn } from '../../../scripts/mutation-check/simulation-net';
import { TreeCopy } from '../../../scripts/mutation-check/tree-copy';

let tree: TreeCopy;

beforeEach(() => (tree = TreeCopy.ofNow()));
afterEach(() => tree.remove());

test('a copy of the tree has all that the simulation consists of', () => {
  expect(existsSync(bundleIn(tree.folder))).toBe(true);
});

test('a copy of the tree has what the tests of the handler are run with', () => {
  const [{ runtime }] = manifest.jest.projects;
  expect(existsSync(path.join(tree.folder, runtime.replace('<rootDir>', '')))).toBe(true);
});

test('a copy with a defect has it in its source, and the first one has not', () => {
  const [defect] = DEFECTS;
  const copy = tree.with(defect);

  expect(() => copy.sourceWith(defect)).toThrow(/must have its text once/);
  expect(tree.sourceWith(defect)).toContain(defect.replacement);
  copy.remove();
});
