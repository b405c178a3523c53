#!/usr/bin/env bash
# sagemaker-training 5.1.4 (PyPI, 2026-11-30), AWS's own toolkit within its training images, and for images of one's
# own. Hyperparameters are texts in CreateTrainingJob, and texts in the file that SageMaker puts into the container. The
# toolkit reads each as JSON, and makes a text of what it has got, so that the program is given other texts:
#
# 1. What looks like a number is another text: version 1.10 is 1.1, commit 12e45 is 1.2e+46, and 7e12345 is infinite.
# 2. true and null are Python's True and the empty text. A list is what Python prints of it, which no reader of JSON takes.
# 3. An object is name=value,name=value, without quotes, so that commas and equal signs in a value cannot be told from
#    those between values.
#
# The same hyperparameter is in an environment variable, too, SM_HP_…, and JSON there: true is true, and a list is a list.
# A program of one's own that reads the arguments has another value then than one that reads the variables.
#
# A training program is run as in a container, in a temporary folder. Exits with 0 while that is so, and with 1 when it has
# changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check sagemaker-training==5.1.4 numpy==2.4.6 protobuf==7.36.2
mkdir -p ml/input/config code
export SAGEMAKER_BASE_DIR="$folder/ml" PATH="$folder/env/bin:$PATH"

cat > code/train.py <<'PROGRAM'
import os
import sys

for name, value in zip(sys.argv[1::2], sys.argv[2::2]):
    name = name.removeprefix("--")
    print(f"{name}: argument {value!r}, variable {os.environ['SM_HP_' + name.upper()]!r}")
PROGRAM
cat > run.py <<'PROGRAM'
import json
import logging
import os

CONFIG = os.environ["SAGEMAKER_BASE_DIR"] + "/input/config/"
given = {
    "version": "1.10",
    "commit": "12e45",
    "branch": "7e12345",
    "seed": "007",
    "shuffle": "true",
    "resume": "null",
    "layers": '["conv", "pool"]',
    "columns": '{"target": "price,net", "weight": "a=b"}',
}
network = {"current_host": "localhost", "hosts": ["localhost"], "network_interface_name": "lo"}
for name, content in (("hyperparameters", given), ("resourceconfig", network), ("inputdataconfig", {})):
    with open(f"{CONFIG}{name}.json", "w") as file:
        json.dump(content, file)

from sagemaker_training import entry_point, environment

logging.disable()
found = environment.Environment()
entry_point.run("code", "train.py", found.to_cmd_args(), found.to_env_vars(), capture_error=False)
PROGRAM
env/bin/python run.py > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
branch: argument 'inf', variable 'Infinity'
columns: argument 'target=price,net,weight=a=b', variable '{"target":"price,net","weight":"a=b"}'
commit: argument '1.2e+46', variable '1.2e+46'
layers: argument "['conv', 'pool']", variable '["conv","pool"]'
resume: argument '', variable ''
seed: argument '007', variable '007'
shuffle: argument 'True', variable 'true'
version: argument '1.1', variable '1.1'
EXPECTED
echo "sagemaker-training $(env/bin/pip list --disable-pip-version-check 2> /dev/null | awk '/^sagemaker.training /{print $2}')"
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
