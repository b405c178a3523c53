#!/usr/bin/env bash
# Three tools that make something else of a LightGBM 4.7.0 model: treelite 4.8.1, which runs trees in SageMaker Neo's
# runtime, onnxmltools 1.16.0, whose ONNX onnxruntime 1.32.0 runs, and m2cgen 0.10.0, which writes programs
# (2026-11-29). They take models without a word whose predictions are others afterwards, and what one of them refuses,
# another gets wrong:
#
# - linear_tree: ONNX and m2cgen give other predictions; treelite refuses the model.
# - zero_as_missing: ONNX and treelite give other predictions; m2cgen refuses the model.
# - boosting=rf (ONNX adds up what LightGBM takes the mean of), reg_sqrt (ONNX does not square), and a sigmoid of 2, for
#   two classes or one against all: ONNX gives other predictions, and the other two the same.
#
# All are in LightGBM's documentation (https://lightgbm.readthedocs.io/en/stable/Parameters.html). float32 has the
# inputs exactly, so that it is not the rounding. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check lightgbm==4.7.0 treelite==4.8.1 onnxmltools==1.16.0 \
  onnx==1.23.2 skl2onnx==1.20.0 onnxruntime==1.32.0 m2cgen==0.10.0 scikit-learn==1.9.1 numpy==2.4.6

cat > run.py <<'PROGRAM'
import lightgbm, m2cgen, numpy, onnxruntime, treelite, warnings
from onnxmltools import convert_lightgbm
from onnxmltools.convert.common.data_types import FloatTensorType

warnings.simplefilter("ignore")
onnxruntime.set_default_logger_severity(4)
inputs = numpy.round(numpy.random.default_rng(0).normal(size=(300, 4)) * 8) / 8
target = numpy.abs(3 * inputs[:, 0] + numpy.where(inputs[:, 1] > 0, 2, 0) + 10)

def by_treelite(model):
    model.booster_.save_model("model.txt")
    return treelite.gtil.predict(treelite.frontend.load_lightgbm_model("model.txt"), inputs)
def by_onnx(model):
    onnx = convert_lightgbm(model.booster_, initial_types=[("x", FloatTensorType([None, 4]))], zipmap=False)
    return onnxruntime.InferenceSession(onnx.SerializeToString()).run(None, {"x": inputs.astype(numpy.float32)})[-1]

def by_m2cgen(model):
    names = {}
    exec(m2cgen.export_to_python(model), names)
    return numpy.array([names["score"](list(row)) for row in inputs])

def verdict(convert, model):
    expected = model.booster_.predict(inputs)
    try:
        found = numpy.asarray(convert(model)).squeeze()
    except Exception:
        return "refused"
    found = found[:, 1] if found.ndim > expected.ndim else found
    return "the same" if numpy.allclose(found, expected, atol=1e-4) else "OTHER"

three = numpy.digitize(target, [8, 12])
for name, labels, parameters in (
    ("linear_tree", target, {"linear_tree": True}),
    ("zero_as_missing", target, {"zero_as_missing": True}),
    ("boosting=rf", target, {"boosting_type": "rf", "subsample_freq": 1, "subsample": 0.7}),
    ("reg_sqrt", target, {"reg_sqrt": True}),
    ("binary, sigmoid=2", target > 10, {"objective": "binary", "sigmoid": 2}),
    ("multiclassova, sigmoid=2", three, {"objective": "multiclassova", "num_class": 3, "sigmoid": 2}),
    ("none of these", target, {}),
):
    estimator = lightgbm.LGBMRegressor if labels is target else lightgbm.LGBMClassifier
    model = estimator(n_estimators=10, min_child_samples=5, n_jobs=1, verbose=-1, **parameters).fit(inputs, labels)
    verdicts = [f"{it.__name__[3:]} {verdict(it, model)}" for it in (by_treelite, by_onnx, by_m2cgen)]
    print(f"{name}: {', '.join(verdicts)}")
PROGRAM
env/bin/python run.py > seen.txt

cat > expected.txt <<'EXPECTED'
linear_tree: treelite refused, onnx OTHER, m2cgen OTHER
zero_as_missing: treelite OTHER, onnx OTHER, m2cgen refused
boosting=rf: treelite the same, onnx OTHER, m2cgen the same
reg_sqrt: treelite the same, onnx OTHER, m2cgen the same
binary, sigmoid=2: treelite the same, onnx OTHER, m2cgen the same
multiclassova, sigmoid=2: treelite the same, onnx OTHER, m2cgen the same
none of these: treelite the same, onnx the same, m2cgen the same
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
