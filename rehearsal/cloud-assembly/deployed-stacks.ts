import { annotationLine } from './annotation';
import { readCloudAssembly, type StackArtifact } from './cloud-assembly';
import { selectStacks } from './stack-selection';
import type { Environment } from '../environment';
import { RehearsalError } from '../rehearsal-error';

/**
 * The stacks of a cloud assembly that are deployed: all, or the named ones and those that they depend on. As the CDK deploys none
 * if a construct in one of them has an error, that is an error here, too.
 *
 * @param environment Where a stack is deployed whose assembly does not say.
 */
export function deployedStacks(
  assembly: string,
  environment: Environment,
  names: readonly string[] = [],
): StackArtifact[] {
  const stacks = selectStacks(readCloudAssembly(assembly, environment), names);
  const errors = stacks.flatMap(({ annotations }) => annotations).filter(({ severity }) => severity === 'Error');
  if (errors.length === 0) return stacks;
  throw new RehearsalError(
    ['The app has errors, with which the CDK deploys nothing:', ...errors.map(annotationLine)].join('\n'),
  );
}
