/** The properties of a resource: CloudFormation has turned every scalar in them into a string. */
export type Properties = { readonly [name: string]: unknown };

/** What a resource may refer to. */
export interface References {
  /** The physical id of a resource. */
  ref(logicalId: string): string;
  /** An attribute of a resource. */
  attribute(logicalId: string, name: string): string;
}

/** What a resource is to the simulation: a condition is one with a creation policy, which waits for a signal. */
export type ResourceType = 'job' | 'result' | 'reference' | 'condition' | 'plain';

export interface TemplateResource {
  readonly type: ResourceType;
  /** The resources that its `DependsOn` names. */
  readonly dependsOn?: readonly string[];
  /** Those that its properties refer to. */
  readonly refersTo?: readonly string[];
  /** The service time-out, or that of a creation policy, in seconds. @default - that of CloudFormation */
  readonly timeoutSeconds?: number;
  readonly properties: (references: References) => Properties;
}

/** The resources of a stack, by logical id. */
export type Template = { readonly [logicalId: string]: TemplateResource };

/** What must be there before a resource. */
export function needsOf({ dependsOn = [], refersTo = [] }: TemplateResource): readonly string[] {
  return [...dependsOn, ...refersTo];
}

/** The conditions that its `DependsOn` names. */
export function conditionsBefore({ dependsOn = [] }: TemplateResource, template: Template): readonly string[] {
  return dependsOn.filter((logicalId) => template[logicalId]?.type === 'condition');
}
