#!/usr/bin/env bash
# aws-cron-parser 1.1.12 (npm, 2026-12-01), "to parse cron expressions used by AWS services", tells when a rule of EventBridge runs
# next, and has run last. Of a day that not every month has:
#
# 1. In a month without it, the run is on the first or one of the next days of the month after it: of "0 10 31 * ? *" on the 1st
#    of December, in place of November's 31st, and of "0 0 29 2 ? *", which is the 29th of February, on the 1st of March of
#    2027. There is no such run.
# 2. What has run last is wrong likewise. Nothing is said, and days that every month has, weekdays and L are right.
#
# pyawscron 1.0.7 (PyPI) ends with "day is out of range for month" at the same expressions, also at 1/5, which has a 31st day, where
# the month has 30. aws-croniter 2.1.1 (PyPI) has the right days, and refuses the year 2026-2030/2 and the weekday 2-6/2, which
# the other two take. (https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-scheduled-rule-pattern.html)
#
# It matters to who lists when jobs run that a rule starts, or looks for one that has not run. Exits with 0 while that is so, and
# with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check pyawscron==1.0.7 aws-croniter==2.1.1
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent aws-cron-parser@1.1.12

# expressions that all of them are asked for, from the 5th of November 2026 on
cat > expressions.txt <<'EXPRESSIONS'
0 10 L * ? *
0 10 28 * ? *
0 10 ? * 2#1 *
0 10 31 * ? *
0 0 29 2 ? *
0 0 30 2,4 ? *
0 10 1/5 * ? *
0 10 ? * 2-6/2 *
0 10 1 1 ? 2026-2030/2
EXPRESSIONS
cat > run.cjs <<'PROGRAM'
const { readFileSync } = require('node:fs');
const { parse, next, prev } = require('aws-cron-parser');
for (const expression of readFileSync('expressions.txt', 'utf8').trim().split('\n')) {
  const cron = parse(expression);
  const days = [];
  for (let at = new Date('2026-11-05T00:00:00Z'); days.length < 6; ) {
    at = next(cron, at);
    if (!at) break;
    days.push(at.toISOString().slice(0, 10));
  }
  const last = prev(cron, new Date('2026-11-05T00:00:00Z'));
  console.log(`${expression}, aws-cron-parser: ${days.join(' ')}, last ${last?.toISOString().slice(0, 10)}`);
}
PROGRAM
cat > run.py <<'PROGRAM'
from datetime import datetime, timezone

from aws_croniter import AwsCroniter
from pyawscron import AWSCron

START = datetime(2026, 11, 5, tzinfo=timezone.utc)


def pyawscron(expression):
    cron, days, at = AWSCron(expression), [], START
    while at and len(days) < 6:
        at = cron.occurrence(at).next()
        days.append(at)
    return days, cron.occurrence(START).prev()


def aws_croniter(expression):
    cron = AwsCroniter(expression)
    return cron.get_next(START, 6), cron.get_prev(START, 1)[0]


for expression in open("expressions.txt").read().splitlines():
    for read in (pyawscron, aws_croniter):
        try:
            days, last = read(expression)
            shown = " ".join(f"{day:%Y-%m-%d}" for day in days if day) + f", last {last:%Y-%m-%d}"
        except Exception as error:
            shown = f"{type(error).__name__}, {error}"
        print(f"{expression}, {read.__name__.replace('_', '-')}: {shown}")
PROGRAM
{
  node run.cjs
  env/bin/python run.py
} > seen.txt

