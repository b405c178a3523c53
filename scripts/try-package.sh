#!/usr/bin/env bash
# Packs the library, installs it from its archive in an empty project, and uses all of it there: an app whose model is
# an asset is synthesized from a script and from a module, each to the same template, and rehearsed.
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

cd "$project"
npm init --yes >npm.log
# the CDK is installed already, with what it needs itself: only the package comes from its archive
npm install --offline --no-audit --no-fund --legacy-peer-deps "$archive" >>npm.log
for name in aws-cdk-lib constructs; do ln -s "$repository/node_modules/$name" "node_modules/$name"; done
cp "$repository/scripts/packaged-app.mjs" app.mjs
sed -e 's/^import \(.*\) from \(.*\);$/const \1 = require(\2);/' app.mjs >app.cjs
cp "$repository/examples/compile-and-host/model/model.tar.gz" .

CDK_OUTDIR=from-script node app.cjs
CDK_OUTDIR=from-module node app.mjs
diff from-script/Packaged.template.json from-module/Packaged.template.json
npx --offline cdk-ml-jobs rehearse from-script
"$repository/node_modules/.bin/tsc" --noEmit --module node16 --types node --typeRoots "$repository/node_modules/@types" \
  node_modules/cdk-ml-jobs/lib/index.d.ts
echo 'The package works from its archive.'
