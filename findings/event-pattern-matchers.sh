#!/usr/bin/env bash
# A rule of EventBridge that waits for a job has a pattern, and AWS's own library for these, event-ruler 1.7.3 (Maven), says which
# events it matches. Two others that say so in tests, moto 5.2.5 with its mock of EventBridge, and event-ruler 0.3.0 (PyPI;
# 2026-12-01), of a job's event:
#
# 1. moto looks into objects, and not into a list of them: a pattern for the name of a channel in InputDataConfig matches nothing,
#    also with {"exists": true}, while {"exists": false} matches.
# 2. moto takes a flag for a number: 1 and {"numeric": ["=", 1]} match true, and {"anything-but": [1]} does not.
# 3. moto: an empty list exists. In event-ruler of AWS it does not.
# 4. event-ruler of PyPI, for tests of EventBridge's patterns with Python, refuses prefix, numeric, wildcard, equals-ignore-case,
#    $or, and anything-but of one text or of numbers. All of that is valid.
#
# A test with moto is red for a rule that is right, and green for one with {"exists": false} that never fires in AWS, so that
# what should follow a job does not. (https://github.com/aws/event-ruler) A JDK and Maven are needed. Exits with 0 while that is
# so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check 'moto[events]==5.2.5' boto3==1.44.8 botocore==1.44.8 \
  event-ruler==0.3.0
cat > pom.xml <<'POM'
<project>
  <modelVersion>4.0.0</modelVersion>
  <groupId>patterns</groupId>
  <artifactId>patterns</artifactId>
  <version>1</version>
  <dependencies>
    <dependency>
      <groupId>software.amazon.event.ruler</groupId>
      <artifactId>event-ruler</artifactId>
      <version>1.7.3</version>
    </dependency>
  </dependencies>
</project>
POM
mvn --quiet --batch-mode -Dmaven.repo.local="$folder/m2" dependency:build-classpath -Dmdep.outputFile=classpath.txt \
  > got.txt 2>&1 || { cat got.txt; exit 1; }

cat > detail.json <<'DETAIL'
{
  "TrainingJobName": "churn-7",
  "TrainingJobStatus": "Completed",
  "BillableTimeInSeconds": 300,
  "EnableManagedSpotTraining": true,
  "InputDataConfig": [
    { "ChannelName": "train", "CompressionType": "None" },
    { "ChannelName": "validation", "CompressionType": "Gzip" }
  ],
  "OutputDataConfig": { "S3OutputPath": "s3://models/churn" },
  "FinalMetricDataList": []
}
DETAIL
cat > patterns.txt <<'PATTERNS'
{"TrainingJobStatus": ["Completed", "Failed"]}
{"TrainingJobName": [{"prefix": "churn-"}]}
{"TrainingJobName": [{"wildcard": "ch*-7"}]}
{"TrainingJobStatus": [{"anything-but": "Failed"}]}
{"TrainingJobStatus": [{"equals-ignore-case": "completed"}]}
{"$or": [{"TrainingJobStatus": ["Failed"]}, {"BillableTimeInSeconds": [300]}]}
{"BillableTimeInSeconds": [{"numeric": [">", 60, "<=", 300]}]}
{"OutputDataConfig": {"S3OutputPath": [{"prefix": "s3://models/"}]}}
{"OutputDataConfig": {"KmsKeyId": [{"exists": false}]}}
{"InputDataConfig": {"ChannelName": ["validation"]}}
{"InputDataConfig": {"ChannelName": ["validation"], "CompressionType": ["Gzip"]}}
{"InputDataConfig": {"ChannelName": ["train"], "CompressionType": ["Gzip"]}}
{"InputDataConfig": {"ChannelName": [{"exists": true}]}}
{"InputDataConfig": {"ChannelName": [{"exists": false}]}}
{"EnableManagedSpotTraining": [true]}
{"EnableManagedSpotTraining": [1]}
{"EnableManagedSpotTraining": [{"numeric": ["=", 1]}]}
{"EnableManagedSpotTraining": [{"anything-but": [1]}]}
{"FinalMetricDataList": [{"exists": true}]}
{"FinalMetricDataList": [{"exists": false}]}
PATTERNS
cat > Rules.java <<'PROGRAM'
import java.nio.file.Files;
import java.nio.file.Path;
import software.amazon.event.ruler.Ruler;

