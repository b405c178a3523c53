import type { AppSetup } from './app-setup';
import { appSuffix, markOf, ROOT } from '../summary/app-mark';

/**
 * A workflow of GitHub Actions that rehearses a pull request, and comments on it. What runs the code of the pull request may only
 * read; what may write runs no code.
 *
 * @param folder The folder of the app in the repository; `.` is the whole.
 * @param hasLfs Whether files of the repository are in Git LFS: models are, which are too large for GitHub without it.
 */
export function workflowText(setup: AppSetup, folder: string, hasLfs = false): string {
  const { tool, activate } = setup;
  const isAtRoot = folder === ROOT;
  const inApp = (checkout: string): string => plain(isAtRoot ? checkout : `${checkout}/${folder}`);
  return `# Rehearses what a pull request deploys, without an AWS account, and comments what would run, wait and cost.
# Made by "cdk-ml-jobs init".
name: ${isAtRoot ? 'Rehearse jobs' : plain(`Rehearse jobs of ${folder}`)}
on: pull_request
permissions: {}
concurrency:
  group: rehearse-jobs${appSuffix(folder)}-\${{ github.event.pull_request.number }}
  cancel-in-progress: true
jobs:
  rehearse:
    runs-on: ubuntu-latest
    permissions:
      contents: read
    outputs:
      comment: \${{ steps.rehearse.outputs.comment }}
    steps:
      - uses: actions/checkout@v5
        with:
          path: head
          # what is proposed is the merge: what there is, is its first parent
          fetch-depth: 2
${hasLfs ? LFS : ''}          persist-credentials: false
${hasLfs ? BASE_WITH_LFS : BASE}      - uses: actions/setup-node@v5
        with:
          node-version: '22'
${actionSteps(setup)}      - name: Synthesize what is proposed
        working-directory: ${inApp('head')}
        run: |
${synthesis(setup, 'head')}
      - name: Synthesize what there is
        id: base
        # without it, only a new deployment is rehearsed
        continue-on-error: true
        working-directory: ${inApp('base')}
        run: |
${synthesis(setup, 'base')}
      - name: Rehearse
        id: rehearse
        working-directory: ${inApp('head')}
        env:
          BASE: \${{ steps.base.outcome }}
${isAtRoot ? '' : `          APP: ${plain(folder)}\n`}        run: |
${indented([
  ...activate,
  'cd_out="$RUNNER_TEMP/cdk-ml-jobs"',
  `${tool} rehearse "$cd_out/head" --json > "$cd_out/deployment.jsonl" || true`,
  'set -- --deployment "$cd_out/deployment.jsonl"',
  'if [ "$BASE" = success ]; then',
  `  ${tool} rehearse "$cd_out/base" --update "$cd_out/head" --json > "$cd_out/update.jsonl" || true`,
  '  set -- "$@" --update "$cd_out/update.jsonl"',
  'fi',
  'code=0',
  `${tool} summary ${isAtRoot ? '' : '--app "$APP" '}"$@" > "$cd_out/comment.md" || code=$?`,
  'cat "$cd_out/comment.md" >> "$GITHUB_STEP_SUMMARY"',
  `{ echo 'comment<<END_OF_COMMENT'; cat "$cd_out/comment.md"; echo END_OF_COMMENT; } >> "$GITHUB_OUTPUT"`,
  'exit "$code"',
])}
  comment:
    needs: rehearse
    # a fork may not write comments: its summary is with the run
    if: >-
      !cancelled() && needs.rehearse.outputs.comment != '' &&
      github.event.pull_request.head.repo.full_name == github.repository
    runs-on: ubuntu-latest
    permissions:
      pull-requests: write
    steps:
      - name: Comment, or update the comment
        env:
          GH_TOKEN: \${{ github.token }}
          REPOSITORY: \${{ github.repository }}
          NUMBER: \${{ github.event.pull_request.number }}
          COMMENT: \${{ needs.rehearse.outputs.comment }}
        run: |
${indented([
  // otherwise a list that cannot be had looks like an empty one
  'set -o pipefail',
  'comments="repos/$REPOSITORY/issues/$NUMBER/comments"',
  `mine='.[] | select(.user.type == "Bot" and (.body | startswith("${markOf(folder)}"))) | .id'`,
  'id=$(gh api --paginate "$comments" --jq "$mine" | sed -n 1p)',
  'if [ -n "$id" ]; then',
  '  gh api --silent --method PATCH "repos/$REPOSITORY/issues/comments/$id" --raw-field "body=$COMMENT"',
  'else',
  '  gh api --silent --method POST "$comments" --raw-field "body=$COMMENT"',
  'fi',
])}
`;
}

const LFS = '          lfs: true\n';

const BASE = `      - name: Check out what there is
        run: git -C head worktree add --detach ../base HEAD^1
`;

/** Git alone would have no right to what is in LFS. */
const BASE_WITH_LFS = `      - name: Find what there is
        id: parent
        run: echo "sha=$(git -C head rev-parse HEAD^1)" >> "$GITHUB_OUTPUT"
      - uses: actions/checkout@v5
        with:
          path: base
          ref: \${{ steps.parent.outputs.sha }}
${LFS}          persist-credentials: false
`;

function actionSteps({ actions }: AppSetup): string {
  return actions
    .map(([action, inputs]) => {
      const given = Object.entries(inputs).map(([name, value]) => `          ${name}: ${value}\n`);
      return `      - uses: ${action}\n        with:\n${given.join('')}`;
    })
    .join('');
}

function synthesis({ install, cdk }: AppSetup, name: string): string {
  return indented([...install, `${cdk} synth --quiet --output "$RUNNER_TEMP/cdk-ml-jobs/${name}"`]);
}

/** A text of YAML, in quotes where it needs them. */
function plain(text: string): string {
  return /^[\w./-]+$/.test(text) ? text : JSON.stringify(text);
}

function indented(lines: readonly string[]): string {
  return lines.map((line) => `          ${line}`).join('\n');
}
