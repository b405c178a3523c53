#!/usr/bin/env bash
# GluonTS 0.17.0 (PyPI, 2026-11-30), whose authors made DeepAR, and files for SageMaker's DeepAR, which takes the same form
# of JSON lines: {"start": …, "target": […]}.
#
# 1. A missing value of a series becomes "Nan", where DeepAR takes null or "NaN". A missing number that stands alone becomes
#    "NaN": one writer spells it in two ways. GluonTS reads both, for Python takes any letter case.
# 2. The start of a series is what pandas prints of a period: of a week a range of days (2024-01-01/2024-01-07), of a quarter
#    2024Q1, of a month 2024-01. DeepAR takes YYYY-MM-DD HH:MM:SS. GluonTS reads all of them.
#    (https://docs.aws.amazon.com/sagemaker/latest/dg/deepar.html)
#
# So a folder that a local training takes is not one for a training job, and nothing that GluonTS says shows it. Exits with 0
# while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check gluonts==0.17.0 pandas==2.3.3 numpy==2.4.6 pydantic==2.14.4

cat > run.py <<'PROGRAM'
import warnings
from pathlib import Path

warnings.filterwarnings("ignore")
import numpy
import pandas
from gluonts.dataset.common import FileDataset
from gluonts.dataset.jsonl import JsonLinesWriter, encode_json
from gluonts.dataset.pandas import PandasDataset

writer = JsonLinesWriter(use_gzip=False)
for frequency in "h", "D", "W", "M", "Q":
    index = pandas.period_range("2024-01-01", periods=3, freq=frequency)
    series = pandas.DataFrame({"target": [1.0, numpy.nan, 3.0]}, index=index)
    train = Path(frequency)
    train.mkdir()
    writer.write_to_folder(PandasDataset(series, target="target", freq=frequency), train, name="train")
    (read,) = FileDataset(train, freq=frequency)
    print((train / "train.json").read_text().strip(), "read:", read["target"])
print("a number alone:", encode_json(float("nan")))
PROGRAM
env/bin/python run.py 2> /dev/null > seen
cat seen
diff - seen <<'EXPECTED'
{"start": "2024-01-01 00:00", "target": [1.0, "Nan", 3.0]} read: [ 1. nan  3.]
{"start": "2024-01-01", "target": [1.0, "Nan", 3.0]} read: [ 1. nan  3.]
{"start": "2024-01-01/2024-01-07", "target": [1.0, "Nan", 3.0]} read: [ 1. nan  3.]
{"start": "2024-01", "target": [1.0, "Nan", 3.0]} read: [ 1. nan  3.]
{"start": "2024Q1", "target": [1.0, "Nan", 3.0]} read: [ 1. nan  3.]
a number alone: NaN
EXPECTED
