import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { runCheck } from './run-check';
import { sampleFolder, tarGzOf } from '../src/sagemaker/model-archive/sample-archive';
import { onnxModel } from '../src/sagemaker/model-archive/sample-models';

const { folder, write } = sampleFolder();
const FINE = write('fine.tar.gz', tarGzOf({ path: 'model.onnx', content: onnxModel({ inputs: { input: [1, 3] } }) }));
const WARNED = write(
  'warned.tar.gz',
  tarGzOf({ path: 'model.onnx', content: onnxModel({ opset: 15, inputs: { input: [1, 3] } }) }),
);
const ROWS = write('rows.csv', '1,2\n3,4\n');
const BROKEN = write('broken.tar.gz', 'no archive');

describe('exit codes', () => {
  test.each([
    ['0 where nothing is found', [FINE], 0],
    ['0 with warnings alone', [WARNED], 0],
    ['1 with --strict and warnings', [WARNED, '--strict'], 1],
    ['1 with an error', [FINE, BROKEN], 1],
    ['2 with a file that is not there, whatever else is found', [BROKEN, join(folder, 'nothing')], 2],
    ['2 without a file', [], 2],
    ['2 with an option that there is not', [FINE, '--quick'], 2],
    ['2 with another framework', [FINE, '--framework', 'cntk'], 2],
    ['2 with no number', ['--minimum-records', 'many', FINE], 2],
    ['2 with a payload that no request has', ['--max-payload', '101', FINE], 2],
    ['0 with the largest payload', ['--max-payload', '100', ROWS], 0],
    ['2 with a kind that there is not', ['--as', 'picture', FINE], 2],
    ['2 with an evaluation that there is not', ['--evaluate', 'answers', FINE], 2],
    ['2 with a customization that there is not', ['--customize', 'tuning', FINE], 2],
    ['2 with standard input', ['-'], 2],
    ['0 for its help', ['--help'], 0],
  ])('%s', (_, argv, exitCode) => {
    expect(runCheck(...argv).exitCode).toBe(exitCode);
  });
});

test.each([
  [
    ['--framework', 'onnx', '--content-type', 'text/csv', ROWS],
    '--framework is for model archive and model, and what was read is data',
  ],
  [
    ['--customize', 'fine-tuning', '--model-id', 'amazon.nova-lite-v1:0', FINE],
    '--customize is for training data, and what was read is model archive',
  ],
  [['--invoke', 'converse', FINE, ROWS], '--invoke is for records, and what was read is model archive and data'],
])('an option is an error that no file has a use for: %j', (argv, text) => {
  const { exitCode, err, out } = runCheck(...argv);
  expect({ exitCode, isChecked: out !== '' }).toEqual({ exitCode: 2, isChecked: true });
  expect(err.split('\n')[0]).toBe(`error: ${text}: say with --as what it is`);
});

test('an option for one of several files is used', () => {
  expect(runCheck('--framework', 'onnx', '--split', 'line', FINE, ROWS)).toMatchObject({ exitCode: 0, err: '' });
});

test('says to a person what the files are and what is wrong', () => {
  const { out, err } = runCheck(FINE, WARNED, BROKEN);
  expect(err).toBe('');
  expect(out.split('\n')).toEqual([
    `${FINE}: a model archive, which Neo would take for ONNX`,
    '  dataInputConfig: {"input":[1,3]}',
    `${WARNED}: a model archive, which Neo would take for ONNX`,
    '  dataInputConfig: {"input":[1,3]}',
    expect.stringMatching(
      /^ {2}warning: should be an archive whose model\.onnx is .* \[cdk-ml-jobs:neoModelVersion\]$/,
    ),
    `${BROKEN}: a model archive, which Neo would not take`,
    `  error: must be a gzip-compressed tar archive, got '${BROKEN}', which is not compressed with gzip: pack the model once more, for example with tar -czf`,
    '3 files: 1 error, 1 warning',
    '',
  ]);
});

test('says what data is to be learned from for', () => {
  const path = write('texts.jsonl', '{"input":"Penguins swim."}\n');
  expect(runCheck('--customize', 'continued-pre-training', path).out).toBe(
    `${path}: data for continued pre-training\n1 file: nothing found\n`,
  );
});

