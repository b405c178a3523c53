import type { StackEvent } from '../../../rehearsal/cloudformation/stack-event';
import { failureReason } from '../../../rehearsal/terminal/failure-reason';

const event = (status: string, reason?: string, resourceType = 'Custom::SageMakerCompilationJob'): StackEvent => ({
  at: 0,
  stackName: 'App',
  stackPath: 'App',
  logicalId: 'Job',
  physicalId: '',
  resourceType,
  path: 'App/Job',
  status,
  ...(reason !== undefined && { reason }),
});
const NESTED = 'AWS::CloudFormation::Stack';

test('is that of the job, not that of the nested stack around it', () => {
  const nested = event('CREATE_FAILED', 'Embedded stack was not successfully created', NESTED);
  expect(failureReason([nested, event('CREATE_FAILED', 'ClientError: no')])).toBe('ClientError: no');
  expect(failureReason([nested])).toBe('Embedded stack was not successfully created');
});

test('is not that of what was cancelled', () => {
  const cancelled = event('CREATE_FAILED', 'Resource creation cancelled');
  expect(failureReason([cancelled, event('CREATE_FAILED', 'ClientError: no')])).toBe('ClientError: no');
});

test("is the stack's own where no resource failed", () => {
  expect(failureReason([event('UPDATE_ROLLBACK_IN_PROGRESS', 'User Initiated', NESTED)])).toBe('User Initiated');
  expect(failureReason([event('CREATE_COMPLETE', 'Delete canceled.', NESTED)])).toBe('Delete canceled.');
});
