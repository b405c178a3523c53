/*
 * Has others' rules look at the examples, and at all that the library makes by itself: cfn-lint, checkov, cdk-nag 2 and
 * 3, and what aws-cdk-lib checks. Whatever they find must be explained in docs/rules.md, and all that is explained
 * there must be found. `npm run rules`; with `-- --short` without checkov, which takes the most time.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { differencesOf, readExplanations } from './explained-findings';
import { type Finding, FINDINGS_FILE } from './finding';
import { RULED_APPS, WRONG } from './ruled-apps';
import { CFN_LINT, CHECKOV } from './template-rules';

const execute = promisify(execFile);
const ROOT = join(__dirname, '..', '..');
const PAGE = 'docs/rules.md';

async function main(folder: string): Promise<void> {
  const readers = process.argv.includes('--short') ? [CFN_LINT] : [CFN_LINT, CHECKOV];
  const tools = ['aws-cdk-lib', 'cdk-nag 2', 'cdk-nag 3', ...readers.map(({ name }) => name)];

  const oldest = childFindings('oldest-cdk-rules', join(folder, 'oldest'));
  const [nag2, newest, ...read] = await Promise.all([
    oldest,
    childFindings('newest-cdk-rules', join(folder, 'newest')),
    ...readers.map(async ({ name, install }) => {
      const check = await install(join(folder, name));
      await oldest;
      return check(Object.keys(RULED_APPS).map((app) => join(folder, 'oldest', app, `${app}.template.json`)));
    }),
  ]);
  const all = [...nag2, ...newest, ...read.flat()];
  const findings = all.filter(({ path }) => !isWrong(path));
  report(tools, all, findings);
}

function report(tools: readonly string[], all: readonly Finding[], findings: readonly Finding[]): void {
  const explanations = readExplanations(readFileSync(join(ROOT, PAGE), 'utf8'));
  const { unexplained, unfound } = differencesOf(findings, explanations, tools);
  const silent = tools.filter((tool) => !all.some((finding) => finding.tool === tool && isWrong(finding.path)));
  for (const tool of tools) {
    console.log(`${tool}: ${findings.filter((finding) => finding.tool === tool).length} findings`);
  }
  const problems = [
    ...unexplained.map(({ tool, rule, path, text }) => `${tool} ${rule} at ${path} is not explained: ${text}`),
    ...unfound.map((row) => `${row} is explained, and not found`),
    ...silent.map((tool) => `${tool} finds nothing in the stack ${WRONG}, which is wrong on purpose`),
  ];
  problems.forEach((problem) => console.error(problem));
  console.log(
    problems.length === 0
      ? `All ${findings.length} findings are explained in ${PAGE}.`
      : `${problems.length} problems: mend what is found, or say in ${PAGE} why it stays.`,
  );
  process.exitCode = problems.length === 0 ? 0 : 1;
}

function isWrong(path: string): boolean {
  return path.split('/')[0] === WRONG;
}

/** What a program of this folder finds, in a process of its own: each loads another aws-cdk-lib. */
async function childFindings(program: string, folder: string): Promise<Finding[]> {
  mkdirSync(folder);
  const tsx = join(ROOT, 'node_modules', '.bin', 'tsx');
  const env = { ...process.env, CDK_VALIDATION: 'true' };
  const args = ['--tsconfig', join(ROOT, 'test', 'tsconfig.json'), join(__dirname, `${program}.ts`), folder];
  await execute(tsx, args, { cwd: ROOT, env, maxBuffer: 64 * 1024 * 1024 });
  return JSON.parse(readFileSync(join(folder, FINDINGS_FILE), 'utf8')) as Finding[];
}

const folder = mkdtempSync(join(tmpdir(), 'rules-'));
void main(folder).finally(() => rmSync(folder, { recursive: true }));
