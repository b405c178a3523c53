import * as path from 'node:path';
import { ArnFormat, CfnOutput, Stack, type StackProps } from 'aws-cdk-lib';
import * as iam from 'aws-cdk-lib/aws-iam';
import * as sagemaker from 'aws-cdk-lib/aws-sagemaker';
import { CompilationJob, CompilationTarget, Framework, ModelData, TargetDevice } from 'cdk-ml-jobs';
import type { Construct } from 'constructs';

/** The account and the repository of the images in which AWS ships compiled XGBoost models. */
const NEO_IMAGES = { account: '*', resource: 'repository', resourceName: 'xgboost-neo' };

/**
 * Compiles a model that tells penguins apart, and hosts it: the endpoint serves the compiled model as soon as the
 * deployment is over. A new model, or a new target, goes the same way.
 */
export class CompileAndHostStack extends Stack {
  constructor(scope: Construct, id: string, props: StackProps = {}) {
    super(scope, id, props);

    const compiled = new CompilationJob(this, 'Compile', {
      modelData: ModelData.fromAsset(path.join(__dirname, 'model', 'model.tar.gz')),
      framework: Framework.XGBOOST,
      target: CompilationTarget.device(TargetDevice.ML_C5),
      outputPrefix: 'penguins',
    });

    const role = this.createHostingRole();
    compiled.grantRead(role);
    const model = new sagemaker.CfnModel(this, 'Model', {
      executionRoleArn: role.roleArn,
      primaryContainer: { image: compiled.inferenceImage, modelDataUrl: compiled.modelArtifacts },
      tags: [{ key: 'compilation-job', value: compiled.compilationJobName }],
    });
    // SageMaker reads the model with the role when it makes it
    model.node.addDependency(role);

    const config = new sagemaker.CfnEndpointConfig(this, 'EndpointConfig', {
      productionVariants: [
        {
          variantName: 'compiled',
          modelName: model.attrModelName,
          instanceType: 'ml.c5.large',
          initialInstanceCount: 1,
          initialVariantWeight: 1,
        },
      ],
    });
    const endpoint = new sagemaker.CfnEndpoint(this, 'Endpoint', {
      endpointConfigName: config.attrEndpointConfigName,
    });
    new CfnOutput(this, 'EndpointName', { value: endpoint.attrEndpointName });
  }

  private createHostingRole(): iam.Role {
    const repository = this.formatArn({ service: 'ecr', ...NEO_IMAGES });
    const logGroups = this.formatArn({
      service: 'logs',
      resource: 'log-group',
      resourceName: '/aws/sagemaker/Endpoints/*',
      arnFormat: ArnFormat.COLON_RESOURCE_NAME,
    });
    const allow = (actions: string[], resource: string) => new iam.PolicyStatement({ actions, resources: [resource] });
    return new iam.Role(this, 'HostingRole', {
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
}
