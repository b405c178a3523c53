"""Writes a small model in every format that the installed version of XGBoost has."""
import os
import pickle
import sys

import numpy
import xgboost

folder = sys.argv[1]
values = numpy.random.RandomState(1).rand(40, 3)
labels = (values.sum(axis=1) > 1.5).astype(int)
settings = {"objective": "binary:logistic", "max_depth": 2}
booster = xgboost.train(settings, xgboost.DMatrix(values, label=labels), 3)
version = tuple(int(part) for part in xgboost.__version__.split(".")[:2])


def path(name):
    return os.path.join(folder, name)


# before 1.0 and the binary format's end, a name without an ending stands for it
if version < (3, 1):
    booster.save_model(path("binary.deprecated" if version >= (2, 1) else "model.bin"))
if version >= (1, 0):
    booster.save_model(path("model.json"))
if version >= (1, 6):
    booster.save_model(path("model.ubj"))
booster.dump_model(path("dump.txt"))
with open(path("booster.pkl"), "wb") as file:
    pickle.dump(booster, file)
try:
    import sklearn  # noqa: F401
except ImportError:
    sys.exit(0)
with open(path("estimator.pkl"), "wb") as file:
    pickle.dump(xgboost.XGBClassifier(n_estimators=3, max_depth=2).fit(values, labels), file)
