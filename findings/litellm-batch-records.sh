#!/usr/bin/env bash
# LiteLLM 1.110.2 (PyPI, 2026-11-30) and records for Bedrock's batch inference, which it makes of OpenAI's. For Claude and
# Nova it writes the body that the model takes. For every other model it copies OpenAI's body, without a word:
#
# - Llama takes a prompt and max_gen_len with InvokeModel, and gets messages and max_tokens.
#   (https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-meta.html)
# - Mistral Large takes max_tokens, and gets max_completion_tokens, which is what OpenAI calls it today.
#   (https://docs.aws.amazon.com/bedrock/latest/userguide/model-parameters-mistral-chat-completion.html)
#
# Asked for one answer, the same library sends Llama its own body, and refuses what Mistral does not have. So who has tried a
# prompt, and sends the same in a batch, gets a job in which every record has another body than the model's.
#
# Nothing is sent: the bodies are looked at. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check litellm==1.110.2 boto3==1.44.8
# or it asks the network for prices
export LITELLM_LOCAL_MODEL_COST_MAP=True AWS_DEFAULT_REGION=us-west-2 AWS_ACCESS_KEY_ID=x AWS_SECRET_ACCESS_KEY=x

cat > run.py <<'PROGRAM'
import json
import logging

import litellm
from litellm.llms.bedrock.files.transformation import BedrockFilesConfig
from litellm.llms.custom_httpx.http_handler import HTTPHandler

logging.disable()
litellm.suppress_debug_info = True
MESSAGES = [{"role": "user", "content": "Who wrote it?"}]


class Caught(Exception):
    pass


class Client(HTTPHandler):
    """Takes what is about to be sent."""

    def post(self, *_, data=None, **__):
        raise Caught(data)


def in_batch(model, **options):
    asked = {"model": model, "messages": MESSAGES, **options}
    record = {"custom_id": "question-1", "method": "POST", "url": "/v1/chat/completions", "body": asked}
    (made,) = BedrockFilesConfig()._transform_openai_jsonl_content_to_bedrock_jsonl_content([record])
    return " ".join(sorted(made["modelInput"]))


def alone(model, **options):
    try:
        litellm.completion(f"bedrock/invoke/{model}", MESSAGES, client=Client(), **options)
    except litellm.UnsupportedParamsError:
        return "refused, for a parameter that the model does not have"
    except Exception as error:
        while not isinstance(error, Caught):
            error = error.__cause__ or error.__context__
        return " ".join(sorted(json.loads(error.args[0])))


for model, options in (
    ("anthropic.claude-3-5-sonnet-20240620-v1:0", {"max_completion_tokens": 50}),
    ("meta.llama3-1-8b-instruct-v1:0", {"max_tokens": 50}),
    ("mistral.mistral-large-2407-v1:0", {"max_completion_tokens": 50}),
):
    for way in (alone, in_batch):
        print(f"{model.split('.')[0]}, {way.__name__}: {way(model, **options)}")
PROGRAM
env/bin/python run.py > seen
cat seen
diff - seen <<'EXPECTED'
anthropic, alone: anthropic_version max_tokens messages
anthropic, in_batch: anthropic_version max_tokens messages
meta, alone: max_gen_len prompt
meta, in_batch: max_tokens messages
mistral, alone: refused, for a parameter that the model does not have
mistral, in_batch: max_completion_tokens messages
EXPECTED
