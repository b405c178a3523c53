#!/usr/bin/env bash
# autoevals, a library of scores for the answers of models, in both of its languages: 0.4.1 (PyPI) and 0.3.0 (npm; 2026-12-01).
# Of the scores that need no model, the documentation of the one in Python has some that it does not give, and the two give
# the same answers different ones:
#
# 1. ValidJSON(schema=…), as its example has it: in Python the schema is not looked at, and an answer without a member that it
#    requires has the score 1. With an expected answer, as each record of an evaluation has one, that answer is taken for the
#    schema. TypeScript checks the schema. NaN is JSON for Python.
# 2. ExactMatch: its example of an object and the same in JSON, with the members in another order, is documented with 1.0. Both
#    give it 0, as of two objects that are equal. Of true and "true", null and "null", or 1.0 and 1, TypeScript says 1 and
#    Python 0; of 0.00001 and "0.00001", too, and of "1e-05" the other way round.
# 3. JSONDiff: in Python true is equal to 1. That false stands in place of true has a score of 0 there, and of 0.2 in TypeScript.
# 4. NumericDiff of 105 and 100 is documented with 0.95. Both give it 0.976, and 50 in place of 100 two thirds.
#
# Who evaluates in a notebook, and again where a pipeline decides, decides by other scores; a threshold on ValidJSON lets all pass
# that is JSON. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check autoevals==0.4.1
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent --ignore-scripts autoevals@0.3.0 zod@4.6.7

# the score, an answer, what was expected (null: nothing), and options
cat > cases.jsonl <<'CASES'
["ValidJSON", "{\"label\": 1}", null, {}]
["ValidJSON", "{\"name\": 1}", null, { "schema": { "type": "object", "required": ["label"] } }]
["ValidJSON", "{\"label\": \"one\"}", null, { "schema": { "properties": { "label": { "type": "number" } } } }]
["ValidJSON", "{\"label\": 1}", { "required": ["text"] }, {}]
["ValidJSON", "{\"label\": NaN}", null, {}]
["ExactMatch", { "label": "spam", "count": 30 }, "{\"count\": 30, \"label\": \"spam\"}", {}]
["ExactMatch", { "label": "spam", "count": 30 }, { "count": 30, "label": "spam" }, {}]
["ExactMatch", [1, 2, 3], "[1, 2, 3]", {}]
["ExactMatch", true, "true", {}]
["ExactMatch", null, "null", {}]
["ExactMatch", 1.0, 1, {}]
["ExactMatch", { "label": 1.0 }, { "label": 1 }, {}]
["ExactMatch", 0.00001, "0.00001", {}]
["ExactMatch", 0.00001, "1e-05", {}]
["JSONDiff", { "spam": true }, { "spam": true }, {}]
["JSONDiff", { "spam": 1 }, { "spam": true }, {}]
["JSONDiff", { "spam": false }, { "spam": true }, {}]
["NumericDiff", 105, 100, {}]
["NumericDiff", 50, 100, {}]
CASES
cat > run.py <<'PROGRAM'
import json

import autoevals
from autoevals import number, value

print("documented:", "print(result.score)  # 0.95" in number.__doc__ + number.NumericDiff.__doc__, "(NumericDiff)")
print("documented:", "# 1.0 for equivalent JSON" in value.__doc__, "(ExactMatch)")
for line in open("cases.jsonl"):
    name, answer, expected, options = json.loads(line)
    score = getattr(autoevals, name)(**options).eval(answer, expected).score
    print(f"{line.strip()}, Python: {round(float(score), 3):g}")
PROGRAM
cat > run.cjs <<'PROGRAM'
const { readFileSync } = require('node:fs');
const autoevals = require('autoevals');

(async () => {
  for (const line of readFileSync('cases.jsonl', 'utf8').trim().split('\n')) {
    const [name, output, expected, options] = JSON.parse(line);
    const { score } = await autoevals[name]({ output, expected, ...options });
    console.log(`${line}, TypeScript: ${Number(score.toFixed(3))}`);
  }
})();
PROGRAM
{ env/bin/python run.py; node --no-warnings run.cjs; } > seen.txt

cat > expected.txt <<'EXPECTED'
documented: True (NumericDiff)
documented: True (ExactMatch)
["ValidJSON", "{\"label\": 1}", null, {}], Python: 1
["ValidJSON", "{\"name\": 1}", null, { "schema": { "type": "object", "required": ["label"] } }], Python: 1
["ValidJSON", "{\"label\": \"one\"}", null, { "schema": { "properties": { "label": { "type": "number" } } } }], Python: 1
["ValidJSON", "{\"label\": 1}", { "required": ["text"] }, {}], Python: 0
["ValidJSON", "{\"label\": NaN}", null, {}], Python: 1
["ExactMatch", { "label": "spam", "count": 30 }, "{\"count\": 30, \"label\": \"spam\"}", {}], Python: 0
["ExactMatch", { "label": "spam", "count": 30 }, { "count": 30, "label": "spam" }, {}], Python: 0
["ExactMatch", [1, 2, 3], "[1, 2, 3]", {}], Python: 1
["ExactMatch", true, "true", {}], Python: 0
["ExactMatch", null, "null", {}], Python: 0
["ExactMatch", 1.0, 1, {}], Python: 0
["ExactMatch", { "label": 1.0 }, { "label": 1 }, {}], Python: 0
["ExactMatch", 0.00001, "0.00001", {}], Python: 0
["ExactMatch", 0.00001, "1e-05", {}], Python: 1
["JSONDiff", { "spam": true }, { "spam": true }, {}], Python: 1
["JSONDiff", { "spam": 1 }, { "spam": true }, {}], Python: 1
["JSONDiff", { "spam": false }, { "spam": true }, {}], Python: 0
["NumericDiff", 105, 100, {}], Python: 0.976
["NumericDiff", 50, 100, {}], Python: 0.667
["ValidJSON", "{\"label\": 1}", null, {}], TypeScript: 1
["ValidJSON", "{\"name\": 1}", null, { "schema": { "type": "object", "required": ["label"] } }], TypeScript: 0
["ValidJSON", "{\"label\": \"one\"}", null, { "schema": { "properties": { "label": { "type": "number" } } } }], TypeScript: 0
["ValidJSON", "{\"label\": 1}", { "required": ["text"] }, {}], TypeScript: 1
["ValidJSON", "{\"label\": NaN}", null, {}], TypeScript: 0
["ExactMatch", { "label": "spam", "count": 30 }, "{\"count\": 30, \"label\": \"spam\"}", {}], TypeScript: 0
["ExactMatch", { "label": "spam", "count": 30 }, { "count": 30, "label": "spam" }, {}], TypeScript: 0
["ExactMatch", [1, 2, 3], "[1, 2, 3]", {}], TypeScript: 1
["ExactMatch", true, "true", {}], TypeScript: 1
["ExactMatch", null, "null", {}], TypeScript: 1
["ExactMatch", 1.0, 1, {}], TypeScript: 1
["ExactMatch", { "label": 1.0 }, { "label": 1 }, {}], TypeScript: 1
["ExactMatch", 0.00001, "0.00001", {}], TypeScript: 1
["ExactMatch", 0.00001, "1e-05", {}], TypeScript: 0
["JSONDiff", { "spam": true }, { "spam": true }, {}], TypeScript: 1
["JSONDiff", { "spam": 1 }, { "spam": true }, {}], TypeScript: 0
["JSONDiff", { "spam": false }, { "spam": true }, {}], TypeScript: 0.2
["NumericDiff", 105, 100, {}], TypeScript: 0.976
["NumericDiff", 50, 100, {}], TypeScript: 0.667
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
