#!/usr/bin/env bash
# Step Functions takes expressions in JSONata (https://docs.aws.amazon.com/step-functions/latest/dg/transforming-data.html). Two
# that have it in other languages than the reference, jsonata 2.2.2 (npm), in which one may try an expression before a job
# runs by it: jsonata-python 0.7.1 (PyPI), which behave-asl has, too, and github.com/blues/jsonata-go 1.5.4 (Go; 2026-12-01). Of
# these expressions both say something without an error:
#
# 1. jsonata-python: % drops the parts after the point of both numbers. 5.5 % 2 is 1, and what is left of 7.25 % 1 is 0.
# 2. The same: true is 1, and false 0, for `in` and for $distinct, which drops the second of them. 1 = true is false.
# 3. The same: a whole number from 10^15 on, as a time in microseconds, has an exponent in a text, and may lose its last digit.
#    The reference writes it out below 10^21.
# 4. The same: $formatNumber rounds a half up. In the reference, and in XPath, whose function it is, it goes to the even digit.
# 5. jsonata-go: a member of the input that is null is not there. $exists is false of it, as is `= null`, it is left out
#    of lists and objects, and $sum and $average go on without it, where the reference has an error.
# 6. The same: $string does not round to 15 digits, so that 0.1 + 0.2 is "0.30000000000000004".
#
# The name of a job that is made of a time, or the choice of a state by a member of Describe's answer, is then another in AWS
# than where it was tried. Go is needed. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check jsonata-python==0.7.1
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent jsonata@2.2.2

cat > input.json <<'INPUT'
{ "reason": null, "scores": [0.5, null, 1.5], "states": [{ "name": "a", "done": 1 }, { "name": "b", "done": true }] }
INPUT
cat > expressions.txt <<'EXPRESSIONS'
90 % 60
5.5 % 2
7.25 % 1
1 = true
1 in [true]
states[done in [true]].name
$distinct([1, true, 0, false])
'job-' & 1767225600000
'job-' & 1767225600000000
'seed-' & 9007199254740991
$formatNumber(0.375, '0.00')
$formatNumber(0.125, '0.00')
$formatNumber(2.5, '0')
$string(0.5 + 0.25)
$string(0.1 + 0.2)
$string(1 / 3)
$exists(reason)
reason = null
$string([1, reason])
{ 'because': reason }
$count(scores)
$sum([1, reason])
$average([1, 2, reason])
EXPRESSIONS
cat > run.cjs <<'PROGRAM'
const { readFileSync } = require('node:fs');
const jsonata = require('jsonata');

(async () => {
  for (const expression of readFileSync('expressions.txt', 'utf8').trim().split('\n')) {
    let said;
    try {
      said = JSON.stringify(await jsonata(expression).evaluate(JSON.parse(readFileSync('input.json', 'utf8'))));
    } catch {
      said = 'an error';
    }
    console.log(`${expression}, jsonata: ${said}`);
  }
})();
PROGRAM
cat > run.py <<'PROGRAM'
import json

from jsonata import Jsonata

for expression in open("expressions.txt").read().splitlines():
    try:
        said = json.dumps(Jsonata(expression).evaluate(json.load(open("input.json"))), separators=(",", ":"))
    except Exception:
        said = "an error"
    print(f"{expression}, jsonata-python: {said}")
PROGRAM
mkdir go
cat > go/main.go <<'PROGRAM'
package main

import (
	"encoding/json"
	"fmt"
	"os"
	"strings"

	"github.com/blues/jsonata-go"
)

func main() {
	expressions, _ := os.ReadFile("../expressions.txt")
	for _, text := range strings.Split(strings.TrimSpace(string(expressions)), "\n") {
		file, _ := os.ReadFile("../input.json")
		var input interface{}
		if err := json.Unmarshal(file, &input); err != nil {
			panic(err)
		}
		said := "an error"
		if expression, err := jsonata.Compile(text); err == nil {
			if found, err := expression.Eval(input); err == nil {
				written, _ := json.Marshal(found)
				said = string(written)
			}
		}
		fmt.Printf("%s, jsonata-go: %s\n", text, said)
	}
}
PROGRAM
export GOPATH="$folder/gopath" GOCACHE="$folder/gocache" GOFLAGS='-mod=mod -modcacherw'
(cd go && go mod init expressions && go get github.com/blues/jsonata-go@v1.5.4) > got.txt 2>&1 || { cat got.txt; exit 1; }
{ node run.cjs; env/bin/python run.py; (cd go && go run .); } | LC_ALL=C sort > seen.txt

