import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type CheckOptions, CUSTOMIZATIONS, EVALUATED, FRAMEWORKS, INVOCATIONS } from './check-options';
import { type CheckedFile, countOf, type UnreadFile } from './checked-file';
import { checkFile } from './file-check';
import { NAMED_KINDS } from './input-kind';
import { jsonReport } from './json-report';
import { textReport } from './text-report';
import { unusedOptions } from './unused-options';
import { UsageError } from './usage-error';
import { MOST_PAYLOAD_MB } from '../src/sagemaker/data-file/payload-limit';

/** The exit codes, as scripts rely on them. */
const [FINE, FOUND, MISUSED] = [0, 1, 2];

/** Where the command writes. */
export interface CheckStreams {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

const EPILOGUE = `
A file is read as what its name and its beginning tell: an archive with a model (.tar.gz), a model that is not packed yet
(model.onnx), the folder of a model to be imported into Bedrock (with config.json), records for batch inference (.jsonl with
"modelInput", or a folder of such files), conversations for a customization (.jsonl with "schemaVersion"), prompts of an
evaluation (.jsonl with "referenceResponse", "modelResponses" or "conversationTurns"), or other data.

Exit codes: 0 nothing but warnings, 1 errors (with --strict: or warnings), 2 the command cannot be carried out.
Standard input is not read: sizes and several passes are needed.`;

/** Runs the command line after `cdk-ml-jobs check`; returns the exit code. */
export function main(argv: readonly string[], streams: CheckStreams): number {
  const program = checkProgram(streams);
  try {
    program.parse([...argv], { from: 'user' });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? FINE : MISUSED;
  }
  return check(program.args, program.opts<CheckOptions>(), streams);
}

function check(paths: readonly string[], options: CheckOptions, { stdout, stderr }: CheckStreams): number {
  const files: CheckedFile[] = [];
  const unread: UnreadFile[] = [];
  for (const path of paths) {
    try {
      if (path === '-') throw new UsageError('standard input is not read, give the path of a file');
      files.push(checkFile(path, options));
    } catch (error) {
      if (!(error instanceof UsageError)) throw error;
      stderr.write(`error: ${path}: ${error.message}\n`);
      unread.push({ path, reason: error.message });
    }
  }
  // an option may be for a file that could not be read
  const unused = unread.length > 0 ? [] : unusedOptions(options, files);
  if (options.json) stdout.write(jsonReport(files, unread, unused));
  else if (files.length > 0) stdout.write(textReport(files));
  unused.forEach(({ option, reason }) => stderr.write(`error: ${option} ${reason}\n`));
  if (unread.length > 0 || unused.length > 0) return MISUSED;
  const count = countOf('error', files) + (options.strict ? countOf('warning', files) : 0);
  return count > 0 ? FOUND : FINE;
}

function checkProgram({ stdout, stderr }: CheckStreams): Command {
  return new Command('cdk-ml-jobs check')
    .description('Read models, records and data as the jobs do that they are given to, without AWS and without an app')
    .argument(
      '<file...>',
      'archives, models, files of records or of data, folders of records or with a model to be imported',
    )
    .addOption(new Option('--as <kind>', 'what the files are').choices(NAMED_KINDS))
    .addOption(
      new Option('--framework <name>', `the framework of models: ${FRAMEWORKS.join(', ')}`).argParser(frameworkNamed),
    )
    .addOption(
      new Option('--invoke <api>', 'the API whose request body records have').choices(Object.keys(INVOCATIONS)),
    )
    .option(
      '--model-id <id>',
      'the model of records, or the base model that learns: its id, that of an inference profile, or an ARN',
    )
    .addOption(
      new Option('--customize <how>', 'what is done with a model that learns from the data').choices(
        Object.keys(CUSTOMIZATIONS),
      ),
    )
    .addOption(new Option('--evaluate <what>', 'what the lines of an evaluation are').choices(Object.keys(EVALUATED)))
    .option(
      '--minimum-records <count>',
      'how many records there must be (default: 100, and 1 to learn from)',
      wholeNumber,
    )
    .option('--content-type <type>', 'the MIME type of data (default: what the name of the file tells)')
    .option('--gzip', 'data is compressed with gzip, and the job decompresses it')
    .addOption(new Option('--split <how>', 'how a transform job cuts data').choices(['line', 'none']))
    .option(
      '--max-payload <MB>',
      'the most that a transform job sends at once, up to 100, 0 for no limit (default: 6)',
      payload,
    )
    .option('--strict', 'warnings, too, make the command fail')
    .option('--json', 'one JSON document instead of text')
    .addHelpText('after', EPILOGUE)
    .showHelpAfterError("('cdk-ml-jobs check --help' shows what there is)")
    .exitOverride()
    .configureOutput({ writeOut: (text) => stdout.write(text), writeErr: (text) => stderr.write(text) });
}

function frameworkNamed(text: string): string {
  const framework = text.toUpperCase();
  if (FRAMEWORKS.includes(framework)) return framework;
  throw new InvalidArgumentError(`It must be one of ${FRAMEWORKS.join(', ')}.`);
}

function payload(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) <= MOST_PAYLOAD_MB) return Number(text);
  throw new InvalidArgumentError(`It must be a whole number of at most ${MOST_PAYLOAD_MB}.`);
}

function wholeNumber(text: string): number {
  if (/^\d{1,9}$/.test(text)) return Number(text);
  throw new InvalidArgumentError('It must be a whole number of at least 0.');
}
