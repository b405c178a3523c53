import { accessesTo, type Access } from './access';
import { urlSuffixOf } from '../partition';

/**
 * The accesses that CloudWatch Logs needs to the key of a log group.
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
  const context = {
    'kms:EncryptionContext:aws:logs:arn': logGroupArn,
    'aws:SourceArn': logGroupArn,
    'aws:SourceAccount': logGroupArn.split(':')[4],
  };
  return accessesTo(keyArn, actions, { context });
}

/**
 * The accesses that an execution needs to the key of its state machine, with the state machine's role.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
 */
export function executionKeyAccesses(keyArn: string, stateMachineArn: string): Access[] {
  const context = { 'kms:EncryptionContext:aws:states:stateMachineArn': stateMachineArn };
  return accessesTo(keyArn, ['kms:Decrypt', 'kms:GenerateDataKey'], { context });
}

/** The accesses needed to that key by a caller who reads an execution: to start or stop one takes none. */
export function executionReaderKeyAccesses(keyArn: string, stateMachineArn: string): Access[] {
  const [, , , region] = stateMachineArn.split(':');
  const context = {
    'kms:ViaService': `states.${region}.${urlSuffixOf(region)}`,
    'kms:EncryptionContext:aws:states:stateMachineArn': stateMachineArn,
  };
  return accessesTo(keyArn, ['kms:Decrypt'], { context });
}