cat > expected.txt <<'EXPECTED'
$average([1, 2, reason]), jsonata-go: 1.5
$average([1, 2, reason]), jsonata-python: an error
$average([1, 2, reason]), jsonata: an error
$count(scores), jsonata-go: 3
$count(scores), jsonata-python: 3
$count(scores), jsonata: 3
$distinct([1, true, 0, false]), jsonata-go: [1,true,0,false]
$distinct([1, true, 0, false]), jsonata-python: [1,0]
$distinct([1, true, 0, false]), jsonata: [1,true,0,false]
$exists(reason), jsonata-go: false
$exists(reason), jsonata-python: true
$exists(reason), jsonata: true
$formatNumber(0.125, '0.00'), jsonata-go: "0.12"
$formatNumber(0.125, '0.00'), jsonata-python: "0.13"
$formatNumber(0.125, '0.00'), jsonata: "0.12"
$formatNumber(0.375, '0.00'), jsonata-go: "0.38"
$formatNumber(0.375, '0.00'), jsonata-python: "0.38"
$formatNumber(0.375, '0.00'), jsonata: "0.38"
$formatNumber(2.5, '0'), jsonata-go: "2"
$formatNumber(2.5, '0'), jsonata-python: "3"
$formatNumber(2.5, '0'), jsonata: "2"
$string(0.1 + 0.2), jsonata-go: "0.30000000000000004"
$string(0.1 + 0.2), jsonata-python: "0.3"
$string(0.1 + 0.2), jsonata: "0.3"
$string(0.5 + 0.25), jsonata-go: "0.75"
$string(0.5 + 0.25), jsonata-python: "0.75"
$string(0.5 + 0.25), jsonata: "0.75"
$string(1 / 3), jsonata-go: "0.3333333333333333"
$string(1 / 3), jsonata-python: "0.333333333333333"
$string(1 / 3), jsonata: "0.333333333333333"
$string([1, reason]), jsonata-go: "[1]"
$string([1, reason]), jsonata-python: "[1,null]"
$string([1, reason]), jsonata: "[1,null]"
$sum([1, reason]), jsonata-go: 1
$sum([1, reason]), jsonata-python: an error
$sum([1, reason]), jsonata: an error
'job-' & 1767225600000, jsonata-go: "job-1767225600000"
'job-' & 1767225600000, jsonata-python: "job-1767225600000"
'job-' & 1767225600000, jsonata: "job-1767225600000"
'job-' & 1767225600000000, jsonata-go: "job-1767225600000000"
'job-' & 1767225600000000, jsonata-python: "job-1.7672256e+15"
'job-' & 1767225600000000, jsonata: "job-1767225600000000"
'seed-' & 9007199254740991, jsonata-go: "seed-9007199254740991"
'seed-' & 9007199254740991, jsonata-python: "seed-9.00719925474099e+15"
'seed-' & 9007199254740991, jsonata: "seed-9007199254740991"
1 = true, jsonata-go: false
1 = true, jsonata-python: false
1 = true, jsonata: false
1 in [true], jsonata-go: false
1 in [true], jsonata-python: true
1 in [true], jsonata: false
5.5 % 2, jsonata-go: 1.5
5.5 % 2, jsonata-python: 1
5.5 % 2, jsonata: 1.5
7.25 % 1, jsonata-go: 0.25
7.25 % 1, jsonata-python: 0
7.25 % 1, jsonata: 0.25
90 % 60, jsonata-go: 30
90 % 60, jsonata-python: 30
90 % 60, jsonata: 30
reason = null, jsonata-go: false
reason = null, jsonata-python: true
reason = null, jsonata: true
states[done in [true]].name, jsonata-go: "b"
states[done in [true]].name, jsonata-python: ["a","b"]
states[done in [true]].name, jsonata: "b"
{ 'because': reason }, jsonata-go: {}
{ 'because': reason }, jsonata-python: {"because":null}
{ 'because': reason }, jsonata: {"because":null}
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
