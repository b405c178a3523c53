#!/usr/bin/env bash
# skl2onnx 1.20.0 (PyPI, 2026-11-30) makes ONNX of models of scikit-learn 1.9.1, for images without scikit-learn, or of another
# version. Four models that it takes without a word, with options of scikit-learn's documentation, and what onnxruntime 1.32.0
# makes of the same rows. All numbers are exact in float32, so that it is not the rounding.
#
# 1. Trees and forests that have learned which way a missing value goes: in ONNX it always goes to the right.
# 2. SimpleImputer(add_indicator=True): the columns that say where a value was missing are lost, and a column without any
#    value, which scikit-learn leaves out, is kept. What reads its features by their place then has others.
# 3. KNeighborsRegressor(weights='distance'): the weights are lost. It is the plain mean of the neighbours, also for a row
#    that it has learned, where scikit-learn gives the value of that row.
# 4. Normalizer('max'): scikit-learn divides by the largest absolute value, ONNX by the largest, so that a row may be outside
#    of -1 to 1.
#
# Two are known, and closed: https://github.com/onnx/sklearn-onnx/issues/1253 is the first, and
# https://github.com/microsoft/onnxruntime/issues/16451 the last.
# Who compares a few predictions before and after sees it only with such rows. Exits with 0 while that is so, and with 1 when
# it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check skl2onnx==1.20.0 onnx==1.23.2 onnxruntime==1.32.0 \
  scikit-learn==1.9.1 numpy==2.4.6

cat > run.py <<'PROGRAM'
import warnings

import numpy
import onnxruntime
from skl2onnx import to_onnx
from sklearn.ensemble import ExtraTreesRegressor, RandomForestRegressor
from sklearn.impute import SimpleImputer
from sklearn.neighbors import KNeighborsRegressor
from sklearn.preprocessing import Normalizer
from sklearn.tree import DecisionTreeRegressor

warnings.simplefilter("ignore")
NAN = numpy.nan


def matrix(*rows):
    return numpy.array(rows, numpy.float32)


def by_onnx(model, rows):
    session = onnxruntime.InferenceSession(to_onnx(model, rows[:1]).SerializeToString())
    return session.run(None, {"X": rows})[0]


def by_sklearn(model, rows):
    return model.predict(rows).reshape(-1, 1) if hasattr(model, "predict") else model.transform(rows)


def tell(what, model, rows):
    for name, found in (("scikit-learn", by_sklearn(model, rows)), ("ONNX", by_onnx(model, rows))):
        values = [[round(float(it), 3) for it in row] for row in found]
        print(f"{what}, {name}: {values if len(values[0]) > 1 else [it for row in values for it in row]}")


seen = matrix([1], [2], [3], [4], [NAN], [NAN])
costs = [10, 10, 20, 20, 10, 10]
for kind in (DecisionTreeRegressor, RandomForestRegressor, ExtraTreesRegressor):
    more = {} if kind is DecisionTreeRegressor else {"n_estimators": 20, "bootstrap": False}
    tell(f"{kind.__name__} of 1, 4, nothing", kind(random_state=1, **more).fit(seen, costs), matrix([1], [4], [NAN]))

gaps = matrix([1, NAN, NAN], [3, 4, NAN])
tell("SimpleImputer(add_indicator=True)", SimpleImputer(add_indicator=True).fit(gaps), gaps)

line = matrix([0], [1], [2], [4])
for weights in ("uniform", "distance"):
    model = KNeighborsRegressor(2, weights=weights).fit(line, line.ravel())
    tell(f"KNeighborsRegressor, {weights}, of 0, 1, 1.25, 3", model, matrix([0], [1], [1.25], [3]))

for row in ([1, 4, 2], [1, -4, 2]):
    tell(f"Normalizer('max') of {row}", Normalizer("max").fit(matrix(row)), matrix(row))
PROGRAM
env/bin/python run.py > seen.txt

cat > expected.txt <<'EXPECTED'
DecisionTreeRegressor of 1, 4, nothing, scikit-learn: [10.0, 20.0, 10.0]
DecisionTreeRegressor of 1, 4, nothing, ONNX: [10.0, 20.0, 20.0]
RandomForestRegressor of 1, 4, nothing, scikit-learn: [10.0, 20.0, 10.0]
RandomForestRegressor of 1, 4, nothing, ONNX: [10.0, 20.0, 20.0]
ExtraTreesRegressor of 1, 4, nothing, scikit-learn: [10.0, 18.333, 11.167]
ExtraTreesRegressor of 1, 4, nothing, ONNX: [10.0, 18.333, 16.833]
SimpleImputer(add_indicator=True), scikit-learn: [[1.0, 4.0, 1.0, 1.0], [3.0, 4.0, 0.0, 1.0]]
SimpleImputer(add_indicator=True), ONNX: [[1.0, 4.0, nan], [3.0, 4.0, nan]]
KNeighborsRegressor, uniform, of 0, 1, 1.25, 3, scikit-learn: [0.5, 0.5, 1.5, 3.0]
KNeighborsRegressor, uniform, of 0, 1, 1.25, 3, ONNX: [0.5, 0.5, 1.5, 3.0]
KNeighborsRegressor, distance, of 0, 1, 1.25, 3, scikit-learn: [0.0, 1.0, 1.25, 3.0]
KNeighborsRegressor, distance, of 0, 1, 1.25, 3, ONNX: [0.5, 0.5, 1.5, 3.0]
Normalizer('max') of [1, 4, 2], scikit-learn: [[0.25, 1.0, 0.5]]
Normalizer('max') of [1, 4, 2], ONNX: [[0.25, 1.0, 0.5]]
Normalizer('max') of [1, -4, 2], scikit-learn: [[0.25, -1.0, 0.5]]
Normalizer('max') of [1, -4, 2], ONNX: [[0.5, -2.0, 1.0]]
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
