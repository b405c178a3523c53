#!/usr/bin/env bash
# sagemaker 2.257.7 (PyPI, 2026-11-30), version 2 of SageMaker's Python SDK: create_identical_dataset_and_algorithm_tuner
# makes a tuner from the name of a tuning job, by "copying the request fields from the provided parent". What its tuning job
# asks for, beside what the parent asked for, whose description it reads:
#
# 1. ScalingType: a rate between 0.0001 and 0.1 that was Logarithmic is Auto.
# 2. MetricDefinitions are left out. An algorithm in an image of one's own has no objective without them.
# 3. The Environment and the CheckpointConfig of the training jobs are left out: they run as if no variable had been set, and
#    on spot instances they begin anew after an interruption.
# 4. VolumeKmsKeyId is left out: the volumes are not encrypted with the key any more.
# 5. Of Hyperband, MinResource and MaxResource are left out.
#
# create_transfer_learning_tuner, and HyperparameterTuner.attach, which both are made of, leave out the same, but for the
# MetricDefinitions, which attach keeps. Spot training was once left out, too:
# https://github.com/aws/sagemaker-python-sdk/issues/1817
#
# Nothing is sent: a client of this script has the description. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check sagemaker==2.257.7 boto3==1.44.8 numpy==2.4.6 pandas==3.1.1
export AWS_DEFAULT_REGION=eu-west-1 AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=x SAGEMAKER_SUPPRESS_V2_WARNING=1

cat > run.py <<'PROGRAM'
import copy
import json
import logging
import warnings

logging.disable()
warnings.simplefilter("ignore")
import boto3
from botocore.validate import validate_parameters
from sagemaker import Session
from sagemaker.tuner import HyperparameterTuner, create_identical_dataset_and_algorithm_tuner, create_transfer_learning_tuner

ROLE = "arn:aws:iam::111122223333:role/train"
ARN = "arn:aws:sagemaker:eu-west-1:111122223333:hyper-parameter-tuning-job/parent"
PARENT = {
    "HyperParameterTuningJobName": "parent",
    "HyperParameterTuningJobConfig": {
        "Strategy": "Hyperband",
        "StrategyConfig": {"HyperbandStrategyConfig": {"MinResource": 1, "MaxResource": 9}},
        "HyperParameterTuningJobObjective": {"Type": "Minimize", "MetricName": "loss"},
        "ResourceLimits": {"MaxNumberOfTrainingJobs": 20, "MaxParallelTrainingJobs": 2},
        "ParameterRanges": {
            "ContinuousParameterRanges": [
                {"Name": "rate", "MinValue": "0.0001", "MaxValue": "0.1", "ScalingType": "Logarithmic"}
            ],
            "IntegerParameterRanges": [{"Name": "width", "MinValue": "1", "MaxValue": "1024", "ScalingType": "Logarithmic"}],
            "CategoricalParameterRanges": [{"Name": "kind", "Values": ["a", "b"]}],
        },
        "TrainingJobEarlyStoppingType": "Off",
        "RandomSeed": 7,
    },
    "TrainingJobDefinition": {
        "StaticHyperParameters": {"epochs": "9"},
        "AlgorithmSpecification": {
            "TrainingImage": "111122223333.dkr.ecr.eu-west-1.amazonaws.com/train:1",
            "TrainingInputMode": "File",
            "MetricDefinitions": [{"Name": "loss", "Regex": "loss=([0-9.]+)"}],
        },
        "RoleArn": ROLE,
        "InputDataConfig": [
            {
                "ChannelName": "train",
                "DataSource": {
                    "S3DataSource": {
                        "S3DataType": "S3Prefix",
                        "S3Uri": "s3://bucket/train",
                        "S3DataDistributionType": "FullyReplicated",
                    }
                },
            }
        ],
        "OutputDataConfig": {"S3OutputPath": "s3://bucket/out", "KmsKeyId": "key"},
        "ResourceConfig": {
            "InstanceType": "ml.m5.large",
            "InstanceCount": 1,
            "VolumeSizeInGB": 50,
            "VolumeKmsKeyId": "key",
        },
        "StoppingCondition": {"MaxRuntimeInSeconds": 3600, "MaxWaitTimeInSeconds": 7200},
        "EnableNetworkIsolation": True,
        "EnableInterContainerTrafficEncryption": True,
        "EnableManagedSpotTraining": True,
        "CheckpointConfig": {"S3Uri": "s3://bucket/checkpoints"},
        "RetryStrategy": {"MaximumRetryAttempts": 3},
        "Environment": {"MODE": "full"},
    },
}
real = boto3.client("sagemaker")
sent = []


class Client:
    def describe_hyper_parameter_tuning_job(self, HyperParameterTuningJobName):
        assert HyperParameterTuningJobName == "parent"
        answer = copy.deepcopy(PARENT)
        # as the service describes it
        answer["TrainingJobDefinition"]["StaticHyperParameters"]["_tuning_objective_metric"] = "loss"
        return {**answer, "HyperParameterTuningJobArn": ARN, "HyperParameterTuningJobStatus": "Completed"}

    def create_hyper_parameter_tuning_job(self, **request):
        sent.append(request)


