import { isFine, markdownSummary } from '../../../rehearsal/summary/markdown-summary';
import type { RehearsedDeployment } from '../../../rehearsal/summary/rehearsed-deployment';

const DEPLOYMENT: RehearsedDeployment = {
  ok: true,
  seconds: 749,
  jobs: [
    { job: 'Tune', afterSeconds: 59, seconds: 240, dollars: 0.0211, basis: '3 × ml.m5.large for 0.06 h; 12 trainings' },
    { job: 'Compile', afterSeconds: 304, seconds: 240, basis: 'a compilation, for which no price was found' },
  ],
  dollars: 0.0211,
  region: 'us-east-1',
  asOf: '2025-04',
  problems: [],
};
const UPDATE: RehearsedDeployment = { ...DEPLOYMENT, seconds: 60, jobs: [], dollars: undefined };
const FAILED: RehearsedDeployment = {
  ...UPDATE,
  ok: false,
  problems: ['App is in status ROLLBACK_COMPLETE: a | b <c>\nd'],
};

test('says what would run, wait and cost', () => {
  expect(markdownSummary({ deployment: [DEPLOYMENT], update: [DEPLOYMENT, UPDATE] })).toBe(`<!-- cdk-ml-jobs -->

## Rehearsed jobs

### ✅ A new deployment takes 12 min 29 s

| job | begins after | takes | may cost | for |
| --- | ---: | ---: | ---: | --- |
| Tune | 59 s | 4 min 0 s | $0.02 | 3 × ml.m5.large for 0.06 h; 12 trainings |
| Compile | 5 min 4 s | 4 min 0 s | – | a compilation, for which no price was found |

Estimated in all: **$0.02**

### ✅ The update takes 1 min 0 s

No job runs.

Nothing was deployed. How long jobs take is assumed, 4 minutes each unless \`--duration\` says otherwise, and amounts are an estimate, not a price: instances on demand in us-east-1, as of 2025-04, and nothing else.

`);
});

test('says why something fails, as text', () => {
  const text = markdownSummary({ deployment: [FAILED] });
  expect(text).toContain(
    '### ❌ A new deployment fails after 1 min 0 s\n\n- App is in status ROLLBACK\\_COMPLETE: a \\| b \\<c\\> d\n\nNo job runs.\n',
  );
});

test('says why something was not rehearsed', () => {
  expect(markdownSummary({ deployment: [] })).toContain(
    '### ❌ A new deployment was not rehearsed\n\nBecause the rehearsal has come to no end: see its log.\n',
  );
  expect(markdownSummary({ update: [FAILED] })).toContain(
    '### ⚠️ The update was not rehearsed\n\nBecause what there is now does not deploy.\n',
  );
});

test('says which error a rehearsal ends in', () => {
  const deploymentError = 'No stack is named Other_Stack.';
  expect(markdownSummary({ deployment: [], deploymentError })).toContain(
    '### ❌ A new deployment was not rehearsed\n\n- No stack is named Other\\_Stack.\n',
  );
  expect(markdownSummary({ deployment: [UPDATE], deploymentError })).toContain(
    '### ❌ A new deployment takes 1 min 0 s, but its rehearsal ends in an error\n\n- No stack is named Other\\_Stack.\n\nNo job runs.\n',
  );
  expect(markdownSummary({ update: [FAILED], updateError: 'a' })).toContain(
    '### ❌ The update was not rehearsed\n\n- a\n',
  );
});

test('is no longer than a comment may be', () => {
  const name = 'x'.repeat(2000);
  const jobs = Array.from({ length: 500 }, (_, index) => ({
    ...DEPLOYMENT.jobs[0],
    job: `${index}${name}`,
    basis: name,
  }));
  const problems = Array.from({ length: 500 }, () => 'y'.repeat(5000));
  const large = { ...FAILED, jobs, problems };
  const text = markdownSummary({ deployment: [large], update: [DEPLOYMENT, large] });
  expect(text.length).toBeLessThan(65_536);
  expect(text).toContain('| … and 450 more | | | | |');
});

test.each([
  ['all of it does', { deployment: [DEPLOYMENT], update: [DEPLOYMENT, UPDATE] }, true],
  ['the deployment fails', { deployment: [FAILED], update: [DEPLOYMENT, UPDATE] }, false],
  ['the update fails', { deployment: [DEPLOYMENT], update: [DEPLOYMENT, FAILED] }, false],
  ['only what there is now fails', { deployment: [DEPLOYMENT], update: [FAILED] }, true],
  ['a rehearsal has come to no end', { deployment: [] }, false],
  ['that of an update has not', { update: [DEPLOYMENT] }, false],
  ['a rehearsal ends in an error', { deployment: [DEPLOYMENT], deploymentError: 'a' }, false],
  ['that of an update does', { update: [DEPLOYMENT, UPDATE], updateError: 'a' }, false],
])('whether it is fine when %s: %#', (_name, change, expected) => {
  expect(isFine(change)).toBe(expected);
});
