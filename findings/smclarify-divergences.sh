#!/usr/bin/env bash
# smclarify 0.5 (PyPI, 2026-11-30), AWS's library of the bias metrics of SageMaker Clarify: how far the labels of one group are
# from those of the others. Its five distances leave out every label that one of the groups does not have at all, which is
# where the bias is worst. Of two groups of ten applicants, with 80 % approved in the first,
#
# 1. 30 % in the second: KL is 0.53, as in AWS's own example. 10 %: all five are larger.
# 2. none in the second: KL is negative, of which AWS's page says "[0, +∞)"; JS, TVD and LP are smaller than with 10 %.
# 3. all approved in the first, none in the second: no number, but an error that there may be too few data.
# 4. three labels, as in the same page: 80 % of the first group are waitlisted, and 80 % of the second rejected. All five
#    are 0, as of two groups that are treated alike.
#
# Who stops a pipeline at a threshold of such a metric, after a processing job or before training, lets the worst pass.
# (https://docs.aws.amazon.com/sagemaker/latest/dg/clarify-data-bias-metric-kl-divergence.html)
# Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check pandas==3.1.1 numpy==2.4.6 scikit-learn==1.9.1 \
  pyfunctional==1.5.0
# what it requires besides, pyarrow and s3fs, is for its reports only
env/bin/pip install --quiet --no-compile --disable-pip-version-check --no-deps smclarify==0.5

cat > run.py <<'PROGRAM'
import math

import pandas
from smclarify.bias.metrics import pretraining

METRICS = ("KL", "JS", "TVD", "LP", "KS")


def by_definition(one, other):
    """The five from their definitions, over every label that either group has."""
    labels = sorted({*one, *other})
    p, q = ([group.count(label) / len(group) for label in labels] for group in (one, other))
    kl = lambda p, q: sum(a * (math.log(a / b) if b else math.inf) for a, b in zip(p, q) if a)
    middle = [(a + b) / 2 for a, b in zip(p, q)]
    apart = [abs(a - b) for a, b in zip(p, q)]
    return kl(p, q), (kl(p, middle) + kl(q, middle)) / 2, sum(apart) / 2, math.hypot(*apart), max(apart)


def found(metric, labels, facet):
    try:
        return f"{getattr(pretraining, metric)(labels, facet):.2f}"
    except ValueError as error:
        return f"'{error}'"


def compare(what, one, other):
    labels = pandas.Series([*one, *other])
    facet = pandas.Series([False] * len(one) + [True] * len(other))
    texts = [found(metric, labels, facet) for metric in METRICS]
    if len({*texts}) == 1:
        print(f"{what}: all five {texts[0]}")
    else:
        print(f"{what}: {', '.join(f'{name} {text}' for name, text in zip(METRICS, texts))}")
    print(f"  by definition: {', '.join(f'{name} {it:.2f}' for name, it in zip(METRICS, by_definition(one, other)))}")


def approved(count):
    return [1] * count + [0] * (10 - count)


compare("80 % and 30 %", approved(8), approved(3))
compare("80 % and 10 %", approved(8), approved(1))
compare("80 % and none", approved(8), approved(0))
compare("all and none", approved(10), approved(0))
three = "accepted", "waitlisted", "rejected"
compare("three labels", [three[0]] * 2 + [three[1]] * 8, [three[0]] * 2 + [three[2]] * 8)
PROGRAM
env/bin/python run.py > seen.txt

cat > expected.txt <<'EXPECTED'
80 % and 30 %: KL 0.53, JS 0.13, TVD 0.50, LP 0.71, KS 0.50
  by definition: KL 0.53, JS 0.13, TVD 0.50, LP 0.71, KS 0.50
80 % and 10 %: KL 1.36, JS 0.28, TVD 0.70, LP 0.99, KS 0.70
  by definition: KL 1.36, JS 0.28, TVD 0.70, LP 0.99, KS 0.70
80 % and none: KL -0.32, JS 0.15, TVD 0.40, LP 0.80, KS 0.80
  by definition: KL inf, JS 0.42, TVD 0.80, LP 1.13, KS 0.80
all and none: all five 'No instance of common facet found, dataset may be too small'
  by definition: KL inf, JS 0.69, TVD 1.00, LP 1.41, KS 1.00
three labels: all five 0.00
  by definition: KL inf, JS 0.55, TVD 0.80, LP 1.13, KS 0.80
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
