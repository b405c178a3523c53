/*
 * Has a model of Bedrock say something about a hundred sonnets, and asks Bedrock for the job. A deployment takes from
 * minutes to hours, as the queue is, and costs a few cents: `npm run integ -- --update-on-failed`.
 */
import { ExpectedResult, IntegTest } from '@aws-cdk/integ-tests-alpha';
import { App } from 'aws-cdk-lib';
import type { ModelInvocationJob } from 'cdk-ml-jobs';
import { BatchInferenceStack } from '../../examples/batch-inference/batch-inference-stack';

const app = new App();
const stack = new BatchInferenceStack(app, 'IntegBatchInference');
const job = stack.node.findChild('Sonnets') as ModelInvocationJob;

const { assertions } = new IntegTest(app, 'BatchInference', {
  testCases: [stack],
  regions: ['us-east-1'],
  // it would deploy an earlier snapshot before, whose assets are not kept
  stackUpdateWorkflow: false,
});
assertions
  .awsApiCall('Bedrock', 'getModelInvocationJob', { jobIdentifier: job.modelInvocationJobArn })
  .expect(ExpectedResult.objectLike({ status: 'Completed' }));
app.synth();