public class Rules {
  public static void main(String[] arguments) throws Exception {
    String detail = Files.readString(Path.of("detail.json"));
    for (String pattern : Files.readAllLines(Path.of("patterns.txt"))) {
      System.out.println(pattern + ", event-ruler of AWS: " + (Ruler.matchesRule(detail, pattern) ? "matches" : "no match"));
    }
  }
}
PROGRAM
cat > run.py <<'PROGRAM'
import json

import boto3
import event_ruler
from moto import mock_aws

DETAIL = json.load(open("detail.json"))
SAID = {True: "matches", False: "no match"}
with mock_aws():
    events = boto3.client("events", "eu-west-1", aws_access_key_id="testing", aws_secret_access_key="testing")
    bus = events.describe_event_bus()["Arn"]
    patterns = open("patterns.txt").read().splitlines()
    for number, pattern in enumerate(patterns):
        # an archive counts what matches its pattern
        whole = json.dumps({"detail": json.loads(pattern)})
        events.create_archive(ArchiveName=f"archive-{number}", EventSourceArn=bus, EventPattern=whole)
    events.put_events(Entries=[{"Source": "jobs", "DetailType": "Training Job", "Detail": json.dumps(DETAIL)}])
    for number, pattern in enumerate(patterns):
        count = events.describe_archive(ArchiveName=f"archive-{number}")["EventCount"]
        print(f"{pattern}, moto: {SAID[count == 1]}")
for pattern in patterns:
    try:
        said = SAID[event_ruler.test_event_pattern(json.dumps(DETAIL), pattern)]
    except RuntimeError as error:
        said = str(error)
    print(f"{pattern}, event-ruler of PyPI: {said}")
