#!/usr/bin/env bash
# Two clients of Bedrock's batch inference, llmbo-bedrock 0.2.4 and bedrockhelper 1.2.1 (PyPI, 2026-11-30), and jobs that
# do not run, that never end, or that ask something else:
#
# 1. llmbo sends the text "string" as the clientRequestToken of every job. Of a request whose token it knows, "Amazon Bedrock
#    ignores the request, but does not return an error", says the service's model: by that, the second job is not run.
# 2. bedrockhelper knows four of the five statuses in which a job has ended. One that is PartiallyCompleted runs for it: it
#    is waited for until the time is up, and its answers, which have been paid for, are not fetched.
# 3. llmbo makes one prompt of the messages for Llama. Of a conversation it takes the first message alone, and parts of a
#    message, as [{"text": …}], become what Python prints.
# 4. llmbo moves max_tokens and top_p for Nova into inferenceConfig. The stop sequences stay outside, where Nova has none.
#    (https://docs.aws.amazon.com/nova/latest/userguide/complete-request-schema.html)
#
# Nothing is sent: the requests are caught. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check llmbo-bedrock==0.2.4 bedrockhelper==1.2.1 boto3==1.44.8 \
  botocore==1.44.8
printf '[profile batch]\nregion = eu-west-1\n' > config
export AWS_PROFILE=batch AWS_CONFIG_FILE="$folder/config" AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=x

cat > run.py <<'PROGRAM'
import logging, re
from unittest.mock import patch

from botocore.loaders import Loader
from bedrockhelper import BedrockHelper
from bedrockhelper.models import BatchJobResponse
from llmbo import BatchInferer, ModelInput

logging.disable()
ROLE = "arn:aws:iam::111122223333:role/batch"
JOB = "arn:aws:bedrock:eu-west-1:111122223333:model-invocation-job/abcdefghijkl"
tokens = []
status = None


def answer(client, operation, request):
    if operation == "CreateModelInvocationJob":
        tokens.append(request["clientRequestToken"])
    made = {"jobArn": JOB, "status": status, "LocationConstraint": "eu-west-1"}
    return {**made, "ResponseMetadata": {"HTTPStatusCode": 200}}


def records(model, job="job", **body):
    inferer = BatchInferer(model, "bucket", "eu-west-1", job, ROLE)
    inferer.prepare_requests({str(index): ModelInput(**body) for index in range(100)})
    return inferer


with patch("botocore.client.BaseClient._make_api_call", answer):
    asked = {"role": "user", "content": "Who wrote it?"}
    for job, content in (("monday", "One"), ("tuesday", "Two")):
        records("anthropic.claude-3-haiku-20240307-v1:0", job, messages=[{**asked, "content": content}]).create()
    print("the tokens of two jobs:", *tokens)
    shapes = Loader().load_service_model("bedrock", "service-2")["shapes"]
    said = shapes["CreateModelInvocationJobRequest"]["members"]["clientRequestToken"]["documentation"]
    print("the model says:", re.search(r"If this token[^.]*\.", said)[0])

    helper = BedrockHelper()
    for status in ("Completed", "Expired", "PartiallyCompleted"):
        try:
            helper.wait_for_batch_job("job", poll_seconds=0, timeout_seconds=0.1)
            waited = "returns"
        except TimeoutError:
            waited = "times out"
        print(f"{status}: has ended: {BatchJobResponse.is_done({'status': status})}; waited for: {waited}")

    first = {"role": "user", "content": "A sonnet?"}
    for messages in ([first, {"role": "assistant", "content": "The 18th."}, asked], [{**first, "content": [{"text": "Hello"}]}]):
        prompt = records("meta.llama3-1-8b-instruct-v1:0", messages=messages).requests[0]["modelInput"]["prompt"]
        print("for Llama:", prompt.replace("\n", ""))
    nova = records("amazon.nova-lite-v1:0", messages=[asked], max_tokens=9, stop_sequences=["."])
    print("for Nova:", sorted(nova.requests[0]["modelInput"]), nova.requests[0]["modelInput"]["inferenceConfig"])
PROGRAM
env/bin/python run.py > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
the tokens of two jobs: string string
the model says: If this token matches a previous request, Amazon Bedrock ignores the request, but does not return an error.
Completed: has ended: True; waited for: returns
Expired: has ended: True; waited for: returns
PartiallyCompleted: has ended: False; waited for: times out
for Llama: <|begin_of_text|><|start_header_id|>user<|end_header_id|>A sonnet?<|eot_id|><|start_header_id|>assistant<|end_header_id|>
for Llama: <|begin_of_text|><|start_header_id|>user<|end_header_id|>[{'text': 'Hello'}]<|eot_id|><|start_header_id|>assistant<|end_header_id|>
for Nova: ['inferenceConfig', 'messages', 'stop_sequences'] {'maxTokens': 9}
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
