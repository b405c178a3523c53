#!/usr/bin/env bash
# aws-cdk-lib 2.276.0 has tasks of Step Functions that start jobs of SageMaker and Bedrock (aws-stepfunctions-tasks). What
# they make of some of their documented properties (2026-11-30), beside the service's model, as botocore 1.44.8 has it:
#
# 1. SageMakerCreateTrainingJob: the shuffleConfig of a channel is dropped. The data are read in the order that they have.
# 2. SageMakerCreateModel: each of the `containers` of a pipeline is wrapped in a member `parameters`, which the service
#    does not have.
# 3. SageMakerCreateTransformJob: to say how often an invocation is tried again also cuts its timeout from the service's 600
#    seconds to 60, and to say a timeout sets the service's three retries to none.
# 4. BedrockCreateModelCustomizationJob: a job without validation data is refused, unless it has the hyperparameter
#    "Evaluation percentage"; the service requires neither. In a distillation no teacher can be named, which it requires.
#
# Exits with 0 while that is so, and with 1 when it has changed.
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
python3 -m venv env
env/bin/pip install --quiet --disable-pip-version-check botocore==1.44.8
echo '{ "private": true }' > package.json
npm install --no-audit --no-fund --silent aws-cdk-lib@2.276.0 constructs@10.5.1

cat > run.cjs <<'PROGRAM'
const { App, aws_bedrock, aws_s3, aws_stepfunctions, aws_stepfunctions_tasks: tasks, Duration, Stack } = require('aws-cdk-lib');
const { Construct } = require('constructs');
const stack = new Stack(new App(), 'Stack');
const bucket = new aws_s3.Bucket(stack, 'Bucket');

// the request that a task sends, in a state machine of its own
function requestOf(Task, props) {
  const scope = new Construct(stack, `Scope${stack.node.children.length}`);
  const task = new tasks[Task](scope, 'Task', props);
  const definitionBody = aws_stepfunctions.DefinitionBody.fromChainable(task);
  new aws_stepfunctions.StateMachine(scope, 'Machine', { definitionBody });
  return stack.resolve(task.toStateJson().Parameters);
}
const tell = (what, value) => console.log(`${what}: ${JSON.stringify(value)}`);

const s3Location = tasks.S3Location.fromBucket(bucket, 'train');
const channel = { channelName: 'train', shuffleConfig: { seed: 7 }, dataSource: { s3DataSource: { s3Location } } };
const algorithm = { trainingJobName: 'train', algorithmSpecification: { algorithmName: 'algorithm' } };
const training = { ...algorithm, inputDataConfig: [channel], outputDataConfig: { s3OutputLocation: s3Location } };
const { InputDataConfig } = requestOf('SageMakerCreateTrainingJob', training);
tell('a channel with shuffleConfig', Object.keys(InputDataConfig[0]));
const container = new tasks.ContainerDefinition({ containerHostName: 'step', mode: tasks.Mode.SINGLE_MODEL });
const pipeline = { modelName: 'model', primaryContainer: container, containers: [container] };
tell('containers', requestOf('SageMakerCreateModel', pipeline).Containers);
const transformInput = { transformDataSource: { s3DataSource: { s3Uri: 's3://bucket/in' } } };
const scoring = { transformJobName: 'score', modelName: 'm', transformInput, transformOutput: { s3OutputPath: 's3://b/o' } };
const transform = (modelClientOptions) =>
  requestOf('SageMakerCreateTransformJob', { ...scoring, modelClientOptions }).ModelClientConfig;
tell('two retries', transform({ invocationsMaxRetries: 2 }));
tell('a timeout of 900 seconds', transform({ invocationsTimeout: Duration.minutes(15) }));
const place = { bucket, path: 'data' };
const baseModel = aws_bedrock.FoundationModel.fromFoundationModelId(stack, 'Base', { modelId: 'amazon.nova-lite-v1:0:300k' });
const job = { jobName: 'job', customModelName: 'model', baseModel, trainingData: place, outputData: place };
const customization = (more) => requestOf('BedrockCreateModelCustomizationJob', { ...job, ...more });
try {
  tell('no validation data', customization({}));
} catch ({ message }) {
  tell('no validation data', message);
}
const distillation = customization({ customizationType: 'DISTILLATION', validationData: [place] });
tell('a distillation', Object.keys(distillation).filter((name) => name.startsWith('Custom')));
PROGRAM
node --no-warnings run.cjs > seen.txt 2> errors.txt || { cat errors.txt; exit 1; }
cat > model.py <<'PROGRAM'
import re
from botocore.loaders import Loader

sagemaker, bedrock = (Loader().load_service_model(it, "service-2")["shapes"] for it in ("sagemaker", "bedrock"))
print("a channel of the model has ShuffleConfig:", "ShuffleConfig" in sagemaker["Channel"]["members"])
for name, member in sagemaker["ModelClientConfig"]["members"].items():
    print(f"the model's default of {name}:", re.search(r"default value is (\d+)", member["documentation"])[1])
print("the model requires validation data:", "validationDataConfig" in bedrock["CreateModelCustomizationJobRequest"]["required"])
print("and of a distillation:", *bedrock["DistillationConfig"]["required"])
PROGRAM
env/bin/python model.py >> seen.txt

cat > expected.txt <<'EXPECTED'
a channel with shuffleConfig: ["ChannelName","DataSource"]
containers: [{"parameters":{"ContainerHostname":"step","Mode":"SingleModel"}}]
two retries: {"InvocationsMaxRetries":2,"InvocationsTimeoutInSeconds":60}
a timeout of 900 seconds: {"InvocationsMaxRetries":0,"InvocationsTimeoutInSeconds":900}
no validation data: "validationData or Evaluation percentage hyperparameter must be provided."
a distillation: ["CustomizationType","CustomModelName"]
a channel of the model has ShuffleConfig: True
the model's default of InvocationsTimeoutInSeconds: 600
the model's default of InvocationsMaxRetries: 3
the model requires validation data: False
and of a distillation: teacherModelConfig
EXPECTED
cat seen.txt
if diff expected.txt seen.txt; then echo 'as it was'; else echo 'this has changed'; exit 1; fi
