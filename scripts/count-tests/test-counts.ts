/** How many tests have passed and failed. What was skipped is neither. */
export interface TestCounts {
  readonly passed: number;
  readonly failed: number;
}

/** What XML takes in no form, with the line around it. @see https://www.w3.org/TR/xml/#charsets */
// eslint-disable-next-line no-control-regex -- these are the characters that are looked for
const FORBIDDEN = /.*[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff].*/;

/** Counts the tests of a JUnit report. A report without any is an error: then the tests have not run. */
export function testCounts(report: string): TestCounts {
  const [suites] = /<testsuites[^>]*>/.exec(report) ?? [];
  if (suites === undefined) throw new Error('The test report has no <testsuites>');
  // the reporter writes what stands in a title, and no reader of reports takes all of that
  const [title] = FORBIDDEN.exec(report) ?? [];
  if (title !== undefined) throw new Error(`The test report is no XML: a title has a control character: ${title}`);
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
