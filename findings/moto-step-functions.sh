#!/usr/bin/env bash
# moto 5.2.5 (PyPI, 2026-11-29), which can run state machines (execute_state_machine), has other results than the Amazon
# States Language says, and the executions succeed with them. Of what a state machine that waits for jobs may hold:
#
# 1. StringMatches: `?` and `[…]` are wildcards, and `\*` is not an asterisk. In AWS nothing but `*` has a meaning.
#    (https://docs.aws.amazon.com/step-functions/latest/dg/state-choice.html)
# 2. A timestamp with parts of a second, as Step Functions itself writes them, or with an offset, is none: IsTimestamp
#    is false, and so is every comparison. (https://states-language.net/spec.html, "Timestamps": RFC 3339)
# 3. A path through an element of an array, $.jobs[0].name, gives a list with the value, in place of the value.
# 4. ArrayUnique takes true for 1, and drops it; Format ends where a quote is escaped.
#    (https://docs.aws.amazon.com/step-functions/latest/dg/intrinsic-functions.html)
#
# Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'moto[stepfunctions]==5.2.5' boto3==1.44.8 botocore==1.44.8

cat > run.py <<'PROGRAM'
import json, os, time
os.environ.update(AWS_ACCESS_KEY_ID="x", AWS_SECRET_ACCESS_KEY="x", AWS_DEFAULT_REGION="eu-west-1")
import boto3
from moto import mock_aws

YEAR, ROLE = "2026-01-01T00:00:00Z", "arn:aws:iam::123456789012:role/run"
first = {"name": "train-1", "at": "2026-01-01T00:00:00.500Z"}
second = {"name": "train[2]*", "at": "2026-01-01T02:00:00+02:00"}


def choice(variable, **rule):
    end = {flag: {"Type": "Pass", "Parameters": {"is": flag == "Yes"}, "End": True} for flag in ("Yes", "No")}
    rules = {"Choices": [{"Variable": variable, **rule, "Next": "Yes"}], "Default": "No"}
    return {"StartAt": "Choice", "States": {"Choice": {"Type": "Choice", **rules}, **end}}


def value(expression):
    return {"StartAt": "Pass", "States": {"Pass": {"Type": "Pass", "Parameters": {"is.$": expression}, "End": True}}}


machines = {
    "'train-1' like 'train?1', in AWS false": choice("$.first", StringMatches="train?1"),
    "'train-1' like 'train[-]1', in AWS false": choice("$.first", StringMatches="train[-]1"),
    "'train[2]*' like 'train[2]*', in AWS true": choice("$.second", StringMatches="train[2]*"),
    "'train[2]*' like '*\\*', in AWS true": choice("$.second", StringMatches="*\\*"),
    "2026-01-01T00:00:00.500Z is a timestamp, in AWS true": choice("$.fraction", IsTimestamp=True),
    "2026-01-01T00:00:00.500Z is after 2025, in AWS true": choice("$.fraction", TimestampGreaterThan=YEAR),
    "2026-01-01T02:00:00+02:00 is 00:00Z, in AWS true": choice("$.offset", TimestampEquals=YEAR),
    "$.jobs[0].name, in AWS a text": value("$.jobs[0].name"),
    "ArrayUnique of 1, '1', true, in AWS all three": value("States.ArrayUnique(States.Array(1, '1', true))"),
    "Format of it\\'s {} with train-1, in AWS it's train-1": value("States.Format('it\\'s {}', $.first)"),
}
given = {"first": first["name"], "second": second["name"], "fraction": first["at"], "offset": second["at"]}
given["jobs"] = [first]
with mock_aws(config={"stepfunctions": {"execute_state_machine": True}}):
    client = boto3.client("stepfunctions")
    for index, (name, machine) in enumerate(machines.items()):
        made = client.create_state_machine(name=f"machine-{index}", definition=json.dumps(machine), roleArn=ROLE)
        begun = client.start_execution(stateMachineArn=made["stateMachineArn"], input=json.dumps(given))
        while (execution := client.describe_execution(executionArn=begun["executionArn"]))["status"] == "RUNNING":
            time.sleep(0.05)
        print(f"{name}: {execution['status']} {json.loads(execution.get('output', '{}')).get('is')!r}")
PROGRAM
env/bin/python run.py > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
'train-1' like 'train?1', in AWS false: SUCCEEDED True
'train-1' like 'train[-]1', in AWS false: SUCCEEDED True
'train[2]*' like 'train[2]*', in AWS true: SUCCEEDED False
'train[2]*' like '*\*', in AWS true: SUCCEEDED False
2026-01-01T00:00:00.500Z is a timestamp, in AWS true: SUCCEEDED False
2026-01-01T00:00:00.500Z is after 2025, in AWS true: SUCCEEDED False
2026-01-01T02:00:00+02:00 is 00:00Z, in AWS true: SUCCEEDED False
$.jobs[0].name, in AWS a text: SUCCEEDED ['train-1']
ArrayUnique of 1, '1', true, in AWS all three: SUCCEEDED [1, '1']
Format of it\'s {} with train-1, in AWS it's train-1: SUCCEEDED 'it\\\\'
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
