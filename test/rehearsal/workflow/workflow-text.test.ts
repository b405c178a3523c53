import { parsedWorkflow } from './fixture-workflow';
import type { AppSetup } from '../../../rehearsal/workflow/app-setup';
import { workflowText } from '../../../rehearsal/workflow/workflow-text';

const SETUP: AppSetup = {
  language: 'TypeScript or JavaScript',
  actions: [],
  install: ['npm ci'],
  packages: [],
  activate: [],
  cdk: 'npx --no cdk',
  tool: 'npx --no cdk-ml-jobs',
};
const TEXT = workflowText(SETUP, '.');
const { on, permissions, jobs } = parsedWorkflow(TEXT);
const steps = Object.values(jobs).flatMap((job) => job.steps);

test('runs on pull requests, and what runs their code may only read', () => {
  expect({ on, permissions }).toEqual({ on: 'pull_request', permissions: {} });
  expect(Object.entries(jobs).map(([name, job]) => [name, job.permissions])).toEqual([
    ['rehearse', { contents: 'read' }],
    ['comment', { 'pull-requests': 'write' }],
  ]);
  expect(jobs.comment.steps.filter(({ uses }) => uses !== undefined)).toEqual([]);
});

test('has no secrets, and no text of the pull request in a command', () => {
  expect(TEXT).not.toContain('secrets.');
  expect(steps.filter(({ run }) => run?.includes('${{'))).toEqual([]);
  const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'));
  expect(checkouts.map((step) => step.with)).toEqual([
    { path: 'head', 'fetch-depth': 2, 'persist-credentials': false },
  ]);
});

test('takes for what there is what the pull request is merged with, not what it once began from', () => {
  expect(TEXT).not.toContain('base.sha');
  expect(jobs.rehearse.steps[1]).toEqual({
    name: 'Check out what there is',
    run: 'git -C head worktree add --detach ../base HEAD^1',
  });
});

test('fetches what is in Git LFS with the right of the run, for what is proposed and for what there is', () => {
  const { rehearse } = parsedWorkflow(workflowText(SETUP, '.', true)).jobs;
  const credentials = { lfs: true, 'persist-credentials': false };
  expect(rehearse.steps.slice(0, 3)).toEqual([
    { uses: 'actions/checkout@v5', with: { path: 'head', 'fetch-depth': 2, ...credentials } },
    {
      name: 'Find what there is',
      id: 'parent',
      run: 'echo "sha=$(git -C head rev-parse HEAD^1)" >> "$GITHUB_OUTPUT"',
    },
    {
      uses: 'actions/checkout@v5',
      with: { path: 'base', ref: '${{ steps.parent.outputs.sha }}', ...credentials },
    },
  ]);
});

test('comments on pull requests of the repository itself, also where the rehearsal has failed', () => {
  expect(jobs.comment.if).toBe(
    "!cancelled() && needs.rehearse.outputs.comment != '' && github.event.pull_request.head.repo.full_name == github.repository",
  );
});

test.each([
  ['.', 'head'],
  ['infra/app', 'head/infra/app'],
  ['my app', 'head/my app'],
])('works in the folder of the app: %s', (folder, expected) => {
  const { rehearse } = parsedWorkflow(workflowText(SETUP, folder)).jobs;
  const synthesis = rehearse.steps.find(({ name }) => name === 'Synthesize what is proposed')!;
  expect(synthesis['working-directory']).toBe(expected);
  expect(synthesis.run).toBe('npm ci\nnpx --no cdk synth --quiet --output "$RUNNER_TEMP/cdk-ml-jobs/head"\n');
});

test('is told apart from the workflows of other apps of the repository, and so are its runs and comments', () => {
  const text = workflowText(SETUP, 'apps/my app');
  expect(text).toContain('\nname: "Rehearse jobs of apps/my app"\n');
  expect(text).toContain('\n  group: rehearse-jobs-apps-my-app-${{ github.event.pull_request.number }}\n');
  const { rehearse, comment } = parsedWorkflow(text).jobs;
  expect(rehearse.steps.at(-1)).toMatchObject({
    env: { APP: 'apps/my app' },
    run: expect.stringContaining('summary --app "$APP" "$@" > "$cd_out/comment.md"'),
  });
  expect(comment.steps[0].run).toContain('startswith("<!-- cdk-ml-jobs: apps-my-app -->")');
  expect(TEXT).toContain('\nname: Rehearse jobs\n');
  expect(TEXT).toContain('\n  group: rehearse-jobs-${{ github.event.pull_request.number }}\n');
  expect(TEXT).toContain('startswith("<!-- cdk-ml-jobs -->")');
  expect(jobs.rehearse.steps.at(-1)!.env).toEqual({ BASE: '${{ steps.base.outcome }}' });
});

test('sets up what a language needs, and finds what it has installed', () => {
  const activate = ['. .venv/bin/activate'];
  const actions: AppSetup['actions'] = [['actions/setup-python@v6', { 'python-version': "'3.12'" }]];
  const { rehearse } = parsedWorkflow(workflowText({ ...SETUP, actions, activate }, '.')).jobs;
  expect(rehearse.steps.find(({ uses }) => uses === 'actions/setup-python@v6')?.with).toEqual({
    'python-version': '3.12',
  });
  expect(rehearse.steps.at(-1)?.run).toMatch(/^\. \.venv\/bin\/activate\n/);
});
