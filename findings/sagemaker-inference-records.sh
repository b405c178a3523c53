#!/usr/bin/env bash
# sagemaker-inference 1.10.1 (PyPI, 2026-11-30), AWS's own toolkit within its serving images, and for images of one's own:
# how its default handlers read records of CSV, and write answers. With numpy 2.4.6,
#
# 1. a value that is missing is 0, -1 or NaN, by what is in the other records of the same request. A batch transform puts
#    records together as maxPayload and its strategy say, so that they say what a model is given.
# 2. records are lost without a word: an empty line, which is a missing value where there is one column, and a record that
#    begins with #. Within a record, all after a # is cut off, be it in quotes.
# 3. a request of one record is a vector, and one of two is a matrix. With a whole number in one column and a decimal one
#    in another, as most records have, it is neither, but a list of tuples.
# 4. Where a model answers a vector with a vector, as of three classes, the answer is three lines, and one of two records is
#    two lines: a batch transform that joins records and answers finds another number of answers.
#    (https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform-data-processing.html)
#
# Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check sagemaker-inference==1.10.1 numpy==2.4.6 scipy==1.17.1

cat > run.py <<'PROGRAM'
import warnings

import numpy
from sagemaker_inference.default_inference_handler import DefaultInferenceHandler

warnings.simplefilter("ignore")
handler = DefaultInferenceHandler()


def tell(what, *lines):
    found = handler.default_input_fn("\n".join(lines), "text/csv")
    print(f"{what}, {' | '.join(lines)}: {found.tolist()}, of the shape {found.shape}")


tell("a value is missing", "5,,2")
tell("with a record before it", "5,7,2", "5,,2")
tell("with another one", "5,7.5,2", "5,,2")
tell("three records of one column, the second empty", "3", "", "5")
tell("three records, the second begins with #", "1,2", "#3,4", "5,6")
tell("a name in quotes", '1,2,"C#"', '3,4,"Go"')
tell("one record", "1,2,3")
tell("two records", "1,2,3", "4,5,6")
tell("two records with decimals", "1,2.5,3", "4,5.5,6")


def write(what, answer):
    print(f"{what}: {handler.default_output_fn(answer, 'text/csv')[0]!r}")


three = numpy.array([0.25, 0.5, 0.25])
write("the answer to one record", three)
write("the answer to two records", numpy.array([three, three]))
PROGRAM
env/bin/python run.py > seen.txt

cat > expected.txt <<'EXPECTED'
a value is missing, 5,,2: [5, 0, 2], of the shape (3,)
with a record before it, 5,7,2 | 5,,2: [[5, 7, 2], [5, -1, 2]], of the shape (2, 3)
with another one, 5,7.5,2 | 5,,2: [(5, 7.5, 2), (5, nan, 2)], of the shape (2,)
three records of one column, the second empty, 3 |  | 5: [3, 5], of the shape (2,)
three records, the second begins with #, 1,2 | #3,4 | 5,6: [[1, 2], [5, 6]], of the shape (2, 2)
a name in quotes, 1,2,"C#" | 3,4,"Go": [(1, 2, '"C'), (3, 4, '"Go"')], of the shape (2,)
one record, 1,2,3: [1, 2, 3], of the shape (3,)
two records, 1,2,3 | 4,5,6: [[1, 2, 3], [4, 5, 6]], of the shape (2, 3)
two records with decimals, 1,2.5,3 | 4,5.5,6: [(1, 2.5, 3), (4, 5.5, 6)], of the shape (2,)
the answer to one record: '0.25\n0.5\n0.25\n'
the answer to two records: '0.25,0.5,0.25\n0.25,0.5,0.25\n'
EXPECTED
echo "sagemaker-inference $(env/bin/pip list --disable-pip-version-check 2> /dev/null | awk '/^sagemaker.inference /{print $2}')"
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
