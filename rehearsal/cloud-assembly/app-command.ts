import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { readJson } from './json-file';
import { asJsonObject, isJsonObject, type JsonObject } from '../json-value';
import { RehearsalError } from '../rehearsal-error';

/** Where the CDK's command line finds an app that it is not told of. */
const SETTINGS = 'cdk.json';
/** What every cloud assembly has. */
const MANIFEST = 'manifest.json';
/** What it remembers of lookups. */
const LOOKUPS = 'cdk.context.json';
const DEFAULT_FOLDER = 'cdk.out';

/** The context that the CDK's command line gives to every app: the paths of constructs, and of what they are made of. */
const DEFAULT_CONTEXT = { 'aws:cdk:enable-path-metadata': true, 'aws:cdk:enable-asset-metadata': true };

/** How an app is run. */
export interface AppRun {
  /** The folder that has `cdk.json`, in which the app runs. */
  readonly directory: string;
  readonly env: NodeJS.ProcessEnv;
}

/** A cloud assembly that is to be rehearsed. */
export interface NamedAssembly {
  readonly folder: string;
  /** Whether it was made just now, without the CDK's command line, which would have said what it has to say of it. */
  readonly isNew: boolean;
}

/**
 * The cloud assembly: what is named, or what a command makes which is named instead, as `cdk --app` takes both;
 * and where nothing is named, what `cdk.json` names. What the app prints goes to the standard error output.
 */
export function namedAssembly(app: string | undefined, run: AppRun): NamedAssembly {
  const settings = settingsIn(run.directory);
  const named = app ?? settings.app;
  if (typeof named !== 'string') {
    throw new RehearsalError(
      `There is nothing to rehearse: name the folder that "cdk synth" has made, or the command that makes it, or run this where a ${SETTINGS} says it ("app").`,
    );
  }
  const folder = resolve(run.directory, named);
  if (existsSync(folder) && statSync(folder).isDirectory()) return { folder, isNew: false };
  // most likely a folder with a slip in its name: whoever reads it says so
  if (app !== undefined && !existsSync(folder) && !/\s/.test(named)) return { folder: named, isNew: false };
  return { folder: synthesized(named, settings, run), isNew: true };
}

function synthesized(command: string, settings: JsonObject, { directory, env }: AppRun): string {
  const folder = resolve(directory, typeof settings.output === 'string' ? settings.output : DEFAULT_FOLDER);
  const lookups = join(directory, LOOKUPS);
  const context = {
    ...DEFAULT_CONTEXT,
    ...asJsonObject(settings.context),
    ...(existsSync(lookups) && asJsonObject(readJson(lookups))),
  };
  const before = writtenAt(folder);
  const { status, error } = spawnSync(command, {
    cwd: directory,
    env: { ...env, CDK_OUTDIR: folder, CDK_CONTEXT_JSON: JSON.stringify(context) },
    shell: true,
    // what is rehearsed goes to the standard output
    stdio: ['ignore', process.stderr, process.stderr],
  });
  if (error ?? status !== 0) {
    throw new RehearsalError(
      `The app could not be synthesized: "${command}" has ended with ${error?.message ?? status}.`,
    );
  }
  // what lies there from another time is not this app
  if (writtenAt(folder) !== before) return folder;
  throw new RehearsalError(
    `The app has made no cloud assembly: "${command}" has ended well, and written nothing to ${folder}. An app must call app.synth() in the end, which only Node.js does by itself.`,
  );
}

/** When the assembly in a folder was made, in milliseconds. */
function writtenAt(folder: string): number | undefined {
  return statSync(join(folder, MANIFEST), { throwIfNoEntry: false })?.mtimeMs;
}

function settingsIn(directory: string): JsonObject {
  const path = join(directory, SETTINGS);
  const settings = existsSync(path) ? readJson(path) : {};
  if (!isJsonObject(settings)) throw new RehearsalError(`${path} must be an object.`);
  return settings;
}
