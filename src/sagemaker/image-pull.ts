import * as iam from 'aws-cdk-lib/aws-iam';

/** What a role needs for the images of a repository. */
const PULL_ACTIONS = ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];

/** Lets a role pull images of a repository of ECR that the app knows by its ARN only. */
export function grantPull(role: iam.IRole, repositoryArn: string): void {
  role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: PULL_ACTIONS, resources: [repositoryArn] }));
  role.addToPrincipalPolicy(new iam.PolicyStatement({ actions: ['ecr:GetAuthorizationToken'], resources: ['*'] }));
}
