import { ModelInvocationType } from '../../../../src/bedrock/model-invocation-type';
import { familyOf } from '../../../../src/bedrock/request-body/model-family';
import { requestCheckOf } from '../../../../src/bedrock/request-body/request-check';

/** What is told of a request: warnings begin with their id in brackets. */
export function toldOf(request: object, type: ModelInvocationType, ...modelIds: string[]): string[] {
  const told: string[] = [];
  const tell = (_: string, text: string, warning?: string) => {
    told.push(warning === undefined ? text : `[${warning}] ${text}`);
  };
  requestCheckOf(type, familyOf(modelIds), modelIds)(request as Record<string, unknown>, tell);
  return told;
}

/** What is told of the body of a model. */
export function toldOfBody(modelId: string, request: object): string[] {
  return toldOf(request, ModelInvocationType.INVOKE_MODEL, modelId);
}

/** What is told of a request of Converse. */
export function toldOfConverse(request: object): string[] {
  return toldOf(request, ModelInvocationType.CONVERSE);
}
