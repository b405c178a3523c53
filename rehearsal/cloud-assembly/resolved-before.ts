import type { StackArtifact } from './cloud-assembly';
import { IntrinsicFunctions } from '../cloudformation/intrinsic-functions';
import { pseudoParameter } from '../cloudformation/pseudo-parameter';
import type { Template } from '../cloudformation/template';
import type { JsonValue } from '../json-value';
import { RehearsalError } from '../rehearsal-error';

/**
 * The value that one of a stack's template has before anything is deployed; undefined where only a deployment can tell:
 * it fails there, with a better message.
 */
export function resolvedBefore(
  value: JsonValue,
  { account, region, stackName, template: own }: StackArtifact,
  /** The stack's own, or that of a stack nested in it. */
  template: Template = own,
): JsonValue | undefined {
  const unknown = (): never => {
    throw new RehearsalError('known only when the stack is deployed');
  };
  const functions = new IntrinsicFunctions({
    template,
    ref: (name) => pseudoParameter(name, { account, region, stackName, id: '' }),
    getAtt: unknown,
    importValue: unknown,
    stackOutput: unknown,
  });
  try {
    return functions.resolve(value, `Stack ${stackName}`);
  } catch (error) {
    if (error instanceof RehearsalError) return undefined;
    throw error;
  }
}
