#!/usr/bin/env bash
# cfn-resolver-lib 1.1.8 (npm, 2026-12-01) "resolves and evaluates values in AWS CloudFormation templates", so that tests may "assert
# on exact values before actually deploying anything". Of these, the values are others than CloudFormation's, without an error:
#
# 1. Fn::Sub with variables of its own knows these alone: ${AWS::Region} and the parameters stay as they are beside them. The
#    exclamation mark of ${!Env} stays, too, which only escapes it.
# 2. AWS::NoValue is the text "AWS::NoValue", as the value of a property, and within Fn::Join.
# 3. Fn::Equals of a parameter of the type Number, whose default is 3, and the text 3 is false. In CloudFormation, parameters are
#    texts, and templates in YAML have numbers and flags without quotes everywhere.
# 4. A resource whose condition is false is there like all others, with "Condition": false.
# 5. A list in a property that is called Resources, as a request of a custom resource may have it, is an object with the members 0
#    and 1.
#
# (https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/intrinsic-function-reference.html) A test that says which
# Region or bucket a job writes to says something else than the stack. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent cfn-resolver-lib@1.1.8

cat > template.json <<'TEMPLATE'
{
  "Parameters": { "Env": { "Type": "String", "Default": "prod" }, "Count": { "Type": "Number", "Default": 3 } },
  "Conditions": {
    "IsProd": { "Fn::Equals": [{ "Ref": "Env" }, "prod"] },
    "IsTest": { "Fn::Equals": [{ "Ref": "Env" }, "test"] },
    "IsThree": { "Fn::Equals": [{ "Ref": "Count" }, "3"] }
  },
  "Resources": {
    "Job": {
      "Type": "Custom::Job",
      "Properties": {
        "Plain": { "Fn::Sub": "s3://models-${AWS::Region}/${Env}" },
        "WithVariables": { "Fn::Sub": ["s3://${Name}-${AWS::Region}/${Env}", { "Name": "models" }] },
        "Escaped": { "Fn::Sub": "${!Env} is ${Env}" },
        "IfProd": { "Fn::If": ["IsProd", "yes", "no"] },
        "IfThree": { "Fn::If": ["IsThree", "yes", "no"] },
        "KmsKeyId": { "Fn::If": ["IsTest", "alias/jobs", { "Ref": "AWS::NoValue" }] },
        "Joined": { "Fn::Join": ["/", ["a", { "Ref": "AWS::NoValue" }, "b"]] },
        "Names": ["a", "b"],
        "Resources": ["a", "b"]
      }
    },
    "OfTest": { "Type": "Custom::Job", "Condition": "IsTest", "Properties": {} },
    "OfProd": { "Type": "Custom::Job", "Condition": "IsProd", "Properties": {} }
  }
}
TEMPLATE
cat > run.cjs <<'PROGRAM'
const Evaluator = require('cfn-resolver-lib');

const { Resources } = new Evaluator(require('./template.json'), { RefResolvers: { 'AWS::Region': 'eu-west-1' } }).evaluateNodes();
for (const [name, value] of Object.entries(Resources.Job.Properties)) console.log(`${name}: ${JSON.stringify(value) ?? 'nothing'}`);
for (const name of ['OfProd', 'OfTest']) console.log(`${name}: ${JSON.stringify(Resources[name])}`);
PROGRAM
node run.cjs > seen.txt

cat > expected.txt <<'EXPECTED'
Plain: "s3://models-eu-west-1/prod"
WithVariables: "s3://models-${AWS::Region}/${Env}"
Escaped: "${!Env} is prod"
IfProd: "yes"
IfThree: "no"
KmsKeyId: "AWS::NoValue"
Joined: "a/AWS::NoValue/b"
Names: ["a","b"]
Resources: {"0":"a","1":"b"}
OfProd: {"Type":"Custom::Job","Condition":true,"Properties":{}}
OfTest: {"Type":"Custom::Job","Condition":false,"Properties":{}}
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
