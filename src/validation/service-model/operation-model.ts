import bedrockAgent from './bedrock-agent.json';
import bedrock from './bedrock.json';
import sagemaker from './sagemaker.json';
import type { ServiceModel, Shape } from './service-model';

const MODELS: readonly ServiceModel[] = [bedrock, bedrockAgent, sagemaker];

/** What the model of a service says of the request of one operation. */
export interface OperationModel {
  readonly operation: string;
  /** Where the model is from, with its version. */
  readonly source: string;
  readonly request: Shape;
  readonly shapes: { readonly [name: string]: Shape };
}

/** The tables of a service: one for each of its endpoints. */
export function serviceModels(service: string): readonly ServiceModel[] {
  return MODELS.filter((model) => model.service === service);
}

/** The table of a service that has an operation; undefined where there is none. */
export function serviceModel(service: string, operation: string): ServiceModel | undefined {
  return serviceModels(service).find(({ operations }) => operation in operations);
}

/** The model of an operation's request; undefined where the operation is none of those that the library calls. */
export function operationModel(service: string, operation: string): OperationModel | undefined {
  const model = serviceModel(service, operation);
  const request = model?.operations[operation];
  if (!model || request === undefined) return undefined;
  return { operation, source: model.source, request: model.shapes[request], shapes: model.shapes };
}
