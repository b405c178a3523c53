import type { ResourceProvider } from './resource-provider';
import type { StackResource } from './stack';
import type { StackExports } from './stack-exports';

/** What the stacks of an account have around them. */
export interface StackEnvironment {
  readonly exports: StackExports;
  providerOf(resource: Pick<StackResource, 'type' | 'properties'>): ResourceProvider;
}
