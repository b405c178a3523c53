import { isHandled, isJob } from '../../../rehearsal/cloudformation/template';

const properties = { Kind: 'CompilationJob', Request: {}, StateMachineArn: 'arn' };

test.each(['Custom::SageMakerCompilationJob', 'Custom::BedrockModelInvocationJob'])('%s is a job', (type) => {
  expect(isJob({ type, properties })).toBe(true);
});

test('a resource of somebody else is none, whatever its type is named', () => {
  expect(isJob({ type: 'Custom::SageMakerCompilationJob', properties: { Kind: 'x', Request: {} } })).toBe(false);
  expect(isJob({ type: 'Custom::AWS', properties })).toBe(false);
});

test('a result is no job, but its function is really run', () => {
  const result = { type: 'Custom::BedrockModelInvocationJobResult', properties: { Kind: 'x', StateMachineArn: 'arn' } };
  expect(isJob(result)).toBe(false);
  expect(isHandled(result)).toBe(true);
});
