#!/usr/bin/env bash
# Two libraries that read a template of CloudFormation, so that a program may change it and write it again: troposphere 4.11.1
# (PyPI, its TemplateGenerator) and goformation 7.14.9 (Go, AWS's; 2026-12-01). Of a small template as the CDK writes it, with a
# job as a custom resource, both lose something without an error:
#
# 1. Rules, by which each app of the CDK makes sure that its Region is bootstrapped: neither keeps them.
# 2. troposphere: UpdateReplacePolicy. A bucket that is to stay when an update replaces it is deleted, with the models in it, and
#    so is what a job has made. The Version of a custom resource is lost, too. It can write all three: only reading drops them.
# 3. goformation: it puts in what functions come to. Its page has a list of those it knows; the others are nil. Of the list,
#    - Fn::If is nil, of any condition. With the option EvaluateConditions, of which the page says nothing, it is right, and a
#      template in which a resource has a condition is refused.
#    - Fn::Join leaves out numbers, and is empty for what Fn::Split has made; Fn::Select of that is nil.
#    - Fn::Sub leaves ${Count} as it is, of a parameter that is a number, and ${!Job} keeps its exclamation mark.
#    - Fn::Equals of the parameter 3 and the text 3 is false; in CloudFormation, parameters are texts.
#    It adds an empty Version to each custom resource, and a whole number above 2^53 is another one.
#
# Who has a tool look over templates, or amend them, before they are deployed, looks over others. Go is needed. Exits with 0 while
# that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check troposphere==4.11.1 cfn-flip==1.3.0

cat > template.json <<'TEMPLATE'
{
  "Parameters": {
    "Mode": { "Type": "String", "Default": "fast" },
    "Count": { "Type": "Number", "Default": 3 },
    "BootstrapVersion": { "Type": "AWS::SSM::Parameter::Value<String>", "Default": "/cdk-bootstrap/hnb659fds/version" }
  },
  "Conditions": {
    "Fast": { "Fn::Equals": [{ "Ref": "Mode" }, "fast"] },
    "Slow": { "Fn::Not": [{ "Condition": "Fast" }] },
    "Three": { "Fn::Equals": [{ "Ref": "Count" }, "3"] }
  },
  "Rules": {
    "CheckBootstrapVersion": {
      "Assertions": [
        { "Assert": { "Fn::Not": [{ "Fn::Contains": [["1", "2", "3", "4", "5"], { "Ref": "BootstrapVersion" }] }] } }
      ]
    }
  },
  "Resources": {
    "Models": { "Type": "AWS::S3::Bucket", "DeletionPolicy": "Retain", "UpdateReplacePolicy": "Retain" },
    "Job": {
      "Type": "Custom::TrainingJob",
      "DeletionPolicy": "Retain",
      "UpdateReplacePolicy": "Retain",
      "Properties": {
        "ServiceToken": "arn:aws:lambda:eu-west-1:111122223333:function:jobs",
        "Seed": 9007199254740993,
        "Instances": { "Fn::If": ["Fast", "8", "1"] },
        "Hours": { "Fn::If": ["Slow", "12", "1"] },
        "Name": { "Fn::Join": ["-", ["job", { "Ref": "Count" }, { "Ref": "Mode" }]] },
        "Words": { "Fn::Join": ["-", { "Fn::Split": [",", "a,b"] }] },
        "Word": { "Fn::Select": [1, { "Fn::Split": [",", "a,b"] }] },
        "Path": { "Fn::Sub": "s3://${Mode}/${Count}/${!Job}" }
      }
    },
    "Old": {
      "Type": "Custom::Table",
      "Version": "1.0",
      "Properties": { "ServiceToken": "arn:aws:lambda:eu-west-1:111122223333:function:jobs" }
    }
  }
}
TEMPLATE
cat > read.py <<'PROGRAM'
import json

from troposphere import Template
from troposphere.cloudformation import CustomResource
from troposphere.template_generator import TemplateGenerator

with open("template.json") as file, open("troposphere.json", "w") as written:
    written.write(TemplateGenerator(json.load(file)).to_json())

template = Template()
template.add_rule("Check", {"Assertions": []})
made = CustomResource("Job", ServiceToken="arn", UpdateReplacePolicy="Retain", Version="1.0")
template.add_resource(made)
made = template.to_dict()
print("troposphere writes of its own:", ", ".join([*sorted(made["Resources"]["Job"]), *made.keys() - {"Resources"}]))
PROGRAM
cat > compare.py <<'PROGRAM'
import json
import sys


