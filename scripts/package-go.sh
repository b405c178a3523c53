#!/usr/bin/env bash
# Generates the module for Go under dist/go, with the given options of jsii-pacmak. An app is what compiles it:
# same-template.sh has one.
set -euo pipefail
cd "$(dirname "$0")/.."

npx jsii-pacmak --target go --code-only "$@"
# The range of the package begins with 2.230.0. That module of the CDK does not compile with constructs 10.5, which it
# was not generated with ('ambiguous selector With'), and 2.257.0 does: tried with Go 1.26 on 2026-11-29.
sed -i.before 's|\(aws-cdk-go/awscdk/v2\) v2\.230\.0$|\1 v2.257.0|' dist/go/cdkmljobs/go.mod
rm dist/go/cdkmljobs/go.mod.before
grep -q 'awscdk/v2 v2.257.0' dist/go/cdkmljobs/go.mod
