import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { parsedWorkflow, type WorkflowJob } from './fixture-workflow';
import { appSetup } from '../../../rehearsal/workflow/app-setup';
import { workflowText } from '../../../rehearsal/workflow/workflow-text';
import { ANSWERING_HANDLER, handlerResources, job, writeApp } from '../fixture-assembly';
import { app } from '../fixture-cli';
import { temporaryFolder } from '../fixture-folder';

const TOOL = join(__dirname, '..', '..', '..', 'assets', 'rehearsal', 'cli', 'index.js');

/**
 * Runs the commands of the workflow in a folder where the merge of a pull request is checked out, and `npm`, `npx` and `gh`
 * are stand-ins.
 */
class Runner {
  public readonly folder = temporaryFolder();
  public readonly summary = join(this.folder, 'summary.md');
  private readonly output = join(this.folder, 'output');
  private readonly bin = join(this.folder, 'bin');

  /** What `gh` prints that looks for the comment. */
  constructor(assemblies: { readonly head: string; readonly base?: string }, comment = '') {
    mkdirSync(this.bin);
    [this.summary, this.output, join(this.folder, 'gh')].forEach((path) => writeFileSync(path, ''));
    this.program('npm', 'exit 0');
    this.program(
      'npx',
      `case "$2" in cdk) cp -r assembly "$6" ;; *) shift 2; exec "${process.execPath}" "${TOOL}" "$@" ;; esac`,
    );
    this.program(
      'gh',
      `printf '%s\\n' "$*" >> "${join(this.folder, 'gh')}"; [ "$2" != --paginate ] || echo "${comment}"`,
    );
    this.checkOut(assemblies);
    mkdirSync(join(this.folder, 'cdk-ml-jobs'));
  }

  /** Returns the exit codes. */
  public run({ steps }: WorkflowJob, env: Readonly<Record<string, string>>): (number | null)[] {
    return steps.flatMap(({ run, 'working-directory': directory = '.' }) => {
      if (run === undefined) return [];
      const { status } = spawnSync('bash', ['-e', '-c', run], {
        cwd: join(this.folder, directory),
        env: {
          ...process.env,
          PATH: `${this.bin}${delimiter}${process.env.PATH}`,
          RUNNER_TEMP: this.folder,
          GITHUB_OUTPUT: this.output,
          GITHUB_STEP_SUMMARY: this.summary,
          ...env,
        },
      });
      return [status];
    });
  }

  /** What the step has handed on. */
  public get comment(): string | undefined {
    return /^comment<<END_OF_COMMENT\n([^]*)END_OF_COMMENT\n$/.exec(readFileSync(this.output, 'utf8'))?.[1];
  }

  /** What `gh` was called with. */
  public get calls(): string {
    return readFileSync(join(this.folder, 'gh'), 'utf8');
  }

  /** As GitHub merges: into what there is now, to which others have added since the pull request was opened. */
  private checkOut({ head, base }: { readonly head: string; readonly base?: string }): void {
    const checkout = join(this.folder, 'head');
    mkdirSync(checkout);
    const git = (...args: string[]): void => {
      const identity = ['-c', 'user.name=test', '-c', 'user.email=test@localhost', '-c', 'commit.gpgsign=false'];
      execFileSync('git', [...identity, ...args], { cwd: checkout, stdio: 'pipe' });
    };
    const commit = (): void => {
      git('add', '--all');
      git('commit', '--quiet', '--allow-empty', '--message', 'a change');
    };
    git('init', '--quiet', '--initial-branch', 'main');
    commit();
    git('checkout', '--quiet', '-b', 'proposed');
    writeCdkApp(checkout, head);
    commit();
    git('checkout', '--quiet', 'main');
    if (base !== undefined) writeCdkApp(checkout, base);
    commit();
    git('merge', '--quiet', '--no-commit', '--no-ff', '--strategy', 'ours', 'proposed');
    writeCdkApp(checkout, head);
    commit();
  }

  private program(name: string, script: string): void {
    writeFileSync(join(this.bin, name), `#!/bin/sh\n${script}\n`, { mode: 0o755 });
  }
}

function writeCdkApp(folder: string, assembly: string): void {
  rmSync(join(folder, 'assembly'), { recursive: true, force: true });
  writeFileSync(join(folder, 'cdk.json'), JSON.stringify({ app: 'npx tsx app.ts' }));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ devDependencies: { 'aws-cdk': '^2' } }));
  cpSync(assembly, join(folder, 'assembly'), { recursive: true });
}

function jobsOf(runner: Runner): Readonly<Record<string, WorkflowJob>> {
  const folder = join(runner.folder, 'head');
  return parsedWorkflow(workflowText(appSetup(folder, folder), '.')).jobs;
}

test('rehearses a new deployment and an update, and comments on both', () => {
  const runner = new Runner({ head: app('second'), base: app() });
  const { rehearse, comment } = jobsOf(runner);
  expect(runner.run(rehearse, { BASE: 'success' })).toEqual([0, 0, 0, 0]);
  const text = runner.comment!;
  expect(text).toMatch(
    /^<!-- cdk-ml-jobs -->\n[^]*### ✅ A new deployment takes 4 min \d+ s\n\n\| job [^]*\n\| Compile \| [^]*### ✅ The update takes 4 min/,
  );
  expect(readFileSync(runner.summary, 'utf8')).toBe(text);
  expect(runner.run(comment, { COMMENT: text, REPOSITORY: 'me/app', NUMBER: '7' })).toEqual([0]);
  expect(runner.calls).toContain(`api --silent --method POST repos/me/app/issues/7/comments --raw-field body=${text}`);
});

test('updates the comment that is there', () => {
  const runner = new Runner({ head: app() }, '42\n43');
  expect(runner.run(jobsOf(runner).comment, { COMMENT: 'new', REPOSITORY: 'me/app', NUMBER: '7' })).toEqual([0]);
  expect(runner.calls).toContain('api --silent --method PATCH repos/me/app/issues/comments/42 --raw-field body=new\n');
  expect(runner.calls).not.toContain('POST');
});

test('without what there is, rehearses only a new deployment', () => {
  const runner = new Runner({ head: app() });
  const [, head, base, rehearsal] = runner.run(jobsOf(runner).rehearse, { BASE: 'failure' });
  expect({ head, rehearsal }).toEqual({ head: 0, rehearsal: 0 });
  expect(base).not.toBe(0);
  expect(runner.comment).toContain('### ✅ A new deployment takes');
  expect(runner.comment).not.toContain('update');
});

test('fails where the change fails, and says so in the comment', () => {
  const failing = writeApp({ ...handlerResources(ANSWERING_HANDLER), Job: job({ Fail: 'Create' }) });
  const runner = new Runner({ head: failing, base: app() });
  expect(runner.run(jobsOf(runner).rehearse, { BASE: 'success' })).toEqual([0, 0, 0, 1]);
  expect(runner.comment).toContain('### ❌ A new deployment fails after');
});

test('fails where a rehearsal comes to no end', () => {
  const broken = temporaryFolder();
  writeFileSync(join(broken, 'manifest.json'), '{}');
  const runner = new Runner({ head: broken, base: app() });
  expect(runner.run(jobsOf(runner).rehearse, { BASE: 'success' })).toEqual([0, 0, 0, 1]);
  expect(runner.comment).toContain('### ❌ A new deployment was not rehearsed\n');
  expect(runner.comment).toContain('### ❌ The update was not rehearsed\n');
});
