import * as iam from 'aws-cdk-lib/aws-iam';

/** What a role needs for any image that is in ECR. */
const TOKEN_ACTION = 'ecr:GetAuthorizationToken';
/** What it needs for the images of a repository. */
const REPOSITORY_ACTIONS = ['ecr:BatchCheckLayerAvailability', 'ecr:GetDownloadUrlForLayer', 'ecr:BatchGetImage'];
/** All that a role needs for an image that is in ECR. */
export const PULL_ACTIONS: readonly string[] = [TOKEN_ACTION, ...REPOSITORY_ACTIONS];

/** Lets a role pull images of a repository of ECR that the app knows by its ARN only. */
export function grantPull(role: iam.IRole, repositoryArn: string): void {
  for (const statement of pullStatements(repositoryArn)) role.addToPrincipalPolicy(statement);
}

/** What lets pull images of a repository. */
export function pullStatements(repositoryArn: string): iam.PolicyStatement[] {
  return [
    new iam.PolicyStatement({ actions: REPOSITORY_ACTIONS, resources: [repositoryArn] }),
    new iam.PolicyStatement({ actions: [TOKEN_ACTION], resources: ['*'] }),
  ];
}
