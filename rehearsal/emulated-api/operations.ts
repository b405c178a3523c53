import type { ApiCall } from './api-call';
import { checkRequest } from './request-check';
import { ServiceError } from './service-error';
import { operationModel } from '../../src/validation/service-model/operation-model';
import type { JsonValue } from '../json-value';

/** What the operations of a service do, by name. The service's model says what they take. */
export type Operations = Readonly<Record<string, (call: ApiCall) => JsonValue>>;

/** Runs the operation that a call asks for, once its input has passed the checks. */
export function runOperation(operations: Operations, call: ApiCall): JsonValue {
  const operation = operations[call.operation];
  const model = operationModel(call.service, call.operation);
  if (!operation || !model) {
    throw new ServiceError(
      'UnknownOperationException',
      `The rehearsal does not emulate ${call.service}:${call.operation}.`,
    );
  }
  const unknown = checkRequest(model, call.input);
  call.assumptions?.push(
    ...unknown.map(
      (path) => `${call.service}:${call.operation} takes ${path}, a member that the rehearsal does not know`,
    ),
  );
  return operation(call);
}
