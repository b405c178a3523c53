import { isJob } from '../../../rehearsal/cloudformation/template';

const properties = { Kind: 'CompilationJob', Request: {}, StateMachineArn: 'arn' };

test.each(['Custom::SageMakerCompilationJob', 'Custom::BedrockModelInvocationJob'])('%s is a job', (type) => {
  expect(isJob({ type, properties })).toBe(true);
});

test('a resource of somebody else is none, whatever its type is named', () => {
  expect(isJob({ type: 'Custom::SageMakerCompilationJob', properties: { Kind: 'x', Request: {} } })).toBe(false);
  expect(isJob({ type: 'Custom::AWS', properties })).toBe(false);
});
