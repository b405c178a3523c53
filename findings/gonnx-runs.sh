#!/usr/bin/env bash
# github.com/advancedclimatesystems/gonnx 1.1.0 (Go, 2026-12-01) runs ONNX in programs of Go, without a library in C. Beside what
# onnxruntime 1.32.0 makes of the same valid models:
#
# 1. A model answers once. Of a convolution with a bias and two channels or more, or a GRU or RNN that has its initial state in
#    the model, the second Run ends with "Cannot reshape": the first has given the weights in memory another shape.
# 2. Conv with auto_pad and a stride, as of Keras with padding="same": SAME_UPPER may pad the beginning in place of the end, and
#    SAME_LOWER the beginning where nothing is to be padded. The shape is right; with a stride of 1 the numbers are, too.
# 3. Div by 0 is plus infinity, of -1 and of 0 as well, which are minus infinity and NaN.
# 4. The names of activations in the operators' pages, as Relu, are refused: "not implemented".
# 5. A GRU or RNN with a hidden_size of 1 is refused: "MatMul requires both operands to be matrices".
#
# (https://onnx.ai/onnx/operators/index.html) Who exports a model from a job, and tries one record of it in Go, sees nothing of the
# first, which then ends a service at its second request. Go is needed. Exits with 0 while that is so, and with 1 when it has
# changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check onnx==1.23.2 onnxruntime==1.32.0 numpy==2.4.6

cat > make.py <<'PROGRAM'
import json

import numpy
import onnxruntime
from onnx import TensorProto, checker, helper, numpy_helper, save

onnxruntime.set_default_logger_severity(4)
STATES = ("GRU", "RNN")
cases = []


def make(what, operator, values, constants=(), inputs=(), outputs=("y",), **attributes):
    x = numpy.array(values, numpy.float32)
    constants = {name: numpy.array(it, numpy.float32) for name, it in dict(constants).items()}
    ranks = (x.ndim + (operator in STATES), 3)
    graph = helper.make_graph(
        [helper.make_node(operator, list(inputs) or ["x", *constants], list(outputs), **attributes)],
        "graph",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, x.shape)],
        [helper.make_tensor_value_info(name, TensorProto.FLOAT, [None] * rank) for name, rank in zip(outputs, ranks)],
        [numpy_helper.from_array(it, name) for name, it in constants.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    checker.check_model(model)
    file = f"{len(cases)}.onnx"
    save(model, file)
    cases.append({"what": what, "file": file, "shape": x.shape, "values": x.ravel().tolist(), "output": outputs[-1]})
    session = onnxruntime.InferenceSession(file)
    print(f"{what}, onnxruntime: {' '.join(f'{it:.3f}' for it in session.run(outputs[-1:], {'x': x})[0].ravel())}".lower())


image = numpy.arange(1, 17).reshape(1, 1, 4, 4)
square = {"w": numpy.ones((1, 1, 2, 2))}
make("conv, bias", "Conv", image, {**square, "b": [10]}, strides=[2, 2])
make("conv, two channels, bias", "Conv", image, {"w": numpy.ones((2, 1, 2, 2)), "b": [10, 20]}, strides=[2, 2])
for size, stride, pad in ((3, 1, "UPPER"), (3, 2, "UPPER"), (2, 2, "UPPER"), (2, 2, "LOWER"), (3, 2, "LOWER")):
    kernel = {"w": numpy.ones((1, 1, size, size))}
    name = f"conv, same_{pad.lower()}, kernel {size}, stride {stride}"
    make(name, "Conv", image, kernel, auto_pad=f"SAME_{pad}", strides=[stride] * 2)
make("div 1, 0, -1 and 4 by 0, 0, 0 and 2", "Div", [1, 0, -1, 4], {"d": [0, 0, 0, 2]})
for operator, gates in (("GRU", 3), ("RNN", 1)):
    for features, state in ((2, 2), (1, 2), (2, 1)):
        weights = {"w": numpy.full((1, gates * state, features), 0.5), "r": numpy.full((1, gates * state, state), 0.25)}
        steps = numpy.arange(4 * features).reshape(2, 2, features) / 4
        name = f"{operator}, {features} to read, {state} to keep"
        make(name, operator, steps, weights, outputs=("y", "last"), hidden_size=state)
        if features == state:
            start = {**weights, "h": numpy.full((1, 2, state), 0.5)}
            order = ("x", "w", "r", "", "", "h")
            make(f"{name}, initial state", operator, steps, start, order, ("y", "last"), hidden_size=state)
            activations = ["Sigmoid", "Relu"] if gates == 3 else ["Relu"]
            make(f"{name}, relu", operator, steps, weights, outputs=("y", "last"), hidden_size=state, activations=activations)
with open("cases.json", "w") as file:
    json.dump(cases, file)
PROGRAM
mkdir go
cat > go/main.go <<'PROGRAM'
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/advancedclimatesystems/gonnx"
	"gorgonia.org/tensor"
)

type sample struct {
	What, File, Output string
	Shape              []int
	Values             []float32
}

func run(model *gonnx.Model, it sample) string {
	input := tensor.New(tensor.WithShape(it.Shape...), tensor.WithBacking(append([]float32{}, it.Values...)))
	outputs, err := model.Run(gonnx.Tensors{"x": input})
	if err != nil {
		return "error, " + err.Error()
	}
	output := outputs[it.Output]
	data := output.Data().([]float32)
	told := []string{}
	steps := output.Iterator()
	for at, err := steps.Start(); err == nil; at, err = steps.Next() {
		told = append(told, strings.TrimPrefix(fmt.Sprintf("%.3f", data[at]), "+"))
	}
	return strings.Join(told, " ")
}

