#!/usr/bin/env node
import { existsSync, statSync } from 'node:fs';
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { loadCheckProgram, runCheck } from './check-program';
import { namedAssembly } from './cloud-assembly/app-command';
import { synthesisNotes } from './cloud-assembly/synthesis-notes';
import { DEFAULT_ENVIRONMENT } from './default-environment';
import { packageVersion } from './package-version';
import { RehearsalError } from './rehearsal-error';
import { isFine, markdownSummary } from './summary/markdown-summary';
import { rehearsalError, rehearsedDeployments } from './summary/rehearsed-deployment';
import { Display } from './terminal/display';
import { Interruption, type SignalSource } from './terminal/interruption';
import { JsonDisplay } from './terminal/json-display';
import { RehearseCommand, type RehearseOptions } from './terminal/rehearse-command';
import { watchingSpeed } from './terminal/watching-speed';
import { initWorkflow } from './workflow/init-workflow';

/** Slower, a job would take longer than a person waits, and in the end longer than a timer can. */
const MIN_SPEED = 0.1;

export interface CliStreams {
  readonly stdout: NodeJS.WritableStream & { readonly isTTY?: boolean };
  readonly stderr: NodeJS.WritableStream;
  readonly env: NodeJS.ProcessEnv;
  readonly signals: SignalSource;
}

type CliOptions = Omit<RehearseOptions, 'speed'> & {
  readonly speed?: number;
  readonly plain?: boolean;
  readonly json?: boolean;
};

/**
 * Runs the command line; returns the exit code.
 *
 * @param loadCheck Loads what `check` runs, when it is asked for.
 */
export async function main(
  argv: readonly string[],
  streams: CliStreams,
  loadCheck = loadCheckProgram,
): Promise<number> {
  let exitCode = 0;
  const program = new Command('cdk-ml-jobs')
    .description('Machine-learning jobs as AWS CDK constructs')
    .version(packageVersion())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    });
  rehearseCommand(program).action(async (assembly: string | undefined, options: CliOptions) => {
    exitCode = await rehearse(assembly, options, streams);
  });
  checkCommand(program).action((args: string[]) => {
    exitCode = runCheck(loadCheck(), args, streams);
  });
  summaryCommand(program).action((files: SummaryFiles) => {
    exitCode = summarize(files, streams);
  });
  initCommand(program).action(({ force }: { readonly force?: boolean }) => {
    const lines = initWorkflow({ directory: process.cwd(), force });
    streams.stdout.write(lines.map((line) => `${line}\n`).join(''));
  });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode;
    streams.stderr.write(`${describe(error)}\n`);
    return 1;
  }
}

function rehearseCommand(program: Command): Command {
  const collect = (value: string, values: string[]): string[] => [...values, value];
  const repeatable = (flags: string, text: string): Option =>
    new Option(flags, text).default([], 'none').argParser(collect);
  return program
    .command('rehearse')
    .description('Deploy a synthesized app on this machine, without AWS')
    .argument(
      '[app]',
      'the folder that "cdk synth" has made, such as cdk.out, or the command that makes it; the app of cdk.json if it is left out',
    )
    .option('--update <assembly>', 'then deploy this assembly, as an update')
    .option('--force', 'deploy stacks, too, of which only weak references to other stacks have changed')
    .option('--no-rollback', 'leave what a failed operation has made')
    .option('--destroy', 'then delete the stacks')
    .addOption(repeatable('--fail <job=reason>', 'let a job fail with a reason (in the update, if there is one)'))
    .addOption(repeatable('--duration <job=time>', 'how long a job takes, such as Compile=4m'))
    .addOption(repeatable('--parameter <name=value>', 'a template parameter, such as Rerun=2 or App:Rerun=2'))
    .addOption(
      repeatable(
        '--stack <name>',
        'only this stack (or those of a pattern, such as "Prod*") and those that it depends on',
      ),
    )
    .option('--output <folder>', 'where batch jobs write rehearsed results, in a folder for each bucket', outputFolder)
    .addOption(
      repeatable('--model <name>', 'a SageMaker model that exists already, for a transform or an optimization job'),
    )
    .addOption(
      repeatable(
        '--existing <reference=status>',
        'a job that was made elsewhere, such as Trained=Completed or Trained={…}',
      ),
    )
    .option('--pipeline <file>', 'write which job waits for which as SVG (of the update, if there is one)')
    .option(
      '--speed <factor>',
      `rehearsed seconds per real second (on a terminal ${watchingSpeed([])}, more for jobs of hours; else unlimited)`,
      speedFactor,
    )
    .addOption(
      repeatable('--suppose <fact=alternative>', 'what is so of what nobody has confirmed of AWS: see UNCONFIRMED.md'),
    )
    .option('--unused-permissions', 'list what the policies of the stacks allow and nothing has used')
    .option('--plain', 'plain lines: no colours, no progress bars')
    .option(
      '--json',
      'one JSON document a line, for programs: each event, each operation, and in the end whether all went well',
    );
}

