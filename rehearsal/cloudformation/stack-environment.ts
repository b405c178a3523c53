import type { ResourceProvider } from './resource-provider';
import type { Stack } from './stack';

/** What the stacks of an account have around them. */
export interface StackEnvironment {
  providerOf(type: string): ResourceProvider;
  /** The value of another stack's export. */
  findExport(importer: Stack, name: string): string | undefined;
}
