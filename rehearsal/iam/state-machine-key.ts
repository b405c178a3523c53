import { callerSession } from './caller-session';
import type { Iam } from './iam';
import { executionKeyAccesses, executionReaderKeyAccesses } from './key-accesses';
import type { ApiCall } from '../emulated-api/api-call';
import { ServiceError } from '../emulated-api/service-error';
import { environmentOf } from '../environment';
import type { StateMachine } from '../step-functions/execution';

/**
 * Refuses a call about a state machine whose key may not be used by those who need it: the state machine's own role to start
 * an execution, and the caller to read one.
 *
 * @see https://docs.aws.amazon.com/step-functions/latest/dg/encryption-at-rest.html
 */
export function checkStateMachineKey(iam: Iam, call: ApiCall, machine: StateMachine): void {
  const { operation, input } = call;
  const environment = environmentOf(machine.arn);
  if (machine.keyId === undefined || !environment) return;
  const keyArn = iam.keyArn(machine.keyId, environment);
  if (keyArn === undefined) return;
  const own = { roleArn: machine.roleArn, name: String(input.name), region: environment.region };
  const denial =
    operation === 'StartExecution'
      ? iam.use(own, executionKeyAccesses(keyArn, machine.arn))
      : operation === 'DescribeExecution'
        ? iam.use(callerSession(call), executionReaderKeyAccesses(keyArn, machine.arn))
        : undefined;
  if (!denial) return;
  throw new ServiceError(
    'KmsAccessDeniedException',
    `Either your KMS key policy or API caller does not have the required permissions. ${denial.message}`,
  );
}
