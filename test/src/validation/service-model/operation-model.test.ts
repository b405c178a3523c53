import { operationModel } from '../../../../src/validation/service-model/operation-model';

test('the model of an operation has the shape of its request, and all that are in it', () => {
  const model = operationModel('bedrock', 'CreateModelInvocationJob')!;
  expect(model.operation).toBe('CreateModelInvocationJob');
  expect(model.source).toMatch(/^botocore \d+\.\d+\.\d+$/);
  expect(model.request).toBe(model.shapes.CreateModelInvocationJobRequest);
});

test.each([
  ['sagemaker', 'CreateModelInvocationJob'],
  ['bedrock', 'DeleteGuardrail'],
  ['s3', 'GetObject'],
])('there is none of what the library does not call: %s %s', (service, operation) => {
  expect(operationModel(service, operation)).toBeUndefined();
});
