#!/usr/bin/env bash
# aws-cdk-lib has an interface for "a model of SageMaker, made here or elsewhere", IModelRef, which library authors are to take
# and to implement. Its reference changes its members within one major version, without a deprecation: it has an id in
# 2.230.0, an id and a name in 2.242.0, and nothing but an ARN in 2.257.0 and 2.276.0. All of them are required, so that
#
# 1. a class that implements the interface as one of these versions has it does not compile with the next one, and
# 2. who reads the name of a model from the reference of a CfnModel, as an endpoint's configuration or a transform job needs
#    it, finds it in one of the versions only; what is called an id is what `Ref` returns, which is the ARN.
#
# Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent constructs@10.5.1 typescript@5.9.3 \
  cdk-230@npm:aws-cdk-lib@2.230.0 cdk-242@npm:aws-cdk-lib@2.242.0 cdk-257@npm:aws-cdk-lib@2.257.0 cdk-276@npm:aws-cdk-lib@2.276.0

for version in 230 242 257 276; do
  cat > "reference-$version.js" <<PROGRAM
const { App, Stack } = require('cdk-$version');
const { CfnModel } = require('cdk-$version/aws-sagemaker');
const stack = new Stack(new App(), 'Stack');
const model = new CfnModel(stack, 'Model', { executionRoleArn: 'arn:aws:iam::111122223333:role/host' });
console.log('2.$version.0', JSON.stringify(stack.resolve(model.modelRef)));
PROGRAM
  node "reference-$version.js"
done 2>/dev/null | tee references.txt
cat > expected.txt <<'TEXT'
2.230.0 {"modelId":{"Ref":"Model"}}
2.242.0 {"modelId":{"Ref":"Model"},"modelName":{"Fn::GetAtt":["Model","ModelName"]}}
2.257.0 {"modelArn":{"Ref":"Model"}}
2.276.0 {"modelArn":{"Ref":"Model"}}
TEXT
diff expected.txt references.txt

# the same in the declarations: an object with the members of one version is no reference of another
for version in 230 242 257 276; do
  for members in "modelId: ''" "modelId: '', modelName: ''" "modelArn: ''"; do
    cat > reference.ts <<PROGRAM
import type { ModelReference } from 'cdk-$version/aws-sagemaker';
export const reference: ModelReference = { $members };
PROGRAM
    if npx tsc --noEmit --strict --skipLibCheck --module node16 --target es2022 reference.ts >tsc.txt; then verdict=compiles; else verdict=fails; fi
    echo "2.$version.0 { $members }: $verdict"
  done
done | tee declarations.txt
cat > expected.txt <<'TEXT'
2.230.0 { modelId: '' }: compiles
2.230.0 { modelId: '', modelName: '' }: fails
2.230.0 { modelArn: '' }: fails
2.242.0 { modelId: '' }: fails
2.242.0 { modelId: '', modelName: '' }: compiles
2.242.0 { modelArn: '' }: fails
2.257.0 { modelId: '' }: fails
2.257.0 { modelId: '', modelName: '' }: fails
2.257.0 { modelArn: '' }: compiles
2.276.0 { modelId: '' }: fails
2.276.0 { modelId: '', modelName: '' }: fails
2.276.0 { modelArn: '' }: compiles
TEXT
diff expected.txt declarations.txt
echo 'As described.'
