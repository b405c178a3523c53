import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { faultsOfExamples } from './example-program';
import { synthesizeExampleIn, synthesizeExamples } from '../../scripts/documentation/example-app';
import { isProgram } from '../../scripts/documentation/example-module';
import { examplesOf, userPages } from '../../scripts/documentation/page';
import { cleanUp, newRehearsal } from '../deployment/deployment';

const PAGES = userPages().map((page) => ({ file: page.file, examples: examplesOf(page) }));

/** Jobs that examples refer to, by the ids of the references. */
const EXISTING = { Earlier: 'Completed', Trained: 'Completed' };

const folders: string[] = [];

afterEach(async () => {
  await cleanUp();
  folders.splice(0).forEach((folder) => rmSync(folder, { recursive: true }));
});

test('every example compiles', () => {
  const examples = PAGES.flatMap((page) => page.examples);
  expect(examples.length).toBeGreaterThan(15);
  expect(faultsOfExamples(examples)).toEqual([]);
});

const inStacks = PAGES.map(({ file, examples }) => ({ file, examples: examples.filter((each) => !isProgram(each)) }));

test.each(inStacks.filter(({ examples }) => examples.length > 0))(
  'every example of $file is deployed as it stands',
  async ({ examples }) => {
    const folder = mkdtempSync(join(tmpdir(), 'cdk-ml-jobs-docs-'));
    folders.push(folder);
    const assembly = synthesizeExamples(examples, folder, require);

    const existingJobs = Object.fromEntries(Object.entries(EXISTING).map(([name, status]) => [name, { status }]));
    const { ok, stacks, denials } = await newRehearsal({ existingJobs }).deploy(assembly);
    const statuses = Object.values(stacks).map(({ status, events }) => [
      status,
      ...events.flatMap(({ status: each, reason }) => (each.endsWith('_FAILED') && reason ? [reason] : [])),
    ]);
    expect(denials).toEqual([]);
    expect(new Set(statuses.map(String))).toEqual(new Set(['CREATE_COMPLETE']));
    expect(Object.keys(stacks)).toEqual(expect.arrayContaining(examples.map((_, index) => `Example${index + 1}`)));
    expect(ok).toBe(true);
  },
);

test.each(
  inStacks.flatMap(({ file, examples }) => examples.map((example, index) => ({ file, number: index + 1, example }))),
)('example $number of $file can be synthesized for a Region, too', ({ example }) => {
  expect(() => synthesizeExampleIn({ region: 'us-east-1' }, example, require)).not.toThrow();
});
