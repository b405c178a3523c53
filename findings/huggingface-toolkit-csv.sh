#!/usr/bin/env bash
# sagemaker-huggingface-inference-toolkit 2.6.0 (PyPI, 2026-11-30), AWS's toolkit within its Hugging Face images, and how it
# reads text/csv, for an endpoint or a batch transform:
#
# 1. Whether there is a header is seen by whether "inputs", "question" or "context" is anywhere in the first line. A first
#    record with one of these words is taken for the header: it is lost, and all others are read as columns of that name. A
#    batch transform that splits by lines sends the header in the first request only, so that this is how the later ones
#    begin.
# 2. "Inputs" is a header, too, but no column of that name is found then: the model is given a dictionary in place of a text.
# 3. Of a text with a comma, the part after it is cut off, unless it is in quotes.
# 4. All other columns are left out, "parameters" and an id among them, so that answers cannot be told by it.
#
# Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
# the decoders need no model, and so none of the libraries for models
env/bin/pip install --quiet --no-compile --disable-pip-version-check --no-deps sagemaker-huggingface-inference-toolkit==2.6.0 \
  multi-model-server==1.1.11 sagemaker-inference==1.10.1 numpy==2.4.6 pillow==13.0.0 six==1.17.0 psutil==7.2.2 \
  scipy==1.17.1

cat > run.py <<'PROGRAM'
from mms.service import PredictionException
from sagemaker_huggingface_inference_toolkit.decoder_encoder import decode


def tell(what, text):
    try:
        print(f"{what}: {decode(text, 'text/csv')['inputs']}")
    except PredictionException as error:
        print(f"{what}: {error.message[:60]}")


tell("a header", "inputs\nIt broke.\nThanks.\n")
tell("the next request of a batch", "Fine.\nIt broke.\nThanks.\n")
tell("the next, with a word", "I have a question.\nIt broke.\nThanks.\n")
tell("in capitals", "Inputs\nIt broke.\nThanks.\n")
tell("a comma", "inputs\nIt broke, again.\nThanks.\n")
tell("more columns", 'id,inputs,parameters\n7,It broke.,"{""top_k"": 2}"\n')
PROGRAM
env/bin/python run.py > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
a header: ['It broke.', 'Thanks.']
the next request of a batch: You need to provide the correct CSV with Header columns to u
the next, with a word: [{'I have a question.': 'It broke.'}, {'I have a question.': 'Thanks.'}]
in capitals: [{'Inputs': 'It broke.'}, {'Inputs': 'Thanks.'}]
a comma: ['It broke', 'Thanks.']
more columns: ['It broke.']
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
