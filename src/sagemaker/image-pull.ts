import * as iam from 'aws-cdk-lib/aws-iam';

/** What a role needs for the images of a repository. */
const PULL_ACTIONS = ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];

/** Lets a role pull images of a repository of ECR that the app knows by its ARN only. */
export function grantPull(role: iam.IRole, repositoryArn: string): void {
  for (const statement of pullStatements(repositoryArn)) role.addToPrincipalPolicy(statement);
}

/** What lets pull images of a repository. */
export function pullStatements(repositoryArn: string): iam.PolicyStatement[] {
  return [
    new iam.PolicyStatement({ actions: PULL_ACTIONS, resources: [repositoryArn] }),
    new iam.PolicyStatement({ actions: ['ecr:GetAuthorizationToken'], resources: ['*'] }),
  ];
}
