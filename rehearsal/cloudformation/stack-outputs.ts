import type { IntrinsicFunctions } from './intrinsic-functions';
import type { Template } from './template';
import type { JsonValue } from '../json-value';

/** What a stack puts out, and under which names others may import it. */
export interface StackOutputs {
  readonly outputs: Readonly<Record<string, string>>;
  readonly exports: Readonly<Record<string, string>>;
}

/** Resolves the outputs of a template; `where` names the stack in errors. */
export function stackOutputs(template: Template, functions: IntrinsicFunctions, where: string): StackOutputs {
  const outputs: Record<string, string> = {};
  const exports: Record<string, string> = {};
  for (const [name, output] of Object.entries(template.Outputs ?? {})) {
    const place = `${where}: Outputs.${name}`;
    if (output.Condition !== undefined && !functions.condition(output.Condition, place)) continue;
    outputs[name] = asText(functions.resolve(output.Value, place));
    if (output.Export) exports[asText(functions.resolve(output.Export.Name, place))] = outputs[name];
  }
  return { outputs, exports };
}

function asText(value: JsonValue): string {
  if (Array.isArray(value)) return value.map(asText).join(',');
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
