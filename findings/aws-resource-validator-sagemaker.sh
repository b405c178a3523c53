#!/usr/bin/env bash
# aws-resource-validator 2.6.0 (PyPI, 2026-11-30) has a model in pydantic of each request of each service, to check requests
# before they are sent, and a switch that checks names and ARNs by the patterns of AWS. Beside AWS's own service model, as
# botocore 1.44.8 has it, in requests for jobs of SageMaker and Bedrock:
#
# 1. RecordWrapperType and S3DataDistributionType of a channel must be None. The member is called as its type is, so that by
#    the time the class is made, the type is the default of the member. A training job that has its objects wrapped in RecordIO,
#    or shares them out among its instances, is refused; to SageMaker both are valid.
# 2. With the switch on, nothing of SageMaker is checked, though 1,235 of its members are marked with a pattern: the list of
#    patterns has six services that begin with SageMaker, and not SageMaker itself. The name _a is taken, and one of 64
#    characters, too, where SageMaker allows 63. Of Bedrock both are refused.
# 3. Of Bedrock, too, a pattern may match the beginning of a name only: a_b is taken, which Bedrock refuses.
#
# Who has moved such a check before a deployment learns of a wrong name when the job is created, and cannot get a right
# channel through. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check aws-resource-validator-sagemaker==2.6.0 \
  aws-resource-validator-bedrock==2.6.0 aws-resource-validator==2.6.0 botocore==1.44.8 pydantic==2.14.4

cat > run.py <<'PROGRAM'
import re

from aws_resource_validator import class_definitions
from aws_resource_validator.pydantic_models.bedrock.bedrock_classes import CreateModelImportJobRequestTypeDef
from aws_resource_validator.pydantic_models.sagemaker import sagemaker_classes
from botocore.loaders import Loader
from pydantic import AfterValidator, BaseModel, ValidationError

ROLE = "arn:aws:iam::111122223333:role/train"
shapes = {service: Loader().load_service_model(service, "service-2")["shapes"] for service in ("sagemaker", "bedrock")}


def verdict(model, request):
    try:
        model.model_validate(request, context={"aws_validate_patterns": True})
        return "taken"
    except ValidationError as error:
        return f"refused ({error.errors()[0]['msg']})"


def channel(**more):
    wrapper = {"RecordWrapperType": more.pop("RecordWrapperType")} if "RecordWrapperType" in more else {}
    source = {"S3DataType": "S3Prefix", "S3Uri": "s3://bucket/train", **more}
    return {"ChannelName": "train", "DataSource": {"S3DataSource": source}, **wrapper}


def valid(service, shape, text):
    """What the service's model says of a text."""
    found = shapes[service][shape]
    fits = len(text) <= found["max"] and re.fullmatch(found["pattern"], text)
    return "valid" if fits else "not valid"


def training(name, **more):
    return {"TrainingJobName": name, "RoleArn": ROLE, "OutputDataConfig": {"S3OutputPath": "s3://bucket/out"}, **more}


def importing(name):
    source = {"s3DataSource": {"s3Uri": "s3://bucket/model"}}
    return {"jobName": name, "importedModelName": "model", "roleArn": ROLE, "modelDataSource": source}


print(f"a channel: {verdict(sagemaker_classes.ChannelTypeDef, channel())}")
for member, value in (("RecordWrapperType", "RecordIO"), ("S3DataDistributionType", "ShardedByS3Key")):
    of = shapes["sagemaker"]["RecordWrapper" if member == "RecordWrapperType" else "S3DataDistribution"]["enum"]
    print(f"with {member}={value}, of {of}: {verdict(sagemaker_classes.ChannelTypeDef, channel(**{member: value}))}")

models = [it for it in vars(sagemaker_classes).values() if isinstance(it, type) and issubclass(it, BaseModel)]
fields = [field for model in models for field in model.model_fields.values()]
marked = sum(any(isinstance(it, AfterValidator) for it in field.metadata) for field in fields)
print("members of SageMaker's models that have a pattern:", marked)
patterned = [name for name in vars(class_definitions) if name.startswith("Sagemaker")]
print("services with patterns:", *(name.replace("Sagemaker", "…", 1) for name in patterned))

for name in ("_a", "a" * 64, "a_b", "a"):
    text = f"{name[:8]}… ({len(name)})" if len(name) > 8 else name
    print(f"the name {text}")
    told = verdict(sagemaker_classes.CreateTrainingJobRequestTypeDef, training(name))
    print(f"  of a training job, {valid('sagemaker', 'TrainingJobName', name)}: {told}")
    told = verdict(CreateModelImportJobRequestTypeDef, importing(name))
    print(f"  of an import job, {valid('bedrock', 'JobName', name)}: {told}")
PROGRAM
env/bin/python run.py > seen.txt

cat > expected.txt <<'EXPECTED'
a channel: taken
with RecordWrapperType=RecordIO, of ['None', 'RecordIO']: refused (Input should be None)
with S3DataDistributionType=ShardedByS3Key, of ['FullyReplicated', 'ShardedByS3Key']: refused (Input should be None)
members of SageMaker's models that have a pattern: 1235
services with patterns: …A2iRuntime …Edge …FeaturestoreRuntime …Geospatial …Metrics …Runtime
the name _a
  of a training job, not valid: taken
  of an import job, not valid: refused (value does not match AWS shape JobName in service Bedrock)
the name aaaaaaaa… (64)
  of a training job, not valid: taken
  of an import job, not valid: refused (value does not match AWS shape JobName in service Bedrock)
the name a_b
  of a training job, not valid: taken
  of an import job, not valid: taken
the name a
  of a training job, valid: taken
  of an import job, valid: taken
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
