#!/usr/bin/env bash
# behave-asl 1.2.0 (PyPI, 2026-12-01), "for running unit-style behavioral tests against an AWS Step Function", and the states with
# which a state machine waits for a job. Beside what the Amazon States Language says (https://states-language.net/spec.html):
#
# 1. A comparison with what the definition says is turned round: NumericGreaterThan 4 is true of 3, and not of 5, and so are the
#    other "greater" and "less" of numbers, texts and timestamps. Beside a value at a path (NumericGreaterThanPath) they are right.
# 2. And and Or know their conditions once. When a loop comes to the choice again, every And is true, and every Or is not: of
#    a job that is still running, "Completed, with answers" is true at the second look.
# 3. A comparison with a value at a path keeps this value in place of the path. The second look ends with a TypeError.
# 4. StringMatches looks at the beginning only: *-ready is true of not-ready-yet. What is no * may mean something, too: ? and [ ].
# 5. MaxAttempts 3 are two retries. In the language it is how often a state is tried again, after the first time.
#
# A test that has been written by what the tool says passes with a definition that does the opposite in AWS, and a right one
# fails. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check behave-asl==1.2.0 behave==1.3.3 jsonpath-ng==1.16.0 \
  jsonata-python==0.7.1

cat > run.py <<'PROGRAM'
import contextlib
import io
import logging

from behaveasl.models.execution import Execution
from behaveasl.models.task_mock import AnyParameters, ErrorResponse
from behaveasl.parser import create_state_machine

logging.disable(logging.CRITICAL)
RESOURCE = "arn:aws:states:::sagemaker:createTrainingJob"


def looks(condition, *inputs):
    """What a choice says of one input after another, as in a loop that waits."""
    states = {
        "Look": {"Type": "Choice", "Choices": [{**condition, "Next": "Yes"}], "Default": "No"},
        "Yes": {"Type": "Succeed"},
        "No": {"Type": "Wait", "Seconds": 60, "Next": "Look"},
    }
    execution = Execution(state_machine=create_state_machine(input={"StartAt": "Look", "States": states}))
    said = []
    for data in inputs:
        execution.set_current_state_name("Look")
        execution.set_current_state_data(data)
        try:
            with contextlib.redirect_stdout(io.StringIO()):
                execution.execute()
            said.append({"Yes": True, "No": False}[execution.last_step_result.next_state])
        except Exception as error:
            said.append(type(error).__name__)
    return said


for operator, literal, values in (
    ("NumericEquals", 4, (3, 4)),
    ("NumericGreaterThan", 4, (3, 5)),
    ("NumericLessThan", 4, (3, 5)),
    ("NumericGreaterThanEquals", 4, (3, 4, 5)),
    ("StringLessThan", "m", ("a", "z")),
    ("TimestampGreaterThan", "2026-06-01T00:00:00Z", ("2026-01-01T00:00:00Z", "2026-12-01T00:00:00Z")),
    ("StringMatches", "*-ready", ("is-ready", "not-ready-yet")),
    ("StringMatches", "v[1]*", ("v[1]-a", "v1-a")),
    ("StringMatches", "part?-*", ("part?-1", "par-1")),
):
    for value in values:
        print(f"{value} {operator} {literal}: {looks({'Variable': '$.it', operator: literal}, {'it': value})[0]}")
path = {"Variable": "$.it", "NumericGreaterThanPath": "$.limit"}
print("5 NumericGreaterThanPath 4:", looks(path, {"it": 5, "limit": 4})[0])
print("3 NumericGreaterThanPath 4, twice:", looks(path, *[{"it": 3, "limit": 4}] * 2))

completed = {"Variable": "$.status", "StringEquals": "Completed"}
answers = {"Variable": "$.answers", "BooleanEquals": True}
running = {"status": "InProgress", "answers": False}
print("And of a job that runs, three times:", looks({"And": [completed, answers]}, *[running] * 3))
print("Or of a job that runs, and has completed:", looks({"Or": [completed, answers]}, running, {**running, "status": "Completed"}))

retry = [{"ErrorEquals": ["States.ALL"], "MaxAttempts": 3}]
states = {"Start": {"Type": "Task", "Resource": RESOURCE, "Retry": retry, "End": True}}
execution = Execution(state_machine=create_state_machine(input={"StartAt": "Start", "States": states}))
execution.resource_response_mocks.add_mock(RESOURCE, ErrorResponse("ThrottlingException"))
execution.resource_expectations.add_mock(RESOURCE, AnyParameters())
times = 0
while not execution.last_step_result or not execution.last_step_result.end_execution:
    execution.execute()
    times += 1
print(f"MaxAttempts 3: started {times} times")
PROGRAM
env/bin/python run.py > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
3 NumericEquals 4: False
4 NumericEquals 4: True
3 NumericGreaterThan 4: True
5 NumericGreaterThan 4: False
3 NumericLessThan 4: False
5 NumericLessThan 4: True
3 NumericGreaterThanEquals 4: True
4 NumericGreaterThanEquals 4: True
5 NumericGreaterThanEquals 4: False
a StringLessThan m: False
z StringLessThan m: True
2026-01-01T00:00:00Z TimestampGreaterThan 2026-06-01T00:00:00Z: True
2026-12-01T00:00:00Z TimestampGreaterThan 2026-06-01T00:00:00Z: False
is-ready StringMatches *-ready: True
not-ready-yet StringMatches *-ready: True
v[1]-a StringMatches v[1]*: False
v1-a StringMatches v[1]*: True
part?-1 StringMatches part?-*: False
par-1 StringMatches part?-*: True
5 NumericGreaterThanPath 4: True
3 NumericGreaterThanPath 4, twice: [False, 'TypeError']
And of a job that runs, three times: [False, False, True]
Or of a job that runs, and has completed: [False, False]
MaxAttempts 3: started 3 times
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
