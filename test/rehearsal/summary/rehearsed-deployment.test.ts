import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { rehearsalError, rehearsedDeployments } from '../../../rehearsal/summary/rehearsed-deployment';
import { app, cli } from '../fixture-cli';
import { temporaryFolder } from '../fixture-folder';

function file(text: string): string {
  const path = join(temporaryFolder(), 'rehearsal.jsonl');
  writeFileSync(path, text);
  return path;
}

test('reads what a rehearsal has told of its deployments', async () => {
  const { out } = await cli('rehearse', app(), '--update', app(), '--destroy', '--json');
  const [deployment, update, ...more] = rehearsedDeployments(file(out));
  expect(deployment).toEqual({
    ok: true,
    seconds: expect.any(Number),
    jobs: [
      {
        job: 'Compile',
        afterSeconds: expect.any(Number),
        seconds: 240,
        dollars: undefined,
        basis: 'a compilation, for which no price was found',
      },
    ],
    dollars: undefined,
    region: 'us-east-1',
    asOf: '2025-04',
    problems: [],
  });
  expect(update).toMatchObject({ ok: true, jobs: [] });
  expect(more).toEqual([]);
});

test('says what went wrong', async () => {
  const { out } = await cli('rehearse', app(), '--fail', 'Compile=ClientError: it is so', '--json');
  const [{ ok, problems }] = rehearsedDeployments(file(out));
  expect({ ok, problems }).toEqual({
    ok: false,
    problems: [expect.stringMatching(/^App is in status ROLLBACK_COMPLETE: .*ClientError: it is so/)],
  });
});

test('names what is denied, and jobs that are missing', () => {
  const operation = {
    type: 'operation',
    operation: 'deploy',
    ok: false,
    seconds: 1,
    denials: ['no'],
    missingJobs: ['Trained'],
  };
  const [{ problems }] = rehearsedDeployments(file(`${JSON.stringify(operation)}\n`));
  expect(problems).toEqual(['no', 'Trained refers to a job that nothing here makes']);
});

test('a rehearsal that has come to no end has no deployments', () => {
  expect(rehearsedDeployments(file(''))).toEqual([]);
});

test('says which error a rehearsal has ended in, and with which it could not begin', async () => {
  const errorOf = async (...options: string[]) =>
    rehearsalError(file((await cli('rehearse', ...options, '--json')).out));
  expect(await errorOf(app())).toBeUndefined();
  expect(await errorOf(app(), '--fail', 'Compile=no')).toBeUndefined();
  expect(await errorOf('/nowhere')).toBe('The cloud assembly /nowhere is not a folder. Make it with "cdk synth".');
  expect(await errorOf(app(), '--existing', 'x')).toMatch(/^--existing: "x" is not of the form /);
  expect(await errorOf(app(), '--update', app(), '--fail', 'Compile=no')).toBe('--fail Compile=…: the job did not run');
});

test('fails on a file that is not there, and on one that is something else', () => {
  expect(() => rehearsedDeployments('/nowhere.jsonl')).toThrow('/nowhere.jsonl cannot be read: ENOENT');
  for (const text of ['{"type":"event"}\nApp | 0/2', '{"type":"event"}\n[]']) {
    expect(() => rehearsedDeployments(file(text))).toThrow(
      /rehearsal\.jsonl, line 2 is no JSON object: give what "cdk-ml-jobs rehearse --json" has written\.$/,
    );
  }
});