def compare(before, after, path=""):
    if isinstance(before, dict) and isinstance(after, dict):
        for name in sorted(before.keys() | after.keys()):
            if name not in after:
                print(f"  {path}{name}: lost")
            elif name not in before:
                print(f"  {path}{name}: added, {json.dumps(after[name])}")
            else:
                compare(before[name], after[name], f"{path}{name}.")
    elif json.dumps(before) != json.dumps(after):
        print(f"  {path.rstrip('.')}: {json.dumps(before)} is {json.dumps(after)}")


print(f"{sys.argv[1]}:")
with open("template.json") as before, open(f"{sys.argv[1]}.json") as after:
    compare(json.load(before), json.load(after))
PROGRAM
mkdir go
cat > go/main.go <<'PROGRAM'
package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"

	"github.com/awslabs/goformation/v7"
	"github.com/awslabs/goformation/v7/cloudformation"
	"github.com/awslabs/goformation/v7/intrinsics"
)

func must[T any](value T, err error) T {
	if err != nil {
		panic(err)
	}
	return value
}

func ifs(template *cloudformation.Template) string {
	job := map[string]map[string]map[string]json.RawMessage{}
	written := map[string]json.RawMessage{}
	json.Unmarshal(must(template.JSON()), &written)
	json.Unmarshal(written["Resources"], &job)
	properties := map[string]interface{}{}
	for name, it := range job["Job"]["Properties"] {
		properties[name] = string(it)
	}
	return fmt.Sprintf("Instances %v, Hours %v", properties["Instances"], properties["Hours"])
}

func main() {
	text := must(os.ReadFile("../template.json"))
	template := must(goformation.ParseJSON(text))
	must(0, os.WriteFile("../goformation.json", must(template.JSON()), 0o644))

	options := &intrinsics.ProcessorOptions{EvaluateConditions: true}
	fmt.Println("goformation, Fn::If without the option:", ifs(template))
	fmt.Println("goformation, Fn::If with the option:", ifs(must(goformation.ParseJSONWithOptions(text, options))))
	conditional := bytes.Replace(text, []byte(`"Models": {`), []byte(`"Models": { "Condition": "Fast",`), 1)
	_, err := goformation.ParseJSONWithOptions(conditional, options)
	fmt.Println("goformation, a resource with a condition, with the option:", err)
}
PROGRAM
export GOPATH="$folder/gopath" GOCACHE="$folder/gocache" GOFLAGS='-mod=mod -modcacherw'
(cd go && go mod init templates && go get github.com/awslabs/goformation/v7@v7.14.9) > got.txt 2>&1 || { cat got.txt; exit 1; }

{
  env/bin/python read.py
  env/bin/python compare.py troposphere
  (cd go && go run -gcflags='all=-N -l' .)
  env/bin/python compare.py goformation
} > seen.txt

cat > expected.txt <<'EXPECTED'
troposphere writes of its own: Properties, Type, UpdateReplacePolicy, Rules
troposphere:
  Resources.Job.UpdateReplacePolicy: lost
  Resources.Models.UpdateReplacePolicy: lost
  Resources.Old.Version: lost
  Rules: lost
goformation, Fn::If without the option: Instances null, Hours null
goformation, Fn::If with the option: Instances "8", Hours "1"
goformation, a resource with a condition, with the option: json: cannot unmarshal bool into Go struct field Template.Resources of type cloudformation.rType
goformation:
  Conditions.Fast: {"Fn::Equals": [{"Ref": "Mode"}, "fast"]} is true
  Conditions.Slow: {"Fn::Not": [{"Condition": "Fast"}]} is null
  Conditions.Three: {"Fn::Equals": [{"Ref": "Count"}, "3"]} is false
  Resources.Job.Properties.Hours: {"Fn::If": ["Slow", "12", "1"]} is null
  Resources.Job.Properties.Instances: {"Fn::If": ["Fast", "8", "1"]} is null
  Resources.Job.Properties.Name: {"Fn::Join": ["-", ["job", {"Ref": "Count"}, {"Ref": "Mode"}]]} is "job-fast"
  Resources.Job.Properties.Path: {"Fn::Sub": "s3://${Mode}/${Count}/${!Job}"} is "s3://fast/${Count}/${!Job}"
  Resources.Job.Properties.Seed: 9007199254740993 is 9007199254740992
  Resources.Job.Properties.Word: {"Fn::Select": [1, {"Fn::Split": [",", "a,b"]}]} is null
  Resources.Job.Properties.Words: {"Fn::Join": ["-", {"Fn::Split": [",", "a,b"]}]} is "-"
  Resources.Job.Version: added, ""
  Resources.Models.Properties: added, {}
  Rules: lost
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