test('says of records that they were not compared with a model that is not known', () => {
  const path = write('calls.jsonl', '{"modelInput":{}}\n');
  const argv = ['--model-id', 'claude-3-haiku', '--minimum-records', '1', path];
  const note = "the bodies were not compared, for 'claude-3-haiku' is of no known family of models";
  expect(runCheck(...argv).out).toBe(`${path}: records\n  note: ${note}\n1 file: nothing found\n`);
  expect((JSON.parse(runCheck('--json', ...argv).out) as { files: object[] }).files).toEqual([
    { path, kind: 'records', note, findings: [] },
  ]);
});

test('says where nothing is found', () => {
  expect(runCheck(FINE).out).toMatch(/\n1 file: nothing found\n$/);
});

test('writes one document of JSON for a program, with what could not be read', () => {
  const nothing = join(folder, 'nothing');
  const { out, err, exitCode } = runCheck('--json', FINE, WARNED, nothing);
  expect({ err, exitCode }).toEqual({ err: `error: ${nothing}: there is no such file\n`, exitCode: 2 });
  expect(JSON.parse(out)).toEqual({
    version: 1,
    errors: 0,
    warnings: 1,
    files: [
      { path: FINE, kind: 'model archive', frameworks: ['ONNX'], dataInputConfig: '{"input":[1,3]}', findings: [] },
      {
        path: WARNED,
        kind: 'model archive',
        frameworks: ['ONNX'],
        dataInputConfig: '{"input":[1,3]}',
        findings: [
          {
            severity: 'warning',
            id: 'cdk-ml-jobs:neoModelVersion',
            text: expect.stringMatching(/^should be an archive whose model\.onnx is/),
          },
        ],
      },
    ],
    unread: [{ path: nothing, reason: 'there is no such file' }],
    unused: [],
  });
});

test('says in the document, too, of which options no file has a use', () => {
  const reason = 'is for data, and what was read is model archive: say with --as what it is';
  const { out, err, exitCode } = runCheck('--json', '--gzip', '--content-type', 'text/csv', FINE);
  expect({ err, exitCode }).toEqual({
    err: `error: --gzip ${reason}\nerror: --content-type ${reason}\n`,
    exitCode: 2,
  });
  expect((JSON.parse(out) as { unused: object[] }).unused).toEqual([
    { option: '--gzip', reason },
    { option: '--content-type', reason },
  ]);
});

test('does not judge options where a file that could not be read may be what they are for', () => {
  const nothing = join(folder, 'nothing.csv');
  const { out, err, exitCode } = runCheck('--json', '--gzip', FINE, nothing);
  expect({ err, exitCode }).toEqual({ err: `error: ${nothing}: there is no such file\n`, exitCode: 2 });
  expect(JSON.parse(out)).toMatchObject({ unread: [{ path: nothing }], unused: [] });
});

test('fails with what is no file, and says why', () => {
  mkdirSync(join(folder, 'a.tar.gz'));
  symlinkSync(join(folder, 'nothing'), join(folder, 'link.onnx'));
  const errorOf = (...argv: readonly string[]) => runCheck(...argv).err;
  expect(errorOf('--as', 'model', join(folder, 'a.tar.gz'))).toBe(
    `error: ${folder}/a.tar.gz: it is a folder, and only records or a model to be imported may be in one: give the files\n`,
  );
  expect(errorOf(join(folder, 'link.onnx'))).toBe(`error: ${folder}/link.onnx: there is no such file\n`);
  expect(errorOf('/dev/null')).toBe('error: /dev/null: it is no regular file\n');
  expect(errorOf('-')).toBe('error: -: standard input is not read, give the path of a file\n');
});

test('the help has all options, the exit codes, and goes with what is misused', () => {
  const { out } = runCheck('--help');
  expect(out).toContain('Usage: cdk-ml-jobs check [options] <file...>');
  expect(out).toMatch(/Exit codes: 0 nothing but warnings, 1 errors/);
  expect(runCheck(FINE, '--jsno').err).toBe(
    "error: unknown option '--jsno'\n(Did you mean --json?)\n('cdk-ml-jobs check --help' shows what there is)\n",
  );
});
