import type { FileFacts, ModelInput } from './file-facts';

/**
 * The inputs of an MXNet model: what its symbol takes and its parameters do not have. Which of them are labels, that only training
 * needs, nothing says; so each may be left out. Undefined where not all is known.
 */
export function mxnetInputs(symbol: FileFacts, parameters: readonly FileFacts[]): readonly ModelInput[] | undefined {
  const known = parameters.map((each) => each.parameters);
  if (!symbol.variables || known.length === 0 || known.some((each) => each === undefined)) return undefined;
  const inputs = symbol.variables.filter((name) => known.every((each) => !each!.has(name)));
  return inputs.map((name) => ({ name, isOptional: true }));
}
