#!/usr/bin/env bash
# sagemaker-core 2.27.0 (PyPI, 2026-11-29), the resources of version 3 of the SageMaker Python SDK: what waits for the
# end of something knows some of its ends only, without a timeout unless one is given.
#
# 1. PipelineExecution.wait_for_status("Succeeded") polls on when the execution has ended as Stopped or as
#    CompletedWithFailures, for ever by default. The second is among the statuses of botocore 1.44.8's model, and not
#    among those that this version knows: wait_for_status("CompletedWithFailures") is refused before anything is asked.
# 2. CompilationJob.wait(), as those of other jobs, returns from a job that was STOPPED as from one that is COMPLETED,
#    though a stopped one has made no model. It raises an error of a FAILED one only.
#
# Nothing is asked of AWS: a resource stays in the status that it is given. Exits with 0 while that is so, and with 1
# when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check sagemaker-core==2.27.0 boto3==1.44.8 botocore==1.44.8

cat > run.py <<'PROGRAM'
import logging
from unittest.mock import patch

from botocore.loaders import Loader
from sagemaker.core.resources import CompilationJob, PipelineExecution
from sagemaker.core.utils.exceptions import TimeoutExceededError

logging.disable()


ARN = "arn:aws:sagemaker:eu-west-1:111122223333:pipeline/p/execution/abcdefghijkl"
ONCE = {"poll": 0, "timeout": 1}


def outcome(resource, wait):
    with patch.object(type(resource), "refresh"):
        try:
            wait()
            return "returns"
        except TimeoutExceededError:
            return "polls on"
        except Exception as error:
            return f"raises {type(error).__name__}"


for status in Loader().load_service_model("sagemaker", "service-2")["shapes"]["PipelineExecutionStatus"]["enum"]:
    execution = PipelineExecution(pipeline_execution_arn=ARN, pipeline_execution_status=status)
    print(f"an execution that is {status}:", outcome(execution, lambda: execution.wait_for_status("Succeeded", **ONCE)))
print("CompletedWithFailures, waited for:", outcome(execution, lambda: execution.wait_for_status(status, **ONCE)))
for status in ("COMPLETED", "FAILED", "STOPPED"):
    job = CompilationJob(compilation_job_name="job", compilation_job_status=status)
    print(f"a job that is {status}:", outcome(job, lambda: job.wait(**ONCE)))
PROGRAM
env/bin/python run.py > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }

cat > expected.txt <<'EXPECTED'
an execution that is Executing: polls on
an execution that is Stopping: polls on
an execution that is Stopped: polls on
an execution that is Failed: raises FailedStatusError
an execution that is Succeeded: returns
an execution that is CompletedWithFailures: polls on
CompletedWithFailures, waited for: raises ValidationError
a job that is COMPLETED: returns
a job that is FAILED: raises FailedStatusError
a job that is STOPPED: returns
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
