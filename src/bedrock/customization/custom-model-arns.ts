import { ArnFormat, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/**
 * The ARN of all custom models of the account and the Region of a construct. A job's own is known when the job has ended, and
 * a policy that named it would wait for the job that waits for the policy.
 */
export function customModelArns(construct: IConstruct): string {
  return Stack.of(construct).formatArn({
    service: 'bedrock',
    resource: 'custom-model',
    resourceName: '*',
    arnFormat: ArnFormat.SLASH_RESOURCE_NAME,
  });
}
