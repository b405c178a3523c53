#!/usr/bin/env bash
# fmeval 1.2.3 (PyPI, 2026-12-01), AWS's library with which SageMaker evaluates foundation models, and three of its algorithms, as
# they score one record:
#
# 1. ClassificationAccuracy. Its converter is documented with "The answer is 2." --> "2", and makes "unknown" of it: it knows
#    whole words between spaces, so that a full stop, or a line break before the label, is a part of it.
# 2. The same: labels are compared in lower case with a target as it is. Of a target with a capital letter, as Positive, every
#    answer is wrong, the right one, too. A label of two words is never found, and "not spam" is spam.
# 3. QAAccuracy, and FactualKnowledge's quasi-exact score: punctuation is taken out before the comparison, and so are minus and
#    the decimal point. -5 is 5, 1.5 is 15, and C++ is C; each is a perfect answer for the other.
# 4. The same: articles are taken out, also where nothing is left. To a question with choices, whose right answer is A, the
#    answer A has an F1 of 0, while The is quasi-exact; and A is in any text: FactualKnowledge's quasi-exact score of B is 1.
#
# Who compares two models, or stops a deployment below a threshold, compares something else where answers are numbers, letters
# or labels. The libraries of models, which these scores do not need, are stood in for. Exits with 0 while that is so, and with
# 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --no-compile --disable-pip-version-check scikit-learn==1.9.1 numpy==2.4.6 regex==2026.11.19
env/bin/pip install --quiet --no-compile --disable-pip-version-check --no-deps fmeval==1.2.3 nltk==3.10.4 jmespath==1.1.0 \
  semantic-version==2.10.0

cat > run.py <<'PROGRAM'
import sys
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from unittest.mock import MagicMock

ABSENT = set("bert_score boto3 botocore evaluate functional mypy_boto3_bedrock pandas pyarrow ray sagemaker torch transformers".split())


class Stand(MetaPathFinder, Loader):
    """Stands in for libraries that are imported, and not used here."""

    def find_spec(self, name, path=None, target=None):
        return ModuleSpec(name, self, is_package=True) if name.partition(".")[0] in ABSENT else None

    def create_module(self, spec):
        return MagicMock(name=spec.name, __path__=[], __spec__=spec)

    def exec_module(self, module):
        pass


sys.meta_path.insert(0, Stand())
from fmeval.eval_algorithms.classification_accuracy import ClassificationAccuracyScores, convert_model_output_to_label
from fmeval.eval_algorithms.factual_knowledge import FactualKnowledgeScores
from fmeval.eval_algorithms.qa_accuracy import QAAccuracyScores


def tell(scorer, target, answer):
    record = scorer({"target_output": target, "model_output": answer})
    scores = {name: it for name, it in record.items() if name not in ("target_output", "model_output")}
    print(f"{type(scorer).__name__}: {target!r}, answered {answer!r}: {scores}")


documented = 'The answer is 2." --> "2"'
print("documented:", documented in convert_model_output_to_label.__doc__)
for labels, target, answer in (
    (["1", "2"], "2", "The answer is 2"),
    (["1", "2"], "2", "The answer is 2."),
    (["1", "2"], "2", "Answer:\n2"),
    (["positive", "negative"], "positive", "Positive"),
    (["Positive", "Negative"], "Positive", "Positive"),
    (["spam", "not spam"], "not spam", "not spam"),
):
    tell(ClassificationAccuracyScores(valid_labels=labels), target, answer)
for target, answer in (("B", "B"), ("A", "A"), ("A", "The"), ("-5", "5"), ("1.5", "15"), ("C++", "C")):
    tell(QAAccuracyScores(), target, answer)
for target, answer in (("B", "C"), ("A", "B"), ("-5", "It is 5.")):
    tell(FactualKnowledgeScores(), target, answer)
PROGRAM
env/bin/python run.py > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
documented: True
ClassificationAccuracyScores: '2', answered 'The answer is 2': {'classified_model_output': '2', 'classification_accuracy_score': 1}
ClassificationAccuracyScores: '2', answered 'The answer is 2.': {'classified_model_output': 'unknown', 'classification_accuracy_score': 0}
ClassificationAccuracyScores: '2', answered 'Answer:\n2': {'classified_model_output': 'unknown', 'classification_accuracy_score': 0}
ClassificationAccuracyScores: 'positive', answered 'Positive': {'classified_model_output': 'positive', 'classification_accuracy_score': 1}
ClassificationAccuracyScores: 'Positive', answered 'Positive': {'classified_model_output': 'positive', 'classification_accuracy_score': 0}
ClassificationAccuracyScores: 'not spam', answered 'not spam': {'classified_model_output': 'spam', 'classification_accuracy_score': 0}
QAAccuracyScores: 'B', answered 'B': {'f1_score': 1.0, 'exact_match_score': 1.0, 'quasi_exact_match_score': 1.0, 'precision_over_words': 1.0, 'recall_over_words': 1.0}
QAAccuracyScores: 'A', answered 'A': {'f1_score': 0.0, 'exact_match_score': 1.0, 'quasi_exact_match_score': 1.0, 'precision_over_words': 0.0, 'recall_over_words': 0.0}
QAAccuracyScores: 'A', answered 'The': {'f1_score': 0.0, 'exact_match_score': 0.0, 'quasi_exact_match_score': 1.0, 'precision_over_words': 0.0, 'recall_over_words': 0.0}
QAAccuracyScores: '-5', answered '5': {'f1_score': 1.0, 'exact_match_score': 0.0, 'quasi_exact_match_score': 1.0, 'precision_over_words': 1.0, 'recall_over_words': 1.0}
QAAccuracyScores: '1.5', answered '15': {'f1_score': 1.0, 'exact_match_score': 0.0, 'quasi_exact_match_score': 1.0, 'precision_over_words': 1.0, 'recall_over_words': 1.0}
QAAccuracyScores: 'C++', answered 'C': {'f1_score': 1.0, 'exact_match_score': 0.0, 'quasi_exact_match_score': 1.0, 'precision_over_words': 1.0, 'recall_over_words': 1.0}
FactualKnowledgeScores: 'B', answered 'C': {'factual_knowledge': 0.0, 'factual_knowledge_quasi_exact': 0.0}
FactualKnowledgeScores: 'A', answered 'B': {'factual_knowledge': 0.0, 'factual_knowledge_quasi_exact': 1.0}
FactualKnowledgeScores: '-5', answered 'It is 5.': {'factual_knowledge': 0.0, 'factual_knowledge_quasi_exact': 1.0}
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
