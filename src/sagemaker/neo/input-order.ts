import { inKeyOrder } from '../../key-order';
import { isPlainObject } from '../../validation/plain-object';

/** The frameworks whose inputs Neo takes by name alone; of all others it says "in order", or nothing. */
const BY_NAME = ['TENSORFLOW', 'KERAS', 'TFLITE', 'XGBOOST', 'SKLEARN'];

/**
 * Whether Neo reads something into the order of a model's inputs. It may where the framework is not known.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_InputConfig.html
 */
export function readsOrder(framework: string | undefined): boolean {
  return framework === undefined || !BY_NAME.includes(framework);
}

/** Inputs in the order in which they are given; what describes one of them has none. */
export function inputsAsGiven(inputs: unknown): unknown {
  if (!isPlainObject(inputs)) return inKeyOrder(inputs);
  return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, inKeyOrder(input)]));
}
