#!/usr/bin/env bash
# onnx 1.23.2 (PyPI, 2026-11-30) has a runtime of its own, onnx.reference, "a pure python implementation of ONNX
# specifications", with which one may compare a converted model before a job compiles it or serves it. Its page says that
# "mismatches may remain" (https://onnx.ai/onnx/api/reference.html). These are large ones: the models are valid, nothing is
# said, and onnxruntime 1.32.0 has the numbers that the operators' pages ask for.
#
# 1. Softmax, LogSoftmax and Hardmax before opset 13 go over all axes from `axis` on, together. The reference goes over one,
#    as since opset 13: a matrix for each record has probabilities that sum up to the number of its rows. SageMaker Neo
#    documents ONNX 1.7, which has opset 12, so that models are exported for it like this.
#    (https://docs.aws.amazon.com/sagemaker/latest/dg/neo-supported-cloud.html)
# 2. LSTM: `activations`, `clip` and `input_forget` are ignored, as is GRU's `activations`. An LSTM of Keras with relu is one
#    with tanh. RNN raises an error for relu, and ignores `clip`.
# 3. LSTM, GRU and RNN: the sequence_lens are ignored, so that what fills up a shorter sequence is read as its end.
# 4. LRN normalizes the first channel only, and leaves the others as they are.
# 5. LpNormalization with p=1 divides by the sum, and not by the sum of absolute values.
#
# (https://onnx.ai/onnx/operators/index.html, and there the pages of these operators.)
#
# Who takes the reference for the truth finds fault with a right model, or passes a wrong one. Exits with 0 while that is so,
# and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check onnx==1.23.2 onnxruntime==1.32.0 numpy==2.4.6

cat > run.py <<'PROGRAM'
import numpy
import onnxruntime
from onnx import TensorProto, checker, helper, numpy_helper
from onnx.reference import ReferenceEvaluator

onnxruntime.set_default_logger_severity(4)


def tell(what, operator, shape, values, constants=None, outputs=("y",), opset=18, **attributes):
    x = numpy.array(values, numpy.float32).reshape(shape)
    constants = constants or {}
    node = helper.make_node(operator, ["x", *constants], list(outputs), **attributes)
    rank = {"y": x.ndim, "steps": 4, "last": 3}
    graph = helper.make_graph(
        [node],
        "graph",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info(it, TensorProto.FLOAT, [None] * rank[it]) for it in outputs],
        [numpy_helper.from_array(it, name) for name, it in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=9)
    checker.check_model(model, full_check=True)
    for name, runtime, given in (
        ("onnxruntime", onnxruntime.InferenceSession, model.SerializeToString()),
        ("reference", ReferenceEvaluator, model),
    ):
        try:
            found = [[round(float(it), 3) for it in output.ravel()] for output in runtime(given).run(None, {"x": x})]
        except RuntimeError as error:
            found = [error]
        print(f"{what}, {name}: {'; '.join(str(it) for it in found)}")


for operator in ("Softmax", "LogSoftmax", "Hardmax"):
    for opset in (12, 13):
        tell(f"{operator}, opset {opset}", operator, [1, 2, 2], [0, 0, 0, 0], opset=opset, axis=1 if opset == 12 else -1)


def cells(gates, **more):
    ones = {name: numpy.ones((1, gates, 1), numpy.float32) for name in ("w", "r")}
    return {**ones, "b": numpy.zeros((1, 2 * gates), numpy.float32), **more}


last = {"outputs": ["steps", "last"], "hidden_size": 1}
for operator, gates, name, attributes in (
    ("LSTM", 4, "", {}),
    ("LSTM", 4, "relu", {"activations": ["Sigmoid", "Relu", "Relu"]}),
    ("LSTM", 4, "clip", {"clip": 0.5}),
    ("LSTM", 4, "input_forget", {"input_forget": 1}),
    ("GRU", 3, "", {}),
    ("GRU", 3, "relu", {"activations": ["Sigmoid", "Relu"]}),
    ("RNN", 1, "", {}),
    ("RNN", 1, "relu", {"activations": ["Relu"]}),
    ("RNN", 1, "clip", {"clip": 0.5}),
):
    tell(f"{operator} {name}".strip(), operator, [2, 1, 1], [2, 1], cells(gates), **last, **attributes)
