#!/usr/bin/env bash
# tract 0.23.9 (PyPI, 2026-11-30) runs ONNX on small devices and in programs of Rust, without onnxruntime. It takes these
# valid models without a word, and has other numbers than the operators' pages (https://onnx.ai/onnx/operators/index.html),
# and than onnxruntime 1.32.0:
#
# 1. LSTM, GRU and RNN with the direction "reverse" run forward. With "bidirectional" they are right.
# 2. Celu forgets to multiply by its alpha, and Swish has no alpha at all.
# 3. RNN with relu, which PyTorch and Keras have, is one with tanh; LSTM and GRU with relu, and `clip`, likewise. This is
#    known: https://github.com/sonos/tract/issues/2751
# 4. Softplus of 100 and ReduceLogSumExp of 100 and 100 are infinite, and LogSoftmax of a difference of 200 is minus infinity,
#    though float32 has all of these numbers.
# 5. ConvTranspose with an output_shape cuts the other end off: without an auto_pad, the larger half of the padding is at the
#    beginning.
# 6. Relu and Max of NaN are 0: what was missing, or has gone wrong, is an answer like others.
#
# Who converts one model for SageMaker and for a device has two that differ. Exits with 0 while that is so, and with 1 when it
# has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check tract==0.23.9 onnx==1.23.2 onnxruntime==1.32.0 numpy==2.4.6

cat > run.py <<'PROGRAM'
import numpy
import onnxruntime
import tract
from onnx import TensorProto, checker, helper, numpy_helper, save

onnxruntime.set_default_logger_severity(4)


def tell(what, operator, shape, values, constants=None, rank=None, opset=18, **attributes):
    x = numpy.array(values, numpy.float32).reshape(shape)
    constants = constants or {}
    node = helper.make_node(operator, ["x", *constants], ["y"], **attributes)
    graph = helper.make_graph(
        [node],
        "graph",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info("y", TensorProto.FLOAT, [None] * (rank or x.ndim))],
        [numpy_helper.from_array(numpy.array(it), name) for name, it in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=10)
    checker.check_model(model, full_check=True)
    save(model, "model.onnx")
    outputs = {
        "onnxruntime": onnxruntime.InferenceSession("model.onnx").run(None, {"x": x})[0],
        "tract": tract.onnx().load("model.onnx").into_model().into_runnable().run([x])[0].to_numpy(),
    }
    for name, output in outputs.items():
        print(f"{what}, {name}: {[round(float(it), 3) for it in output.ravel()]}")


def cells(gates, directions=1):
    return {name: numpy.ones((directions, gates, 1), numpy.float32) for name in ("w", "r")}


for operator, gates in (("LSTM", 4), ("GRU", 3), ("RNN", 1)):
    for direction, count in (("forward", 1), ("reverse", 1), ("bidirectional", 2)):
        weights = cells(gates, count)
        tell(f"{operator} {direction}", operator, [2, 1, 1], [2, 1], weights, 4, hidden_size=1, direction=direction)
for operator, gates, activations in (
    ("LSTM", 4, ["Sigmoid", "Relu", "Relu"]),
    ("GRU", 3, ["Sigmoid", "Relu"]),
    ("RNN", 1, ["Relu"]),
):
    tell(f"{operator} relu", operator, [2, 1, 1], [2, 1], cells(gates), 4, hidden_size=1, activations=activations)
tell("RNN clip", "RNN", [2, 1, 1], [2, 1], cells(1), 4, hidden_size=1, clip=0.5)

