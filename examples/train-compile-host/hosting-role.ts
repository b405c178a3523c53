import { ArnFormat, Stack } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import type { Construct } from 'constructs';

/** The repository of the images in which AWS ships compiled XGBoost models. */
const NEO_IMAGES = 'xgboost-neo';

/** The role of an endpoint that serves a model in an image of AWS's: a compiled XGBoost model, unless another repository is given. */
export function createHostingRole(scope: Construct, id: string, resourceName = NEO_IMAGES): iam.Role {
  const stack = Stack.of(scope);
  const repository = stack.formatArn({ service: 'ecr', account: '*', resource: 'repository', resourceName });
  const logGroups = stack.formatArn({
    service: 'logs',
    resource: 'log-group',
    resourceName: '/aws/sagemaker/Endpoints/*',
    arnFormat: ArnFormat.COLON_RESOURCE_NAME,
  });
  const allow = (actions: string[], resource: string) => new iam.PolicyStatement({ actions, resources: [resource] });
  return new iam.Role(scope, id, {
    assumedBy: new iam.ServicePrincipal('sagemaker.amazonaws.com'),
    inlinePolicies: {
      Host: new iam.PolicyDocument({
        statements: [
          allow(['ecr:BatchCheckLayerAvailability', 'ecr:BatchGetImage', 'ecr:GetDownloadUrlForLayer'], repository),
          allow(['ecr:GetAuthorizationToken'], '*'),
          allow(['logs:CreateLogGroup', 'logs:CreateLogStream', 'logs:PutLogEvents'], logGroups),
        ],
      }),
    },
  });
}
