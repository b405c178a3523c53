import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type * as kms from 'aws-cdk-lib/aws-kms';
import type * as sfn from 'aws-cdk-lib/aws-stepfunctions';
import type { IConstruct } from 'constructs';

/**
 * The ARN of all state machines of a stack's account and Region. What an engine's own depends on cannot name it: that would
 * close a circle.
 */
export function anyStateMachine(stack: Stack): string {
  const arnFormat = ArnFormat.COLON_RESOURCE_NAME;
  return stack.formatArn({ service: 'states', resource: 'stateMachine', resourceName: '*', arnFormat });
}

/**
 * Reads or writes what Step Functions encrypts with a key, and nothing else that the key protects.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
 */
export function useStateMachineKey(scope: IConstruct, key: kms.IKey, actions: string[]): iam.PolicyStatement {
  const stateMachines = anyStateMachine(Stack.of(scope));
  return new iam.PolicyStatement({
    actions,
    resources: [key.keyArn],
    conditions: { ArnLike: { 'kms:EncryptionContext:aws:states:stateMachineArn': stateMachines } },
  });
}

/**
 * Has a state machine encrypt its executions with a key. The CDK would bind what the role may do with the key to the state
 * machine's name, which it does not know.
 */
export function encryptStateMachine(stateMachine: sfn.StateMachine, { keyArn }: kms.IKey): void {
  const resource = stateMachine.node.defaultChild as sfn.CfnStateMachine;
  resource.encryptionConfiguration = { type: 'CUSTOMER_MANAGED_KMS_KEY', kmsKeyId: keyArn };
}

/**
 * Lets the role of a state machine encrypt the log that it delivers with a key, and who delivers it read what it encrypts. The CDK
 * does so where it is told of the key, as it is not here; no page says what the delivery sends that a condition could ask for.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
 */
export function deliverEncryptedLog(stack: Stack, key: kms.IKey): iam.PolicyStatement {
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal('delivery.logs.amazonaws.com')],
      actions: ['kms:Decrypt*'],
      resources: ['*'],
    }),
  );
  const logs = stack.formatArn({ service: 'logs', resource: '*', arnFormat: ArnFormat.COLON_RESOURCE_NAME });
  return new iam.PolicyStatement({
    actions: ['kms:GenerateDataKey'],
    resources: [key.keyArn],
    conditions: { StringEquals: { 'kms:EncryptionContext:SourceArn': logs } },
  });
}

/** Lets CloudWatch Logs encrypt log groups with a key: it does so as itself. */
export function allowLogGroups(key: kms.IKey, stack: Stack): void {
  key.addToResourcePolicy(
    new iam.PolicyStatement({
      principals: [new iam.ServicePrincipal(`logs.${stack.region}.${stack.urlSuffix}`)],
      actions: ['kms:Encrypt*', 'kms:Decrypt*', 'kms:ReEncrypt*', 'kms:GenerateDataKey*', 'kms:Describe*'],
      resources: ['*'],
      conditions: {
        ArnLike: {
          'kms:EncryptionContext:aws:logs:arn': stack.formatArn({ service: 'logs', resource: '*' }),
        },
      },
    }),
  );
}
