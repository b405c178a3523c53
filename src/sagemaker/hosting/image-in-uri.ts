import { Fn, Stack } from 'aws-cdk-lib';
import type { Construct } from 'constructs';

/**
 * The ARN of the repository of an image of AWS whose URI is known only when the stack is deployed: `registry/repository:tag`, in
 * which AWS's repositories have names without slashes.
 */
export function repositoryArnInUri(scope: Construct, imageUri: string): string {
  const [registry, name] = [0, 1].map((index) => Fn.select(index, Fn.split('/', imageUri)));
  const account = Fn.select(0, Fn.split('.', registry));
  const repository = Fn.select(0, Fn.split('@', Fn.select(0, Fn.split(':', name))));
  const { partition, region } = Stack.of(scope);
  return `arn:${partition}:ecr:${region}:${account}:repository/${repository}`;
}
