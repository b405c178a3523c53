#!/usr/bin/env bash
# micromlgen 1.1.28 (PyPI, 2026-11-30) makes C++ of models of scikit-learn 1.9.1, for devices on which nothing else runs. It
# takes these models without a word, and what it writes compiles. Of 200 rows that a model has learned from,
#
# 1. LogisticRegression with two classes: every row has the other class. scikit-learn has one score for two classes, and the
#    program gives it to the first, beside 0 for the second. With three classes all is right.
# 2. SVC with two classes: the intercept has the other sign. With a rare class, 46 of 100 rows have the other class. With
#    three classes all is right.
# 3. RandomForestClassifier with 300 trees: the votes are counted in eight bits, so that 256 votes are none. Where 256 to 277
#    trees are for one class, and the others for a second, it is the second. (Besides, each tree has one vote, where
#    scikit-learn takes the mean of what the leaves say: other classes where the trees are at odds are no surprise.)
# 4. A tree whose classes are 5, 15 and 25 answers 0, 1 and 2.
#
# It matters to who trains in a job, and puts what comes out on a device: there is nothing that compares the two.
#
# A C++ compiler is needed. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check micromlgen==1.1.28 scikit-learn==1.9.1 numpy==2.4.6

cat > run.py <<'PROGRAM'
import subprocess
import warnings

import numpy
from micromlgen import port
from sklearn.ensemble import RandomForestClassifier
from sklearn.linear_model import LogisticRegression
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

warnings.simplefilter("ignore")
random = numpy.random.default_rng(1)
inputs = (random.integers(-32, 32, (200, 3)) / 8).astype(numpy.float32)  # exact in float32
scores = inputs[:, 0] + inputs[:, 1] / 2 + random.integers(-8, 8, 200) / 8
three = numpy.digitize(scores, [-1, 1])
two = (scores > 2).astype(int)

MAIN = """
#include <cstdint>
#include <cstdio>
#include <cstring>
#include <cmath>
%s
int main() {
    Eloquent::ML::Port::Model model;
    float x[3];
    while (scanf("%%f %%f %%f", x, x + 1, x + 2) == 3) printf("%%d\\n", model.predict(x));
}
"""


def tell(what, model, labels, only=lambda: numpy.full(len(inputs), True)):
    model.fit(inputs, labels)
    with open("model.cpp", "w") as file:
        file.write(MAIN % port(model, classname="Model"))
    subprocess.run(["g++", "-w", "-o", "model", "model.cpp"], check=True)
    asked = inputs[only()]
    rows = "\n".join(" ".join(f"{it:.9g}" for it in row) for row in asked)
    answers = subprocess.run(["./model"], input=rows, capture_output=True, text=True, check=True).stdout.split()
    expected = model.predict(asked)
    other = numpy.mean(numpy.array(answers, int) != expected)
    verdict = {0: "all are the same", 1: "ALL are OTHER"}.get(other, f"{round(100 * other)} % are OTHER")
    print(f"{what}: {verdict}; answers {sorted(set(map(int, answers)))}, expected {sorted(set(expected.tolist()))}")


def agree():
    """The rows for which nearly all trees are for one of the two classes."""
    votes = numpy.array([tree.predict(inputs).astype(int) for tree in forest.estimators_])
    larger = numpy.maximum(votes.sum(0), len(votes) - votes.sum(0))
    return (larger >= 256) & (larger < 278)


tell("LogisticRegression, three classes", LogisticRegression(), three)
tell("LogisticRegression, two classes", LogisticRegression(), two)
for kernel in ("linear", "poly"):
    tell(f"SVC, {kernel}, three classes", SVC(kernel=kernel, gamma=0.5), three)
    tell(f"SVC, {kernel}, two classes", SVC(kernel=kernel, gamma=0.5), two)
tell("RandomForestClassifier, 1 tree", RandomForestClassifier(1, max_depth=3, random_state=1), two)
forest = RandomForestClassifier(300, max_depth=3, random_state=1)
tell("RandomForestClassifier, 256 to 277 of 300 trees are for one class", forest, two, agree)
tell("DecisionTreeClassifier, classes 0, 1, 2", DecisionTreeClassifier(max_depth=3), three)
tell("DecisionTreeClassifier, classes 5, 15, 25", DecisionTreeClassifier(max_depth=3), three * 10 + 5)
PROGRAM
env/bin/python run.py > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
LogisticRegression, three classes: all are the same; answers [0, 1, 2], expected [0, 1, 2]
LogisticRegression, two classes: ALL are OTHER; answers [0, 1], expected [0, 1]
SVC, linear, three classes: all are the same; answers [0, 1, 2], expected [0, 1, 2]
SVC, linear, two classes: 46 % are OTHER; answers [0, 1], expected [0, 1]
SVC, poly, three classes: all are the same; answers [0, 1, 2], expected [0, 1, 2]
SVC, poly, two classes: 46 % are OTHER; answers [0, 1], expected [0, 1]
RandomForestClassifier, 1 tree: all are the same; answers [0, 1], expected [0, 1]
RandomForestClassifier, 256 to 277 of 300 trees are for one class: ALL are OTHER; answers [0, 1], expected [0, 1]
DecisionTreeClassifier, classes 0, 1, 2: all are the same; answers [0, 1, 2], expected [0, 1, 2]
DecisionTreeClassifier, classes 5, 15, 25: ALL are OTHER; answers [0, 1, 2], expected [5, 15, 25]
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
