#!/usr/bin/env bash
# Two that read models of XGBoost 3.2.0 (xgboost-cpu) without XGBoost: timber-compiler 0.6.0 (PyPI), which makes C of them, and
# xgboost-scorer 0.0.4 (npm; 2026-11-30). They take models without a word whose predictions are others then; nearly all of
# these options are hyperparameters of SageMaker's built-in XGBoost, too.
#
# timber-compiler, of a saved model:
# 1. The boosters dart and gblinear: every row has the same prediction.
# 2. count:poisson, reg:gamma, reg:tweedie and survival:cox: the exponential is left out, and the trees are added to the mean.
#    Of few or small trees this looks about right.
# 3. Categories, and classes with more than one tree a round (num_parallel_tree): other leaves are taken.
# 4. binary:logitraw and binary:hinge are other numbers, and of two targets there is one.
# xgboost-scorer, of a dump of a model for two classes, which are what it is for:
# 5. A dump does not have the base_score, which XGBoost estimates from the labels unless it is given: all scores are too
#    large where positive labels are rare.
# 6. NaN is not missing, but as a number that is greater than all others, and null is 0. A value is missing only where its
#    name is.
#
# A C compiler is needed. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check xgboost-cpu==3.2.0 timber-compiler==0.6.0 numpy==2.4.6
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent xgboost-scorer@0.0.4

cat > run.py <<'PROGRAM'
import json
import warnings

import numpy
import xgboost
from timber.runtime.predictor import TimberPredictor

warnings.simplefilter("ignore")
random = numpy.random.default_rng(1)
inputs = (random.integers(-32, 32, (400, 3)) / 8).astype(numpy.float32)  # exact in float32
inputs[:, 0] = random.integers(0, 5, 400)
values = numpy.array([3, 1, 9, 2, 7])[inputs[:, 0].astype(int)] + inputs[:, 1] + 5
classes = numpy.digitize(values, [8, 12])


def verdict(parameters, labels, types=None):
    data = xgboost.DMatrix(inputs, labels, feature_types=types, enable_categorical=True)
    model = xgboost.train({"max_depth": 3, "nthread": 1, "seed": 1, **parameters}, data, 10)
    model.save_model("model.json")
    expected = model.predict(data)
    try:
        found = TimberPredictor.from_model("model.json").predict(inputs).squeeze()
    except Exception:
        return "refused"
    if found.shape != expected.shape:
        return f"OTHER, the shape {found.shape} in place of {expected.shape}"
    if numpy.allclose(found, expected, rtol=1e-3, atol=1e-3):
        return "the same"
    return "OTHER" if numpy.ptp(found) else "OTHER, and the same for all rows"


multi = {"objective": "multi:softprob", "num_class": 3}
for name, labels, more in (
    ("reg:squarederror", values, {}),
    ("binary:logistic", classes > 1, {"objective": "binary:logistic"}),
    ("multi:softprob", classes, multi),
    ("reg:quantileerror", values, {"objective": "reg:quantileerror", "quantile_alpha": 0.5}),
    ("booster=dart", values, {"booster": "dart", "rate_drop": 0.5}),
    ("booster=gblinear", values, {"booster": "gblinear"}),
    ("count:poisson", values, {"objective": "count:poisson"}),
    ("reg:gamma", values, {"objective": "reg:gamma"}),
    ("reg:tweedie", values, {"objective": "reg:tweedie"}),
    ("survival:cox", values, {"objective": "survival:cox"}),
    ("num_parallel_tree=2", values, {"num_parallel_tree": 2, "subsample": 0.5}),
    ("num_parallel_tree=2, multi:softprob", classes, {"num_parallel_tree": 2, "subsample": 0.5, **multi}),
    ("binary:logitraw", classes > 1, {"objective": "binary:logitraw"}),
    ("binary:hinge", classes > 1, {"objective": "binary:hinge"}),
    ("two targets", numpy.stack([values, -values], 1), {}),
):
    print(f"timber-compiler, {name}: {verdict(more, labels)}")
print(f"timber-compiler, a categorical column: {verdict({}, values, ['c', 'q', 'q'])}")

# one in five is positive: a missing value, and the smallest
names = ["amount"]
amounts = numpy.array([[it] for it in range(1, 10)] * 4 + [[numpy.nan]] * 4, numpy.float32)
data = xgboost.DMatrix(amounts, ~(amounts[:, 0] > 1), feature_names=names)
parameters = {"objective": "binary:logistic", "max_depth": 2, "nthread": 1, "min_child_weight": 0}
rows = xgboost.DMatrix(numpy.array([[5], [numpy.nan]], numpy.float32), feature_names=names)
for name, more in (("estimated", {}), ("half", {"base_score": 0.5})):
    model = xgboost.train({**parameters, **more}, data, 5)
    model.dump_model(f"{name}.json", dump_format="json")
    print(f"xgboost, base_score {name}, of 5 and missing: {[round(float(it), 3) for it in model.predict(rows)]}")
PROGRAM
cat > run.cjs <<'PROGRAM'
const { default: Scorer } = require('xgboost-scorer');

(async () => {
  for (const name of ['estimated', 'half']) {
    const scorer = await Scorer.create(`${name}.json`);
    const scores = await scorer.score([{ amount: 5 }, {}, { amount: NaN }, { amount: null }]);
    const told = scores.map((it) => Number(it.toFixed(3))).join(', ');
    console.log(`xgboost-scorer, base_score ${name}, of 5, missing, NaN, null: [${told}]`);
  }
})();
PROGRAM
{ env/bin/python run.py; node run.cjs; } > seen.txt

cat > expected.txt <<'EXPECTED'
timber-compiler, reg:squarederror: the same
timber-compiler, binary:logistic: the same
timber-compiler, multi:softprob: the same
timber-compiler, reg:quantileerror: the same
timber-compiler, booster=dart: OTHER, and the same for all rows
timber-compiler, booster=gblinear: OTHER, and the same for all rows
timber-compiler, count:poisson: OTHER
timber-compiler, reg:gamma: OTHER
timber-compiler, reg:tweedie: OTHER
timber-compiler, survival:cox: OTHER
timber-compiler, num_parallel_tree=2: the same
timber-compiler, num_parallel_tree=2, multi:softprob: OTHER
timber-compiler, binary:logitraw: OTHER
timber-compiler, binary:hinge: OTHER
timber-compiler, two targets: OTHER, the shape (400,) in place of (400, 2)
timber-compiler, a categorical column: OTHER
xgboost, base_score estimated, of 5 and missing: [0.062, 0.732]
xgboost, base_score half, of 5 and missing: [0.127, 0.815]
xgboost-scorer, base_score estimated, of 5, missing, NaN, null: [0.209, 0.916, 0.209, 0.916]
xgboost-scorer, base_score half, of 5, missing, NaN, null: [0.127, 0.815, 0.127, 0.815]
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
