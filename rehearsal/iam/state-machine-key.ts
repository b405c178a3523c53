import { sessionOf, type Iam } from './iam';
import { executionKeyAccesses, executionReaderKeyAccesses } from './key-accesses';
import type { ApiCall } from '../emulated-api/api-call';
import { ServiceError } from '../emulated-api/service-error';
import type { StateMachine } from '../step-functions/execution';

/**
 * Refuses a call about a state machine whose key whoever needs it may not use: the state machine's own role to start an
 * execution, and the caller to read one.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
 */
export function checkStateMachineKey(iam: Iam, call: ApiCall, machine: StateMachine): void {
  const { operation, input } = call;
  const [, , , region, account] = machine.arn.split(':');
  const keyArn = machine.keyId === undefined ? undefined : iam.keyArn(machine.keyId, { account, region });
  if (keyArn === undefined) return;
  const denial =
    operation === 'StartExecution'
      ? iam.use({ roleArn: machine.roleArn, name: String(input.name) }, executionKeyAccesses(keyArn, machine.arn))
      : operation === 'DescribeExecution'
        ? iam.use(sessionOf(call), executionReaderKeyAccesses(keyArn, machine.arn))
        : undefined;
  if (!denial) return;
  throw new ServiceError(
    'KmsAccessDeniedException',
    `Either your KMS key policy or API caller does not have the required permissions. ${denial.message}`,
  );
}
