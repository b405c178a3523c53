import bedrock from './bedrock.json';
import sagemaker from './sagemaker.json';
import type { ServiceModel, Shape } from './service-model';

const SERVICES: { readonly [service: string]: ServiceModel | undefined } = { bedrock, sagemaker };

/** What the model of a service says of the request of one operation. */
export interface OperationModel {
  readonly operation: string;
  /** Where the model is from, with its version. */
  readonly source: string;
  readonly request: Shape;
  readonly shapes: { readonly [name: string]: Shape };
}

/** What the table of a service has; undefined where there is none. */
export function serviceModel(service: string): ServiceModel | undefined {
  return SERVICES[service];
}

/** The model of an operation's request; undefined where the operation is none of those that the library calls. */
export function operationModel(service: string, operation: string): OperationModel | undefined {
  const model = serviceModel(service);
  const request = model?.operations[operation];
  if (!model || request === undefined) return undefined;
  return { operation, source: model.source, request: model.shapes[request], shapes: model.shapes };
}
