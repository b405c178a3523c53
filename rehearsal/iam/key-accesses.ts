import { accessesTo, type Access } from './access';

/**
 * What CloudWatch Logs does with the key of a log group.
 *
 * @see https://docs.aws.amazon.com/AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html
 */
export function logGroupKeyAccesses(keyArn: string, logGroupArn: string): Access[] {
  const actions = [
    'kms:Encrypt',
    'kms:Decrypt',
    'kms:ReEncryptFrom',
    'kms:ReEncryptTo',
    'kms:GenerateDataKey',
    'kms:DescribeKey',
  ];
  return accessesTo(keyArn, actions, { context: { 'kms:EncryptionContext:aws:logs:arn': logGroupArn } });
}

/**
 * What an execution does with the key of its state machine, with the state machine's role.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
 */
export function executionKeyAccesses(keyArn: string, stateMachineArn: string): Access[] {
  const context = { 'kms:EncryptionContext:aws:states:stateMachineArn': stateMachineArn };
  return accessesTo(keyArn, ['kms:Decrypt', 'kms:GenerateDataKey'], { context });
}

/** What Step Functions does with that key for whoever reads an execution: to start or stop one asks for nothing. */
export function executionReaderKeyAccesses(keyArn: string, stateMachineArn: string): Access[] {
  const [, , , region] = stateMachineArn.split(':');
  const context = {
    'kms:ViaService': `states.${region}.amazonaws.com`,
    'kms:EncryptionContext:aws:states:stateMachineArn': stateMachineArn,
  };
  return accessesTo(keyArn, ['kms:Decrypt'], { context });
}
