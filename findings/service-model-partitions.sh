#!/usr/bin/env bash
# botocore 1.44.8 (2026-11-29), AWS's service models: 67 of the 1,140 patterns that begin as an ARN does refuse every
# ARN of a partition in which botocore's own list of endpoints has the service. Who checks requests with the models, as
# generated checks and schemas do, refuses what is right in China, GovCloud, the isolated Regions or the European
# Sovereign Cloud.
#
# - bedrock: the ARNs of custom models and inference profiles may not be of aws-eusc or aws-iso-f, while other patterns
#   of the same model take any partition.
# - lakeformation and ds: roles, SAML providers and secrets are of the partition aws only.
# - inspector2 allows aws-gov, which is no partition; aws-us-gov is refused.
#
# Only the part between the first two colons is looked at, as a pattern of its own. Exits with 0 while that is so, and
# with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check botocore==1.44.8

cat > run.py <<'PROGRAM'
import re
from collections import Counter

from botocore.loaders import Loader

loader = Loader()
# where each endpoint is, by botocore itself
services = {it["partition"]: it["services"] for it in loader.load_data("endpoints")["partitions"]}
# "arn:", and what is there for the partition: anything but a colon, save within brackets
prefix = re.compile(r"\^?\(?arn:(\(?aws(?:[^:\[]|\[[^\]]*\])*):")
count, refused = 0, {}
for service in loader.list_available_services("service-2"):
    model = loader.load_service_model(service, "service-2")
    for name, shape in model["shapes"].items():
        found = prefix.match(shape.get("pattern", ""))
        if shape["type"] != "string" or not found:
            continue
        try:
            pattern = re.compile(found.group(1))
        except re.error:  # the partition shares a group with what follows
            continue
        count += 1
        where = [it for it, has in services.items() if model["metadata"]["endpointPrefix"] in has]
        missing = [partition for partition in where if not pattern.fullmatch(partition)]
        if missing:
            refused[f"{service} {name}"] = (found.group(1), missing)

print(f"{len(refused)} of {count} refuse a partition in which their service is")
times = Counter(sum((missing for _, missing in refused.values()), []))
print(", ".join(f"{partition}: {count}" for partition, count in times.items()))
for name, (pattern, missing) in refused.items():
    if name.split()[0] in ("bedrock", "ds", "inspector2", "lakeformation"):
        print(f"{name}: {pattern} refuses {', '.join(missing)}")
PROGRAM
env/bin/python run.py > seen.txt

cat > expected.txt <<'EXPECTED'
67 of 1140 refuse a partition in which their service is
aws-cn: 23, aws-iso-e: 22, aws-iso-f: 29, aws-eusc: 36, aws-us-gov: 32, aws-iso: 20, aws-iso-b: 18
bedrock CustomModelArn: aws(|-us-gov|-cn|-iso|-iso-b) refuses aws-iso-f, aws-eusc
bedrock CustomModelDeploymentIdentifier: aws(|-us-gov|-cn|-iso|-iso-b) refuses aws-iso-f, aws-eusc
bedrock InferenceProfileArn: aws(|-us-gov|-cn|-iso|-iso-b) refuses aws-iso-f, aws-eusc
bedrock InferenceProfileIdentifier: aws(|-us-gov|-cn|-iso|-iso-b) refuses aws-iso-f, aws-eusc
bedrock InferenceProfileModelSourceArn: aws(|-us-gov|-cn|-iso|-iso-b) refuses aws-iso-f, aws-eusc
ds SecretArn: aws refuses aws-cn, aws-us-gov, aws-iso, aws-iso-b, aws-iso-e, aws-iso-f, aws-eusc
inspector2 CisFindingArn: aws(-gov|-cn)? refuses aws-us-gov
lakeformation IAMRoleArn: aws refuses aws-cn, aws-us-gov, aws-iso, aws-iso-b, aws-iso-e, aws-iso-f, aws-eusc
lakeformation IAMSAMLProviderArn: aws refuses aws-cn, aws-us-gov, aws-iso, aws-iso-b, aws-iso-e, aws-iso-f, aws-eusc
EXPECTED
echo "botocore $(env/bin/python -c 'import botocore; print(botocore.__version__)')"
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
