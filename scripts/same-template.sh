#!/usr/bin/env bash
# Has an app in each of the given languages (python, java, go) synthesize the stack of languages/synthesize.ts, with the package that
# was built under dist/: to the same template, in a deployment that can be rehearsed. Go takes a minute of two processors for the
# modules of the CDK when it compiles them for the first time, and 1 GB of memory; Java takes half a minute, Python less.
set -euo pipefail
cd "$(dirname "$0")/.."
export JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION=1 JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=1
# each language has the newest aws-cdk-lib, whose own rules are tried elsewhere
export CDK_VALIDATION=false

place=$(mktemp -d)
trap 'chmod -R u+w "$place" && rm -rf "$place"' EXIT
apps=$PWD/scripts/languages

in_typescript() { npx tsx --tsconfig examples/tsconfig.json "$apps/synthesize.ts"; }

in_python() {
  python3 -m venv "$place/venv"
  "$place/venv/bin/pip" install --quiet --disable-pip-version-check dist/python/*.whl
  "$place/venv/bin/python" "$apps/synthesize.py"
}

in_java() {
  local artifact
  artifact=$(ls "$PWD"/dist/java/io/github/cdk-ml-jobs/cdk-ml-jobs/*/*.pom)
  mvn --quiet --batch-mode --file "$artifact" dependency:copy-dependencies -DoutputDirectory="$place/jars" >&2
  # a source is compiled before it runs
  java --class-path "${artifact%.pom}.jar:$place/jars/*" "$apps/Languages.java"
}

in_go() {
  local module=github.com/cdk-ml-jobs/cdk-ml-jobs-go/cdkmljobs built=$PWD/dist/go/cdkmljobs
  mkdir "$place/app"
  cp "$apps/synthesize.go" "$place/app"
  cd "$place/app"
  go mod init languages 2>/dev/null
  go mod edit -replace "$module=$built"
  go mod tidy >/dev/null 2>&1 || go mod tidy
  go build -o synthesize .
  ./synthesize
}

template_of() { python3 -m json.tool --sort-keys "$place/$1/Languages.template.json"; }

CDK_OUTDIR="$place/typescript" in_typescript
for language in "$@"; do
  SECONDS=0
  (CDK_OUTDIR="$place/$language" "in_$language") >"$place/output" 2>&1 || { cat "$place/output" >&2; exit 1; }
  diff <(template_of "$language") <(template_of typescript)
  node assets/rehearsal/cli/index.js rehearse "$place/$language" --plain >"$place/output" || { cat "$place/output" >&2; exit 1; }
  echo "The app in $language synthesizes to the same template, which is rehearsed: $SECONDS s."
done
