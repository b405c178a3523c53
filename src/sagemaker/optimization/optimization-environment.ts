import { Tokenization } from 'aws-cdk-lib';
import { inKeyOrder } from '../../key-order';

/** Environment variables as the API takes them: texts, in the order of their names; or nothing, where there are none. */
export function renderEnvironment(variables: {
  readonly [name: string]: unknown;
}): { readonly [name: string]: unknown } | undefined {
  const entries = Object.entries(variables).map(([name, value]): [string, unknown] => [
    name,
    typeof value === 'number' ? Tokenization.stringifyNumber(value) : value,
  ]);
  return entries.length === 0 ? undefined : inKeyOrder(Object.fromEntries(entries));
}
