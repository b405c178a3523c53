#!/usr/bin/env bash
# Four libraries with which a program of JavaScript reads templates of CloudFormation in YAML: js-yaml-cloudformation-schema 1.0.0,
# js-yaml-schema-cfn 1.1.0, cloudformation-schema-js-yaml 2.0.2 (with js-yaml 4.1.0), and yaml-cfn 0.3.2 (npm; 2026-12-01). What
# they make of the same lines, as JSON, which is deployed, or looked over:
#
# 1. !Condition IsProd, within !And or !Not, is {"Fn::Condition": …} for two of them. CloudFormation's full name of it is
#    "Condition", and it has no function of the other name.
# 2. Version: 2012-10-17, as most policies have it, without quotes, is a time for all but yaml-cfn, and "2012-10-17T00:00:00.000Z"
#    in JSON, which is no version of a policy. CloudFormation does not read times.
# 3. An account 012345678901, without quotes, loses its zero in the newer two, and 12:30:00, as a time of day in a tag, is
#    45000 in the older two.
# 4. !GetAtt Role.Arn is a text in two of them, and a list in the others; !GetAZs of a !Ref, !Base64 of a text, !Cidr, and
#    !Transform are refused by one or the other, and none knows !Length or !ToJsonString.
#
# (https://docs.aws.amazon.com/AWSCloudFormation/latest/UserGuide/template-formats.html) The role of a job that is made by such a
# program has another policy, or a condition that is not valid. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
for name in js-yaml-cloudformation-schema@1.0.0 js-yaml-schema-cfn@1.1.0 yaml-cfn@0.3.2 \
  'cloudformation-schema-js-yaml@2.0.2 js-yaml@4.1.0'; do
  mkdir "${name%%@*}"
  echo '{ "private": true }' > "${name%%@*}/package.json"
  # shellcheck disable=SC2086 # one word or two
  (cd "${name%%@*}" && npm install --no-audit --no-fund --silent $name)
done