func main() {
	file, _ := os.ReadFile("../cases.json")
	var samples []sample
	if err := json.Unmarshal(file, &samples); err != nil {
		panic(err)
	}
	for _, it := range samples {
		model, err := gonnx.NewModelFromFile("../" + it.File)
		if err != nil {
			panic(err)
		}
		first, second := run(model, it), run(model, it)
		fmt.Println(strings.ToLower(it.What + ", gonnx: " + first))
		if second != first {
			fmt.Println(strings.ToLower(it.What + ", gonnx, once more: " + second))
		}
	}
}
PROGRAM
export GOPATH="$folder/gopath" GOCACHE="$folder/gocache" GOFLAGS='-mod=mod -modcacherw'
(cd go && go mod init runs && go get github.com/advancedclimatesystems/gonnx@v1.1.0) > got.txt 2>&1 || { cat got.txt; exit 1; }
{ env/bin/python make.py; (cd go && go run -gcflags='all=-N -l' .); } > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
conv, bias, onnxruntime: 24.000 32.000 56.000 64.000
conv, two channels, bias, onnxruntime: 24.000 32.000 56.000 64.000 34.000 42.000 66.000 74.000
conv, same_upper, kernel 3, stride 1, onnxruntime: 14.000 24.000 30.000 22.000 33.000 54.000 63.000 45.000 57.000 90.000 99.000 69.000 46.000 72.000 78.000 54.000
conv, same_upper, kernel 3, stride 2, onnxruntime: 54.000 45.000 72.000 54.000
conv, same_upper, kernel 2, stride 2, onnxruntime: 14.000 22.000 46.000 54.000
conv, same_lower, kernel 2, stride 2, onnxruntime: 14.000 22.000 46.000 54.000
conv, same_lower, kernel 3, stride 2, onnxruntime: 14.000 30.000 57.000 99.000
div 1, 0, -1 and 4 by 0, 0, 0 and 2, onnxruntime: inf nan -inf 2.000
gru, 2 to read, 2 to keep, onnxruntime: 0.240 0.240 0.306 0.306
gru, 2 to read, 2 to keep, initial state, onnxruntime: 0.500 0.500 0.601 0.601
gru, 2 to read, 2 to keep, relu, onnxruntime: 0.320 0.320 0.443 0.443
gru, 1 to read, 2 to keep, onnxruntime: 0.107 0.107 0.184 0.184
gru, 2 to read, 1 to keep, onnxruntime: 0.241 0.310
rnn, 2 to read, 2 to keep, onnxruntime: 0.830 0.830 0.956 0.956
rnn, 2 to read, 2 to keep, initial state, onnxruntime: 0.863 0.863 0.962 0.962
rnn, 2 to read, 2 to keep, relu, onnxruntime: 1.188 1.188 1.938 1.938
rnn, 1 to read, 2 to keep, onnxruntime: 0.245 0.245 0.411 0.411
rnn, 2 to read, 1 to keep, onnxruntime: 0.820 0.943
conv, bias, gonnx: 24.000 32.000 56.000 64.000
conv, two channels, bias, gonnx: 24.000 32.000 56.000 64.000 34.000 42.000 66.000 74.000
conv, two channels, bias, gonnx, once more: error, cannot reshape (1, 2, 1, 1) into [1 1 1 1]
conv, same_upper, kernel 3, stride 1, gonnx: 14.000 24.000 30.000 22.000 33.000 54.000 63.000 45.000 57.000 90.000 99.000 69.000 46.000 72.000 78.000 54.000
conv, same_upper, kernel 3, stride 2, gonnx: 14.000 30.000 57.000 99.000
conv, same_upper, kernel 2, stride 2, gonnx: 14.000 22.000 46.000 54.000
conv, same_lower, kernel 2, stride 2, gonnx: 1.000 5.000 14.000 34.000
conv, same_lower, kernel 3, stride 2, gonnx: 14.000 30.000 57.000 99.000
div 1, 0, -1 and 4 by 0, 0, 0 and 2, gonnx: inf inf inf 2.000
gru, 2 to read, 2 to keep, gonnx: 0.240 0.240 0.306 0.306
gru, 2 to read, 2 to keep, initial state, gonnx: 0.500 0.500 0.601 0.601
gru, 2 to read, 2 to keep, initial state, gonnx, once more: error, cannot reshape (2, 2) into [2]
gru, 2 to read, 2 to keep, relu, gonnx: error, the given activation function is not implemented: sigmoid
gru, 1 to read, 2 to keep, gonnx: 0.107 0.107 0.184 0.184
gru, 2 to read, 1 to keep, gonnx: error, matmul requires both operands to be matrices. got t's shape: (2, 2), other's shape: (2)
rnn, 2 to read, 2 to keep, gonnx: 0.830 0.830 0.956 0.956
rnn, 2 to read, 2 to keep, initial state, gonnx: 0.863 0.863 0.962 0.962
rnn, 2 to read, 2 to keep, initial state, gonnx, once more: error, cannot reshape (2, 2) into [2]
rnn, 2 to read, 2 to keep, relu, gonnx: error, the given activation function is not implemented: relu
rnn, 1 to read, 2 to keep, gonnx: 0.245 0.245 0.411 0.411
rnn, 2 to read, 1 to keep, gonnx: error, matmul requires both operands to be matrices. got t's shape: (2, 2), other's shape: (2)
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
