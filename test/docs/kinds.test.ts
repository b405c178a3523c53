import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { kindPage } from '../../scripts/documentation/kind-page';
import { examplesOf, pageOf, ROOT } from '../../scripts/documentation/page';
import { JOB_FACTS, JOB_KIND_KEYS } from '../../src/contract';

/** The parts of the page of a kind, in the order in which a reader needs them. */
const PARTS = ['Examples', 'Results', 'Permissions', 'Cost and time', 'What goes wrong'];

describe.each(JOB_KIND_KEYS)('the page of %s', (kind) => {
  const file = kindPage(kind);
  if (!existsSync(join(ROOT, file))) throw new Error(`${kind} has no page: write ${file}, as CONTRIBUTING.md says`);
  const page = pageOf(file);

  test('has the parts that all have', () => {
    expect([...page.text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading)).toEqual(PARTS);
  });

  test('says first what it is, with the page of its API', () => {
    const [, introduction] = /^# .+\n\n([^]*?)\n\n## /.exec(page.text)!;
    expect(introduction).toMatch(new RegExp(`^\`${kind}\` `));
    expect(introduction).toMatch(new RegExp(`/API_(agent_)?${JOB_FACTS[kind].operations.create}\\.html`));
  });

  test('has an example with its imports, and another one', () => {
    const [first, ...others] = examplesOf(page);
    expect(first.text).toMatch(new RegExp(`^import \\{[^}]*\\b${kind}\\b[^}]*\\} from 'cdk-ml-jobs';`, 'm'));
    expect(first.text).toContain(`new ${kind}(this, `);
    expect(others.some(({ text }) => text.includes(`new ${kind}(this, `))).toBe(true);
  });

  test('shows what a failure looks like, and leads to the messages', () => {
    const [, last] = page.text.split('\n## What goes wrong\n');
    expect(last).toContain('made by `npm run docs:terminal`');
    expect(last).toMatch(/\(troubleshooting\.md#[\w-]+\)/);
  });

  test('is in the list of the README', () => {
    expect(pageOf('README.md').text).toContain(`| [\`${kind}\`](${file}) |`);
  });
});
