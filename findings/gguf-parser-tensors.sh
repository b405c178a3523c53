#!/usr/bin/env bash
# gguf-parser 0.1.1 (PyPI, 2026-11-30), "a parser for GGUF files", beside gguf 0.19.0, the reader of those who have made the
# format:
#
# 1. load_tensors reads from the beginning of the file, where an offset counts from the beginning of the data, and of each
#    tensor as many bytes as it has dimensions. The matrix of weights at offset 0 is the two letters GG, with which each such
#    file begins, whatever is in it. Nothing is said.
# 2. A file that does not name its alignment has 32, says the format. Here it has 1.
# 3. To print a file with a tensor of BF16, in which many models are published, ends with KeyError.
#
# The names, shapes and metadata are right, so that one sees nothing before the numbers. (https://github.com/ggml-org/ggml,
# docs/gguf.md) It matters to who looks into a model, or compares two, before a job imports or deploys it. Exits with 0 while
# that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check gguf-parser==0.1.1 gguf==0.19.0 numpy==2.4.6

cat > run.py <<'PROGRAM'
import contextlib
import io

import gguf
import numpy
from gguf_parser import GGUFParser

for name, factor in (("one", 1), ("ten", 10)):
    writer = gguf.GGUFWriter(f"{name}.gguf", "llama")
    writer.add_uint32("llama.context_length", 4096)
    writer.add_tensor("weight", factor * numpy.arange(6, dtype=numpy.float32).reshape(2, 3))
    writer.add_tensor("bias", factor * numpy.ones(3, numpy.float32))
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()

    for tensor in gguf.GGUFReader(f"{name}.gguf").tensors:
        print(f"{name}, gguf: {tensor.name} of the shape {tensor.shape.tolist()}: {tensor.data.tolist()}")
    parser = GGUFParser(f"{name}.gguf")
    parser.parse()
    for tensor, data in zip(parser.tensors_info, parser.load_tensors(), strict=True):
        print(f"{name}, gguf-parser: {tensor['name']} of the shape {list(tensor['dimensions'])}: {data}")
    print(f"{name}, gguf-parser: {parser.metadata}, alignment {parser.alignment}")

writer = gguf.GGUFWriter("bf16.gguf", "llama")
writer.add_tensor("weight", numpy.zeros((2, 4), numpy.uint8), raw_dtype=gguf.GGMLQuantizationType.BF16)
writer.write_header_to_file()
writer.write_kv_data_to_file()
writer.write_tensors_to_file()
writer.close()
parser = GGUFParser("bf16.gguf")
parser.parse()
try:
    with contextlib.redirect_stdout(io.StringIO()):
        parser.print()
    print("bf16, gguf-parser: printed")
except KeyError as error:
    print(f"bf16, gguf-parser: KeyError {error}, which is {gguf.GGMLQuantizationType(error.args[0]).name}")
PROGRAM
env/bin/python run.py > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
one, gguf: weight of the shape [3, 2]: [[0.0, 1.0, 2.0], [3.0, 4.0, 5.0]]
one, gguf: bias of the shape [3]: [1.0, 1.0, 1.0]
one, gguf-parser: weight of the shape [3, 2]: b'GG'
one, gguf-parser: bias of the shape [3]: b'g'
one, gguf-parser: {'general.architecture': 'llama', 'llama.context_length': 4096}, alignment 1
ten, gguf: weight of the shape [3, 2]: [[0.0, 10.0, 20.0], [30.0, 40.0, 50.0]]
ten, gguf: bias of the shape [3]: [10.0, 10.0, 10.0]
ten, gguf-parser: weight of the shape [3, 2]: b'GG'
ten, gguf-parser: bias of the shape [3]: b'g'
ten, gguf-parser: {'general.architecture': 'llama', 'llama.context_length': 4096}, alignment 1
bf16, gguf-parser: KeyError 30, which is BF16
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
