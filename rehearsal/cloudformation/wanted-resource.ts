import type { StackResource } from './stack';
import { constructPath, type TemplateResource } from './template';
import type { JsonObject } from '../json-value';

/** A resource as the template wants it, as far as that is known before its functions are resolved. */
export type WantedResource = StackResource & { properties: JsonObject; creationPolicy?: JsonObject };

export function wantedResource(
  id: string,
  template: TemplateResource,
  dependencies: string[],
  existing: StackResource | undefined,
): WantedResource {
  return {
    logicalId: id,
    type: template.Type,
    path: constructPath(id, template),
    physicalId: existing?.physicalId ?? '',
    properties: {},
    attributes: existing?.attributes ?? {},
    dependencies,
    deletionPolicy: template.DeletionPolicy ?? 'Delete',
    updateReplacePolicy: template.UpdateReplacePolicy ?? 'Delete',
    generation: existing?.generation ?? 0,
    status: existing?.status ?? '',
  };
}
