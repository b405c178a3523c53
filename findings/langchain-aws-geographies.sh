#!/usr/bin/env bash
# langchain-aws 1.9.1 (PyPI, 2026-11-29) and the ids of Bedrock's inference profiles: its table of models has profiles
# of Canada and India (ca.amazon.nova-lite-v1:0, in.anthropic.claude-haiku-4-5-20251001-v1:0), and its reader of ids
# knows neither geography. It takes `ca` and `in` for the providers of the models. With the same model, and another
# geography in front,
#
# - ChatBedrockConverse.stream() calls ConverseStream; with these two it calls Converse, and yields the whole answer at
#   once,
# - ChatBedrock calls InvokeModel for Claude; with `in` it raises NotImplementedError: "Provider in model does not
#   support chat".
#
# It matters to who asks in Canada or India what a batch inference has prepared, and to who reads ids with the same
# list. Nothing is sent: the requests are caught. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check langchain-aws==1.9.1 boto3==1.44.8

cat > run.py <<'PROGRAM'
import logging

import boto3
from langchain_aws import ChatBedrock, ChatBedrockConverse
from langchain_aws.data._profiles import _PROFILES

logging.disable()
names = {"region_name": "us-east-1", "aws_access_key_id": "x", "aws_secret_access_key": "x"}
client = boto3.client("bedrock-runtime", **names)


class Caught(Exception):
    pass


def catch(model, **_):
    raise Caught(model.name)


def outcome(call):
    try:
        call()
    except Caught as caught:
        return str(caught)
    except Exception as error:
        return type(error).__name__


client.meta.events.register("before-call.bedrock-runtime", catch)
common = {"client": client, "region_name": "us-east-1"}
for model in ("us.amazon.nova-lite-v1:0", "ca.amazon.nova-lite-v1:0"):
    chat = ChatBedrockConverse(model=model, bedrock_client=boto3.client("bedrock", **names), **common)
    streams = outcome(lambda: list(chat.stream("hello")))
    print(f"{model}, {'' if model in _PROFILES else 'not '}in the table: of {chat.provider}, a stream calls {streams}")
for model in ("us.anthropic.claude-haiku-4-5-20251001-v1:0", "in.anthropic.claude-haiku-4-5-20251001-v1:0"):
    answer = outcome(lambda: ChatBedrock(model=model, **common).invoke("hello"))
    print(f"{model}, {'' if model in _PROFILES else 'not '}in the table: {answer}")
PROGRAM
env/bin/python run.py > seen.txt

cat > expected.txt <<'EXPECTED'
us.amazon.nova-lite-v1:0, in the table: of amazon, a stream calls ConverseStream
ca.amazon.nova-lite-v1:0, in the table: of ca, a stream calls Converse
us.anthropic.claude-haiku-4-5-20251001-v1:0, in the table: InvokeModel
in.anthropic.claude-haiku-4-5-20251001-v1:0, in the table: NotImplementedError
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