/** Its options are its own program's. */
function checkCommand(program: Command): Command {
  return program
    .command('check')
    .description('Read models, records and data as the jobs do: "cdk-ml-jobs check --help" says more')
    .helpOption(false)
    .allowUnknownOption()
    .argument('[arguments...]');
}

/** Files that `rehearse --json` has written. */
interface SummaryFiles {
  readonly deployment?: string;
  readonly update?: string;
  /** The folder of the app in its repository. */
  readonly app?: string;
}

function summaryCommand(program: Command): Command {
  return program
    .command('summary')
    .description('Say in Markdown, for a pull request, what rehearsals have come to; fails where the change does')
    .option('--deployment <file>', 'what "rehearse <app> --json" has written')
    .option('--update <file>', 'what "rehearse <app> --update <app> --json" has written')
    .option('--app <folder>', 'the folder of the app in its repository, where that has several');
}

function summarize({ deployment, update, app }: SummaryFiles, { stdout }: CliStreams): number {
  if (deployment === undefined && update === undefined) {
    throw new RehearsalError('There is nothing to sum up: give --deployment, or --update, or both.');
  }
  const change = {
    deployment: deployment === undefined ? undefined : rehearsedDeployments(deployment),
    deploymentError: deployment === undefined ? undefined : rehearsalError(deployment),
    update: update === undefined ? undefined : rehearsedDeployments(update),
    updateError: update === undefined ? undefined : rehearsalError(update),
  };
  stdout.write(markdownSummary(change, app));
  return isFine(change) ? 0 : 1;
}

function initCommand(program: Command): Command {
  return program
    .command('init')
    .description(
      'Write a GitHub Actions workflow that rehearses pull requests, and comments what would run, wait and cost',
    )
    .option('--force', 'overwrite a workflow of this name that differs');
}

async function rehearse(app: string | undefined, options: CliOptions, streams: CliStreams): Promise<number> {
  const { stdout, env } = streams;
  const live = stdout.isTTY === true && !options.plain && !options.json;
  const color = live && !env.NO_COLOR;
  const display = options.json ? new JsonDisplay(stdout) : new Display({ stream: stdout, live, color });
  try {
    return await rehearseOn(
      display,
      app,
      { ...options, speed: options.speed ?? (live ? watchingSpeed(options.duration) : Infinity) },
      streams,
    );
  } catch (error) {
    display.record('summary', { ok: false, reason: describe(error) });
    throw error;
  }
}

async function rehearseOn(
  display: Display,
  app: string | undefined,
  options: RehearseOptions,
  { stdout, stderr, env, signals }: CliStreams,
): Promise<number> {
  const { folder, isNew } = namedAssembly(app, { directory: process.cwd(), env });
  const notes = isNew ? synthesisNotes(folder, DEFAULT_ENVIRONMENT, options.stack) : [];
  notes.forEach((line) => stderr.write(`${line}\n`));
  const command = new RehearseCommand(display, options);
  const interruption = new Interruption(stdout, signals);
  try {
    const finished = command.run(folder).then((ok) => (ok ? 0 : 1));
    return await Promise.race([finished, interruption.exitCode]);
  } finally {
    await command.close();
    interruption.end();
  }
}

function speedFactor(text: string): number {
  const value = Number(text);
  if (value >= MIN_SPEED) return value;
  throw new InvalidArgumentError(`It must be a number of at least ${MIN_SPEED}, or Infinity.`);
}

function outputFolder(path: string): string {
  if (path !== '' && (!existsSync(path) || statSync(path).isDirectory())) return path;
  throw new InvalidArgumentError('It must be a folder, which may be still to be made.');
}

function describe(error: unknown): string {
  if (error instanceof RehearsalError) return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

if (require.main === module) {
  const { stdout, stderr, env } = process;
  void main(process.argv.slice(2), { stdout, stderr, env, signals: process }).then((code) => {
    process.exitCode = code;
  });
}
