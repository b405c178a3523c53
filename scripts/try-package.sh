#!/usr/bin/env bash
# Packs the library, and goes the way of the README with it in an empty folder: its app is synthesized and rehearsed by its
# commands. Then all of the package is used: the app is synthesized from a script and from a module, each to the same template.
set -euo pipefail
cd "$(dirname "$0")/.."
repository=$PWD
most_bytes=750000

project=$(mktemp -d)
trap 'rm -rf "$project"' EXIT
npm pack --silent --pack-destination "$project"
archive=$(ls "$project"/*.tgz)
bytes=$(wc -c <"$archive")
echo "The package has $bytes bytes."
if ((bytes > most_bytes)); then
  echo "It may have $most_bytes." >&2
  exit 1
fi

# files are checked on machines that have no CDK
mkdir "$project/alone"
tar -xzf "$archive" -C "$project/alone"
node "$project/alone/package/assets/rehearsal/cli/index.js" check examples/compile-and-host/model/model.tar.gz

block() { npx tsx --tsconfig scripts/tsconfig.json scripts/page-block.ts README.md "$@"; }
# what the README's table says to build lies beside the folder of the app, as a clone does
mkdir -p "$project/cdk-ml-jobs/dist/js" "$project/app"
mv "$archive" "$project/cdk-ml-jobs/dist/js/cdk-ml-jobs@0.0.0.jsii.tgz"
block 'ts nofixture' >"$project/app/app.ts"
block console >"$project/commands"

cd "$project/app"
cp "$repository/examples/compile-and-host/model/model.tar.gz" .
# the CDK and tsx are installed already, with what they need themselves: only the package comes from its archive
linked=(aws-cdk aws-cdk-lib constructs tsx)
export npm_config_offline=true npm_config_audit=false npm_config_fund=false npm_config_legacy_peer_deps=true
while read -r command; do
  echo "\$ $command"
  bash -c "${command/"${linked[*]} "/}" >>"$project/output" || { cat "$project/output" >&2; exit 1; }
  for name in "${linked[@]}"; do ln -sfn "$repository/node_modules/$name" "node_modules/$name"; done
  for name in cdk tsx; do ln -sf "$repository/node_modules/.bin/$name" "node_modules/.bin/$name"; done
done <"$project/commands"
tail -n 8 "$project/output"

sed -e '$a app.synth();' app.ts >app.mjs
sed -e 's/^import \(.*\) from \(.*\);$/const \1 = require(\2);/' app.mjs >app.cjs
CDK_OUTDIR=from-script node app.cjs
CDK_OUTDIR=from-module node app.mjs
diff from-script/Penguins.template.json from-module/Penguins.template.json
"$repository/node_modules/.bin/tsc" --noEmit --module node16 --types node --typeRoots "$repository/node_modules/@types" \
  node_modules/cdk-ml-jobs/lib/index.d.ts
echo 'The package works from its archive.'
