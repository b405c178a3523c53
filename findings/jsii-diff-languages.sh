#!/usr/bin/env bash
# jsii-diff 1.134.0, which says whether a new version of a jsii library is compatible (projen's task `compat` runs it),
# sees what breaks callers in TypeScript. Of two changes that break them in other languages it says nothing
# (2026-11-29):
#
# 1. The library moves to another Python module, Java package and Go module: every import of it there is broken.
# 2. A positional parameter has another name. In Python it may be given by its name, and the generated method has the
#    new one only; jsii keeps the names of parameters for that.
#
# A parameter that becomes required is found, to show that it has looked. What is generated is made with jsii 6.0.16 and
# jsii-pacmak 1.140.0. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent jsii@6.0.16 jsii-diff@1.134.0 jsii-pacmak@1.140.0
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=1 JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION=1

# a library in a folder, with the name of its module and of the parameter, and a text that follows the parameter
library() {
  mkdir "$1"
  cat > "$1/package.json" <<MANIFEST
{
  "name": "library", "version": "1.0.0", "description": "library", "license": "Apache-2.0",
  "author": { "name": "library", "url": "https://example.com" },
  "repository": { "type": "git", "url": "https://example.com/library.git" },
  "main": "index.js", "types": "index.d.ts",
  "jsii": {
    "outdir": "dist",
    "targets": {
      "python": { "distName": "library", "module": "$2" },
      "java": { "package": "com.example.$2", "maven": { "groupId": "com.example", "artifactId": "library" } },
      "go": { "moduleName": "example.com/$2" }
    }
  }
}
MANIFEST
  cat > "$1/index.ts" <<SOURCE
/** Works. */
export class Work {
  /** Does it. */
  public repeat($3: number, pause$4: number): number {
    return $3 + (pause ?? 0);
  }
}
SOURCE
  echo '# library' > "$1/README.md"
  (cd "$1" && npx jsii && npx jsii-pacmak --code-only --target python) > "$1.txt" 2>&1
  echo "$1: import $2; $(tr -s '\n ' ' ' < "$1/dist/python/src/$2/__init__.py" | grep -oE 'self, (count|times)' | head -n 1)"
}
compare() {
  if npx jsii-diff --error-on=all old "$1" > diff.txt 2>&1; then echo "$1: compatible"; else grep -oE 'err +- .*' diff.txt; fi
}
{
  library old work count '?'
  library moved tasks count '?'
  library renamed work times '?'
  library required work count ''
  compare moved
  compare renamed
  compare required
} > seen.txt

cat > expected.txt <<'EXPECTED'
old: import work; self, count
moved: import tasks; self, count
renamed: import work; self, times
required: import work; self, count
moved: compatible
renamed: compatible
err  - METHOD library.Work.repeat: argument pause, newly required argument.
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
