#!/usr/bin/env bash
# flytekitplugins-awssagemaker 1.16.31 (PyPI, 2026-11-30), Flyte's tasks for jobs of SageMaker, take the request of a job,
# in whose texts {idempotence_token} may be: it stands for a hash of the request, so that each has a name and a folder of its
# own.
#
# 1. Every text that is longer than 63 characters with the token, as a job's name may not be, is made to fit by a shorter
#    token, be it a name or not. Of a path of 75 characters besides, four digits are left, and of one of 79 or more none: all
#    transform jobs, with whatever data, then write to one folder, where a file of one job takes the place of another's.
#    Nothing is said.
# 2. A job that has failed is not run again: the second attempt has the same hash, the name is taken, which is no error for
#    the task, and what is described is the first job, with its failure. That the data at the same place have been mended, or
#    that there is capacity now, changes nothing.
# 3. A text with JSON in it, as {"rate": 0.1}, is a ValueError for its point; {"rate": 1} is none.
#
# Nothing is sent: a client of this script takes the requests. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check flytekitplugins-awssagemaker==1.16.31 flytekit==1.16.31 \
  flyteidl==1.16.8
export HOME="$folder"

cat > run.py <<'PROGRAM'
import asyncio
import logging
import re
import warnings
from types import SimpleNamespace
from unittest.mock import patch

logging.disable()
warnings.simplefilter("ignore")
from botocore.exceptions import ClientError
from flyteidl.core.execution_pb2 import TaskExecution
from flytekitplugins.awssagemaker_batch_transform.connector import SageMakerTransformJobConnector

jobs = {}


class Client:
    async def __aenter__(self):
        return self

    async def __aexit__(self, *error):
        pass

    async def create_transform_job(self, **request):
        if request["TransformJobName"] in jobs:
            raise ClientError({"Error": {"Code": "ResourceInUse", "Message": "already exists"}}, "CreateTransformJob")
        jobs[request["TransformJobName"]] = {**request, "TransformJobStatus": "Failed", "FailureReason": "CapacityError"}

    async def describe_transform_job(self, TransformJobName):
        return jobs[TransformJobName]


def request(prefix, data="monday", environment=""):
    """What a task holds: new each time, as each attempt reads it anew."""
    source = {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": f"s3://bucket/{data}/"}}
    return {
        "TransformJobName": "score-{idempotence_token}",
        "ModelName": "model",
        "Environment": {"OPTIONS": environment},
        "TransformInput": {"DataSource": source},
        "TransformOutput": {"S3OutputPath": prefix + "{idempotence_token}"},
        "TransformResources": {"InstanceType": "ml.m5.large", "InstanceCount": 1},
    }


async def attempt(config):
    connector = SageMakerTransformJobConnector()
    metadata = await connector.create(SimpleNamespace(custom={"config": config, "region": "eu-west-1"}))
    resource = await connector.get(metadata)
    return f"{TaskExecution.Phase.Name(resource.phase)}, {resource.message}"


with patch("aioboto3.Session", lambda: SimpleNamespace(client=lambda **options: Client())):
    for length in (12, 48, 75, 79, 90):
        prefix = "s3://bucket/".ljust(length - 1, "x") + "/" if length > 12 else "s3://bucket/"
        for data in ("monday", "tuesday"):
            asyncio.run(attempt(request(prefix, data)))
        outputs = [it["TransformOutput"]["S3OutputPath"] for it in list(jobs.values())[-2:]]
        digits = {len(re.fullmatch(r"[0-9a-f]*", it.removeprefix(prefix))[0]) for it in outputs}
        folders = "two folders" if len(set(outputs)) == 2 else "ONE folder"
        print(f"a path of {len(prefix)} characters and the token: {digits.pop()} of 16 digits, two jobs write to {folders}")

    jobs.clear()
    for number in (1, 2, 3):
        print(f"attempt {number}: {asyncio.run(attempt(request('s3://bucket/')))}; jobs that have been created: {len(jobs)}")

    for text in ('{"rate": 1}', '{"rate": 0.1}'):
        try:
            asyncio.run(attempt(request("s3://bucket/", environment=text)))
            print(f"{text}: is taken")
        except ValueError as error:
            print(f"{text}: ValueError: {error}")
PROGRAM
env/bin/python run.py > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
a path of 12 characters and the token: 16 of 16 digits, two jobs write to two folders
a path of 48 characters and the token: 15 of 16 digits, two jobs write to two folders
a path of 75 characters and the token: 4 of 16 digits, two jobs write to two folders
a path of 79 characters and the token: 0 of 16 digits, two jobs write to ONE folder
a path of 90 characters and the token: 0 of 16 digits, two jobs write to ONE folder
attempt 1: FAILED, CapacityError; jobs that have been created: 1
attempt 2: FAILED, CapacityError; jobs that have been created: 1
attempt 3: FAILED, CapacityError; jobs that have been created: 1
{"rate": 1}: is taken
{"rate": 0.1}: ValueError: Could not find the key "rate": 0 in {}.
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
