import { CreateModelInvocationJobRequest$ } from '@aws-sdk/client-bedrock';
import {
  CreateCompilationJobRequest$,
  CreateTrainingJobRequest$,
  CreateTransformJobRequest$,
} from '@aws-sdk/client-sagemaker';
import { requestOfSdk, requestOfTable } from './request-outline';
import { operationModel } from '../../../../src/validation/service-model/operation-model';

describe.each([
  ['bedrock', 'CreateModelInvocationJob', CreateModelInvocationJobRequest$],
  ['sagemaker', 'CreateCompilationJob', CreateCompilationJobRequest$],
  ['sagemaker', 'CreateTrainingJob', CreateTrainingJobRequest$],
  ['sagemaker', 'CreateTransformJob', CreateTransformJobRequest$],
] as const)("the table of %s has of %s's request", (service, operation, schema) => {
  const table = requestOfTable(operationModel(service, operation)!);
  const sdk = requestOfSdk(schema);

  test('the members that the SDK has', () => {
    expect(table.members).toEqual(sdk.members);
  });

  test('the required members that the SDK has', () => {
    expect(table.required).toEqual(sdk.required);
  });
});
