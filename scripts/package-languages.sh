#!/usr/bin/env bash
# Packages the library for the other languages of jsii, and uses it from one of them: a Python app must synthesize to
# the template that the TypeScript app of the same stack synthesizes to.
set -euo pipefail
cd "$(dirname "$0")/.."

export JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION=1 JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=1
rm -rf dist
[ -f .jsii.tabl.json ] || npx projen rosetta
translated=(--rosetta-tablet .jsii.tabl.json --rosetta-unknown-snippets fail)
npx jsii-pacmak --target python "${translated[@]}"
npx jsii-pacmak --target java "${translated[@]}"
# the Go code is generated, not compiled: to compile the CDK's own module takes minutes, and gigabytes of memory
npx jsii-pacmak --target go --code-only "${translated[@]}"

venv=$(mktemp -d)
trap 'rm -rf "$venv"' EXIT
python3 -m venv "$venv"
"$venv/bin/pip" install --quiet --disable-pip-version-check dist/python/*.whl

CDK_OUTDIR="$venv/python" "$venv/bin/python" scripts/synthesize.py
CDK_OUTDIR="$venv/typescript" npx tsx --tsconfig examples/tsconfig.json scripts/synthesize.ts
diff <(python3 -m json.tool --sort-keys "$venv/python/Languages.template.json") \
  <(python3 -m json.tool --sort-keys "$venv/typescript/Languages.template.json")
echo 'The Python package synthesizes to the same template.'
