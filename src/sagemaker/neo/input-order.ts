import { neoFramework } from './neo-frameworks';
import { inKeyOrder } from '../../key-order';
import { isPlainObject } from '../../validation/plain-object';

/** Whether Neo reads something into the order of a model's inputs. It may where the framework is not known. */
export function readsOrder(framework: string | undefined): boolean {
  return neoFramework(framework)?.readsOrder ?? true;
}

/** Inputs in the order in which they are given; what describes one of them has none. */
export function inputsAsGiven(inputs: unknown): unknown {
  if (!isPlainObject(inputs)) return inKeyOrder(inputs);
  return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, inKeyOrder(input)]));
}
