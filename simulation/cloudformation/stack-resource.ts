import type { Properties, TemplateResource } from './template';

/** A resource as a stack has it. */
export interface StackResource {
  readonly logicalId: string;
  readonly template: TemplateResource;
  readonly physicalId: string;
  readonly attributes: { readonly [name: string]: string };
  readonly properties: Properties;
  /** Whether it is what its properties say; else it has failed half-way. */
  readonly isComplete: boolean;
  /** Whether it could not be made at all. */
  readonly isUnmade: boolean;
}