def members(value, path=""):
    """The request as one value for each member: of a list, under the name of the element."""
    if isinstance(value, dict):
        return {at: it for key, below in value.items() for at, it in members(below, f"{path}.{key}".lstrip(".")).items()}
    if isinstance(value, list) and isinstance(value[0], dict):
        named = {it.get("Name", it.get("ChannelName", "")): it for it in value}
        return {at: it for name, below in named.items() for at, it in members(below, f"{path}[{name}]").items()}
    # the newer place of the same members
    return {path.replace("HyperParameterTuningResourceConfig", "ResourceConfig"): value}


operation = real.meta.service_model.operation_model("CreateHyperParameterTuningJob")
validate_parameters(PARENT, operation.input_shape)
session = Session(boto3.Session(), sagemaker_client=Client(), default_bucket="bucket")
before = members(PARENT)
for name, make in (
    ("create_identical_dataset_and_algorithm_tuner", create_identical_dataset_and_algorithm_tuner),
    ("create_transfer_learning_tuner", create_transfer_learning_tuner),
    ("attach", HyperparameterTuner.attach),
):
    make("parent", sagemaker_session=session).fit({"train": "s3://bucket/train"}, job_name="child", wait=False)
    after = members(sent.pop())
    print(f"{name}: {sum(before[it] == after.get(it) for it in before)} members are the same, and of the others")
    for path in sorted(before):
        if before[path] != after.get(path) and path != "HyperParameterTuningJobName":
            print(f"  {path}: {json.dumps(before[path])}, then {json.dumps(after.get(path))}")
PROGRAM
env/bin/python run.py > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
create_identical_dataset_and_algorithm_tuner: 34 members are the same, and of the others
  HyperParameterTuningJobConfig.ParameterRanges.ContinuousParameterRanges[rate].ScalingType: "Logarithmic", then "Auto"
  HyperParameterTuningJobConfig.ParameterRanges.IntegerParameterRanges[width].ScalingType: "Logarithmic", then "Auto"
  HyperParameterTuningJobConfig.StrategyConfig.HyperbandStrategyConfig.MaxResource: 9, then null
  HyperParameterTuningJobConfig.StrategyConfig.HyperbandStrategyConfig.MinResource: 1, then null
  TrainingJobDefinition.AlgorithmSpecification.MetricDefinitions[loss].Name: "loss", then null
  TrainingJobDefinition.AlgorithmSpecification.MetricDefinitions[loss].Regex: "loss=([0-9.]+)", then null
  TrainingJobDefinition.CheckpointConfig.S3Uri: "s3://bucket/checkpoints", then null
  TrainingJobDefinition.Environment.MODE: "full", then null
  TrainingJobDefinition.ResourceConfig.VolumeKmsKeyId: "key", then null
create_transfer_learning_tuner: 34 members are the same, and of the others
  HyperParameterTuningJobConfig.ParameterRanges.ContinuousParameterRanges[rate].ScalingType: "Logarithmic", then "Auto"
  HyperParameterTuningJobConfig.ParameterRanges.IntegerParameterRanges[width].ScalingType: "Logarithmic", then "Auto"
  HyperParameterTuningJobConfig.StrategyConfig.HyperbandStrategyConfig.MaxResource: 9, then null
  HyperParameterTuningJobConfig.StrategyConfig.HyperbandStrategyConfig.MinResource: 1, then null
  TrainingJobDefinition.AlgorithmSpecification.MetricDefinitions[loss].Name: "loss", then null
  TrainingJobDefinition.AlgorithmSpecification.MetricDefinitions[loss].Regex: "loss=([0-9.]+)", then null
  TrainingJobDefinition.CheckpointConfig.S3Uri: "s3://bucket/checkpoints", then null
  TrainingJobDefinition.Environment.MODE: "full", then null
  TrainingJobDefinition.ResourceConfig.VolumeKmsKeyId: "key", then null
attach: 36 members are the same, and of the others
  HyperParameterTuningJobConfig.ParameterRanges.ContinuousParameterRanges[rate].ScalingType: "Logarithmic", then "Auto"
  HyperParameterTuningJobConfig.ParameterRanges.IntegerParameterRanges[width].ScalingType: "Logarithmic", then "Auto"
  HyperParameterTuningJobConfig.StrategyConfig.HyperbandStrategyConfig.MaxResource: 9, then null
  HyperParameterTuningJobConfig.StrategyConfig.HyperbandStrategyConfig.MinResource: 1, then null
  TrainingJobDefinition.CheckpointConfig.S3Uri: "s3://bucket/checkpoints", then null
  TrainingJobDefinition.Environment.MODE: "full", then null
  TrainingJobDefinition.ResourceConfig.VolumeKmsKeyId: "key", then null
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
