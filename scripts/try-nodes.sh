#!/usr/bin/env bash
# Has every supported Node.js synthesize an example and rehearse it, which runs the bundles of the command line and of
# the handler; with --tests, the tests of the handler, too, which take a minute each.
set -euo pipefail
cd "$(dirname "$0")/.."

versions=(22.23.5 24.22.3)
here=$(node --print '`${process.platform}-${process.arch}`')
place=$(mktemp -d)
trap 'rm -rf "$place"' EXIT
packages=()
for version in "${versions[@]}"; do packages+=("node-$version@npm:node-$here@$version"); done
npm install --silent --no-audit --no-fund --ignore-scripts --no-save --prefix "$place" "${packages[@]}"

try() {
  local node=$place/node_modules/node-$1/bin/node assembly=$place/cdk.out-$1
  CDK_OUTDIR=$assembly \
    "$node" node_modules/tsx/dist/cli.mjs --tsconfig examples/tsconfig.json examples/compile-and-host/app.ts
  "$node" assets/rehearsal/cli/index.js rehearse "$assembly" --plain >"$place/output-$1" ||
    { cat "$place/output-$1" >&2; return 1; }
  echo "Node.js $("$node" --version) synthesizes and rehearses examples/compile-and-host."
}

# each keeps one processor busy
tries=()
for version in "${versions[@]}"; do
  try "$version" &
  tries+=($!)
done
for pid in "${tries[@]}"; do wait "$pid"; done

[ "${1:-}" = --tests ] || exit 0
for version in "${versions[@]}"; do
  AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED=true CDK_VALIDATION=false \
    "$place/node_modules/node-$version/bin/node" node_modules/jest/bin/jest.js --ci test/lambda
done
