"""Writes an estimator of scikit-learn, a pipeline, and what skl2onnx makes of it."""
import os
import pickle
import sys

import joblib
import numpy
from skl2onnx import to_onnx
from sklearn.linear_model import LogisticRegression
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler

folder = sys.argv[1]
values = numpy.random.RandomState(1).rand(40, 3).astype(numpy.float32)
labels = (values.sum(axis=1) > 1.5).astype(int)
estimator = LogisticRegression().fit(values, labels)


def path(name):
    return os.path.join(folder, name)


joblib.dump(estimator, path("model.joblib"))
joblib.dump(estimator, path("compressed.joblib"), compress=3)
with open(path("pipeline.pkl"), "wb") as file:
    pickle.dump(make_pipeline(StandardScaler(), LogisticRegression()).fit(values, labels), file)
for name, opset in {"newest": None, "opset12": {"": 12, "ai.onnx.ml": 1}}.items():
    with open(path(name + ".onnx"), "wb") as file:
        file.write(to_onnx(estimator, values[:1], target_opset=opset).SerializeToString())
