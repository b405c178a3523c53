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
  readonly CreationPolicy?: JsonObject;
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

export const WAIT_CONDITION_TYPE = 'AWS::CloudFormation::WaitCondition';

/** The path of the construct that made a resource; its logical id where the template does not say. */
export function constructPath(logicalId: string, resource: TemplateResource): string {
  const path = resource.Metadata?.['aws:cdk:path'];
  return typeof path === 'string' ? path : logicalId;
}

/** The properties of every resource that this library's function makes: jobs, and their results. */
const HANDLED_PROPERTIES = ['Kind', 'StateMachineArn'];

interface TypedProperties {
  readonly type: string;
  readonly properties: JsonObject;
}

/** Says whether the function behind a resource is really run; those of others are assumed to work. */
export function isHandled({ type, properties }: TypedProperties): boolean {
  return /^Custom::(SageMaker|Bedrock)/.test(type) && HANDLED_PROPERTIES.every((name) => name in properties);
}

/** Says whether a resource asks for a job. */
export function isJob(resource: TypedProperties): boolean {
  return isHandled(resource) && 'Request' in resource.properties;
}

/** Says whether a resource reads a job that was made elsewhere. */
export function isReference(resource: TypedProperties): boolean {
  return isHandled(resource) && 'ReferencedJob' in resource.properties;
}

/** Says whether CloudFormation asks a function to make the resource. */
export function isCustomType(type: string): boolean {
  return type.startsWith('Custom::') || type === 'AWS::CloudFormation::CustomResource';
}
