import { partitionOf } from './partition';

/** An account in a Region. The Region also says in which partition of AWS that is. */
export interface Environment {
  readonly account: string;
  readonly region: string;
}

/** The account and Region in an ARN; undefined of an ARN that lacks one of them, such as that of a bucket or a role. */
export function environmentOf(arn: string | undefined): Environment | undefined {
  const [, , , region, account] = arn?.split(':') ?? [];
  return region && account ? { account, region } : undefined;
}

/** The ARN of a resource of an account in a Region; `resource` is what follows the account. */
export function arnIn({ account, region }: Environment, service: string, resource: string): string {
  return `arn:${partitionOf(region)}:${service}:${region}:${account}:${resource}`;
}

/** The ARN of what IAM has in an account, such as a role. */
export function iamArnIn({ account, region }: Environment, resource: string): string {
  return `arn:${partitionOf(region)}:iam::${account}:${resource}`;
}

/** The ARN of a bucket, or of what is in it: `name` is a bucket's name, or `<bucket>/<key>`. */
export function bucketArnIn({ region }: Pick<Environment, 'region'>, name: string): string {
  return `arn:${partitionOf(region)}:s3:::${name}`;
}

/** The bucket of an ARN as `bucketArnIn` makes it; undefined of any other. */
export function bucketOfArn(arn: string): string | undefined {
  return /^arn:[^:]+:s3:::([^/]+)/.exec(arn)?.[1];
}

/** Equal for equal environments. */
export function environmentKey({ account, region }: Environment): string {
  return `${account}/${region}`;
}
