#!/usr/bin/env bash
# sagemaker-core 2.27.0 (PyPI, 2026-11-30), which SageMaker's Python SDK 3 is made of, and its serializers, which write the
# records of a request, or of a file for a batch transform:
#
# 1. RecordSerializer and RecordDeserializer, for application/x-recordio-protobuf, which the built-in algorithms read, are
#    there, and each call raises NotImplementedError, without a word: their code is a comment.
# 2. CSVSerializer looks at the first value only. A record whose first value is a text is taken for many records: of three
#    texts it makes three lines, and a number after a text is refused. With the number first, it is one record.
# 3. Rows in a tuple are one record, of what Python prints of each row. The same rows in a list are two.
# 4. JSONLinesSerializer takes an object for a list of records, and writes the names of its members without their values.
#
# Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check sagemaker-core==2.27.0 boto3==1.44.8 botocore==1.44.8 numpy==2.4.6

cat > run.py <<'PROGRAM'
import io
import logging

import numpy

logging.disable()
from sagemaker.core.deserializers import RecordDeserializer
from sagemaker.core.serializers import CSVSerializer, JSONLinesSerializer, RecordSerializer


def tell(what, call):
    try:
        print(f"{what}: {call()!r}")
    except Exception as error:
        print(f"{what}: raises {type(error).__name__}: {error}")


tell("RecordIO, written", lambda: RecordSerializer().serialize(numpy.ones((2, 3), dtype="float32")))
tell("RecordIO, read", lambda: RecordDeserializer().deserialize(io.BytesIO(), "application/x-recordio-protobuf"))
for what, data in (
    ("a record, number first", [1, "red", "L"]),
    ("a record, text first", ["red", 1, "L"]),
    ("a record of texts", ["red", "small", "L"]),
    ("two records in a list", [(1, 2), (3, 4)]),
    ("two records in a tuple", ((1, 2), (3, 4))),
):
    tell(f"CSV, {what}", lambda: CSVSerializer().serialize(data))
tell("JSON Lines, two records", lambda: JSONLinesSerializer().serialize([{"text": "One"}, {"text": "Two"}]))
tell("JSON Lines, one record", lambda: JSONLinesSerializer().serialize({"text": "One", "id": 1}))
PROGRAM
env/bin/python run.py > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
RecordIO, written: raises NotImplementedError: 
RecordIO, read: raises NotImplementedError: 
CSV, a record, number first: '1,red,L'
CSV, a record, text first: raises ValueError: Unable to handle input format: <class 'int'>
CSV, a record of texts: 'red\nsmall\nL'
CSV, two records in a list: '1,2\n3,4'
CSV, two records in a tuple: '"(1, 2)","(3, 4)"'
JSON Lines, two records: '{"text": "One"}\n{"text": "Two"}'
JSON Lines, one record: '"text"\n"id"'
EXPECTED
echo "sagemaker-core $(env/bin/pip list --disable-pip-version-check 2> /dev/null | awk '/^sagemaker.core /{print $2}')"
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
