#!/usr/bin/env bash
# Packages the library for the other languages of jsii, and uses it from those that are given: by default, those that
# this machine has a compiler and modules for.
set -euo pipefail
cd "$(dirname "$0")/.."

export JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION=1 JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=1
rm -rf dist
[ -f .jsii.tabl.json ] || npx projen rosetta
npx tsx --tsconfig scripts/tsconfig.json scripts/renamed-keys.ts .jsii.tabl.json
translated=(--rosetta-tablet .jsii.tabl.json --rosetta-unknown-snippets fail)
# one beside the other
npx jsii-pacmak --target python --target java "${translated[@]}"
bash scripts/package-go.sh "${translated[@]}"
# to compile C# takes an SDK that most machines do not have
sources=$(mktemp -d)
trap 'rm -rf "$sources"' EXIT
npx jsii-pacmak --target dotnet --code-only --outdir "$sources" "${translated[@]}"
npx tsx --tsconfig scripts/tsconfig.json scripts/csharp-names.ts "$sources/dotnet/CdkMlJobs/CdkMlJobs" CdkMlJobs

# whether there is Go, and somebody who has the modules that an app is compiled with
compiles_go() { command -v go >/dev/null && (cd "$sources" && go list -m github.com/aws/constructs-go/constructs/v10@v10.5.0) >/dev/null; }
if [ $# -eq 0 ]; then
  set -- python java
  if compiles_go; then set -- "$@" go; else echo 'Go is not compiled: this machine has no Go, or not its modules.'; fi
fi
bash scripts/same-template.sh "$@"
