import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { SFNClient } from '@aws-sdk/client-sfn';
import { createHandler } from './handler';
import { jobKinds } from './kinds/job-kinds';

/** The one entry: a request of CloudFormation, a tick of the state machine, or a tick that it has given up on. */
export const handler = createHandler({
  sfn: new SFNClient({}),
  kinds: jobKinds({ sagemaker: new SageMakerClient({}) }),
  now: () => new Date(),
  random: Math.random,
  sleep: (ms) => new Promise((resolve) => setTimeout(resolve, ms)),
  log: (entry) => console.log(JSON.stringify(entry)),
});
