import type { JsonObject, JsonValue } from '../json-value';

/** A CloudFormation template, as far as the rehearsal reads it. */
export type Template = JsonObject & {
  readonly Resources: Record<string, TemplateResource>;
  readonly Parameters?: Record<string, TemplateParameter>;
  readonly Conditions?: JsonObject;
  readonly Mappings?: JsonObject;
  readonly Outputs?: Record<string, TemplateOutput>;
};

export type TemplateResource = JsonObject & {
  readonly Type: string;
  readonly Properties?: JsonObject;
  readonly DependsOn?: string | string[];
  readonly Condition?: string;
  readonly DeletionPolicy?: string;
  readonly UpdateReplacePolicy?: string;
  readonly Metadata?: JsonObject;
};

export type TemplateParameter = JsonObject & {
  readonly Type: string;
  readonly Default?: JsonValue;
};

export type TemplateOutput = JsonObject & {
  readonly Value: JsonValue;
  readonly Condition?: string;
  readonly Description?: string;
  readonly Export?: { readonly Name: JsonValue };
};

/** The path of the construct that made a resource; its logical id where the template does not say. */
export function constructPath(logicalId: string, resource: TemplateResource): string {
  const path = resource.Metadata?.['aws:cdk:path'];
  return typeof path === 'string' ? path : logicalId;
}

/** The properties that every job of this library has. */
const JOB_PROPERTIES = ['Kind', 'Request', 'StateMachineArn'];

/** Says whether a resource is a job: the functions behind jobs are really run, those of others are assumed to work. */
export function isJob({ type, properties }: { readonly type: string; readonly properties: JsonObject }): boolean {
  return /^Custom::(SageMaker|Bedrock)/.test(type) && JOB_PROPERTIES.every((name) => name in properties);
}

/** Says whether CloudFormation asks a function to make the resource. */
export function isCustomType(type: string): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}