PROGRAM
{ java -cp "$(cat classpath.txt)" Rules.java; env/bin/python run.py; } > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
{"TrainingJobStatus": ["Completed", "Failed"]}, event-ruler of AWS: matches
{"TrainingJobName": [{"prefix": "churn-"}]}, event-ruler of AWS: matches
{"TrainingJobName": [{"wildcard": "ch*-7"}]}, event-ruler of AWS: matches
{"TrainingJobStatus": [{"anything-but": "Failed"}]}, event-ruler of AWS: matches
{"TrainingJobStatus": [{"equals-ignore-case": "completed"}]}, event-ruler of AWS: matches
{"$or": [{"TrainingJobStatus": ["Failed"]}, {"BillableTimeInSeconds": [300]}]}, event-ruler of AWS: matches
{"BillableTimeInSeconds": [{"numeric": [">", 60, "<=", 300]}]}, event-ruler of AWS: matches
{"OutputDataConfig": {"S3OutputPath": [{"prefix": "s3://models/"}]}}, event-ruler of AWS: matches
{"OutputDataConfig": {"KmsKeyId": [{"exists": false}]}}, event-ruler of AWS: matches
{"InputDataConfig": {"ChannelName": ["validation"]}}, event-ruler of AWS: matches
{"InputDataConfig": {"ChannelName": ["validation"], "CompressionType": ["Gzip"]}}, event-ruler of AWS: matches
{"InputDataConfig": {"ChannelName": ["train"], "CompressionType": ["Gzip"]}}, event-ruler of AWS: no match
{"InputDataConfig": {"ChannelName": [{"exists": true}]}}, event-ruler of AWS: matches
{"InputDataConfig": {"ChannelName": [{"exists": false}]}}, event-ruler of AWS: no match
{"EnableManagedSpotTraining": [true]}, event-ruler of AWS: matches
{"EnableManagedSpotTraining": [1]}, event-ruler of AWS: no match
{"EnableManagedSpotTraining": [{"numeric": ["=", 1]}]}, event-ruler of AWS: no match
{"EnableManagedSpotTraining": [{"anything-but": [1]}]}, event-ruler of AWS: matches
{"FinalMetricDataList": [{"exists": true}]}, event-ruler of AWS: no match
{"FinalMetricDataList": [{"exists": false}]}, event-ruler of AWS: matches
{"TrainingJobStatus": ["Completed", "Failed"]}, moto: matches
{"TrainingJobName": [{"prefix": "churn-"}]}, moto: matches
{"TrainingJobName": [{"wildcard": "ch*-7"}]}, moto: matches
{"TrainingJobStatus": [{"anything-but": "Failed"}]}, moto: matches
{"TrainingJobStatus": [{"equals-ignore-case": "completed"}]}, moto: matches
{"$or": [{"TrainingJobStatus": ["Failed"]}, {"BillableTimeInSeconds": [300]}]}, moto: matches
{"BillableTimeInSeconds": [{"numeric": [">", 60, "<=", 300]}]}, moto: matches
{"OutputDataConfig": {"S3OutputPath": [{"prefix": "s3://models/"}]}}, moto: matches
{"OutputDataConfig": {"KmsKeyId": [{"exists": false}]}}, moto: matches
{"InputDataConfig": {"ChannelName": ["validation"]}}, moto: no match
{"InputDataConfig": {"ChannelName": ["validation"], "CompressionType": ["Gzip"]}}, moto: no match
{"InputDataConfig": {"ChannelName": ["train"], "CompressionType": ["Gzip"]}}, moto: no match
{"InputDataConfig": {"ChannelName": [{"exists": true}]}}, moto: no match
{"InputDataConfig": {"ChannelName": [{"exists": false}]}}, moto: matches
{"EnableManagedSpotTraining": [true]}, moto: matches
{"EnableManagedSpotTraining": [1]}, moto: matches
{"EnableManagedSpotTraining": [{"numeric": ["=", 1]}]}, moto: matches
{"EnableManagedSpotTraining": [{"anything-but": [1]}]}, moto: no match
{"FinalMetricDataList": [{"exists": true}]}, moto: matches
{"FinalMetricDataList": [{"exists": false}]}, moto: no match
{"TrainingJobStatus": ["Completed", "Failed"]}, event-ruler of PyPI: matches
{"TrainingJobName": [{"prefix": "churn-"}]}, event-ruler of PyPI: invalid pattern
{"TrainingJobName": [{"wildcard": "ch*-7"}]}, event-ruler of PyPI: invalid pattern
{"TrainingJobStatus": [{"anything-but": "Failed"}]}, event-ruler of PyPI: invalid pattern
{"TrainingJobStatus": [{"equals-ignore-case": "completed"}]}, event-ruler of PyPI: invalid pattern
{"$or": [{"TrainingJobStatus": ["Failed"]}, {"BillableTimeInSeconds": [300]}]}, event-ruler of PyPI: invalid pattern
{"BillableTimeInSeconds": [{"numeric": [">", 60, "<=", 300]}]}, event-ruler of PyPI: invalid pattern
{"OutputDataConfig": {"S3OutputPath": [{"prefix": "s3://models/"}]}}, event-ruler of PyPI: invalid pattern
{"OutputDataConfig": {"KmsKeyId": [{"exists": false}]}}, event-ruler of PyPI: matches
{"InputDataConfig": {"ChannelName": ["validation"]}}, event-ruler of PyPI: matches
{"InputDataConfig": {"ChannelName": ["validation"], "CompressionType": ["Gzip"]}}, event-ruler of PyPI: matches
{"InputDataConfig": {"ChannelName": ["train"], "CompressionType": ["Gzip"]}}, event-ruler of PyPI: no match
{"InputDataConfig": {"ChannelName": [{"exists": true}]}}, event-ruler of PyPI: matches
{"InputDataConfig": {"ChannelName": [{"exists": false}]}}, event-ruler of PyPI: no match
{"EnableManagedSpotTraining": [true]}, event-ruler of PyPI: matches
{"EnableManagedSpotTraining": [1]}, event-ruler of PyPI: no match
{"EnableManagedSpotTraining": [{"numeric": ["=", 1]}]}, event-ruler of PyPI: invalid pattern
{"EnableManagedSpotTraining": [{"anything-but": [1]}]}, event-ruler of PyPI: invalid pattern
{"FinalMetricDataList": [{"exists": true}]}, event-ruler of PyPI: no match
{"FinalMetricDataList": [{"exists": false}]}, event-ruler of PyPI: matches
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
