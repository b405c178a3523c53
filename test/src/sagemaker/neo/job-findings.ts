import { App, Stack, type StackProps } from 'aws-cdk-lib';
import { Annotations, Match } from 'aws-cdk-lib/assertions';
import type { CompilationJobProps } from '../../../../src';
import { compilationJob } from '../../sample-job';

/** The warnings about a compilation job, each with the id by which it is acknowledged. */
export function warningsOf(props: Partial<CompilationJobProps>, env?: StackProps['env']): string[] {
  const stack = new Stack(new App(), 'Stack', { env });
  compilationJob(stack, 'Compile', props);
  const found = Annotations.fromStack(stack).findWarning('*', Match.anyValue());
  return found.map(({ entry }) => entry.data as string);
}

/** The error about a compilation job, or undefined where there is none. */
export function errorOf(props: Partial<CompilationJobProps>): string | undefined {
  try {
    compilationJob(new Stack(new App(), 'Stack'), 'Compile', props);
    return undefined;
  } catch (error) {
    return (error as Error).message;
  }
}
