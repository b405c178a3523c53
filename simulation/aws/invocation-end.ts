/** How an invocation ended. */
export type InvocationEnd =
  | { readonly kind: 'result'; readonly result: unknown }
  | { readonly kind: 'error'; readonly error: Error }
  | { readonly kind: 'crash' }
  | { readonly kind: 'timeout' };
