#!/usr/bin/env bash
# moto 5.2.5, which mocks AWS for Python tests, with boto3 1.44.8: jobs of SageMaker and Bedrock, where valid requests are
# answered otherwise than by AWS's own service model, or than by its documentation.
#
# 1. CreateTrainingJob with the three members that the service's model requires (TrainingJobName, RoleArn,
#    OutputDataConfig: all that a job without an algorithm of its own needs since ResourceConfig and StoppingCondition became
#    optional) raises TypeError: the mock sets members of a ResourceConfig that it takes for given.
# 2. GetModelCustomizationJob names the model "<customModelName>-<jobName>". The API's reference says outputModelName is
#    the name of the output model, which the request has given as customModelName.
#    (https://docs.aws.amazon.com/bedrock/latest/APIReference/API_GetModelCustomizationJob.html)
# 3. CreateTransformJob of a model that was never created is accepted, and Completed in the same moment.
# 4. Tags with the prefix aws:, which AWS keeps for itself, are accepted and listed.
#
# Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check 'moto[sagemaker]==5.2.5' boto3==1.44.8 botocore==1.44.8

cat > run.py <<'PROGRAM'
import os

os.environ.update(AWS_ACCESS_KEY_ID="x", AWS_SECRET_ACCESS_KEY="x", AWS_DEFAULT_REGION="eu-west-1")
import boto3
from moto import mock_aws

ROLE = "arn:aws:iam::123456789012:role/jobs"


def tell(what, call):
    try:
        print(f"{what}: {call()}")
    except Exception as error:
        print(f"{what}: raises {type(error).__name__}: {error}")


with mock_aws():
    sagemaker, bedrock = boto3.client("sagemaker"), boto3.client("bedrock")
    required = sagemaker.meta.service_model.operation_model("CreateTrainingJob").input_shape.required_members
    print("the model requires of a training job:", ", ".join(sorted(required)))
    tell(
        "a training job with these",
        lambda: sagemaker.create_training_job(
            TrainingJobName="train", RoleArn=ROLE, OutputDataConfig={"S3OutputPath": "s3://bucket/out"}
        )["TrainingJobArn"],
    )

    bedrock.create_model_customization_job(
        jobName="job",
        customModelName="model",
        roleArn=ROLE,
        baseModelIdentifier="amazon.titan-text-lite-v1",
        trainingDataConfig={"s3Uri": "s3://bucket/records.jsonl"},
        outputDataConfig={"s3Uri": "s3://bucket/out/"},
        hyperParameters={"epochCount": "1"},
    )
    tell("the model of a customization", lambda: bedrock.get_model_customization_job(jobIdentifier="job")["outputModelName"])

    sagemaker.create_transform_job(
        TransformJobName="transform",
        ModelName="never-created",
        TransformInput={"DataSource": {"S3DataSource": {"S3DataType": "S3Prefix", "S3Uri": "s3://bucket/in"}}},
        TransformOutput={"S3OutputPath": "s3://bucket/out"},
        TransformResources={"InstanceType": "ml.m5.large", "InstanceCount": 1},
        Tags=[{"Key": "aws:owner", "Value": "somebody"}],
    )
    job = sagemaker.describe_transform_job(TransformJobName="transform")
    print("a transform job of no model:", job["TransformJobStatus"])
    print("its tags:", sagemaker.list_tags(ResourceArn=job["TransformJobArn"])["Tags"])
PROGRAM
env/bin/python run.py > seen.txt

cat > expected.txt <<'EXPECTED'
the model requires of a training job: OutputDataConfig, RoleArn, TrainingJobName
a training job with these: raises TypeError: 'NoneType' object does not support item assignment
the model of a customization: model-job
a transform job of no model: Completed
its tags: [{'Key': 'aws:owner', 'Value': 'somebody'}]
EXPECTED
env/bin/pip list --disable-pip-version-check 2> /dev/null | grep -E '^(moto|boto3) '
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
