#!/usr/bin/env bash
# CloudFormation's own schemas of SageMaker's resources, as cfn-lint 1.58.0 has them, beside SageMaker's service model,
# as botocore 1.44.8 has it (2026-11-29): templates are refused that SageMaker takes, and taken that it refuses.
#
# - AWS::SageMaker::ProcessingJob, the one job that CloudFormation has, knows 114 of the 207 instance types: none of the
#   families p2, p3, p5, g7, g7e, r6i, m8i and r8i, among others, in any size. cfn-lint says E3030 of them.
# - The value of a tag: up to 256 characters for the service, and it may be empty. A Domain's may have 128, and an
#   InferenceComponent's may not be empty; a ProcessingJob's may.
# - A notebook instance's name may have 64 characters, and an image's 256; the service takes 63 and 255.
#
# Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check cfn-lint==1.58.0 botocore==1.44.8

cat > run.py <<'PROGRAM'
import json, subprocess
from botocore.loaders import Loader

shapes = Loader().load_service_model("sagemaker", "service-2")["shapes"]
types = shapes["ProcessingInstanceType"]["enum"]
ROLE = "arn:aws:iam::111122223333:role/run"


def processing(instance_type="ml.m5.large", image="image", **more):
    cluster = {"InstanceCount": 1, "InstanceType": instance_type, "VolumeSizeInGB": 10}
    return "ProcessingJob", {
        "RoleArn": ROLE,
        "AppSpecification": {"ImageUri": image},
        "ProcessingResources": {"ClusterConfig": cluster},
        **more,
    }


def tagged(value):
    return [{"Key": "key", "Value": value}]


domain = {"AuthMode": "IAM", "DomainName": "domain", "VpcId": "vpc-12345678", "SubnetIds": ["subnet-12345678"]}
domain["DefaultUserSettings"] = {"ExecutionRole": ROLE}
component = {"EndpointName": "e", "VariantName": "v", "RuntimeConfig": {"CopyCount": 1}}
component["Specification"] = {"ModelName": "m", "ComputeResourceRequirements": {"MinMemoryRequiredInMb": 128}}
tried = {
    "ProcessingJobTagOf0": processing(Tags=tagged("")),
    "InferenceComponentTagOf0": ("InferenceComponent", {**component, "Tags": tagged("")}),
    "DomainTagOf200": ("Domain", {**domain, "Tags": tagged("v" * 200)}),
    "NotebookInstanceNameOf64": (
        "NotebookInstance",
        {"NotebookInstanceName": "n" * 64, "RoleArn": ROLE, "InstanceType": "ml.t3.medium"},
    ),
    "ImageUriOf256": processing(image="i" * 256),
}
every = {**tried, **{f"Type{index}": processing(name) for index, name in enumerate(types)}}
resources = {name: {"Type": f"AWS::SageMaker::{kind}", "Properties": it} for name, (kind, it) in every.items()}
with open("template.json", "w") as file:
    json.dump({"Resources": resources}, file)
lint = ["env/bin/cfn-lint", "--regions", "us-east-1", "--format", "json", "template.json"]
refused = {it["Location"]["Path"][1] for it in json.loads(subprocess.run(lint, capture_output=True).stdout)}
unknown = [name for index, name in enumerate(types) if f"Type{index}" in refused]
left = {name.split(".")[1] for name in types if name not in unknown}
gone = {it.split(".")[1] for it in unknown} - left
print("instance types refused:", len(unknown), "of", len(types), "with", *sorted(gone))
print(", ".join(f"{name} {'refused' if name in refused else 'taken'}" for name in tried))
for name in ("TagValue", "NotebookInstanceName", "ImageUri"):
    print(f"the service's {name}: {shapes[name].get('min', 0)} to {shapes[name]['max']}")
PROGRAM
env/bin/python run.py > seen.txt
cat seen.txt

cat > expected.txt <<'EXPECTED'
instance types refused: 93 of 207 with c7i-flex c8i c8i-flex g7 g7e m7i-flex m8i m8i-flex p2 p3 p5 r6i r8i r8i-flex
ProcessingJobTagOf0 taken, InferenceComponentTagOf0 refused, DomainTagOf200 refused, NotebookInstanceNameOf64 taken, ImageUriOf256 taken
the service's TagValue: 0 to 256
the service's NotebookInstanceName: 0 to 63
the service's ImageUri: 0 to 255
EXPECTED
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
