#!/usr/bin/env bash
# treelite 4.8.1 (PyPI, 2026-12-01), whose trees SageMaker Neo's runtime runs, reads models of scikit-learn 1.9.1 (treelite.sklearn).
# Most are as they were. These two it takes without a word, and its own reference (treelite.gtil) predicts something else:
#
# 1. GradientBoostingClassifier(loss='exponential'): the probabilities are nearer to one half. In scikit-learn they are the
#    logistic function of twice the score, here of the score. The class at one half is the same, so that an accuracy shows
#    nothing; a threshold of 0.7 lets others pass.
# 2. HistGradientBoosting with categories, some of which were missing when it learned: a category that it has not learned goes
#    where missing values go in scikit-learn, and elsewhere here. NaN and the categories that it has learned are right.
#    (https://scikit-learn.org/stable/modules/ensemble.html, "Categorical Features Support")
#
# It matters to who trains in a job and compiles, or serves, the trees without scikit-learn. Missing values of forests were
# wrong, too, until https://github.com/dmlc/treelite/issues/706. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check treelite==4.8.1 scikit-learn==1.9.1 numpy==2.4.6 scipy==1.17.1

cat > run.py <<'PROGRAM'
import numpy
import treelite
from sklearn.ensemble import GradientBoostingClassifier, HistGradientBoostingRegressor

NAN = numpy.nan


def tell(what, model, rows, predictions):
    rows = numpy.asarray(rows, numpy.float32)
    imported = treelite.gtil.predict(treelite.sklearn.import_model(model), rows)
    print(f"{what}, scikit-learn: {[round(float(it), 2) for it in numpy.ravel(predictions)]}")
    print(f"{what}, treelite: {[round(float(it), 2) for it in imported.ravel()]}")


# a column with numbers from 0 to 7; nine of ten rows below 4 are of the first class, and seven of ten above
numbers = numpy.repeat(numpy.arange(8.0), 10).reshape(-1, 1)
classes = [int(index % 10 == 0) if number < 4 else int(index % 10 < 7) for index, number in enumerate(numbers.ravel())]
for loss in ("log_loss", "exponential"):
    model = GradientBoostingClassifier(loss=loss, n_estimators=50, max_depth=1, random_state=0).fit(numbers, classes)
    rows = [[0], [7]]
    tell(f"loss={loss}, of 0 and 7", model, rows, model.predict_proba(rows)[:, 1])

# categories from 0 to 3, whose targets are 0, 8, 2 and 6; a row without one has 20
categories = numpy.tile([0.0, 1, 2, 3, NAN], 40).reshape(-1, 1)
targets = numpy.tile([0.0, 8, 2, 6, 20], 40)
rows = [[0], [1], [NAN], [4], [9]]
for what, known in (("none missing in training", ~numpy.isnan(categories.ravel())), ("some missing in training", slice(None))):
    model = HistGradientBoostingRegressor(categorical_features=[0], max_iter=200).fit(categories[known], targets[known])
    tell(f"{what}, of 0, 1, NaN, and 4 and 9, which are new", model, rows, model.predict(rows))
PROGRAM
env/bin/python run.py > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
loss=log_loss, of 0 and 7, scikit-learn: [0.1, 0.7]
loss=log_loss, of 0 and 7, treelite: [0.1, 0.7]
loss=exponential, of 0 and 7, scikit-learn: [0.1, 0.7]
loss=exponential, of 0 and 7, treelite: [0.25, 0.6]
none missing in training, of 0, 1, NaN, and 4 and 9, which are new, scikit-learn: [0.0, 8.0, 0.0, 0.0, 0.0]
none missing in training, of 0, 1, NaN, and 4 and 9, which are new, treelite: [0.0, 8.0, 0.0, 0.0, 0.0]
some missing in training, of 0, 1, NaN, and 4 and 9, which are new, scikit-learn: [0.0, 8.0, 20.0, 20.0, 20.0]
some missing in training, of 0, 1, NaN, and 4 and 9, which are new, treelite: [0.0, 8.0, 20.0, 0.0, 0.0]
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
