#!/usr/bin/env bash
# botocore 1.44.8: five waiters of three services wait for statuses that the models of these services do not have.
#
# - appconfig, environment_ready_for_deployment waits for ReadyForDeployment, and fails on RolledBack and Reverted; the model
#   has READY_FOR_DEPLOYMENT, ROLLED_BACK and REVERTED. An environment that is ready is polled until the attempts are used up.
# - ec2, conversion_task_deleted waits for deleted, which no conversion task can be in; omics, annotation_store_deleted,
#   annotation_store_version_deleted and variant_store_deleted wait for DELETED, and end by their not-found errors only.
#
# Found by comparing each waiter's expected text with the enum of the member that it reads, over all services; then the
# first is run against stubbed answers, without AWS.
#
# Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check botocore==1.44.8

cat > run.py <<'PROGRAM'
import re

import botocore.session
from botocore.exceptions import WaiterError
from botocore.loaders import Loader
from botocore.stub import Stubber

loader = Loader()


def shape_at(shapes, shape, path):
    """The shape that a simple path of members and lists leads to, or None where it is more than that."""
    for part in re.findall(r"\w+|\[\]", path):
        if part == "[]":
            shape = shapes[shape["member"]["shape"]] if shape["type"] == "list" else None
        else:
            member = shape.get("members", {}).get(part)
            shape = member and shapes[member["shape"]]
        if shape is None:
            return None
    return shape


for service in loader.list_available_services("waiters-2"):
    model = loader.load_service_model(service, "service-2")
    shapes = model["shapes"]
    for name, waiter in loader.load_service_model(service, "waiters-2")["waiters"].items():
        output = model["operations"][waiter["operation"]].get("output")
        for acceptor in waiter["acceptors"]:
            path = acceptor.get("argument", "")
            if not output or acceptor["matcher"] not in ("path", "pathAll", "pathAny"):
                continue
            if not isinstance(acceptor["expected"], str) or not re.fullmatch(r"\w+(\[\])?(\.\w+(\[\])?)*", path):
                continue
            values = (shape_at(shapes, shapes[output["shape"]], path) or {}).get("enum")
            if values and acceptor["expected"] not in values:
                print(f"{service} {name}: {acceptor['state']} at {path} = {acceptor['expected']}, of {'|'.join(values)}")

client = botocore.session.get_session().create_client(
    "appconfig", region_name="eu-west-1", aws_access_key_id="x", aws_secret_access_key="x"
)
stubber = Stubber(client)
environment = {"ApplicationId": "abcdefg", "EnvironmentId": "abcdefg"}
for _ in range(3):
    stubber.add_response("get_environment", {"Id": "abcdefg", "Name": "e", "State": "READY_FOR_DEPLOYMENT"}, environment)
with stubber:
    try:
        client.get_waiter("environment_ready_for_deployment").wait(
            **environment, WaiterConfig={"Delay": 0, "MaxAttempts": 3}
        )
        print("an environment that is READY_FOR_DEPLOYMENT: waited for")
    except WaiterError as error:
        print("an environment that is READY_FOR_DEPLOYMENT:", error)
PROGRAM
env/bin/python run.py > seen.txt

cat > expected.txt <<'EXPECTED'
appconfig EnvironmentReadyForDeployment: success at State = ReadyForDeployment, of READY_FOR_DEPLOYMENT|DEPLOYING|ROLLING_BACK|ROLLED_BACK|REVERTED
appconfig EnvironmentReadyForDeployment: failure at State = RolledBack, of READY_FOR_DEPLOYMENT|DEPLOYING|ROLLING_BACK|ROLLED_BACK|REVERTED
appconfig EnvironmentReadyForDeployment: failure at State = Reverted, of READY_FOR_DEPLOYMENT|DEPLOYING|ROLLING_BACK|ROLLED_BACK|REVERTED
ec2 ConversionTaskDeleted: success at ConversionTasks[].State = deleted, of active|cancelling|cancelled|completed
omics AnnotationStoreDeleted: success at status = DELETED, of CREATING|UPDATING|DELETING|ACTIVE|FAILED
omics AnnotationStoreVersionDeleted: success at status = DELETED, of CREATING|UPDATING|DELETING|ACTIVE|FAILED
omics VariantStoreDeleted: success at status = DELETED, of CREATING|UPDATING|DELETING|ACTIVE|FAILED
an environment that is READY_FOR_DEPLOYMENT: Waiter EnvironmentReadyForDeployment failed: Max attempts exceeded
EXPECTED
echo "botocore $(env/bin/python -c 'import botocore; print(botocore.__version__)')"
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