cat > expected.txt <<'EXPECTED'
0 10 L * ? *, aws-cron-parser: 2026-11-30 2026-12-31 2027-01-31 2027-02-28 2027-03-31 2027-04-30, last 2026-10-31
0 10 28 * ? *, aws-cron-parser: 2026-11-28 2026-12-28 2027-01-28 2027-02-28 2027-03-28 2027-04-28, last 2026-10-28
0 10 ? * 2#1 *, aws-cron-parser: 2026-12-07 2027-01-04 2027-02-01 2027-03-01 2027-04-05 2027-05-03, last 2026-11-02
0 10 31 * ? *, aws-cron-parser: 2026-12-01 2026-12-31 2027-01-31 2027-03-03 2027-03-31 2027-05-01, last 2026-10-31
0 0 29 2 ? *, aws-cron-parser: 2027-03-01 2028-02-29 2029-03-01 2030-03-01 2031-03-01 2032-02-29, last 2026-03-01
0 0 30 2,4 ? *, aws-cron-parser: 2027-03-02 2027-04-30 2028-03-01 2028-04-30 2029-03-02 2029-04-30, last 2026-04-30
0 10 1/5 * ? *, aws-cron-parser: 2026-11-06 2026-11-11 2026-11-16 2026-11-21 2026-11-26 2026-12-01, last 2026-11-01
0 10 ? * 2-6/2 *, aws-cron-parser: 2026-11-06 2026-11-09 2026-11-11 2026-11-13 2026-11-16 2026-11-18, last 2026-11-04
0 10 1 1 ? 2026-2030/2, aws-cron-parser: 2028-01-01 2030-01-01, last 2026-01-01
0 10 L * ? *, pyawscron: 2026-11-30 2026-12-31 2027-01-31 2027-02-28 2027-03-31 2027-04-30, last 2026-10-31
0 10 L * ? *, aws-croniter: 2026-11-30 2026-12-31 2027-01-31 2027-02-28 2027-03-31 2027-04-30, last 2026-10-31
0 10 28 * ? *, pyawscron: 2026-11-28 2026-12-28 2027-01-28 2027-02-28 2027-03-28 2027-04-28, last 2026-10-28
0 10 28 * ? *, aws-croniter: 2026-11-28 2026-12-28 2027-01-28 2027-02-28 2027-03-28 2027-04-28, last 2026-10-28
0 10 ? * 2#1 *, pyawscron: 2026-12-07 2027-01-04 2027-02-01 2027-03-01 2027-04-05 2027-05-03, last 2026-11-02
0 10 ? * 2#1 *, aws-croniter: 2026-12-07 2027-01-04 2027-02-01 2027-03-01 2027-04-05 2027-05-03, last 2026-11-02
0 10 31 * ? *, pyawscron: ValueError, day is out of range for month
0 10 31 * ? *, aws-croniter: 2026-12-31 2027-01-31 2027-03-31 2027-05-31 2027-07-31 2027-08-31, last 2026-10-31
0 0 29 2 ? *, pyawscron: ValueError, day is out of range for month
0 0 29 2 ? *, aws-croniter: 2028-02-29 2032-02-29 2036-02-29 2040-02-29 2044-02-29 2048-02-29, last 2024-02-29
0 0 30 2,4 ? *, pyawscron: ValueError, day is out of range for month
0 0 30 2,4 ? *, aws-croniter: 2027-04-30 2028-04-30 2029-04-30 2030-04-30 2031-04-30 2032-04-30, last 2026-04-30
0 10 1/5 * ? *, pyawscron: ValueError, day is out of range for month
0 10 1/5 * ? *, aws-croniter: 2026-11-06 2026-11-11 2026-11-16 2026-11-21 2026-11-26 2026-12-01, last 2026-11-01
0 10 ? * 2-6/2 *, pyawscron: 2026-11-06 2026-11-09 2026-11-11 2026-11-13 2026-11-16 2026-11-18, last 2026-11-04
0 10 ? * 2-6/2 *, aws-croniter: AwsCroniterExpressionDayOfWeekError, Invalid day-of-week value '2-6/2'.
0 10 1 1 ? 2026-2030/2, pyawscron: 2028-01-01 2030-01-01, last 2026-01-01
0 10 1 1 ? 2026-2030/2, aws-croniter: AwsCroniterExpressionYearError, Invalid year value '2026-2030/2'.
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
