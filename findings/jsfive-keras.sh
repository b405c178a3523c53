#!/usr/bin/env bash
# jsfive 0.4.2 (npm, 2026-11-30), a reader of HDF5 without the C library, on files that h5py 3.16.0 has written, with groups and
# attributes as Keras's. All of it is read without an error, and beside what h5py reads
#
# 1. Texts of one length, as numpy has them, and as Keras writes the names of its layers when they are too many for one
#    attribute (layer_names0, …): all but the longest end in NUL characters. A layer that is looked up by such a name is "not
#    found in group".
# 2. What was never written has HDF5's fill value, 0 as a rule: here it is nothing at all, and null in JSON.
# 3. A whole number above 2^53, as a seed or an id may be, is another one.
# 4. A group with more than eight attributes, in a file of the newer format (libver="latest"): it has none. A model without
#    model_config or layer_names looks like a file of weights, or like one without layers.
#
# h5wasm 0.10.3 (npm), which has the C library, reads all of them as h5py does. It matters to who looks into models or data,
# before a job reads them, where nothing may be compiled. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check h5py==3.16.0 numpy==2.4.6
echo '{ "private": true, "type": "module" }' > package.json
npm install --no-audit --no-fund --silent jsfive@0.4.2 h5wasm@0.10.3

cat > write.py <<'PROGRAM'
import json

import h5py
import numpy

for name, more in (("model.h5", {}), ("latest.h5", {"libver": "latest"})):
    with h5py.File(name, "w", **more) as file:
        weights = file.create_group("model_weights")
        layers = ["dense", "dense_1", "dropout"]
        weights.attrs["layer_names0"] = numpy.array([layer.encode() for layer in layers])
        for number in range(8):
            weights.attrs[f"note_{number}"] = number
        for layer in layers:
            weights.create_group(layer)["kernel"] = numpy.array([0.5, 1.5], numpy.float32)
        mask = file.create_dataset("mask", (4,), "f4", chunks=(2,))
        mask[:2] = 1
        file["seed"] = numpy.array([2**53 + 1])

with h5py.File("model.h5") as file:
    names = [it.decode() for it in file["model_weights"].attrs["layer_names0"]]
    told = {
        "names": names,
        "kernels": [file["model_weights"][it]["kernel"][:].tolist() for it in names],
        "mask": file["mask"][:].tolist(),
        "seed": str(file["seed"][0]),
    }
with h5py.File("latest.h5") as file:
    told["attributes in the newer format"] = len(file["model_weights"].attrs)
for key, value in told.items():
    print(f"{key}, h5py: {json.dumps(value, separators=(',', ':'))}")
PROGRAM
cat > read.js <<'PROGRAM'
import { readFileSync } from 'node:fs';
import h5wasm from 'h5wasm/node';
import { File } from 'jsfive';

await h5wasm.ready;
const readers = {
  jsfive(name) {
    const { buffer, byteOffset, length } = readFileSync(name);
    const file = new File(buffer.slice(byteOffset, byteOffset + length), name);
    const attribute = (group, key) => file.get(group).attrs[key];
    const attributes = (group) => Object.keys(file.get(group).attrs);
    const value = (path) => {
      try {
        return file.get(path).value;
      } catch (error) {
        return String(error);
      }
    };
    return { attribute, attributes, value };
  },
  h5wasm(name) {
    const file = new h5wasm.File(name, 'r');
    const attribute = (group, key) => file.get(group).attrs[key].value;
    const attributes = (group) => Object.keys(file.get(group).attrs);
    return { attribute, attributes, value: (path) => file.get(path)?.value };
  },
};
for (const [reader, open] of Object.entries(readers)) {
  const { attribute, value } = open('model.h5');
  const names = [...attribute('model_weights', 'layer_names0')];
  const told = {
    names,
    kernels: names.map((name) => value(`model_weights/${name}/kernel`)).map((it) => (it.map ? [...it] : it)),
    mask: [...value('mask')],
    seed: String(value('seed')[0]),
    'attributes in the newer format': open('latest.h5').attributes('model_weights').length,
  };
  for (const [key, it] of Object.entries(told)) {
    console.log(`${key}, ${reader}: ${JSON.stringify(it)}`);
  }
}
PROGRAM
{ env/bin/python write.py; node read.js; } | sort > seen.txt

cat > expected.txt <<'EXPECTED'
attributes in the newer format, h5py: 9
attributes in the newer format, h5wasm: 9
attributes in the newer format, jsfive: 0
kernels, h5py: [[0.5,1.5],[0.5,1.5],[0.5,1.5]]
kernels, h5wasm: [[0.5,1.5],[0.5,1.5],[0.5,1.5]]
kernels, jsfive: ["dense\u0000\u0000 not found in group",[0.5,1.5],[0.5,1.5]]
mask, h5py: [1.0,1.0,0.0,0.0]
mask, h5wasm: [1,1,0,0]
mask, jsfive: [1,1,null,null]
names, h5py: ["dense","dense_1","dropout"]
names, h5wasm: ["dense","dense_1","dropout"]
names, jsfive: ["dense\u0000\u0000","dense_1","dropout"]
seed, h5py: "9007199254740993"
seed, h5wasm: "9007199254740993"
seed, jsfive: "9007199254740992"
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
