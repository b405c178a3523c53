#!/usr/bin/env bash
# apache-airflow-providers-amazon 9.39.0 (PyPI, 2026-11-30) with apache-airflow 3.3.2, which wait for the jobs of a workflow:
# a task says that a job has succeeded that has not.
#
# 1. A BedrockBatchInferenceSensor that waits for Completed succeeds at Scheduled as soon as another sensor is made that waits
#    for that: what each waits for is kept at the class. The last that the workflow's file makes decides for all.
# 2. A BedrockIngestionJobSensor succeeds when the ingestion is being stopped or was stopped, that of a transform or of a
#    tuning job when it was stopped, or is deleted; that of a training job fails then. The sensors know the statuses of a
#    failure and those in which they wait, and take every other for a success.
# 3. The waiters of the same package, which its deferrable tasks use, decide otherwise: a stopped transform or tuning job is a
#    failure, and an ingestion that was stopped, like a tuning that is deleted, is waited for until the attempts are used up.
# 4. Operators wait for 20 minutes for a batch inference, for 10 for an ingestion, and 2.5 hours for a customization, unless
#    they are told otherwise; the task fails then, and the job goes on.
#
# No service is asked: the answers of Describe and Get are given. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check apache-airflow-providers-amazon==9.39.0 \
  apache-airflow==3.3.2 boto3==1.44.8 botocore==1.44.8

cat > run.py <<'PROGRAM'
import inspect
import json
import pathlib
from types import SimpleNamespace
from unittest import mock

from airflow.exceptions import AirflowException
from airflow.providers.amazon.aws import waiters
from airflow.providers.amazon.aws.operators import bedrock as operators
from airflow.providers.amazon.aws.sensors import bedrock, sagemaker
from botocore.exceptions import WaiterError
from botocore.waiter import NormalizedOperationMethod, Waiter, WaiterModel

JOB = "arn:aws:bedrock:eu-west-1:111122223333:model-invocation-job/abcdef123456"
SUCCESS = bedrock.BedrockBatchInferenceSensor.SuccessState
INGESTION = dict(knowledge_base_id="KB12345678", data_source_id="DS12345678", ingestion_job_id="IJ12345678")


def poke(sensor, operation, answer):
    client = SimpleNamespace(**{operation: lambda *_, **__: answer})
    with mock.patch.object(type(sensor), "hook", SimpleNamespace(conn=client, **vars(client))):
        try:
            return "success" if sensor.poke({}) else "waits"
        except AirflowException:
            return "failure"


def deferred(service, name, answer):
    file = pathlib.Path(waiters.__file__).with_name(f"{service}.json")
    config = WaiterModel(json.loads(file.read_text())).get_waiter(name)
    config.delay, config.max_attempts = 0, 3
    try:
        Waiter(name, config, NormalizedOperationMethod(lambda **_: answer)).wait()
        return "success"
    except WaiterError as error:
        return "waits in vain" if "Max attempts" in str(error) else "failure"


def batch(sensor, status):
    return poke(sensor, "get_model_invocation_job", {"status": status})


done = bedrock.BedrockBatchInferenceSensor(task_id="done", job_arn=JOB, success_state=SUCCESS.COMPLETED)
print("batch, Scheduled:", batch(done, "Scheduled"))
bedrock.BedrockBatchInferenceSensor(task_id="queued", job_arn=JOB, success_state=SUCCESS.SCHEDULED)
print("batch, Scheduled, another sensor made since:", batch(done, "Scheduled"))

ingestion = bedrock.BedrockIngestionJobSensor(task_id="ingestion", **INGESTION)
for status in ["STOPPING", "STOPPED"]:
    answer = {"ingestionJob": {"status": status}}
    seen = [poke(ingestion, "get_ingestion_job", answer), deferred("bedrock-agent", "ingestion_job_complete", answer)]
    print(f"ingestion, {status}: {seen[0]}; waiter: {seen[1]}")

KINDS = [
    ("training", "describe_training_job", "TrainingJobStatus", sagemaker.SageMakerTrainingSensor, ["Stopped"]),
    ("transform", "describe_transform_job", "TransformJobStatus", sagemaker.SageMakerTransformSensor, ["Stopped"]),
    ("tuning", "describe_tuning_job", "HyperParameterTuningJobStatus", sagemaker.SageMakerTuningSensor,
     ["Stopped", "Deleting", "DeleteFailed"]),
]
for kind, operation, member, sensor_class, statuses in KINDS:
    sensor = sensor_class(task_id=kind, job_name="penguins", **({"print_log": False} if kind == "training" else {}))
    for status in statuses:
        answer = {member: status, "FailureReason": "", "ResponseMetadata": {"HTTPStatusCode": 200}}
        seen = [poke(sensor, operation, answer), deferred("sagemaker", f"{kind.capitalize()}JobComplete", answer)]
        print(f"{kind}, {status}: {seen[0]}; waiter: {seen[1]}")

for operator in ["BedrockBatchInferenceOperator", "BedrockIngestDataOperator", "BedrockCustomizeModelOperator"]:
    options = inspect.signature(getattr(operators, operator).__init__).parameters
    delay, attempts = (options[f"waiter_{name}"].default for name in ["delay", "max_attempts"])
    print(f"{operator}: {delay * attempts // 60} min")
PROGRAM
AIRFLOW_HOME="$folder/airflow" env/bin/python -W ignore run.py > all.txt 2> errors.txt || { cat all.txt errors.txt; exit 1; }
# what Airflow logs begins with the time
grep -v '^20' all.txt > seen.txt
cat seen.txt

cat > expected.txt <<'EXPECTED'
batch, Scheduled: waits
batch, Scheduled, another sensor made since: success
ingestion, STOPPING: success; waiter: waits in vain
ingestion, STOPPED: success; waiter: waits in vain
training, Stopped: failure; waiter: failure
transform, Stopped: success; waiter: failure
tuning, Stopped: success; waiter: failure
tuning, Deleting: success; waiter: waits in vain
tuning, DeleteFailed: success; waiter: waits in vain
BedrockBatchInferenceOperator: 20 min
BedrockIngestDataOperator: 10 min
BedrockCustomizeModelOperator: 150 min
EXPECTED
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
