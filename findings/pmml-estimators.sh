#!/usr/bin/env bash
# sklearn-pmml-model 1.0.8 (PyPI, 2026-12-01) makes an estimator of scikit-learn of a model in PMML, in which one tool hands a model
# to another. Of a valid model it reads the coefficients and the nodes. What the model says about them it leaves out, without a
# word; jpmml-evaluator 0.16.0 (PyPI) does what the specification says:
#
# 1. normalizationMethod of a regression, as exp of counts, or logit of a probability: the score without it is the prediction, so
#    that there are probabilities of 1.8.
# 2. outliers="asExtremeValues", with lowValue and highValue: 100 where 5 is the largest stays 100.
# 3. Targets: neither the rescaleFactor nor the rescaleConstant, by which a target comes back from where it was scaled to, nor min and
#    max are looked at. Of a sum of trees the rescaleConstant is.
# 4. missingValueStrategy of a tree: a missing value goes to the last child, also where the specification has no prediction, or
#    that of the node above. So does a value for which there is no child, with returnLastPrediction.
#
# (https://dmg.org/pmml/v4-4-1/Regression.html, and there MiningSchema, Targets and TreeModel) It matters to who scores in a job
# what another tool has trained: a plain model is right, and these are not. Java is needed. Exits with 0 while that is so, and with
# 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check sklearn-pmml-model==1.0.8 jpmml-evaluator==0.16.0 JPype1==1.7.1 \
  scikit-learn==1.6.1 numpy==2.4.6 pandas==3.1.1

cat > run.py <<'PROGRAM'
import logging
import warnings

import pandas
from jpmml_evaluator import make_evaluator
from sklearn_pmml_model.auto_detect import auto_detect_estimator

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
FIELDS = "".join(f'<DataField name="{it}" optype="continuous" dataType="double"/>' for it in ("x", "z", "y"))
ATTRIBUTES = 'xmlns="http://www.dmg.org/PMML-4_4" version="4.4"'


def tell(what, model, *rows):
    with open("model.pmml", "w") as file:
        file.write(f"<PMML {ATTRIBUTES}><Header/><DataDictionary>{FIELDS}</DataDictionary>{model}</PMML>")
    evaluator = make_evaluator("model.pmml").verify()
    said = [evaluator.evaluate(dict(zip("xz", row))).get("y") for row in rows]
    print(f"{what}, jpmml-evaluator: {[it if it is None else round(it, 3) for it in said]}")
    estimator = auto_detect_estimator("model.pmml")
    said = [round(float(estimator.predict(pandas.DataFrame([row], columns=["x", "z"]))[0]), 3) for row in rows]
    print(f"{what}, sklearn-pmml-model: {said}")


def schema(more=""):
    inputs = f'<MiningField name="x" {more}/><MiningField name="z"/>'
    return f'<MiningSchema>{inputs}<MiningField name="y" usageType="target"/></MiningSchema>'


def regression(attributes="", more="", targets=""):
    """1 + 2 x + 3 z"""
    predictors = '<NumericPredictor name="x" coefficient="2"/><NumericPredictor name="z" coefficient="3"/>'
    table = f'<RegressionTable intercept="1">{predictors}</RegressionTable>'
    return f'<RegressionModel functionName="regression" {attributes}>{schema(more)}{targets}{table}</RegressionModel>'


def tree(attributes="", low=("lessOrEqual", 0), high=("greaterThan", 0), scores=(5, 10, 20)):
    """By x: 10 where it is low, 20 where it is high, and 5 above both."""
    first, second = (f'<SimplePredicate field="x" operator="{operator}" value="{value}"/>' for operator, value in (low, high))
    children = f'<Node id="1" score="{scores[1]}">{first}</Node><Node id="2" score="{scores[2]}">{second}</Node>'
    root = f'<Node id="0" score="{scores[0]}" defaultChild="1"><True/>{children}</Node>'
    return f'<TreeModel functionName="regression" splitCharacteristic="binarySplit" {attributes}>{schema()}{root}</TreeModel>'


def target(attributes):
    return f'<Targets><Target field="y" {attributes}/></Targets>'


tell("regression", regression(), (1, 2))
tell("normalizationMethod exp", regression('normalizationMethod="exp"'), (0.1, 0.2))
tell("normalizationMethod logit", regression('normalizationMethod="logit"'), (0.1, 0.2))
tell("asExtremeValues to 5", regression(more='outliers="asExtremeValues" lowValue="0" highValue="5"'), (5, 2), (100, 2))
tell("rescaleFactor 10, rescaleConstant 3", regression(targets=target('rescaleFactor="10" rescaleConstant="3"')), (1, 2))
tell("min 0, max 5", regression(targets=target('min="0" max="5"')), (1, 2))
segments = "".join(f'<Segment id="{it}"><True/>{tree(scores=(it, it, it))}</Segment>' for it in (1, 4))
segmentation = f'<Segmentation multipleModelMethod="sum">{segments}</Segmentation>'
boosted = f'{schema()}{target("rescaleConstant=" + chr(34) + "100" + chr(34))}{segmentation}'
tell("sum of trees, rescaleConstant 100", f'<MiningModel functionName="regression">{boosted}</MiningModel>', (1, 2))
tell("tree", tree(), (-1, 2), (1, 2))
for strategy in ("nullPrediction", "lastPrediction", "defaultChild"):
    tell(f"tree, {strategy}", tree(f'missingValueStrategy="{strategy}"'), (None, 2))
gap = tree('noTrueChildStrategy="returnLastPrediction"', ("lessThan", 0), ("greaterThan", 1))
tell("tree, returnLastPrediction", gap, (0.5, 2), (2, 2))
PROGRAM
env/bin/python run.py > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
regression, jpmml-evaluator: [9.0]
regression, sklearn-pmml-model: [9.0]
normalizationMethod exp, jpmml-evaluator: [6.05]
normalizationMethod exp, sklearn-pmml-model: [1.8]
normalizationMethod logit, jpmml-evaluator: [0.858]
normalizationMethod logit, sklearn-pmml-model: [1.8]
asExtremeValues to 5, jpmml-evaluator: [17.0, 17.0]
asExtremeValues to 5, sklearn-pmml-model: [17.0, 207.0]
rescaleFactor 10, rescaleConstant 3, jpmml-evaluator: [93.0]
rescaleFactor 10, rescaleConstant 3, sklearn-pmml-model: [9.0]
min 0, max 5, jpmml-evaluator: [5.0]
min 0, max 5, sklearn-pmml-model: [9.0]
sum of trees, rescaleConstant 100, jpmml-evaluator: [105.0]
sum of trees, rescaleConstant 100, sklearn-pmml-model: [105.0]
tree, jpmml-evaluator: [10.0, 20.0]
tree, sklearn-pmml-model: [10.0, 20.0]
tree, nullPrediction, jpmml-evaluator: [None]
tree, nullPrediction, sklearn-pmml-model: [20.0]
tree, lastPrediction, jpmml-evaluator: [5.0]
tree, lastPrediction, sklearn-pmml-model: [20.0]
tree, defaultChild, jpmml-evaluator: [10.0]
tree, defaultChild, sklearn-pmml-model: [20.0]
tree, returnLastPrediction, jpmml-evaluator: [5.0, 20.0]
tree, returnLastPrediction, sklearn-pmml-model: [20.0, 20.0]
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
