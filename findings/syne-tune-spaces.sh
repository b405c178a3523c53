#!/usr/bin/env bash
# syne-tune 0.16.0 (PyPI, 2026-11-30), a library for tuning hyperparameters that began at AWS, and its search spaces
# (syne_tune.config_space). What a job is given is not what the space says:
#
# 1. add_to_argparse, "to prepare argument parser in endpoint script": of choice([True, False]), each value is True for the
#    script. `--augment False` is a text that is not empty, and no text but the empty one is False for it.
# 2. qrandint and qlograndint have values outside of their bounds, which the documentation calls inclusive: qrandint(8, 100,
#    16) has 0, as a batch size or a number of layers must not be. quniform refuses such bounds.
# 3. quniform "will be quantized, i.e. rounded to an integer increment of q". TPE does so while it tries at random, and not
#    afterwards.
# 4. reverseloguniform is loguniform after to_dict and from_dict, and after restrict_domain, which transfer learning has. The
#    two are equal for the library: between 0.9 and 0.9999, one tries mostly what is near to 0.9999, the other hardly ever.
# 5. finrange with 5 values is equal to finrange with 50.
#
# Who tunes on one's own machine first, and has the ranges of a tuning job from that, has others. Exits with 0 while that is
# so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check syne-tune==0.16.0 numpy==2.4.6

cat > run.py <<'PROGRAM'
import argparse
import datetime
import json
import logging
import warnings

warnings.simplefilter("ignore")
logging.disable()
import numpy
from syne_tune import config_space as spaces
from syne_tune.backend.trial_status import Trial
from syne_tune.optimizer.baselines import TPE, RandomSearch

parser = argparse.ArgumentParser()
spaces.add_to_argparse(parser, {"augment": spaces.choice([True, False])})
for value in (True, False):
    print(f"--augment {value}: {parser.parse_args(['--augment', str(value)]).augment}")


def values(space):
    return sorted({int(it) for it in space.sample(size=3000, random_state=numpy.random.RandomState(1))})


print("qrandint(8, 100, 16):", values(spaces.qrandint(8, 100, 16)))
print("qrandint(1, 4, 10):", values(spaces.qrandint(1, 4, 10)))
print("qlograndint(4, 60, 16):", values(spaces.qlograndint(4, 60, 16)))
try:
    spaces.quniform(8, 100, 16)
except ValueError as error:
    print("quniform(8, 100, 16):", error)

space = {"dropout": spaces.quniform(0, 1, 0.25)}
for kind, more in ((RandomSearch, {"metrics": ["loss"]}), (TPE, {"metric": "loss"})):
    scheduler = kind(space, random_seed=1, **more)
    off = []
    for index in range(60):
        config = scheduler.suggest().config
        off.append(config["dropout"] % 0.25 != 0)
        trial = Trial(index, config, datetime.datetime(2026, 11, 30))
        scheduler.on_trial_add(trial)
        scheduler.on_trial_complete(trial, {"loss": (config["dropout"] - 0.4) ** 2})
    print(f"{kind.__name__}: any that is no multiple of 0.25: {any(off[:5])} among the first five, {any(off[5:])} later")

space = spaces.reverseloguniform(0.9, 0.9999)
other = spaces.from_dict(json.loads(json.dumps(spaces.to_dict(space))))
restricted = spaces.restrict_domain(space, 0.9, 0.9999)
for name, it in (("reverseloguniform", space), ("from_dict", other), ("restrict_domain", restricted)):
    sample = numpy.array(it.sample(size=4000, random_state=numpy.random.RandomState(1)))
    print(f"{name}: above 0.99 are {round(float(numpy.mean(sample > 0.99)), 1)}, equal to the first: {it == space}")
print("finrange(0, 1, 5) == finrange(0, 1, 50):", spaces.finrange(0, 1, 5) == spaces.finrange(0, 1, 50))
PROGRAM
env/bin/python run.py > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
--augment True: True
--augment False: True
qrandint(8, 100, 16): [0, 16, 32, 48, 64, 80, 96]
qrandint(1, 4, 10): [0]
qlograndint(4, 60, 16): [0, 16, 32, 48, 64]
quniform(8, 100, 16): Your lower variable bound 8 is not divisible by quantization factor 16.
RandomSearch: any that is no multiple of 0.25: False among the first five, False later
TPE: any that is no multiple of 0.25: False among the first five, True later
reverseloguniform: above 0.99 are 0.7, equal to the first: True
from_dict: above 0.99 are 0.1, equal to the first: True
restrict_domain: above 0.99 are 0.1, equal to the first: True
finrange(0, 1, 5) == finrange(0, 1, 50): True
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
