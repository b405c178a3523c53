#!/usr/bin/env bash
# The filters of a batch transform (InputFilter, OutputFilter) are JSONPaths, of which SageMaker's pages list the operators.
# Eight readers of JSONPath (npm and PyPI, 2026-11-30), with which one may try a filter before an hour of scoring, and five
# filters of these pages, or of their operators: none of the eight takes all of them.
#
# - $[0,5:], the reference's example of an OutputFilter: jsonpath-ng, jsonpath-rw and nimma refuse it.
# - $[-1], the last column, as the guide says: jsonpath and jsonpath-plus find nothing, and for $[0,-1] the first column alone,
#   which jsonpath-rw and nimma refuse.
# - $['id','SageMakerOutput'], the reference's other example: jsonpath-plus finds nothing, and jsonpath2 refuses it.
# - $.field1.['child1','child2'], with the guide's own dot: four refuse it, among them both readers of RFC 9535, which has no
#   such dot; jsonpath-plus finds nothing.
#
# (https://docs.aws.amazon.com/sagemaker/latest/dg/batch-transform-data-processing.html,
# https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_DataProcessing.html)
# Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check jsonpath-ng==1.16.0 jsonpath-rw==1.4.0 jsonpath2==0.4.5 \
  jsonpath-rfc9535==1.0.1
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent jsonpath@1.3.0 jsonpath-plus@10.4.0 nimma@0.7.2 json-p3@2.3.1

cat > filters.json <<'FILTERS'
[
  ["$[0,5:]", [10, 11, 12, 13, 14, 15, 16], [10, 15, 16]],
  ["$[-1]", [10, 11, 12, 13, 14, 15, 16], [16]],
  ["$[0,-1]", [10, 11, 12, 13, 14, 15, 16], [10, 16]],
  ["$['id','SageMakerOutput']", { "id": 7, "SageMakerOutput": 0.5, "age": 3 }, [7, 0.5]],
  ["$.field1.['child1','child2']", { "field1": { "child1": 1, "child2": 2, "child3": 3 } }, [1, 2]]
]
FILTERS
cat > run.py <<'PROGRAM'
import contextlib, json, os, jsonpath_ng, jsonpath_rfc9535, jsonpath_rw
from jsonpath2.path import Path

readers = {
    "jsonpath-ng": lambda path, data: [it.value for it in jsonpath_ng.parse(path).find(data)],
    "jsonpath-rw": lambda path, data: [it.value for it in jsonpath_rw.parse(path).find(data)],
    "jsonpath2": lambda path, data: [it.current_value for it in Path.parse_str(path).match(data)],
    "jsonpath-rfc9535": lambda path, data: jsonpath_rfc9535.find(path, data).values(),
}
with open("filters.json") as file:
    filters = json.load(file)
for name, read in readers.items():
    for path, data, expected in filters:
        try:
            with contextlib.redirect_stderr(open(os.devnull, "w")):
                found = read(path, data)
            print(path, name, "right" if found == expected else f"finds {json.dumps(found)}", sep="\t")
        except Exception:
            print(path, name, "refuses it", sep="\t")
PROGRAM
cat > run.cjs <<'PROGRAM'
const nimma = (path, data, found = []) => {
  require('nimma').default.query(data, { [path]: ({ value }) => found.push(value) });
  return found;
};
const readers = {
  jsonpath: (path, data) => require('jsonpath').query(data, path),
  'jsonpath-plus': (path, data) => require('jsonpath-plus').JSONPath({ path, json: data }),
  nimma,
  'json-p3': (path, data) => require('json-p3').jsonpath.query(path, data).values(),
};
for (const [name, read] of Object.entries(readers)) {
  for (const [path, data, expected] of require('./filters.json')) {
    let verdict = 'refuses it';
    try {
      const found = JSON.stringify(read(path, data));
      verdict = found === JSON.stringify(expected) ? 'right' : `finds ${found}`;
    } catch {}
    console.log([path, name, verdict].join('\t'));
  }
}
PROGRAM
{ env/bin/python run.py && node --no-warnings run.cjs; } > verdicts.txt
awk -F '\t' '$3 != "right" { said[$1] = said[$1] ", " $2 " " $3 } END { for (it in said) print it ":" substr(said[it], 2) }' \
  verdicts.txt | LC_ALL=C sort > seen.txt
echo "readers that take all five: $((8 - $(grep -v 'right$' verdicts.txt | cut -f 2 | sort -u | wc -l)))" >> seen.txt

cat > expected.txt <<'EXPECTED'
$.field1.['child1','child2']: jsonpath2 refuses it, jsonpath-rfc9535 refuses it, jsonpath refuses it, jsonpath-plus finds [], json-p3 refuses it
$['id','SageMakerOutput']: jsonpath2 refuses it, jsonpath-plus finds []
$[-1]: jsonpath finds [], jsonpath-plus finds []
$[0,-1]: jsonpath-rw refuses it, jsonpath finds [10], jsonpath-plus finds [10], nimma refuses it
$[0,5:]: jsonpath-ng refuses it, jsonpath-rw refuses it, nimma refuses it
readers that take all five: 0
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