tell("Celu, alpha 1", "Celu", [3], [-2, -1, 1], alpha=1.0)
tell("Celu, alpha 2", "Celu", [3], [-2, -1, 1], alpha=2.0)
tell("Swish, alpha 0.5", "Swish", [3], [-2, -1, 1], opset=24, alpha=0.5)
tell("Softplus of 80, 100", "Softplus", [2], [80, 100])
tell("ReduceLogSumExp of 100, 100", "ReduceLogSumExp", [1, 2], [100, 100], {"axes": [1]})
tell("LogSoftmax of -200, 0", "LogSoftmax", [1, 2], [-200, 0])
kernel = {"w": numpy.array([[[[1, 2, 3]]]], numpy.float32)}
tell("ConvTranspose", "ConvTranspose", [1, 1, 1, 2], [1, 1], kernel, strides=[1, 2])
tell("ConvTranspose, output_shape 4", "ConvTranspose", [1, 1, 1, 2], [1, 1], kernel, strides=[1, 2], output_shape=[1, 4])
tell("Relu of NaN, 1", "Relu", [2], [numpy.nan, 1])
tell("Max of NaN and 0, 1 and 0", "Max", [2], [numpy.nan, 1], {"zero": numpy.float32([0])})
PROGRAM
env/bin/python run.py > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
LSTM forward, onnxruntime: [0.608, 0.751]
LSTM forward, tract: [0.608, 0.751]
LSTM reverse, onnxruntime: [0.811, 0.37]
LSTM reverse, tract: [0.608, 0.751]
LSTM bidirectional, onnxruntime: [0.608, 0.811, 0.751, 0.37]
LSTM bidirectional, tract: [0.608, 0.811, 0.751, 0.37]
GRU forward, onnxruntime: [0.115, 0.283]
GRU forward, tract: [0.115, 0.283]
GRU reverse, onnxruntime: [0.281, 0.205]
GRU reverse, tract: [0.115, 0.283]
GRU bidirectional, onnxruntime: [0.115, 0.281, 0.283, 0.205]
GRU bidirectional, tract: [0.115, 0.281, 0.283, 0.205]
RNN forward, onnxruntime: [0.964, 0.961]
RNN forward, tract: [0.964, 0.961]
RNN reverse, onnxruntime: [0.992, 0.762]
RNN reverse, tract: [0.964, 0.961]
RNN bidirectional, onnxruntime: [0.964, 0.992, 0.961, 0.762]
RNN bidirectional, tract: [0.964, 0.992, 0.961, 0.762]
LSTM relu, onnxruntime: [1.552, 3.712]
LSTM relu, tract: [0.608, 0.751]
GRU relu, onnxruntime: [0.238, 0.451]
GRU relu, tract: [0.115, 0.283]
RNN relu, onnxruntime: [2.0, 3.0]
RNN relu, tract: [0.964, 0.961]
RNN clip, onnxruntime: [0.462, 0.462]
RNN clip, tract: [0.964, 0.961]
Celu, alpha 1, onnxruntime: [-0.865, -0.632, 1.0]
Celu, alpha 1, tract: [-0.865, -0.632, 1.0]
Celu, alpha 2, onnxruntime: [-1.264, -0.787, 1.0]
Celu, alpha 2, tract: [-0.632, -0.393, 1.0]
Swish, alpha 0.5, onnxruntime: [-0.538, -0.378, 0.622]
Swish, alpha 0.5, tract: [-0.238, -0.269, 0.731]
Softplus of 80, 100, onnxruntime: [80.0, 100.0]
Softplus of 80, 100, tract: [80.0, inf]
ReduceLogSumExp of 100, 100, onnxruntime: [100.693]
ReduceLogSumExp of 100, 100, tract: [inf]
LogSoftmax of -200, 0, onnxruntime: [-200.0, 0.0]
LogSoftmax of -200, 0, tract: [-inf, 0.0]
ConvTranspose, onnxruntime: [1.0, 2.0, 4.0, 2.0, 3.0]
ConvTranspose, tract: [1.0, 2.0, 4.0, 2.0, 3.0]
ConvTranspose, output_shape 4, onnxruntime: [2.0, 4.0, 2.0, 3.0]
ConvTranspose, output_shape 4, tract: [1.0, 2.0, 4.0, 2.0]
Relu of NaN, 1, onnxruntime: [nan, 1.0]
Relu of NaN, 1, tract: [0.0, 1.0]
Max of NaN and 0, 1 and 0, onnxruntime: [nan, 1.0]
Max of NaN and 0, 1 and 0, tract: [0.0, 1.0]
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
