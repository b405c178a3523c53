import { testCounts } from '../../../scripts/count-tests/test-counts';

const suite = (skipped: number) => `  <testsuite name="a" errors="0" failures="0" skipped="${skipped}" tests="9"/>`;
const report = (attributes: string, ...suites: string[]) =>
  ['<?xml version="1.0" encoding="UTF-8"?>', `<testsuites name="jest tests" ${attributes}>`, ...suites].join('\n');

test.each([
  ['all passed', report('tests="31" failures="0" errors="0"', suite(0)), { passed: 31, failed: 0 }],
  ['some failed', report('tests="31" failures="2" errors="0"', suite(0)), { passed: 29, failed: 2 }],
  ['a file could not run', report('tests="31" failures="2" errors="1"', suite(0)), { passed: 29, failed: 3 }],
  ['some were skipped', report('tests="31" failures="2" errors="0"', suite(1), suite(3)), { passed: 25, failed: 2 }],
])('the tests are counted where %s', (_, text, counts) => {
  expect(testCounts(text)).toEqual(counts);
});

test.each([
  ['is empty', '', 'The test report has no <testsuites>'],
  ['is something else', '<html></html>', 'The test report has no <testsuites>'],
  ['has no tests', report('tests="0" failures="0" errors="0"'), 'The test report has no tests'],
  [
    'has a title that XML does not allow',
    report('tests="31" failures="0" errors="0"', '<testcase name="a\0b"/>'),
    'The test report is no XML: a title has a control character: <testcase name="a\0b"/>',
  ],
  ['does not say how many failed', report('tests="31"'), "The test report does not say 'failures' in <testsuites"],
])('a report fails that %s', (_, text, message) => {
  expect(() => testCounts(text)).toThrow(message);
});
