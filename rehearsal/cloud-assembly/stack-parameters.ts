import type { StackArtifact } from './cloud-assembly';
import { isNamed } from './stack-selection';

/** What somebody gives as a parameter's value: for every stack that has it, or for one (`App:Name`). */
export interface ParameterName {
  /** The stack's name, its path or its artifact id. */
  readonly stack?: string;
  readonly name: string;
}

export function parseParameterName(text: string): ParameterName {
  const colon = text.indexOf(':');
  return colon < 0 ? { name: text } : { stack: text.slice(0, colon), name: text.slice(colon + 1) };
}

/** The values that are given for a stack; one that is given for this stack goes before one for all. */
export function parametersOf(artifact: StackArtifact, given: Record<string, string>): Record<string, string> {
  const entries = Object.entries(given).map(([text, value]) => ({ ...parseParameterName(text), value }));
  const meant = entries.filter(({ stack }) => stack === undefined || isNamed(artifact, stack));
  const inOrder = [...meant].sort((a, b) => Number(a.stack !== undefined) - Number(b.stack !== undefined));
  return Object.fromEntries(inOrder.map(({ name, value }) => [name, value]));
}
