import { createHash } from 'node:crypto';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { BedrockClient } from '@aws-sdk/client-bedrock';
import { BedrockAgentClient } from '@aws-sdk/client-bedrock-agent';
import {
  CreateCompilationJobCommand,
  CreateCompilationJobRequest$,
  SageMakerClient,
  type CreateCompilationJobCommandInput,
} from '@aws-sdk/client-sagemaker';
import type { JobKind, JobRequest } from '../../../lambda/job-kind';
import { jobKinds } from '../../../lambda/kinds/job-kinds';
import { sendWhole } from '../../../lambda/kinds/whole-request';
import { COMPILATION_JOB, MODEL_INVOCATION_JOB, TRAINING_JOB, TRANSFORM_JOB } from '../../../src/contract';
import { NO_OBJECTS } from '../stored-objects';

interface Call {
  readonly target: string;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A service that takes whatever it gets, and remembers the bytes. */
const calls: Call[] = [];
let server: Server;
let clients: Parameters<typeof jobKinds>[0];
let kinds: ReturnType<typeof jobKinds>;

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('utf8');
      calls.push({ target: `${request.method} ${request.url}`, headers: request.headers, body });
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end('{}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const setup = {
    endpoint: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    region: 'eu-west-1',
    credentials: { accessKeyId: 'AKIDEXAMPLE', secretAccessKey: 'secret' },
  };
  clients = {
    bedrock: new BedrockClient(setup),
    bedrockAgent: new BedrockAgentClient(setup),
    sagemaker: new SageMakerClient(setup),
  };
  kinds = jobKinds(clients, clients, NO_OBJECTS);
});

afterAll(async () => {
  clients.bedrock.destroy();
  clients.bedrockAgent.destroy();
  clients.sagemaker.destroy();
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

async function sentBy(kind: JobKind, request: JobRequest): Promise<Call> {
  calls.length = 0;
  await kind.create('job', request, { team: 'penguins' }, 'token');
  expect(calls).toHaveLength(1);
  return calls[0];
}

/** The members that no client knows yet, at every depth, with values of every type. */
const NEWER = { Text: 'grüße', Number: 5, Fraction: 0.5, Yes: true, No: false, Nothing: {}, Deep: [{ Er: [1, 'a'] }] };

const REQUESTS: readonly (readonly [kind: string, request: JobRequest, target: string, body: object])[] = [
  [
    COMPILATION_JOB.kind,
    {
      OutputConfig: { S3OutputLocation: 's3://out/', TargetDevice: 'ml_c5', Newer: NEWER },
      StoppingCondition: { MaxRuntimeInSeconds: 900 },
      Newer: 5,
    },
    'POST / SageMaker.CreateCompilationJob',
    {
      CompilationJobName: 'job',
      OutputConfig: { S3OutputLocation: 's3://out/job/', TargetDevice: 'ml_c5', Newer: NEWER },
      StoppingCondition: { MaxRuntimeInSeconds: 900 },
      Tags: [{ Key: 'team', Value: 'penguins' }],
      Newer: 5,
    },
  ],
  [
    TRAINING_JOB.kind,
    {
      InputDataConfig: [{ ChannelName: 'a' }, { ChannelName: 'b', Newer: true, DataSource: { NewerSource: NEWER } }],
      HyperParameters: { a: '1' },
    },
    'POST / SageMaker.CreateTrainingJob',
    {
      TrainingJobName: 'job',
      InputDataConfig: [{ ChannelName: 'a' }, { ChannelName: 'b', Newer: true, DataSource: { NewerSource: NEWER } }],
      HyperParameters: { a: '1' },
      Tags: [{ Key: 'team', Value: 'penguins' }],
    },
  ],
  [
    TRANSFORM_JOB.kind,
    { ModelName: 'model', TransformOutput: { S3OutputPath: 's3://out', Newer: ['a'] } },
    'POST / SageMaker.CreateTransformJob',
    {
      TransformJobName: 'job',
      ModelName: 'model',
      TransformOutput: { S3OutputPath: 's3://out/job/', Newer: ['a'] },
      Tags: [{ Key: 'team', Value: 'penguins' }],
    },
  ],
  [
    MODEL_INVOCATION_JOB.kind,
    { modelId: 'model', inputDataConfig: { newerInput: NEWER }, newer: { records: 5 } },
    'POST /model-invocation-job undefined',
    {
      jobName: 'job',
      clientRequestToken: 'token',
      modelId: 'model',
      inputDataConfig: { newerInput: NEWER },
      newer: { records: 5 },
      tags: [{ key: 'team', value: 'penguins' }],
    },
  ],
];

test.each(REQUESTS)('members that the client does not know are sent: %s', async (kind, request, target, body) => {
  const call = await sentBy(kinds[kind]({}), request);

  expect(`${call.target} ${call.headers['x-amz-target'] as string}`).toBe(target);
  expect(JSON.parse(call.body)).toEqual(body);
});

test.each(REQUESTS)('their bytes are counted, and signed: %s', async (kind, request) => {
  const { headers, body } = await sentBy(kinds[kind]({}), request);

  expect(headers['content-length']).toBe(String(Buffer.byteLength(body)));
  expect(headers['x-amz-content-sha256']).toBe(createHash('sha256').update(body).digest('hex'));
  expect(headers.authorization).toMatch(
    /^AWS4-HMAC-SHA256 .*SignedHeaders=[^ ]*content-length[^ ]*x-amz-content-sha256/,
  );
});

test('a request that the client knows is sent as the client writes it', () => {
  const command = new CreateCompilationJobCommand({ CompilationJobName: 'job' } as CreateCompilationJobCommandInput);

  expect(sendWhole(command, CreateCompilationJobRequest$).middlewareStack.identify()).toEqual([]);
});
