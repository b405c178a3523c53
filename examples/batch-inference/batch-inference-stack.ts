import * as path from 'node:path';
import { CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import * as targets from 'aws-cdk-lib/aws-events-targets';
import * as sns from 'aws-cdk-lib/aws-sns';
import * as ssm from 'aws-cdk-lib/aws-ssm';
import { BatchInferenceInput, BatchInferenceModel, ModelInvocationJob, ModelInvocationType } from 'cdk-ml-jobs';
import type { Construct } from 'constructs';

/**
 * Asks a model for the mood and the theme of each of Shakespeare's sonnets. Whoever works with the answers finds them
 * through a parameter, which never names those of a job that has failed.
 */
export class BatchInferenceStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps = {}) {
    super(scope, id, props);

    const job = new ModelInvocationJob(this, 'Sonnets', {
      input: BatchInferenceInput.fromAsset(path.join(__dirname, 'records.jsonl')),
      model: BatchInferenceModel.inferenceProfile('us.amazon.nova-lite-v1:0'),
      modelInvocationType: ModelInvocationType.CONVERSE,
      maxErrorRecords: 5,
    });

    const failures = new sns.Topic(this, 'Failures', { enforceSSL: true });
    job.onFailed('Failed', { target: new targets.SnsTopic(failures) });

    new ssm.StringParameter(this, 'Answers', {
      parameterName: '/sonnets/answers',
      stringValue: job.outputUri,
      description: "Where the model's answers about the sonnets lie",
    });
    new CfnOutput(this, 'AnsweredSonnets', { value: job.successRecordCount });
  }
}