lengths = numpy.array([2, 1], numpy.int32)
for operator, gates in (("LSTM", 4), ("GRU", 3), ("RNN", 1)):
    tell(f"{operator}, 2 steps and 1", operator, [2, 2, 1], [2, 2, 1, 1], cells(gates, lengths=lengths), **last)

tell("LRN of 1, 2, 3, 4, 5", "LRN", [1, 5, 1, 1], [1, 2, 3, 4, 5], size=3, alpha=3.0, beta=1.0, bias=1.0)
tell("LpNormalization of 3, -1", "LpNormalization", [1, 2], [3, -1], p=1)
PROGRAM
env/bin/python run.py > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
Softmax, opset 12, onnxruntime: [0.25, 0.25, 0.25, 0.25]
Softmax, opset 12, reference: [0.5, 0.5, 0.5, 0.5]
Softmax, opset 13, onnxruntime: [0.5, 0.5, 0.5, 0.5]
Softmax, opset 13, reference: [0.5, 0.5, 0.5, 0.5]
LogSoftmax, opset 12, onnxruntime: [-1.386, -1.386, -1.386, -1.386]
LogSoftmax, opset 12, reference: [-0.693, -0.693, -0.693, -0.693]
LogSoftmax, opset 13, onnxruntime: [-0.693, -0.693, -0.693, -0.693]
LogSoftmax, opset 13, reference: [-0.693, -0.693, -0.693, -0.693]
Hardmax, opset 12, onnxruntime: [1.0, 0.0, 0.0, 0.0]
Hardmax, opset 12, reference: [1.0, 1.0, 0.0, 0.0]
Hardmax, opset 13, onnxruntime: [1.0, 0.0, 1.0, 0.0]
Hardmax, opset 13, reference: [1.0, 0.0, 1.0, 0.0]
LSTM, onnxruntime: [0.608, 0.751]; [0.751]
LSTM, reference: [0.608, 0.751]; [0.751]
LSTM relu, onnxruntime: [1.552, 3.712]; [3.712]
LSTM relu, reference: [0.608, 0.751]; [0.751]
LSTM clip, onnxruntime: [0.174, 0.271]; [0.271]
LSTM clip, reference: [0.608, 0.751]; [0.751]
LSTM input_forget, onnxruntime: [0.608, 0.601]; [0.601]
LSTM input_forget, reference: [0.608, 0.751]; [0.751]
GRU, onnxruntime: [0.115, 0.283]; [0.283]
GRU, reference: [0.115, 0.283]; [0.283]
GRU relu, onnxruntime: [0.238, 0.451]; [0.451]
GRU relu, reference: [0.115, 0.283]; [0.283]
RNN, onnxruntime: [0.964, 0.961]; [0.961]
RNN, reference: [0.964, 0.961]; [0.961]
RNN relu, onnxruntime: [2.0, 3.0]; [3.0]
RNN relu, reference: Unknown activation function 'Relu'.
RNN clip, onnxruntime: [0.462, 0.462]; [0.462]
RNN clip, reference: [0.964, 0.961]; [0.961]
LSTM, 2 steps and 1, onnxruntime: [0.608, 0.608, 0.751, 0.0]; [0.751, 0.608]
LSTM, 2 steps and 1, reference: [0.608, 0.608, 0.751, 0.751]; [0.751, 0.751]
GRU, 2 steps and 1, onnxruntime: [0.115, 0.115, 0.283, 0.0]; [0.283, 0.115]
GRU, 2 steps and 1, reference: [0.115, 0.115, 0.283, 0.283]; [0.283, 0.283]
RNN, 2 steps and 1, onnxruntime: [0.964, 0.964, 0.961, 0.0]; [0.961, 0.964]
RNN, 2 steps and 1, reference: [0.964, 0.964, 0.961, 0.961]; [0.961, 0.961]
LRN of 1, 2, 3, 4, 5, onnxruntime: [0.167, 0.133, 0.1, 0.078, 0.119]
LRN of 1, 2, 3, 4, 5, reference: [0.167, 2.0, 3.0, 4.0, 5.0]
LpNormalization of 3, -1, onnxruntime: [0.75, -0.25]
LpNormalization of 3, -1, reference: [1.5, -0.5]
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
