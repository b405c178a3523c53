#!/usr/bin/env bash
# stepfunctions 2.3.0 (PyPI, 2026-11-30), AWS's Data Science SDK for Step Functions, makes a state of an estimator or a tuner of
# SageMaker's Python SDK (sagemaker 2.257.7). It has the request made by the SDK's functions for Airflow
# (sagemaker.workflow.airflow), which are for operators of Airflow as well. Of what the same estimator and the same tuner ask
# for when they create the job themselves, these leave out, without a word:
#
# 1. Of a training job: EnableNetworkIsolation, EnableInterContainerTrafficEncryption, the Environment, the RetryStrategy, the
#    ContainerEntrypoint, the ProfilerConfig, and the CheckpointConfig, unless its local path is given, too, which has a
#    default. A job on spot instances that is interrupted begins anew then, and a program without its variables runs as if
#    nothing had been said.
# 2. Of a tuning job: the same of its training jobs, and RandomSeed and MaxRuntimeInSeconds of the tuning, so that it cannot
#    be repeated, and is not stopped.
#
# Nothing is sent: the requests are caught. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check stepfunctions==2.3.0 sagemaker==2.257.7 boto3==1.44.8 \
  numpy==2.4.6 pandas==3.1.1
export AWS_DEFAULT_REGION=eu-west-1 AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=x SAGEMAKER_SUPPRESS_V2_WARNING=1

cat > run.py <<'PROGRAM'
import logging
import warnings
from unittest.mock import patch

logging.disable()
warnings.simplefilter("ignore")
from botocore.client import BaseClient
from sagemaker import Session
from sagemaker.estimator import Estimator
from sagemaker.inputs import TrainingInput
from sagemaker.tuner import ContinuousParameter, HyperparameterTuner
from stepfunctions.steps import TrainingStep, TuningStep

METRICS = [{"Name": "loss", "Regex": "loss=(.*)"}]
image, role = "111122223333.dkr.ecr.eu-west-1.amazonaws.com/train:1", "arn:aws:iam::111122223333:role/train"
options = {
    "instance_count": 2,
    "instance_type": "ml.m5.large",
    "output_path": "s3://bucket/out",
    "sagemaker_session": Session(default_bucket="bucket"),
    "hyperparameters": {"max_depth": "5"},
    "metric_definitions": METRICS,
    "max_run": 3600,
    "use_spot_instances": True,
    "max_wait": 7200,
    "checkpoint_s3_uri": "s3://bucket/checkpoints",
    "enable_network_isolation": True,
    "encrypt_inter_container_traffic": True,
    "environment": {"MODE": "full"},
    "max_retry_attempts": 3,
    "container_entry_point": ["/train.sh"],
    "subnets": ["subnet-11112222"],
    "security_group_ids": ["sg-11112222"],
    "disable_profiler": True,
}
estimator = Estimator(image, role, **options)
tuner = HyperparameterTuner(
    Estimator(image, role, **options),
    "loss",
    {"eta": ContinuousParameter(0.1, 1)},
    metric_definitions=METRICS,
    strategy="Random",
    random_seed=7,
    max_jobs=9,
    max_runtime_in_seconds=7200,
    early_stopping_type="Auto",
)
inputs = {"train": TrainingInput("s3://bucket/train", content_type="text/csv")}


def sent_by(create, operation):
    """The request that an object sends of its own accord."""
    caught = []

    def catch(client, name, request):
        if name == operation:
            caught.append(request)
            return {}
        raise AssertionError(name)

    with patch.object(BaseClient, "_make_api_call", catch):
        create(inputs, wait=False, job_name="job")
    return caught[0]


def paths(value, start=""):
    """Where a request has values: the members within members, and the names of a map or list as one value."""
    if not isinstance(value, dict) or start.rpartition(".")[2] in ("HyperParameters", "StaticHyperParameters", "Environment"):
        return {start}
    return {path for key, it in value.items() for path in paths(it, f"{start}.{key}".lstrip("."))}


def compare(what, request, step):
    found = step.to_dict()["Parameters"]
    print(f"{what}: {len(paths(request) & paths(found))} members are in both, left out are")
    for path in sorted(paths(request) - paths(found)):
        print(f"  {path}")
    for path in sorted(paths(found) - paths(request)):
        print(f"  in its place or added: {path}")


compare("training", sent_by(estimator.fit, "CreateTrainingJob"), TrainingStep("Train", estimator, "job", data=inputs))
compare("tuning", sent_by(tuner.fit, "CreateHyperParameterTuningJob"), TuningStep("Tune", tuner, "job", data=inputs))
PROGRAM
env/bin/python run.py > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
training: 18 members are in both, left out are
  AlgorithmSpecification.ContainerEntrypoint
  CheckpointConfig.S3Uri
  EnableInterContainerTrafficEncryption
  EnableNetworkIsolation
  Environment
  ProfilerConfig.DisableProfiler
  RetryStrategy.MaximumRetryAttempts
tuning: 22 members are in both, left out are
  HyperParameterTuningJobConfig.RandomSeed
  HyperParameterTuningJobConfig.ResourceLimits.MaxRuntimeInSeconds
  TrainingJobDefinition.CheckpointConfig.S3Uri
  TrainingJobDefinition.EnableInterContainerTrafficEncryption
  TrainingJobDefinition.EnableNetworkIsolation
  TrainingJobDefinition.Environment
  TrainingJobDefinition.HyperParameterTuningResourceConfig.InstanceCount
  TrainingJobDefinition.HyperParameterTuningResourceConfig.InstanceType
  TrainingJobDefinition.HyperParameterTuningResourceConfig.VolumeSizeInGB
  TrainingJobDefinition.RetryStrategy.MaximumRetryAttempts
  in its place or added: TrainingJobDefinition.ResourceConfig.InstanceCount
  in its place or added: TrainingJobDefinition.ResourceConfig.InstanceType
  in its place or added: TrainingJobDefinition.ResourceConfig.VolumeSizeInGB
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
