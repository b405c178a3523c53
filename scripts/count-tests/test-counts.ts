/** How many tests have passed and failed. What was skipped is neither. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

/** Counts the tests of a JUnit report. A report without any is an error: then the tests have not run. */
export function testCounts(report: string): TestCounts {
  const [suites] = /<testsuites[^>]*>/.exec(report) ?? [];
  if (suites === undefined) throw new Error('The test report has no <testsuites>');
  const tests = attribute(suites, 'tests');
  if (tests === 0) throw new Error('The test report has no tests');
  const failed = attribute(suites, 'failures');
  // jest-junit says for each suite alone how many of its tests were skipped
  const skipped = [...report.matchAll(/<testsuite [^>]*>/g)].reduce(
    (sum, [suite]) => sum + attribute(suite, 'skipped'),
    0,
  );
  // an error is a file of tests that could not run: it counts as failed, but has no tests
  return { passed: tests - failed - skipped, failed: failed + attribute(suites, 'errors') };
}

function attribute(element: string, name: string): number {
  const [, value] = new RegExp(` ${name}="(\\d+)"`).exec(element) ?? [];
  if (value === undefined) throw new Error(`The test report does not say '${name}' in ${element}`);
  return Number(value);
}
