#!/usr/bin/env bash
# jsii 6.0.16 with jsii-pacmak 1.140.0: a static constant whose name has a digit next to letters has another name in
# Python and Java than in TypeScript, and neither tool says so. The names are split where a digit meets a letter, so that
# the constant that the TypeScript documentation calls RASP4B is RASP4_B there, and M5_2XLARGE is M5_2_XLARGE; P3DN_24XLARGE
# becomes P3_DN_24_XLARGE. Names without such a place, and names that have the underscore already, stay.
#
# A library for AWS meets it at once, since instance types and devices are called like this.
#
# Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
cat > package.json <<'MANIFEST'
{
  "name": "constants", "version": "0.0.1", "description": "constants", "license": "Apache-2.0",
  "author": { "name": "constants", "url": "https://example.com" },
  "repository": { "type": "git", "url": "https://example.com/constants.git" },
  "main": "index.js", "types": "index.d.ts",
  "jsii": {
    "outdir": "dist",
    "targets": {
      "python": { "distName": "constants", "module": "constants" },
      "java": { "package": "com.example.constants", "maven": { "groupId": "com.example", "artifactId": "constants" } }
    }
  }
}
MANIFEST
cat > index.ts <<'SOURCE'
/** Names as services have them. */
export class Name {
  /** One. */
  public static readonly RASP4B = new Name('rasp4b');
  /** Two. */
  public static readonly M5_2XLARGE = new Name('ml.m5.2xlarge');
  /** Three. */
  public static readonly P3DN_24XLARGE = new Name('ml.p3dn.24xlarge');
  /** Four. */
  public static readonly M5_XLARGE = new Name('ml.m5.xlarge');
  /** Five. */
  public static readonly JETSON_TX2 = new Name('jetson_tx2');
  private constructor(/** What the service calls it. */ public readonly value: string) {}
}
SOURCE
echo '# constants' > README.md
npm install --no-audit --no-fund --silent --no-save jsii@6.0.16 jsii-pacmak@1.140.0 >&2
npx jsii > jsii.txt 2>&1
npx jsii-pacmak --code-only --target python --target java > pacmak.txt 2>&1
{
  echo "what jsii and jsii-pacmak say of the names: $(grep -hE 'RASP4|XLARGE' jsii.txt pacmak.txt || echo nothing)"
  echo "Python: $(grep -ohE 'def [A-Z][A-Z0-9_]+\(cls\)' -r dist/python | sed -E 's/def (.*)\(cls\)/\1/' | sort -u | xargs)"
  echo "Java: $(grep -ohE 'public final static com\.example\.constants\.Name [A-Z0-9_]+' -r dist/java | awk '{print $NF}' | sort -u | xargs)"
} > seen.txt
cat > expected.txt <<'EXPECTED'
what jsii and jsii-pacmak say of the names: nothing
Python: JETSON_TX2 M5_2_XLARGE M5_XLARGE P3_DN_24_XLARGE RASP4_B
Java: JETSON_TX2 M5_2_XLARGE M5_XLARGE P3_DN_24_XLARGE RASP4_B
EXPECTED
echo "jsii $(node -p "require('jsii/package.json').version"), jsii-pacmak $(node -p "require('jsii-pacmak/package.json').version")"
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
