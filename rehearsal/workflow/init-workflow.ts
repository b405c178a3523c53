import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { appSetup } from './app-setup';
import { usesLfs } from './git-lfs';
import { checkDependencies } from './outside-dependency';
import { workflowText } from './workflow-text';
import { RehearsalError } from '../rehearsal-error';
import { appSuffix, ROOT } from '../summary/app-mark';

const FOLDER = join('.github', 'workflows');

export interface InitOptions {
  /** The folder of the app, which has `cdk.json`. */
  readonly directory: string;
  /** Whether a file that differs is overwritten. @default false */
  readonly force?: boolean;
}

/** Writes the workflow into the repository of an app; returns what there is to say of it. */
export function initWorkflow({ directory, force = false }: InitOptions): string[] {
  const root = repositoryOf(directory);
  const setup = appSetup(directory, root);
  checkDependencies(setup.packages, root);
  const folder = relative(root, directory).split(sep).join('/') || ROOT;
  const text = workflowText(setup, folder, usesLfs(directory, root));
  const path = join(root, FOLDER, `rehearse-jobs${appSuffix(folder)}.yml`);
  const present = existsSync(path) ? readFileSync(path, 'utf8') : undefined;
  if (present === text) return [`${path} is there already, as it is to be.`];
  if (present !== undefined && !force) {
    throw new RehearsalError(`${path} is there already, and differs: --force overwrites it.`);
  }
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return [
    `${present === undefined ? 'Wrote' : 'Overwrote'} ${path}, for an app in ${setup.language}.`,
    'On a pull request it synthesizes what there is and what is proposed, rehearses both, and comments what would run, wait and cost.',
    'It needs no secrets and no AWS account. Look at how it installs what the app depends on, and commit it:',
    ...setup.install.map((command) => `  ${command}`),
  ];
}

/** The folder above that is a repository; the folder itself where there is none. */
function repositoryOf(directory: string): string {
  let folder = directory;
  while (!existsSync(join(folder, '.git'))) {
    const above = dirname(folder);
    if (above === folder) return directory;
    folder = above;
  }
  return folder;
}
