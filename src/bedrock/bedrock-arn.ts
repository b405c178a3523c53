import { type ArnComponents, ArnFormat, Stack } from 'aws-cdk-lib';
import type { IConstruct } from 'constructs';

/** The ARN of what Bedrock has in the account and the Region of a construct, where nothing else is said of them. */
export function bedrockArn(
  construct: IConstruct,
  resource: string,
  resourceName: string,
  elsewhere?: Pick<ArnComponents, 'region' | 'account'>,
): string {
  const arnFormat = ArnFormat.SLASH_RESOURCE_NAME;
  return Stack.of(construct).formatArn({ service: 'bedrock', resource, resourceName, arnFormat, ...elsewhere });
}

/**
 * The ARN of all models of a type of the account and the Region of a construct. That of the model that a job makes is known when
 * the job has ended, and a policy that named it would wait for the job that waits for the policy.
 */
export function allModelsArn(construct: IConstruct, type: 'custom-model' | 'imported-model'): string {
  return bedrockArn(construct, type, '*');
}

/** The ARN of a foundation model in a Region, which may have wildcards, or be empty for a model that is in none. */
export function foundationModelArn(construct: IConstruct, modelId: string, region: string): string {
  return bedrockArn(construct, 'foundation-model', modelId, { region, account: '' });
}
