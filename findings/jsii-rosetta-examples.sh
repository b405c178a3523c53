#!/usr/bin/env bash
# jsii-rosetta 6.0.17 (npm, 2026-11-30) translates the examples of a jsii library for its documentation in other languages. This
# one compiles with its library (jsii 6.0.16), and `extract --compile --fail` says nothing of it, nor does `snippet`:
#
# 1. Python: the names in a map are spelled as those of members are. The hyperparameter learningRate is learning_rate, which is
#    another one for the job, and so is every name in a request that is handed on as it is, unless it is in quotes. The other
#    languages keep them. It was mended once: https://github.com/aws/jsii/pull/3449
# 2. In a text with ${…}, each backslash is two, in all four languages: loss=(\S+) is an expression that matches nothing.
# 3. In such a text, braces of its own are not doubled for Python and C#. [0-9]{4} is [0-9]4 there, which is another expression.
#    What is within ${…} stays as it is in TypeScript, so that Python is asked for job.jobName, which it does not have.
# 4. In such a text, a per cent sign is not doubled for Java and Go, where it begins a verb of the format.
# 5. A share of 1 / 4 is 0 in Java, C# and Go, which divide whole numbers.
#
# Who copies such an example has a job with another hyperparameter, or without a metric. The Python is run here, with a library
# that notes what it is given. Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent jsii@6.0.16 jsii-rosetta@6.0.17
export JSII_SILENCE_WARNING_END_OF_LIFE_NODE_VERSION=1 JSII_SILENCE_WARNING_DEPRECATED_NODE_VERSION=1

mkdir library
cat > library/package.json <<'MANIFEST'
{
  "name": "jobs", "version": "1.0.0", "description": "jobs", "license": "Apache-2.0",
  "author": { "name": "jobs", "url": "https://example.com" },
  "repository": { "type": "git", "url": "https://example.com/jobs.git" },
  "main": "index.js", "types": "index.d.ts",
  "jsii": {
    "outdir": "dist",
    "targets": {
      "python": { "distName": "jobs", "module": "jobs" },
      "java": { "package": "com.example.jobs", "maven": { "groupId": "com.example", "artifactId": "jobs" } },
      "dotnet": { "namespace": "Example.Jobs", "packageId": "Example.Jobs" },
      "go": { "moduleName": "example.com/jobs" }
    }
  }
}
MANIFEST
cat > library/index.ts <<'SOURCE'
/** What a job is made of. */
export interface JobProps {
  /** Its name. */
  readonly jobName: string;
  /** Its hyperparameters. */
  readonly hyperParameters?: { [name: string]: string };
  /** Members of the request, as they are. */
  readonly request?: any;
  /** The expression of its metric. */
  readonly metric?: string;
  /** The share of the data that it is validated with. */
  readonly share?: number;
}
/** A job. */
export class Job {
  /** Its name. */
  public readonly jobName: string;
  public constructor(props: JobProps) {
    this.jobName = props.jobName;
  }
}
SOURCE
cat > example.ts <<'EXAMPLE'
import { Job } from 'jobs';
const year = 2026;
const first = new Job({
  jobName: 'first',
  hyperParameters: { learningRate: '0.1', 'maxDepth': '5' },
  request: { StoppingCondition: { MaxRuntimeInSeconds: 60 }, stoppingCondition: { maxRuntimeInSeconds: 60 } },
  metric: 'loss=(\\S+) [0-9]{4} 100%',
  share: 1 / 4,
});
const second = new Job({
  jobName: 'second',
  metric: `loss=(\\S+) [0-9]{4} 100% of ${year}`,
});
const third = new Job({
  jobName: `after-${first.jobName}`,
});
EXAMPLE
{ echo '# Jobs'; echo '```ts'; cat example.ts; echo '```'; } > library/README.md
(cd library && npx jsii) > compiled.txt 2>&1 || { cat compiled.txt; exit 1; }
ln -s ../library node_modules/jobs

# the library in Python: it prints what a job is given
mkdir python
cat > python/jobs.py <<'PROGRAM'
class Job:
    def __init__(self, *, job_name, **others):
        self.job_name = job_name
        print(f"in Python, {job_name}:", *(f"{name}={value}" for name, value in others.items()))
PROGRAM

{
  (cd library && npx jsii-rosetta extract --compile --fail) > extracted.txt 2>&1 && echo 'extract: ends with 0'
  grep -iE 'diagnostic|error' extracted.txt || echo 'extract: nothing is said'
  for language in python java csharp go; do
    npx jsii-rosetta snippet example.ts --language "$language" > "$language.txt" 2> said.txt && echo "$language: ends with 0"
    grep -iE 'diagnostic|error' said.txt || echo "$language: nothing is said"
    grep -iE -A 1 'metric|share|learning_?rate|first\.(get)?_?jobName' "$language.txt" | grep -oiE \
      '(hyper_?parameters.*|stopping_?condition.*|metric.*|share.*|jobname.*first\..*|job_name.*first\..*|"loss=.*)' | sed 's/^/  /'
  done
  PYTHONPATH=python python3 python.txt 2> raised.txt || grep AttributeError raised.txt
} > seen.txt

cat > expected.txt <<'EXPECTED'
extract: ends with 0
extract: nothing is said
python: ends with 0
python: nothing is said
  hyper_parameters={"learning_rate": "0.1", "maxDepth": "5"},
  StoppingCondition": {"MaxRuntimeInSeconds": 60}, "stopping_condition": {"max_runtime_in_seconds": 60}},
  metric="loss=(\\S+) [0-9]{4} 100%",
  share=1 / 4
  metric=f"loss=(\\\\S+) [0-9]{4} 100% of {year}"
  job_name=f"after-{first.jobName}"
java: ends with 0
java: nothing is said
  hyperParameters(Map.of("learningRate", "0.1", "maxDepth", "5"))
  StoppingCondition", Map.of("MaxRuntimeInSeconds", 60), "stoppingCondition", Map.of("maxRuntimeInSeconds", 60)))
  metric("loss=(\\S+) [0-9]{4} 100%")
  share(1 / 4)
  metric(String.format("loss=(\\\\S+) [0-9]{4} 100% of %s", year))
  jobName(String.format("after-%s", first.getJobName()))
csharp: ends with 0
csharp: nothing is said
  HyperParameters = new Dictionary<string, string> { { "learningRate", "0.1" }, { "maxDepth", "5" } },
  StoppingCondition", new Struct { MaxRuntimeInSeconds = 60 } }, { "stoppingCondition", new Struct { MaxRuntimeInSeconds = 60 } } },
  Metric = "loss=(\\S+) [0-9]{4} 100%",
  Share = 1 / 4
  Metric = $"loss=(\\\\S+) [0-9]{4} 100% of {year}"
  JobName = $"after-{first.jobName}"
go: ends with 0
go: nothing is said
  Metric: jsii.String("loss=(\\S+) [0-9]{4} 100%"),
  Share: jsii.Number(1 / 4),
  Metric: fmt.Sprintf("loss=(\\\\S+) [0-9]{4} 100% of %v", year),
  JobName: fmt.Sprintf("after-%v", first.JobName),
in Python, first: hyper_parameters={'learning_rate': '0.1', 'maxDepth': '5'} request={'StoppingCondition': {'MaxRuntimeInSeconds': 60}, 'stopping_condition': {'max_runtime_in_seconds': 60}} metric=loss=(\S+) [0-9]{4} 100% share=0.25
in Python, second: metric=loss=(\\S+) [0-9]4 100% of 2026
AttributeError: 'Job' object has no attribute 'jobName'. Did you mean: 'job_name'?
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
