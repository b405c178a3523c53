import {
  BedrockClient,
  CreateModelInvocationJobCommand,
  GetModelInvocationJobCommand,
  ListModelInvocationJobsCommand,
  type BedrockClientConfig,
} from '@aws-sdk/client-bedrock';
import { DescribeCompilationJobCommand, SageMakerClient } from '@aws-sdk/client-sagemaker';
import { VirtualClock } from '../../../rehearsal/clock';
import type { ApiCall } from '../../../rehearsal/emulated-api/api-call';
import { AwsJsonProtocol } from '../../../rehearsal/emulated-api/aws-json-protocol';
import { FaultPlan, type CallFaultEffect } from '../../../rehearsal/emulated-api/fault';
import { RestJsonProtocol } from '../../../rehearsal/emulated-api/rest-json-protocol';
import { ServiceEndpoint } from '../../../rehearsal/emulated-api/service-endpoint';
import { ServiceError } from '../../../rehearsal/emulated-api/service-error';
import type { WireProtocol } from '../../../rehearsal/emulated-api/wire-protocol';
import type { JsonObject, JsonValue } from '../../../rehearsal/json-value';

const ARN = 'arn:aws:bedrock:us-east-1:111122223333:model-invocation-job/a1b2c3d4e5f6';
const clock = new VirtualClock();
let endpoint: ServiceEndpoint;

afterEach(async () => endpoint.close());

/** A service that answers every call with this. */
async function start(
  protocol: WireProtocol,
  answer: JsonObject | ServiceError,
  effect?: CallFaultEffect,
): Promise<BedrockClientConfig> {
  const handle = ({ operation }: ApiCall): JsonValue => {
    if (answer instanceof ServiceError) throw answer;
    return { operation, ...answer };
  };
  const operations = ['GetModelInvocationJob', 'DescribeCompilationJob'];
  endpoint = new ServiceEndpoint({ name: 'service', handle }, protocol, {
    clock,
    faults: new FaultPlan(effect === undefined ? [] : operations.map((operation) => ({ operation, effect }))),
    authorize: () => {},
    callerOf: () => undefined,
    crash: () => {},
  });
  await endpoint.start();
  const credentials = { accessKeyId: 'a', secretAccessKey: 'b' };
  return { endpoint: endpoint.url, region: 'us-east-1', credentials, maxAttempts: 1 };
}

const bedrock = async (answer: JsonObject | ServiceError, effect?: CallFaultEffect): Promise<BedrockClient> =>
  new BedrockClient(await start(new RestJsonProtocol('bedrock'), answer, effect));
const get = new GetModelInvocationJobCommand({ jobIdentifier: ARN });

describe('REST JSON', () => {
  test('takes the body of a request', async () => {
    const client = await bedrock({ jobArn: ARN });
    const input = {
      jobName: 'job',
      roleArn: 'arn:aws:iam::111122223333:role/batch',
      modelId: 'amazon.nova-lite-v1:0',
      clientRequestToken: 'token',
      inputDataConfig: { s3InputDataConfig: { s3Uri: 's3://input/' } },
      outputDataConfig: { s3OutputDataConfig: { s3Uri: 's3://output/' } },
    };
    expect(await client.send(new CreateModelInvocationJobCommand(input))).toMatchObject({ jobArn: ARN });
    expect(endpoint.calls).toMatchObject([{ service: 'service', operation: 'CreateModelInvocationJob', input }]);
  });

  test('takes a member from the path, and times as texts', async () => {
    const client = await bedrock({ submitTime: '2026-01-01T00:00:00.000Z', totalRecordCount: 5 });
    const answer = await client.send(get);
    expect(answer).toMatchObject({ submitTime: new Date('2026-01-01T00:00:00Z'), totalRecordCount: 5 });
    expect(endpoint.calls).toMatchObject([{ operation: 'GetModelInvocationJob', input: { jobIdentifier: ARN } }]);
  });

  test('takes members from the query, numbers as numbers', async () => {
    const client = await bedrock({});
    const submitTimeAfter = new Date('2026-01-01T00:00:00Z');
    await client.send(new ListModelInvocationJobsCommand({ nameContains: 'a+b', maxResults: 5, submitTimeAfter }));
    expect(endpoint.calls.map(({ input }) => input)).toEqual([
      { nameContains: 'a+b', maxResults: 5, submitTimeAfter: '2026-01-01T00:00:00Z' },
    ]);
  });

  test.each([
    ['ValidationException', 400],
    ['AccessDeniedException', 403],
    ['ResourceNotFoundException', 404],
    ['ConflictException', 400],
    ['ServiceQuotaExceededException', 400],
    ['ThrottlingException', 429],
    ['InternalServerException', 500],
  ])('answers with the error %s and status code %d', async (code, httpStatusCode) => {
    const client = await bedrock(new ServiceError(code, 'the reason'));
    await expect(client.send(get)).rejects.toMatchObject({
      name: code,
      message: 'the reason',
      $metadata: { httpStatusCode },
    });
    expect(endpoint.calls).toMatchObject([{ error: { code, message: 'the reason' } }]);
  });

  test.each<[CallFaultEffect, string]>([
    ['throttle', 'ThrottlingException'],
    ['internal-failure', 'InternalServerException'],
    ['service-unavailable', 'ServiceUnavailableException'],
    ['access-denied', 'AccessDeniedException'],
    [{ error: 'ConflictException', message: 'no' }, 'ConflictException'],
  ])('the fault %j is a %s', async (effect, name) => {
    const client = await bedrock({}, effect);
    await expect(client.send(get)).rejects.toMatchObject({ name });
  });

  test('an unknown path is an operation that no service knows', async () => {
    await bedrock(new ServiceError('UnknownOperationException', 'unknown'));
    const response = await fetch(`${endpoint.url}/model-copy-jobs`);
    expect([response.status, response.headers.get('x-amzn-errortype')]).toEqual([404, 'UnknownOperationException']);
    expect(endpoint.calls).toMatchObject([{ operation: 'GET /model-copy-jobs', input: {} }]);
  });
});

describe('AWS JSON', () => {
  const sagemaker = async (answer: JsonObject | ServiceError, effect?: CallFaultEffect): Promise<SageMakerClient> =>
    new SageMakerClient(await start(new AwsJsonProtocol('1.1'), answer, effect));
  const describeJob = new DescribeCompilationJobCommand({ CompilationJobName: 'job' });

  test('takes the operation from a header', async () => {
    const client = await sagemaker({ CompilationJobStatus: 'STARTING' });
    expect(await client.send(describeJob)).toMatchObject({ CompilationJobStatus: 'STARTING' });
    expect(endpoint.calls).toMatchObject([
      { operation: 'DescribeCompilationJob', input: { CompilationJobName: 'job' } },
    ]);
  });

  test.each<[CallFaultEffect, string, number]>([
    ['throttle', 'ThrottlingException', 400],
    ['internal-failure', 'InternalFailure', 500],
    ['service-unavailable', 'ServiceUnavailable', 503],
    ['access-denied', 'AccessDeniedException', 400],
  ])('the fault %j is a %s with status code %d', async (effect, name, httpStatusCode) => {
    const client = await sagemaker({}, effect);
    await expect(client.send(describeJob)).rejects.toMatchObject({ name, $metadata: { httpStatusCode } });
  });

  test('an answer that is lost has had its effect', async () => {
    const client = await sagemaker({}, 'lost-response');
    await expect(client.send(describeJob)).rejects.toThrow();
    expect(endpoint.calls).toMatchObject([{ output: { operation: 'DescribeCompilationJob' }, fault: 'lost-response' }]);
  });
});
