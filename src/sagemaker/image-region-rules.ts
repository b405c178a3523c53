import { Stack } from 'aws-cdk-lib';
import type { IRepository } from 'aws-cdk-lib/aws-ecr';
import type { IConstruct } from 'constructs';
import { type Finding, refusal } from '../validation/finding';
import { arnRegionRules, resourceRegionRules } from '../validation/region-rules';
import { isUnknown } from '../validation/unknown-value';

/** Whether a repository is in the Region of the job: one that is only referred to says it with its ARN. */
export function* repositoryRegionRules(scope: IConstruct, member: string, repository: IRepository): Iterable<Finding> {
  const found = [...resourceRegionRules(scope, member, repository, 'in a repository')];
  yield* found.length > 0 ? found : arnRegionRules(scope, member, repository.repositoryArn);
}

/** The registry of an account in ECR: what is before the first slash has its Region. */
const ECR = /^[^/]*\.dkr[.-]ecr(?:-fips)?\.([a-z0-9-]+)\.(?:amazonaws|on\.aws)/;

/**
 * Whether an image that is in ECR is in the Region of the job, as far as its name says it: SageMaker pulls none from another.
 *
 * @see https://github.com/aws/sagemaker-pytorch-inference-toolkit/pull/7 (2019-12-19)
 * @see https://github.com/aws-samples/mlops-amazon-sagemaker/issues/9
 */
export function* imageRegionRules(scope: IConstruct, member: string, imageName: string): Iterable<Finding> {
  const region = ECR.exec(imageName)?.[1];
  const own = Stack.of(scope).region;
  if (region === undefined || isUnknown(own) || region === own) return;
  yield refusal(member, `must be an image in ${own}, where the job is, got one in ${region}: '${imageName}'`);
}
