#!/usr/bin/env bash
# cfn-flip 1.3.0 (PyPI, 2026-11-30) writes templates as YAML, and aws-cdk-lib 2.276.0 (CfnInclude) and yaml-cfn 0.3.2 (npm)
# read them. Hyperparameters are texts, and one that looks like a number with an exponent is written without quotes: in YAML
# 1.1, which cfn-flip writes, a number has a point before its exponent, so that 1e-5 is a text. In YAML 1.2, which the
# others read, it is a number.
#
# - learningRate: "1e-5" is 0.00001. What CloudFormation hands to a custom resource is another text than before, so that a
#   job whose request is this text runs again.
# - commit: "12e45", as the beginning of a hash may be, is 1.2e+46, and "7e12345" is null: CfnInclude makes it infinite, which
#   JSON does not have.
#
# With cfn-flip alone, forth and back, the template is the same. Exits with 0 while that is so, and with 1 when it has
# changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check cfn-flip==1.3.0 PyYAML==6.0.4
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent aws-cdk-lib@2.276.0 constructs@10.5.1 yaml-cfn@0.3.2

cat > template.json <<'TEMPLATE'
{
  "Resources": {
    "Job": {
      "Type": "Custom::Job",
      "Properties": {
        "ServiceToken": "arn:aws:lambda:eu-west-1:111122223333:function:jobs",
        "learningRate": "1e-5",
        "epochs": "3",
        "commit": "12e45",
        "branch": "7e12345"
      }
    }
  }
}
TEMPLATE
cat > run.cjs <<'PROGRAM'
const { readFileSync } = require('node:fs');
const { App, Stack } = require('aws-cdk-lib');
const { Template } = require('aws-cdk-lib/assertions');
const { CfnInclude } = require('aws-cdk-lib/cloudformation-include');
const included = (templateFile) => {
  const stack = new Stack(new App(), 'Stack');
  new CfnInclude(stack, 'Included', { templateFile });
  return Template.fromStack(stack).toJSON();
};
for (const [what, template] of [
  ['CfnInclude, of the JSON', included('template.json')],
  ['CfnInclude, of the YAML', included('template.yaml')],
  ['yaml-cfn, of the YAML', require('yaml-cfn').yamlParse(readFileSync('template.yaml', 'utf8'))],
]) {
  const { ServiceToken, ...properties } = template.Resources.Job.Properties;
  console.log(`${what}: ${JSON.stringify(properties)}`);
}
PROGRAM
env/bin/cfn-flip template.json > template.yaml
env/bin/cfn-flip template.yaml > back.json
{
  grep -E 'learningRate|epochs|commit|branch' template.yaml | xargs -d '\n' echo written: | tr -s ' '
  cmp <(env/bin/python -m json.tool template.json) <(env/bin/python -m json.tool back.json) && echo 'forth and back: the same'
  node --no-warnings run.cjs
} > seen.txt

cat > expected.txt <<'EXPECTED'
written: learningRate: 1e-5 epochs: '3' commit: 12e45 branch: 7e12345
forth and back: the same
CfnInclude, of the JSON: {"learningRate":"1e-5","epochs":"3","commit":"12e45","branch":"7e12345"}
CfnInclude, of the YAML: {"learningRate":0.00001,"epochs":"3","commit":1.2e+46,"branch":null}
yaml-cfn, of the YAML: {"learningRate":0.00001,"epochs":"3","commit":1.2e+46,"branch":"7e12345"}
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
