import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parsedWorkflow } from './fixture-workflow';
import { initWorkflow } from '../../../rehearsal/workflow/init-workflow';
import { temporaryFolder } from '../fixture-folder';

const FILE = '.github/workflows/rehearse-jobs.yml';
const INFRA_FILE = '.github/workflows/rehearse-jobs-infra.yml';

/** A repository with an app in a folder of it. */
function repository(folder = '.'): { readonly root: string; readonly directory: string } {
  const root = temporaryFolder();
  const directory = join(root, folder);
  mkdirSync(join(root, '.git'));
  mkdirSync(directory, { recursive: true });
  writeFileSync(join(directory, 'cdk.json'), JSON.stringify({ app: 'npx tsx app.ts' }));
  writeFileSync(join(directory, 'package.json'), '{}');
  return { root, directory };
}

test.each([
  ['*.tar.gz filter=lfs diff=lfs merge=lfs -text\n', '.', true],
  ['*.onnx filter=lfs -text\n', 'infra', true],
  ['*.sh text eol=lf\n# *.onnx filter=lfs\n', '.', false],
])('fetches what is in Git LFS where the attributes say so: %j in %s', (attributes, place, isFetched) => {
  const { root, directory } = repository('infra');
  writeFileSync(join(root, place, '.gitattributes'), attributes);
  initWorkflow({ directory });
  expect(readFileSync(join(root, INFRA_FILE), 'utf8').includes('lfs: true')).toBe(isFetched);
});

test('writes the workflow into the repository, and says so', () => {
  const { root, directory } = repository('infra');
  expect(initWorkflow({ directory })).toEqual([
    `Wrote ${join(root, INFRA_FILE)}, for an app in TypeScript or JavaScript.`,
    'On a pull request it synthesizes what there is and what is proposed, rehearses both, and comments what would run, wait and cost.',
    'It needs no secrets and no AWS account. Look at how it installs what the app depends on, and commit it:',
    '  npm install',
  ]);
  const { jobs } = parsedWorkflow(readFileSync(join(root, INFRA_FILE), 'utf8'));
  expect(jobs.rehearse.steps.at(-1)).toMatchObject({ name: 'Rehearse', 'working-directory': 'head/infra' });
});

test('writes a workflow for each app of a repository', () => {
  const { root, directory } = repository();
  const infra = join(root, 'infra');
  mkdirSync(infra);
  writeFileSync(join(infra, 'cdk.json'), JSON.stringify({ app: 'npx tsx app.ts' }));
  initWorkflow({ directory });
  initWorkflow({ directory: infra });
  const folders = [FILE, INFRA_FILE].map((file) => {
    const { jobs } = parsedWorkflow(readFileSync(join(root, file), 'utf8'));
    return jobs.rehearse.steps.at(-1)!['working-directory'];
  });
  expect(folders).toEqual(['head', 'head/infra']);
});

test('writes nothing that is there already', () => {
  const { root, directory } = repository();
  initWorkflow({ directory });
  expect(initWorkflow({ directory })).toEqual([`${join(root, FILE)} is there already, as it is to be.`]);
});

test('overwrites a file that differs only when it is told to', () => {
  const { root, directory } = repository();
  const path = join(root, FILE);
  initWorkflow({ directory });
  writeFileSync(path, 'mine');
  expect(() => initWorkflow({ directory })).toThrow(`${path} is there already, and differs: --force overwrites it.`);
  expect(readFileSync(path, 'utf8')).toBe('mine');
  expect(initWorkflow({ directory, force: true })[0]).toBe(
    `Overwrote ${path}, for an app in TypeScript or JavaScript.`,
  );
  expect(parsedWorkflow(readFileSync(path, 'utf8')).on).toBe('pull_request');
});

test('writes nothing where the app depends on an archive outside the repository', () => {
  const { root, directory } = repository('infra');
  const manifest = { dependencies: { 'cdk-ml-jobs': 'file:../../library/library.tgz' } };
  writeFileSync(join(directory, 'package.json'), JSON.stringify(manifest));
  expect(() => initWorkflow({ directory, force: true })).toThrow(
    `${join(directory, 'package.json')} has cdk-ml-jobs from file:../../library/library.tgz, which is outside the repository ${root}:`,
  );
  expect(existsSync(join(root, INFRA_FILE))).toBe(false);
});
