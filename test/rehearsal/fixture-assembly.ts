import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { temporaryFolder } from './fixture-folder';
import type { JsonObject } from '../../rehearsal/json-value';

/** A stack of an assembly that a test writes by hand. */
export interface FixtureStack {
  readonly template: JsonObject;
  /** Artifact ids. */
  readonly dependencies?: readonly string[];
  /** `unknown-account/unknown-region` unless the test says more. */
  readonly environment?: string;
  readonly displayName?: string;
  /** The artifact id unless the test says more. */
  readonly stackName?: string;
  /** Asset key to the file's content; nested templates among them. */
  readonly files?: Record<string, string | Buffer>;
}

export const ASSET_BUCKET = 'cdk-hnb659fds-assets-111122223333-us-east-1';
const BUCKET_WITH_PLACEHOLDERS = 'cdk-hnb659fds-assets-${AWS::AccountId}-${AWS::Region}';

export const FUNCTION_ARN = { 'Fn::GetAtt': ['Handler', 'Arn'] };

/** Answers CloudFormation by what the properties say, and calls nobody. */
export const ANSWERING_HANDLER = `
exports.handler = async (event) => {
  const { Silent = '', Crash = '', Fail = '', Id, Data = {}, Pad = '0', Without = '' } = event.ResourceProperties;
  console.log('received ' + event.RequestType);
  if (Crash.includes(event.RequestType)) process.exit(1);
  if (Silent.includes(event.RequestType)) return;
  const answer = {
    Status: Fail.includes(event.RequestType) ? 'FAILED' : 'SUCCESS',
    Reason: 'the reason of ' + event.RequestType,
    PhysicalResourceId: event.RequestType === 'Delete' ? event.PhysicalResourceId : (Id ?? event.PhysicalResourceId ?? 'id-' + event.LogicalResourceId),
    StackId: event.StackId, RequestId: event.RequestId, LogicalResourceId: event.LogicalResourceId,
    Data: { ...Data, Padding: 'x'.repeat(Number(Pad)) },
  };
  if (Without) delete answer[Without];
  await fetch(event.ResponseURL, { method: 'PUT', headers: { 'content-type': '' }, body: JSON.stringify(answer) });
};
`;

/** Starts an execution for a request; a tick creates a compilation job, polls it and answers. */
export const JOB_HANDLER = `
async function call(url, target, input) {
  const headers = { 'x-amz-target': target, 'x-amz-security-token': process.env.AWS_SESSION_TOKEN };
  const response = await fetch(url, { method: 'POST', headers, body: JSON.stringify(input) });
  const body = await response.json();
  if (response.status !== 200) throw Object.assign(new Error(body.message), { name: body.__type });
  return body;
}
const sagemaker = (operation, input) => call(process.env.AWS_ENDPOINT_URL_SAGEMAKER, 'SageMaker.' + operation, input);
exports.handler = async (event) => {
  if (event.RequestType) {
    const { StateMachine } = event.ResourceProperties;
    const input = { stateMachineArn: StateMachine, name: event.RequestId, input: JSON.stringify({ request: event, wait: 0 }) };
    await call(process.env.AWS_ENDPOINT_URL_SFN, 'AWSStepFunctions.StartExecution', input);
    return;
  }
  const { request } = event;
  const name = request.ResourceProperties.Name;
  const put = (answer) => fetch(request.ResponseURL, { method: 'PUT', headers: { 'content-type': '' }, body: JSON.stringify({
    PhysicalResourceId: name, StackId: request.StackId, RequestId: request.RequestId, LogicalResourceId: request.LogicalResourceId, ...answer }) });
  if (request.RequestType === 'Delete') {
    await put({ Status: 'SUCCESS' });
    return { ...event, done: true };
  }
  if (!event.created) {
    const { Device = 'ml_c5', Input = 's3://bucket/model.tar.gz', VpcConfig } = request.ResourceProperties;
    await sagemaker('CreateCompilationJob', {
      CompilationJobName: name, RoleArn: 'arn:aws:iam::111122223333:role/compile', VpcConfig,
      InputConfig: { S3Uri: Input, Framework: 'XGBOOST' },
      OutputConfig: { S3OutputLocation: 's3://bucket/out/', TargetDevice: Device }, StoppingCondition: { MaxRuntimeInSeconds: 900 } });
    return { ...event, created: true, done: false, wait: 5, at: Date.now() };
  }
  const job = await sagemaker('DescribeCompilationJob', { CompilationJobName: name });
  const running = ['STARTING', 'INPROGRESS', 'STOPPING'].includes(job.CompilationJobStatus);
  if (running) return { ...event, done: false, wait: 30 };
  const failed = job.CompilationJobStatus !== 'COMPLETED';
  await put({ Status: failed ? 'FAILED' : 'SUCCESS', Reason: job.FailureReason, Data: { Arn: job.CompilationJobArn } });
  return { ...event, done: true };
};
`;

