#!/usr/bin/env bash
# Goes the way of the README in Python, by its commands, and runs the other app of the page for Python, with the package that
# package-languages.sh has made.
set -euo pipefail
cd "$(dirname "$0")/.."
export JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION=1 JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=1

block() { npx tsx --tsconfig scripts/tsconfig.json scripts/page-block.ts "$@"; }
project=$(mktemp -d)
trap 'rm -rf "$project"' EXIT
# the folder of the app lies beside the clone
ln -s "$PWD" "$project/cdk-ml-jobs"
mkdir "$project/app"
cp examples/compile-and-host/model/model.tar.gz "$project/app"
block README.md python >"$project/app/app.py"
block README.md console 1 >"$project/commands"
block docs/python.md python 1 >"$project/app/churn.py"

cd "$project/app"
while read -r command; do
  echo "\$ $command"
  bash -c "$command" >"$project/output" || { cat "$project/output" >&2; exit 1; }
done <"$project/commands"
tail -n 8 "$project/output"

CDK_OUTDIR=churn .venv/bin/python churn.py
.venv/bin/cdk-ml-jobs rehearse churn --plain >"$project/output" || { cat "$project/output" >&2; exit 1; }
echo 'The way of the README leads to a rehearsed stack in Python.'
