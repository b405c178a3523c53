#!/usr/bin/env bash
# crhelper 2.0.12 (2026-11-29), AWS's own Python library for custom resources, which can poll for what it has made. When
# the polling ends badly, it forgets the physical id that the function for Create has returned, though it hands it from
# poll to poll. The Delete that CloudFormation sends next has another id, so that what was made is not found, and stays.
#
# 1. A poll raises: the answer has an id with random characters in place of the returned one.
# 2. The function's time ends in a poll: the answer is FAILED with an empty id, which AWS does not allow; in an Update,
#    too, whose request brings the id.
#    (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/crpg-ref-responses.html)
# 3. The rule that calls the function stays then: the next poll answers the same request once more, with SUCCESS.
#
# Nothing is sent: what would be is caught. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check crhelper==2.0.12 boto3==1.44.8

cat > run.py <<'PROGRAM'
import json, logging, os, re, time
from unittest.mock import MagicMock

os.environ["AWS_REGION"] = "eu-west-1"
import crhelper.utils
from crhelper import CfnResource

logging.disable()
connection = crhelper.utils.HTTPSConnection = MagicMock()
IDS = {"StackId": "arn:aws:cloudformation:eu-west-1:111122223333:stack/s/1", "RequestId": "r", "LogicalResourceId": "Job"}
STAYS = {"PhysicalResourceId": "made-1"}


def tell(what, *polls, **event):
    helper = CfnResource()
    helper._events_client, helper._lambda_client = MagicMock(), MagicMock()
    helper._events_client.put_rule.return_value = {"RuleArn": "arn:aws:events:eu-west-1:111122223333:rule/poll"}
    helper.create(lambda *_: "made-1"), helper.update(lambda *_: "made-1")
    turns = iter(polls)
    helper.poll_create(lambda *_: next(turns)()), helper.poll_update(lambda *_: next(turns)())
    event = {"RequestType": "Create", "ResponseURL": "https://localhost/", **IDS, **event}
    connection.reset_mock()
    # a call that makes the resource and a rule; then the rule calls with the same event. The time of a call: 0.7 s,
    # of which crhelper keeps half a second
    for _ in range(1 + len(polls)):
        helper(event, MagicMock(**{"get_remaining_time_in_millis.return_value": 700}))
    bodies = [json.loads(call.kwargs["body"]) for call in connection.return_value.request.call_args_list]
    ids = [re.sub("[A-Z0-9]{8}$", "(random)", body["PhysicalResourceId"]) for body in bodies]
    answers = ", ".join(f"{body['Status']} {id!r}" for body, id in zip(bodies, ids))
    print(f"{what}: {answers}; rules removed: {helper._events_client.delete_rule.call_count}")


def fail():
    raise ValueError("the job has failed")


tell("Create, a poll that is done", lambda: "made-1")
tell("Create, a poll that raises", fail)
tell("Create, a poll that lasts too long", lambda: time.sleep(0.4))
tell("Create, and then one that is done", lambda: time.sleep(0.4), lambda: "made-1")
tell("Update, a poll that lasts too long", lambda: time.sleep(0.4), RequestType="Update", PhysicalResourceId="made-1")
PROGRAM
env/bin/python run.py > seen.txt

cat > expected.txt <<'EXPECTED'
Create, a poll that is done: SUCCESS 'made-1'; rules removed: 1
Create, a poll that raises: FAILED 's_Job_(random)'; rules removed: 1
Create, a poll that lasts too long: FAILED ''; rules removed: 0
Create, and then one that is done: FAILED '', SUCCESS 'made-1'; rules removed: 1
Update, a poll that lasts too long: FAILED ''; rules removed: 0
EXPECTED
echo "crhelper $(env/bin/pip list --disable-pip-version-check 2> /dev/null | awk '/^crhelper /{print $2}')"
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
