import { Fn, Stack } from 'aws-cdk-lib';
import type * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';
import { grantPull } from '../image-pull';

/**
 * Lets a role pull an image of AWS whose URI is known only when the stack is deployed: `registry/repository:tag`, in which
 * AWS's repositories have names without slashes. Only that repository can be pulled from.
 */
export function grantPullOfUri(scope: Construct, role: iam.IRole, imageUri: string): void {
  const [registry, name] = [0, 1].map((index) => Fn.select(index, Fn.split('/', imageUri)));
  const account = Fn.select(0, Fn.split('.', registry));
  const repository = Fn.select(0, Fn.split('@', Fn.select(0, Fn.split(':', name))));
  const { partition, region } = Stack.of(scope);
  grantPull(role, `arn:${partition}:ecr:${region}:${account}:repository/${repository}`);
}
