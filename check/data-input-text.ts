import type { CheckedFile } from './checked-file';
import { inKeyOrder } from '../src/key-order';
import type { ModelInput } from '../src/sagemaker/model-archive/content/file-facts';
import { inputsAsGiven, readsOrder } from '../src/sagemaker/neo/input-order';
import { fixedInputs, openInputsText } from '../src/sagemaker/neo/neo-inputs';

/** What a compilation job would read from the inputs of a model, or what is left to say. */
export function dataInputOf(
  framework: string,
  inputs: readonly ModelInput[] | undefined,
): Pick<CheckedFile, 'dataInputConfig' | 'openInputs'> {
  if (!inputs || inputs.length === 0) return {};
  const fixed = fixedInputs(framework, inputs);
  if (!fixed) return { openInputs: openInputsText(framework, inputs) };
  return { dataInputConfig: JSON.stringify(readsOrder(framework) ? inputsAsGiven(fixed) : inKeyOrder(fixed)) };
}