cat > lines.txt <<'LINES'
!And [!Condition IsProd, !Condition IsLarge]
!Equals [!Ref Env, prod]
2012-10-17
'2012-10-17'
012345678901
12:30:00
!GetAtt Role.Arn
!GetAtt [Role, Arn]
!Sub ['${Name}-jobs', { Name: !Ref Env }]
!GetAZs { Ref: 'AWS::Region' }
!Base64 text
!Cidr [10.0.0.0/16, 6, 8]
!Transform { Name: 'AWS::Include', Parameters: { Location: s3://templates/job.yaml } }
!Length [1, 2]
!ToJsonString { Env: !Ref Env }
LINES
cat > run.cjs <<'PROGRAM'
const { readFileSync } = require('node:fs');
const { createRequire } = require('node:module');

const from = (name) => createRequire(`${process.cwd()}/${name}/package.json`);
const older = (name, schema) => (text) => createRequire(from(name).resolve(name))('js-yaml').load(text, { schema });
const newer = from('cloudformation-schema-js-yaml');
const FIRST = 'js-yaml-cloudformation-schema';
const readers = {
  [FIRST]: older(FIRST, from(FIRST)(FIRST).CLOUDFORMATION_SCHEMA),
  'js-yaml-schema-cfn': older('js-yaml-schema-cfn', from('js-yaml-schema-cfn')('js-yaml-schema-cfn')),
  'cloudformation-schema-js-yaml': (text) => newer('js-yaml').load(text, { schema: newer('cloudformation-schema-js-yaml') }),
  'yaml-cfn': from('yaml-cfn')('yaml-cfn').yamlParse,
};
for (const line of readFileSync('lines.txt', 'utf8').trim().split('\n')) {
  console.log(line);
  for (const [name, read] of Object.entries(readers)) {
    let said = 'refused';
    try {
      said = JSON.stringify(read(`it: ${line}`).it);
    } catch {}
    console.log(`    ${name}: ${said}`);
  }
}
PROGRAM
node run.cjs > seen.txt

cat > expected.txt <<'EXPECTED'
!And [!Condition IsProd, !Condition IsLarge]
    js-yaml-cloudformation-schema: {"Fn::And":[{"Fn::Condition":"IsProd"},{"Fn::Condition":"IsLarge"}]}
    js-yaml-schema-cfn: {"Fn::And":[{"Condition":"IsProd"},{"Condition":"IsLarge"}]}
    cloudformation-schema-js-yaml: {"Fn::And":[{"Fn::Condition":"IsProd"},{"Fn::Condition":"IsLarge"}]}
    yaml-cfn: {"Fn::And":[{"Condition":"IsProd"},{"Condition":"IsLarge"}]}
!Equals [!Ref Env, prod]
    js-yaml-cloudformation-schema: {"Fn::Equals":[{"Ref":"Env"},"prod"]}
    js-yaml-schema-cfn: {"Fn::Equals":[{"Ref":"Env"},"prod"]}
    cloudformation-schema-js-yaml: {"Fn::Equals":[{"Ref":"Env"},"prod"]}
    yaml-cfn: {"Fn::Equals":[{"Ref":"Env"},"prod"]}
2012-10-17
    js-yaml-cloudformation-schema: "2012-10-17T00:00:00.000Z"
    js-yaml-schema-cfn: "2012-10-17T00:00:00.000Z"
    cloudformation-schema-js-yaml: "2012-10-17T00:00:00.000Z"
    yaml-cfn: "2012-10-17"
'2012-10-17'
    js-yaml-cloudformation-schema: "2012-10-17"
    js-yaml-schema-cfn: "2012-10-17"
    cloudformation-schema-js-yaml: "2012-10-17"
    yaml-cfn: "2012-10-17"
012345678901
    js-yaml-cloudformation-schema: "012345678901"
    js-yaml-schema-cfn: "012345678901"
    cloudformation-schema-js-yaml: 12345678901
    yaml-cfn: 12345678901
12:30:00
    js-yaml-cloudformation-schema: 45000
    js-yaml-schema-cfn: 45000
    cloudformation-schema-js-yaml: "12:30:00"
    yaml-cfn: "12:30:00"
!GetAtt Role.Arn
    js-yaml-cloudformation-schema: {"Fn::GetAtt":"Role.Arn"}
    js-yaml-schema-cfn: {"Fn::GetAtt":"Role.Arn"}
    cloudformation-schema-js-yaml: {"Fn::GetAtt":["Role","Arn"]}
    yaml-cfn: {"Fn::GetAtt":["Role","Arn"]}
!GetAtt [Role, Arn]
    js-yaml-cloudformation-schema: {"Fn::GetAtt":["Role","Arn"]}
    js-yaml-schema-cfn: {"Fn::GetAtt":["Role","Arn"]}
    cloudformation-schema-js-yaml: {"Fn::GetAtt":["Role","Arn"]}
    yaml-cfn: {"Fn::GetAtt":["Role","Arn"]}
!Sub ['${Name}-jobs', { Name: !Ref Env }]
    js-yaml-cloudformation-schema: {"Fn::Sub":["${Name}-jobs",{"Name":{"Ref":"Env"}}]}
    js-yaml-schema-cfn: {"Fn::Sub":["${Name}-jobs",{"Name":{"Ref":"Env"}}]}
    cloudformation-schema-js-yaml: {"Fn::Sub":["${Name}-jobs",{"Name":{"Ref":"Env"}}]}
    yaml-cfn: {"Fn::Sub":["${Name}-jobs",{"Name":{"Ref":"Env"}}]}
!GetAZs { Ref: 'AWS::Region' }
    js-yaml-cloudformation-schema: refused
    js-yaml-schema-cfn: {"Fn::GetAZs":{"Ref":"AWS::Region"}}
    cloudformation-schema-js-yaml: {"Fn::GetAZs":{"Ref":"AWS::Region"}}
    yaml-cfn: {"Fn::GetAZs":{"Ref":"AWS::Region"}}
!Base64 text
    js-yaml-cloudformation-schema: refused
    js-yaml-schema-cfn: {"Fn::Base64":"text"}
    cloudformation-schema-js-yaml: {"Fn::Base64":"text"}
    yaml-cfn: {"Fn::Base64":"text"}
!Cidr [10.0.0.0/16, 6, 8]
    js-yaml-cloudformation-schema: {"Fn::Cidr":["10.0.0.0/16",6,8]}
    js-yaml-schema-cfn: refused
    cloudformation-schema-js-yaml: refused
    yaml-cfn: {"Fn::Cidr":["10.0.0.0/16",6,8]}
!Transform { Name: 'AWS::Include', Parameters: { Location: s3://templates/job.yaml } }
    js-yaml-cloudformation-schema: refused
    js-yaml-schema-cfn: refused
    cloudformation-schema-js-yaml: refused
    yaml-cfn: {"Fn::Transform":{"Name":"AWS::Include","Parameters":{"Location":"s3://templates/job.yaml"}}}
!Length [1, 2]
    js-yaml-cloudformation-schema: refused
    js-yaml-schema-cfn: refused
    cloudformation-schema-js-yaml: refused
    yaml-cfn: refused
!ToJsonString { Env: !Ref Env }
    js-yaml-cloudformation-schema: refused
    js-yaml-schema-cfn: refused
    cloudformation-schema-js-yaml: refused
    yaml-cfn: refused
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
