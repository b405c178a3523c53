import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { dependsOn } from './package-json';
import { NPX_CDK, packageManagerOf } from './package-manager';
import { readJson } from '../cloud-assembly/json-file';
import { isJsonObject } from '../json-value';
import { RehearsalError } from '../rehearsal-error';

/** What continuous integration does before it can synthesize an app. */
export interface AppSetup {
  readonly language: string;
  /** Actions for what the language needs besides Node.js, each with its inputs. */
  readonly actions: readonly (readonly [action: string, inputs: Readonly<Record<string, string>>])[];
  /** Commands that install what the app depends on, in its folder. */
  readonly install: readonly string[];
  /** The folders whose files say what that is. */
  readonly packages: readonly string[];
  /** What a shell must do before it finds what was installed. */
  readonly activate: readonly string[];
  /** The CDK's command line. */
  readonly cdk: string;
  /** This package's command line. */
  readonly tool: string;
}

const PYTHON = /\bpython[\d.]*\b|\.py\b/;
const NODE = /\b(node|npx|npm|tsx|ts-node|yarn|pnpm)\b/;

/** What says what an app depends on, the first that is there. */
const PACKAGE = 'package.json';
const REQUIREMENTS = 'requirements.txt';
const PYTHON_FILES = [REQUIREMENTS, 'pyproject.toml', 'setup.py', 'setup.cfg'];

/**
 * What the app in a folder needs, by the command in its `cdk.json`.
 *
 * @param root The folder of its repository.
 */
export function appSetup(folder: string, root: string): AppSetup {
  const app = appCommand(folder);
  if (PYTHON.test(app)) return pythonSetup(folder);
  if (NODE.test(app)) return nodeSetup(folder, root);
  throw new RehearsalError(
    `The app of cdk.json is "${app}": "init" knows apps in TypeScript, JavaScript and Python. For another language, write a workflow that runs "cdk synth" and "cdk-ml-jobs rehearse cdk.out --json".`,
  );
}

function appCommand(folder: string): string {
  const path = join(folder, 'cdk.json');
  if (!existsSync(path)) {
    throw new RehearsalError(
      `There is no cdk.json in ${folder}: run "cdk-ml-jobs init" in the folder of a CDK app. One without it needs a cdk.json that says how it is run, such as { "app": "npx tsx app.ts" }.`,
    );
  }
  const settings = readJson(path);
  const app = isJsonObject(settings) ? settings.app : undefined;
  if (typeof app === 'string') return app;
  throw new RehearsalError(`${path} does not say how the app is run: give it "app", such as "npx tsx app.ts".`);
}

function nodeSetup(folder: string, root: string): AppSetup {
  const { install, run, fetchedCdk, packages } = packageManagerOf(folder, root);
  if (!packages.some((each) => existsSync(join(each, PACKAGE)))) throw nothingInstalled(folder, [PACKAGE]);
  return {
    language: 'TypeScript or JavaScript',
    actions: [],
    install,
    packages,
    activate: [],
    cdk: packages.some((each) => dependsOn(each, 'aws-cdk')) ? `${run('aws-cdk')} cdk` : fetchedCdk,
    tool: `${run('cdk-ml-jobs')} cdk-ml-jobs`,
  };
}

function pythonSetup(folder: string): AppSetup {
  const file = PYTHON_FILES.find((name) => existsSync(join(folder, name)));
  if (file === undefined) throw nothingInstalled(folder, PYTHON_FILES);
  const source = file === REQUIREMENTS ? `-r ${REQUIREMENTS}` : '.';
  const activate = ['. .venv/bin/activate'];
  return {
    language: 'Python',
    actions: [['actions/setup-python@v6', { 'python-version': "'3.12'" }]],
    install: ['python3 -m venv .venv', ...activate, `pip install ${source}`],
    packages: [folder],
    activate,
    cdk: NPX_CDK,
    tool: 'cdk-ml-jobs',
  };
}

function nothingInstalled(folder: string, files: readonly string[]): RehearsalError {
  return new RehearsalError(
    `There is no ${files.join(', ')} in ${folder}: continuous integration would not know what to install. Make ${files[0]}, with this library and what else the app depends on, and run "cdk-ml-jobs init" again.`,
  );
}
