import { existsSync } from 'node:fs';
import { readJson } from './json-file';
import type { Template } from '../cloudformation/template';
import { isJsonObject } from '../json-value';
import { RehearsalError } from '../rehearsal-error';

/** Reads a template that the assembly holds. */
export function readTemplate(path: string): Template {
  if (!existsSync(path)) throw new RehearsalError(`The template ${path} is missing from the cloud assembly.`);
  const template = readJson(path);
  if (!isJsonObject(template)) throw new RehearsalError(`The template ${path} is not a JSON object.`);
  const { Resources: resources = {} } = template;
  if (!isJsonObject(resources)) throw new RehearsalError(`The template ${path}: Resources must be a JSON object.`);
  for (const [id, resource] of Object.entries(resources)) {
    if (!isJsonObject(resource) || typeof resource.Type !== 'string') {
      throw new RehearsalError(`The template ${path}: Resources.${id} must be a JSON object with a Type.`);
    }
    if (resource.Properties !== undefined && !isJsonObject(resource.Properties)) {
      throw new RehearsalError(`The template ${path}: Resources.${id}.Properties must be a JSON object.`);
    }
  }
  return { Resources: {}, ...template } as Template;
}
