import type { ResourceProvider } from './resource-provider';
import type { StackResource } from './stack';
import type { StackDirectory } from './stack-directory';
import type { StackExports } from './stack-exports';
import type { StackOutputReference } from './stack-output-reference';

/** What the stacks of an account have around them. */
export interface StackEnvironment {
  readonly exports: StackExports;
  readonly directory: StackDirectory;
  /** Whether a resource that stays may come after another wait condition than before. */
  readonly mayDependenciesMove: boolean;
  /** Whether what could not be made is deleted before it is made anew. */
  readonly isRetryClearedFirst: boolean;
  /** The output of another stack as it stands. Fails where there is none. */
  output(reference: StackOutputReference): string;
  providerOf(resource: Pick<StackResource, 'type' | 'properties'>): ResourceProvider;
}
