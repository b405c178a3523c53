#!/usr/bin/env bash
# Has an app in each of the given languages (python, java, go) synthesize the stack of languages/synthesize.ts, with the
# package that was built under dist/: to the same template, in a deployment that can be rehearsed. So is the first app
# of the page for Java and for Go. Go takes a minute of two processors for the modules of the CDK when it compiles them
# for the first time, and 1 GB of memory; Java takes half a minute, Python less.
set -euo pipefail
cd "$(dirname "$0")/.."
export JSII_SILENCE_WARNING_UNTESTED_NODE_VERSION=1 JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=1
# each language has the newest aws-cdk-lib, whose own rules are tried elsewhere
export CDK_VALIDATION=false

place=$(mktemp -d)
trap 'chmod -R u+w "$place" && rm -rf "$place"' EXIT
apps=$PWD/scripts/languages
model=$PWD/examples/compile-and-host/model

# the first app of the page of a language
app_of_page() { npx tsx --tsconfig scripts/tsconfig.json scripts/page-block.ts "docs/$1.md" "$1"; }

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
  app_of_page java >"$place/Penguins.java"
  cd "$model"
  CDK_OUTDIR="$place/page-java" java --class-path "${artifact%.pom}.jar:$place/jars/*" "$place/Penguins.java"
}

in_go() {
  local module=github.com/cdk-ml-jobs/cdk-ml-jobs-go/cdkmljobs built=$PWD/dist/go/cdkmljobs
  mkdir -p "$place/app/page"
  cp "$apps/synthesize.go" "$place/app"
  app_of_page go >"$place/app/page/main.go"
  cd "$place/app"
  go mod init languages 2>/dev/null
  go mod edit -replace "$module=$built"
  go mod tidy >/dev/null 2>&1 || go mod tidy
  go build -o synthesize .
  go build -o penguins ./page
  ./synthesize
  cd "$model"
  CDK_OUTDIR="$place/page-go" "$place/app/penguins"
}

template_of() { python3 -m json.tool --sort-keys "$place/$1/Languages.template.json"; }

CDK_OUTDIR="$place/typescript" in_typescript
for language in "$@"; do
  SECONDS=0
  (CDK_OUTDIR="$place/$language" "in_$language") >"$place/output" 2>&1 || { cat "$place/output" >&2; exit 1; }
  diff <(template_of "$language") <(template_of typescript)
  for assembly in "$place/$language" "$place/page-$language"; do
    [ -d "$assembly" ] || continue
    node assets/rehearsal/cli/index.js rehearse "$assembly" --plain >"$place/output" ||
      { cat "$place/output" >&2; exit 1; }
  done
  echo "The app in $language synthesizes to the same template, which is rehearsed: $SECONDS s."
done
