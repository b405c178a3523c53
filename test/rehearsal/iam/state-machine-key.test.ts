import type { ApiCall } from '../../../rehearsal/emulated-api/api-call';
import { checkStateMachineKey } from '../../../rehearsal/iam/state-machine-key';
import { allow, IamFixture, WORKER } from '../fixture-iam';

const KEY = 'arn:aws:kms:us-east-1:111122223333:key/k';
const ARN = 'arn:aws:states:us-east-1:111122223333:stateMachine:Machine';
const MACHINE = { arn: ARN, roleArn: 'arn:aws:iam::111122223333:role/MachineRole', definition: {}, keyId: KEY };
const ON_KEY = { Condition: { StringEquals: { 'kms:EncryptionContext:aws:states:stateMachineArn': ARN } } };

let iam: IamFixture;
beforeEach(() => {
  iam = new IamFixture();
  iam.role([]);
  iam.role([], {}, 'MachineRole');
});

const check = (operation: string, machine: typeof MACHINE | Omit<typeof MACHINE, 'keyId'> = MACHINE) => {
  const call: ApiCall = { service: 'states', operation, input: {}, at: 0, caller: undefined, roleArn: WORKER };
  return () => checkStateMachineKey(iam, call, machine);
};

test('an execution starts only where the role of the state machine may use the key', () => {
  expect(check('StartExecution')).toThrow(
    'Either your KMS key policy or API caller does not have the required permissions. User: arn:aws:sts::111122223333:assumed-role/MachineRole/',
  );
  iam.role([allow(['kms:Decrypt', 'kms:GenerateDataKey'], KEY, ON_KEY)], {}, 'MachineRole');
  expect(check('StartExecution')).not.toThrow();
});

test('who reads an execution must be allowed to decrypt', () => {
  expect(check('DescribeExecution')).toThrow('kms:Decrypt');
  iam.role([allow('kms:Decrypt', KEY, ON_KEY)]);
  expect(check('DescribeExecution')).not.toThrow();
});

test('to list or stop executions takes no key', () => {
  expect(check('ListExecutions')).not.toThrow();
  expect(check('StopExecution')).not.toThrow();
});

test('a key of AWS is nothing to ask for', () => {
  const { keyId: _, ...machine } = MACHINE;
  expect(check('StartExecution', machine)).not.toThrow();
});
