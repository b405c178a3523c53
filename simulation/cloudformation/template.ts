/** The properties of a resource: CloudFormation has turned every scalar in them into a string. */
export type Properties = { readonly [name: string]: unknown };

/** What a resource may refer to. */
export interface References {
  /** The physical id of a resource. */
  ref(logicalId: string): string;
  /** An attribute of a resource. */
  attribute(logicalId: string, name: string): string;
}

/** What a resource is to the simulation. */
export type ResourceType = 'job' | 'watch' | 'reference' | 'handle' | 'condition' | 'plain';

export interface TemplateResource {
  readonly type: ResourceType;
  readonly dependsOn?: readonly string[];
  /** The service time-out, or that of a wait condition, in seconds. @default 3600 */
  readonly timeoutSeconds?: number;
  readonly properties: (references: References) => Properties;
}

/** The resources of a stack, by logical id. */
export type Template = { readonly [logicalId: string]: TemplateResource };
