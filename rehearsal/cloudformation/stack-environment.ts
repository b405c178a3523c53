import type { ResourceProvider } from './resource-provider';
import type { StackResource } from './stack';
import type { StackExports } from './stack-exports';
import type { StackOutputReference } from './stack-output-reference';

/** What the stacks of an account have around them. */
export interface StackEnvironment {
  readonly exports: StackExports;
  /** The output of another stack as it stands. Fails where there is none. */
  output(reference: StackOutputReference): string;
  providerOf(resource: Pick<StackResource, 'type' | 'properties'>): ResourceProvider;
}
