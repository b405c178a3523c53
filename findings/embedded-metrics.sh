#!/usr/bin/env bash
# Four libraries of AWS write the embedded metric format: aws-embedded-metrics 4.2.1 and @aws-lambda-powertools/metrics
# 2.36.0 (npm), aws-embedded-metrics 3.5.0 and aws-lambda-powertools 3.37.0 (PyPI; 2026-11-29). Of the same three calls
# they make other metrics:
#
# 1. A time of 2 seconds, and then of 1,500 milliseconds. Both aws-embedded-metrics keep the first unit, and write 2 and
#    1,500 seconds; powertools for Python keeps the last, and writes 2 and 1,500 milliseconds. One of the two is 1,000
#    times too large or too small then, and nothing says so; only powertools for TypeScript raises an error.
# 2. NaN, as the rate of nothing is. Powertools for Python writes it as it is, so that the whole line is no JSON;
#    powertools for TypeScript writes null, which is no number; both aws-embedded-metrics raise an error.
# 3. A metric that is called as a dimension is. Three put the number in the place of the dimension's text, and have a
#    dimension that is a number then, which the format does not allow; powertools for TypeScript raises an error.
#    (https://docs.aws.amazon.com/AmazonCloudWatch/latest/monitoring/CloudWatch_Embedded_Metric_Format_Specification.html)
#
# Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check aws-embedded-metrics==3.5.0 aws-lambda-powertools==3.37.0
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent aws-embedded-metrics@4.2.1 @aws-lambda-powertools/metrics@2.36.0
export AWS_EMF_ENVIRONMENT=Local POWERTOOLS_METRICS_NAMESPACE=jobs POWERTOOLS_SERVICE_NAME=train

cat > run.py <<'PROGRAM'
import asyncio, sys
from aws_embedded_metrics.logger.metrics_logger_factory import create_metrics_logger
from aws_lambda_powertools import Metrics
library, dimension, *metrics = sys.argv[1:]
if library == "powertools":
    logger = Metrics()
    logger.add_dimension(dimension, "text")
    for metric in metrics:
        name, unit, value = metric.split()
        logger.add_metric(name=name, unit=unit, value=float(value))
    logger.flush_metrics()
else:
    logger = create_metrics_logger()
    logger.put_dimensions({dimension: "text"})
    for metric in metrics:
        name, unit, value = metric.split()
        logger.put_metric(name, float(value), unit)
    asyncio.run(logger.flush())
PROGRAM
cat > run.cjs <<'PROGRAM'
const { createMetricsLogger } = require('aws-embedded-metrics');
const { Metrics } = require('@aws-lambda-powertools/metrics');
const [library, dimension, ...metrics] = process.argv.slice(2);
const logger = library === 'powertools' ? new Metrics() : createMetricsLogger();
library === 'powertools' ? logger.addDimension(dimension, 'text') : logger.putDimensions({ [dimension]: 'text' });
for (const [name, unit, value] of metrics.map((metric) => metric.split(' '))) {
  library === 'powertools' ? logger.addMetric(name, unit, Number(value)) : logger.putMetric(name, Number(value), unit);
}
library === 'powertools' ? logger.publishStoredMetrics() : logger.flush();
PROGRAM
# what has become of the first metric: its values and unit in the line that is written
tell() {
  printf '%s:' "$*"
  for command in 'env/bin/python run.py' 'node run.cjs'; do
    for library in embedded powertools; do
      line=$($command "$library" "$@" 2> /dev/null) || line='an error'
      values=$(sed -E "s/.*\"${2%% *}\": ?(\[[^]]*\]|[^,}]*)[,}].*/\1/; s/\.0//g; s/, /,/g" <<< "$line")
      unit=$(sed -nE 's/.*"Unit": ?"(\w+)".*/ \1/p' <<< "$line")
      printf ' %s %s %s;' "${command##*.}" "$library" "$values$unit"
    done
  done
  echo
}
tell Kind 'Time Seconds 2' 'Time Milliseconds 1500' > seen.txt
tell Kind 'Rate Percent NaN' >> seen.txt
tell Kind 'Kind Count 1' >> seen.txt

cat > expected.txt <<'EXPECTED'
Kind Time Seconds 2 Time Milliseconds 1500: py embedded [2,1500] Seconds; py powertools [2,1500] Milliseconds; cjs embedded [2,1500] Seconds; cjs powertools an error;
Kind Rate Percent NaN: py embedded an error; py powertools [NaN] Percent; cjs embedded an error; cjs powertools null Percent;
Kind Kind Count 1: py embedded 1 Count; py powertools [1] Count; cjs embedded 1 Count; cjs powertools an error;
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
