import type { ApiCall } from './api-call';
import { checkConstraints } from './request-constraints';
import { checkRequest, type Schema } from './request-schema';
import { ServiceError } from './service-error';
import { operationModel } from '../../src/validation/service-model/operation-model';
import type { JsonValue } from '../json-value';

/** An operation of a service: what it takes, and what it does. */
export interface Operation {
  /** The SDK's schema of its input. */
  readonly input: Schema;
  readonly run: (call: ApiCall) => JsonValue;
}

/** The operations of a service, by name. */
export type Operations = Readonly<Record<string, Operation>>;

/** Runs the operation that a call asks for, once its input has passed the checks. */
export function runOperation(operations: Operations, call: ApiCall): JsonValue {
  const operation = operations[call.operation];
  if (!operation) {
    throw new ServiceError(
      'UnknownOperationException',
      `The rehearsal does not emulate ${call.service}:${call.operation}.`,
    );
  }
  const unknown = checkRequest(operation.input, call.input);
  call.assumptions?.push(
    ...unknown.map(
      (path) => `${call.service}:${call.operation} takes ${path}, a member that the rehearsal does not know`,
    ),
  );
  const model = operationModel(call.service, call.operation);
  if (model) checkConstraints(model, call.input);
  return operation.run(call);
}
