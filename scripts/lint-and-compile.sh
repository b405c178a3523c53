#!/usr/bin/env bash
# Lints beside the type checks and the compiler: each of them keeps one processor busy, and none needs what another makes.
set -uo pipefail
cd "$(dirname "$0")/.."

findings=$(mktemp)
trap 'rm -f "$findings"' EXIT
npx projen lint >"$findings" 2>&1 &
lint=$!
npx projen typecheck && npx projen compile && npx projen post-compile
compiled=$?
wait "$lint"
linted=$?
cat "$findings"
exit $((compiled || linted))
