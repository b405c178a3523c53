"""Train a small penguin classifier and pack it for Amazon SageMaker Neo.

The script reads `data/penguins.csv`, holds out a quarter of the rows, trains an
XGBoost model on the rest, and writes `model.tar.gz` beside itself. Nothing in it
depends on the time, the user, or the number of processor cores, so a second run
with the same package versions writes the same bytes.
"""

import csv
import gzip
import hashlib
import io
import random
import tarfile
import tempfile
from pathlib import Path

import numpy as np
import xgboost as xgb

HERE = Path(__file__).resolve().parent
DATA = HERE / "data" / "penguins.csv"
ARCHIVE = HERE / "model.tar.gz"
MEMBER = "penguins.model"

# The position in each list is what the model works with: the column of a
# feature, and the class number of a species.
FEATURES = ["bill_length_mm", "bill_depth_mm", "flipper_length_mm", "body_mass_g"]
SPECIES = ["Adelie", "Chinstrap", "Gentoo"]

SEED = 2014
TEST_SHARE = 0.25
ROUNDS = 20
PARAMETERS = {
    "objective": "multi:softprob",
    "num_class": len(SPECIES),
    "eval_metric": "mlogloss",
    "tree_method": "exact",
    "max_depth": 3,
    "eta": 0.3,
    "seed": SEED,
    # One thread, so that sums are always added up in the same order.
    "nthread": 1,
}


def read_rows(path):
    """Return features and labels.

    Two birds in the data have no measurements. They are left out, because every
    feature of them would have to be made up.
    """
    with open(path, newline="", encoding="utf-8") as file:
        rows = [
            row
            for row in csv.DictReader(file)
            if all(row[name] != "NA" for name in FEATURES)
        ]
    features = [[float(row[name]) for name in FEATURES] for row in rows]
    labels = [SPECIES.index(row["species"]) for row in rows]
    return np.array(features, dtype=np.float32), np.array(labels)


def split(labels):
    """Return the row numbers to train on and the row numbers to hold out.

    Each species is split by itself, so that both parts have the same mix.
    """
    generator = random.Random(SEED)
    train_rows, test_rows = [], []
    for label in range(len(SPECIES)):
        rows = [int(row) for row in np.flatnonzero(labels == label)]
        generator.shuffle(rows)
        held_out = round(len(rows) * TEST_SHARE)
        test_rows += rows[:held_out]
        train_rows += rows[held_out:]
    return sorted(train_rows), sorted(test_rows)


def train(features, labels):
    """Train the booster with fixed settings.

    The settings are not tuned, so the held-out rows play no part in the model.
    """
    return xgb.train(PARAMETERS, xgb.DMatrix(features, label=labels), ROUNDS)


def model_bytes(booster):
    """Return the booster in XGBoost's binary format, the one Neo reads.

    XGBoost 1.3 picks the format by the file's name, so the booster has to go
    through a file.
    """
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / MEMBER
        booster.save_model(str(path))
        return path.read_bytes()


def write_archive(path, content):
    """Write the model as the only member of a gzip tar archive.

    Times, owners and the file's name in the gzip header would make each archive
    differ from the last one, so they are left at zero or empty.
    """
    member = tarfile.TarInfo(MEMBER)
    member.size = len(content)
    member.mode = 0o644
    with open(path, "wb") as file:
        with gzip.GzipFile("", "wb", compresslevel=9, fileobj=file, mtime=0) as packed:
            with tarfile.open("", "w", packed, format=tarfile.USTAR_FORMAT) as tar:
                tar.addfile(member, io.BytesIO(content))


def read_archive(path):
    """Load the booster back out of the archive."""
    with tarfile.open(path, "r:gz") as tar:
        content = tar.extractfile(MEMBER).read()
    booster = xgb.Booster({"nthread": 1})
    booster.load_model(bytearray(content))
    return booster


def predict(booster, features):
    """Return the most probable class number for each row."""
    return booster.predict(xgb.DMatrix(features)).argmax(axis=1)


def sha256(path):
    """Return the checksum that the README gives for the archive."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def main():
    """Train, write the archive, and score what was written.

    The score comes from the model in the archive, not from the one in memory,
    because the archive is what gets compiled.
    """
    features, labels = read_rows(DATA)
    train_rows, test_rows = split(labels)
    booster = train(features[train_rows], labels[train_rows])
    write_archive(ARCHIVE, model_bytes(booster))

    predicted = predict(read_archive(ARCHIVE), features[test_rows])
    right = int((predicted == labels[test_rows]).sum())
    total = len(test_rows)
    print(f"trained on {len(train_rows)} rows, held out {total} rows")
    print(f"held-out accuracy: {right / total:.4f} ({right} of {total})")
    print(f"sha256 of {ARCHIVE.name}: {sha256(ARCHIVE)}")


if __name__ == "__main__":
    main()
