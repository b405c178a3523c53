import { BedrockClient } from '@aws-sdk/client-bedrock';
import { BedrockAgentClient } from '@aws-sdk/client-bedrock-agent';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SFNClient } from '@aws-sdk/client-sfn';
import { createHandler } from './handler';
import { type Clients, jobKinds } from './kinds/job-kinds';
import { CALL_TIMEOUT_SECONDS } from './late-calls';
import { s3ObjectStore } from './s3-object-store';
import { METRICS_VARIABLE } from '../src/contract';

/**
 * A connection that leads nowhere, as in a VPC without the endpoint, must not use up the time of the function: seven
 * tries to start an execution, and the pauses between them, leave enough of it to answer.
 */
const patience = (seconds: number) => ({
  connectionTimeout: 3_000,
  requestTimeout: seconds * 1000,
  throwOnRequestTimeout: true,
});

const SETUP = { requestHandler: patience(20) };
const SETUP_FOR_ONE_TRY = { maxAttempts: 1, requestHandler: patience(CALL_TIMEOUT_SECONDS) };

const clientsWith = (setup: typeof SETUP): Clients => ({
  bedrock: new BedrockClient(setup),
  bedrockAgent: new BedrockAgentClient(setup),
  sagemaker: new SageMakerClient(setup),
});

const clients = clientsWith(SETUP);

/** The one entry: a request of CloudFormation, a tick of the state machine, or a tick that it has given up on. */
export const handler = createHandler({
  sfn: new SFNClient({ maxAttempts: 1, requestHandler: patience(3) }),
  kinds: jobKinds(clients, clientsWith(SETUP_FOR_ONE_TRY), s3ObjectStore(clients.bedrock.config)),
  now: () => new Date(),
  random: Math.random,
  engineName: process.env[METRICS_VARIABLE] === undefined ? undefined : process.env.AWS_LAMBDA_FUNCTION_NAME,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  // not through the console, which would put the line, as a text, into the message of another
  log: (line) => void process.stdout.write(`${JSON.stringify({ timestamp: new Date().toISOString(), ...line })}\n`),
});