/** Starts an execution for a request; a tick creates a batch job, polls it and answers. */
export const BATCH_HANDLER = `
const token = { 'x-amz-security-token': process.env.AWS_SESSION_TOKEN };
async function bedrock(method, path, input) {
  const body = input && JSON.stringify(input);
  const response = await fetch(process.env.AWS_ENDPOINT_URL_BEDROCK + path, { method, headers: token, body });
  if (response.status !== 200) throw Object.assign(new Error((await response.json()).message), { name: response.headers.get('x-amzn-errortype') });
  return response.json();
}
exports.handler = async (event) => {
  if (event.RequestType) {
    const { StateMachineArn } = event.ResourceProperties;
    const input = { stateMachineArn: StateMachineArn, name: event.RequestId, input: JSON.stringify({ request: event, wait: 0 }) };
    await fetch(process.env.AWS_ENDPOINT_URL_SFN, { method: 'POST', headers: { ...token, 'x-amz-target': 'AWSStepFunctions.StartExecution' }, body: JSON.stringify(input) });
    return;
  }
  const { request } = event;
  const { PollSeconds = '30', Request } = request.ResourceProperties;
  const put = (answer) => fetch(request.ResponseURL, { method: 'PUT', headers: { 'content-type': '' }, body: JSON.stringify({
    PhysicalResourceId: event.jobArn ?? request.PhysicalResourceId, StackId: request.StackId, RequestId: request.RequestId, LogicalResourceId: request.LogicalResourceId, ...answer }) });
  if (request.RequestType === 'Delete') {
    await put({ Status: 'SUCCESS' });
    return { ...event, done: true };
  }
  if (!event.jobArn) {
    const { jobArn } = await bedrock('POST', '/model-invocation-job', Request);
    return { ...event, jobArn, done: false, wait: 5 };
  }
  const job = await bedrock('GET', '/model-invocation-job/' + encodeURIComponent(event.jobArn));
  if (['Submitted', 'Validating', 'Scheduled', 'InProgress', 'Stopping'].includes(job.status)) return { ...event, done: false, wait: Number(PollSeconds) };
  await put({ Status: job.status === 'Completed' ? 'SUCCESS' : 'FAILED', Reason: job.message });
  return { ...event, done: true };
};
`;

/** The resources that a job of a fixture needs: the function. */
export function handlerResources(code: string, more: JsonObject = {}): JsonObject {
  return {
    Handler: {
      Type: 'AWS::Lambda::Function',
      Properties: { Code: { ZipFile: code }, Handler: 'index.handler', Runtime: 'nodejs24.x', Timeout: 30, ...more },
    },
  };
}

/** What makes a custom resource a job; these handlers do not look at it. */
const JOB_PROPERTIES = { Kind: 'CompilationJob', Request: {}, StateMachineArn: 'arn:of-nobody' };

/** A job resource whose answer its properties say. */
export function job(properties: JsonObject = {}, more: JsonObject = {}): JsonObject {
  return {
    Type: 'Custom::SageMakerCompilationJob',
    Properties: { ServiceToken: FUNCTION_ARN, ...JOB_PROPERTIES, ...properties },
    ...more,
  };
}

/** A state machine that ticks until the function is done. */
export function tickingStateMachine(more: JsonObject = {}): JsonObject {
  const states = {
    Step: { Type: 'Task', Resource: '<function>', Next: 'Done?', ...more },
    'Done?': { Type: 'Choice', Choices: [{ Variable: '$.done', BooleanEquals: true, Next: 'End' }], Default: 'Wait' },
    Wait: { Type: 'Wait', SecondsPath: '$.wait', Next: 'Step' },
    End: { Type: 'Succeed' },
  };
  const [before, after] = JSON.stringify({ StartAt: 'Step', States: states }).split('<function>');
  return {
    Type: 'AWS::StepFunctions::StateMachine',
    Properties: {
      RoleArn: 'arn:aws:iam::111122223333:role/states',
      DefinitionString: { 'Fn::Join': ['', [before, FUNCTION_ARN, after]] },
    },
  };
}

/** Writes a cloud assembly into a temporary folder. */
export function writeAssembly(stacks: Record<string, FixtureStack>): string {
  const folder = temporaryFolder();
  const artifacts = Object.entries(stacks).flatMap(([id, stack]) => writeStack(folder, id, stack));
  write(folder, 'manifest.json', { version: '48.0.0', artifacts: Object.fromEntries(artifacts) });
  return folder;
}

/** An assembly with one stack named `App`. */
export function writeApp(resources: JsonObject, more: JsonObject = {}, files: FixtureStack['files'] = {}): string {
  return writeAssembly({ App: { template: { Resources: resources, ...more }, files } });
}

function writeStack(folder: string, id: string, stack: FixtureStack): [string, JsonObject][] {
  const { template, dependencies = [], environment = 'unknown-account/unknown-region', files = {} } = stack;
  write(folder, `${id}.template.json`, template);
  for (const [name, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), content);
  }
  write(folder, `${id}.assets.json`, { version: '48.0.0', files: Object.fromEntries(Object.keys(files).map(asset)) });
  const stackArtifact = {
    type: 'aws:cloudformation:stack',
    environment: `aws://${environment}`,
    properties: { templateFile: `${id}.template.json`, stackName: stack.stackName ?? id },
    dependencies: [...dependencies, `${id}.assets`],
    displayName: stack.displayName ?? id,
  };
  const assets = { type: 'cdk:asset-manifest', properties: { file: `${id}.assets.json` } };
  return [
    [id, stackArtifact],
    [`${id}.assets`, assets],
  ];
}

function asset(name: string): [string, JsonObject] {
  const destination = { bucketName: BUCKET_WITH_PLACEHOLDERS, objectKey: name };
  return [name, { source: { path: name, packaging: 'file' }, destinations: { current: destination } }];
}

function write(folder: string, name: string, value: JsonObject): void {
  writeFileSync(join(folder, name), JSON.stringify(value));
}
