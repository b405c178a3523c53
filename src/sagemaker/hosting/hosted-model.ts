import { ArnFormat, Resource } from 'aws-cdk-lib';
import type * as ec2 from 'aws-cdk-lib/aws-ec2';
import * as iam from 'aws-cdk-lib/aws-iam';
import { CfnModel, type IModelRef, type ModelReference } from 'aws-cdk-lib/aws-sagemaker';
import type { Construct } from 'constructs';
import type { HostedArtifacts } from './hosted-artifacts';
import type { HostedModelOptions } from './hosted-model-options';
import { repositoryArnInUri } from './image-in-uri';
import { injectedOptions } from './injected-options';
import { awaitedPolicies } from '../../access/awaited-policies';
import { growingPolicy } from '../../access/growing-policy';
import { requireRole } from '../../access/role-check';
import { type NamedThing, uniqueNameRules } from '../../job/job-name-registry';
import { JobNetwork } from '../../job/job-network';
import { inKeyOrder } from '../../key-order';
import { acknowledgeWildcard } from '../../nag-acknowledgment';
import { ROLE } from '../../validation/expected-value';
import { inconsistent } from '../../validation/invalid';
import { noteAll } from '../../validation/noted-findings';
import { requireOptions, requireString, requireValues } from '../../validation/property-check';
import { shown } from '../../validation/shown';
import { pullStatements } from '../image-pull';
import { grantLogs, grantMetrics } from '../job-logs';
import { networkAccess } from '../network-access';
import { IMAGE, type TrainingImageConfig } from '../training/training-image';
import { TrainingOutputCompression } from '../training/training-output-compression';

const SERVICE = 'sagemaker.amazonaws.com';

/** A model as something that has a name. */
const NAMED_MODEL: NamedThing = {
  noun: 'model',
  kind: CfnModel.CFN_RESOURCE_TYPE_NAME,
  member: { property: 'modelName' },
};

/** Each endpoint has a group of its own, and no model knows the endpoints that will serve it. */
const LOG_GROUPS = '/aws/sagemaker/Endpoints/*';

/**
 * A SageMaker model of what a job has made, to be served by an endpoint or called by a batch transform job: made with
 * `createModel` of the job.
 *
 * It is replaced whenever the job has made something else. An endpoint's configuration takes its name.
 *
 * @see https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html
 *
 * @example
 * declare const compiled: CompilationJob;
 *
 * const model = compiled.createModel(this, 'Model');
 * const config = new sagemaker.CfnEndpointConfig(this, 'EndpointConfig', {
 *   productionVariants: [
 *     {
 *       variantName: 'compiled',
 *       modelName: model.modelName,
 *       instanceType: 'ml.c5.large',
 *       initialInstanceCount: 1,
 *       initialVariantWeight: 1,
 *     },
 *   ],
 * });
 * new sagemaker.CfnEndpoint(this, 'Endpoint', { endpointConfigName: config.attrEndpointConfigName });
 */
export class HostedModel extends Resource implements IModelRef, iam.IGrantable, ec2.IConnectable {
  /** By which the CDK knows the class where properties are injected: those of `createModel`. */
  public static readonly PROPERTY_INJECTION_ID: string = 'cdk-ml-jobs.HostedModel';

  /**
   * Makes the model of a job's artifacts.
   *
   * @internal
   */
  public static _of(
    scope: Construct,
    id: string,
    artifacts: HostedArtifacts,
    options: HostedModelOptions = {},
  ): HostedModel {
    const injected = injectedOptions(HostedModel.PROPERTY_INJECTION_ID, { scope, id }, options);
    return new HostedModel(scope, id, artifacts, injected);
  }

  /** The role with which SageMaker hosts the model. */
  public readonly role: iam.IRole;

  /** The principal to grant permissions to: the model's role. */
  public readonly grantPrincipal: iam.IPrincipal;

  private readonly model: CfnModel;
  private readonly network?: JobNetwork;
  /**
   * What lets a role of the user's pull an image that only the deployment knows. In the role's own policy, it would close a circle
   * where the job has the same role: a job comes after the policies of its role, and the image is its result.
   */
  private imagePolicy?: iam.Policy;

  private constructor(scope: Construct, id: string, artifacts: HostedArtifacts, options: HostedModelOptions) {
    super(scope, id);
    requireOptions(this, 'options', options);
    requireValues(this, options, { role: ROLE, image: IMAGE });
    requireString(this, 'modelName', options.modelName);
    if (options.modelName !== undefined) noteAll(this, uniqueNameRules(this, NAMED_MODEL, options.modelName));
    if (options.networkIsolation === true && artifacts.streams !== undefined) {
      throw inconsistent(this, `'networkIsolation' must not be true: ${artifacts.streams}`);
    }
    if (options.role) requireRole(this, 'role', options.role, SERVICE);
    this.network = JobNetwork.of(this, options);
    this.role = options.role ?? this.createRole();
    this.grantPrincipal = this.role.grantPrincipal;
    artifacts.job.grantRead(this.role);
    this.grantHosting(options.role === undefined);

    this.model = new CfnModel(this, 'Resource', {
      modelName: options.modelName,
      executionRoleArn: this.role.roleArn,
      primaryContainer: {
        ...renderImage(this.bindImage(artifacts.image, options)),
        ...renderData(artifacts.uri, this.isFolder(artifacts, options)),
        environment: inKeyOrder(options.environment),
      },
      enableNetworkIsolation: options.networkIsolation,
      vpcConfig: this.network && {
        subnets: this.network.subnetIds,
        securityGroupIds: this.network.securityGroupIds,
      },
    });
    // SageMaker reads the model with the role when the model is made
    this.model.node.addDependency(
      this.role,
      awaitedPolicies(this, () => this.role),
      ...(this.imagePolicy ? [this.imagePolicy] : []),
      ...(this.network?.dependencies ?? []),
    );
  }

  /**
   * The name of the model.
   *
   * @attribute
   */
  public get modelName(): string {
    return this.model.attrModelName;
  }

  /**
   * The ARN of the model.
   *
   * @attribute
   */
  public get modelArn(): string {
    return this.model.ref;
  }

  /** A reference to the model, for other resources of the CDK. */
  public get modelRef(): ModelReference {
    return this.model.modelRef;
  }

  /** The network connections of a model in a VPC. It is an error to ask for those of another. */
  public get connections(): ec2.Connections {
    if (!this.network) throw inconsistent(this, "'connections' are those of a model in a VPC: give the model a 'vpc'");
    return this.network.connections;
  }

  /**
   * Gives the model's role a permission.
   *
   * @param statement What is allowed.
   */
  public addToRolePolicy(statement: iam.PolicyStatement): void {
    this.role.addToPrincipalPolicy(statement);
  }

  private isFolder({ isFolder }: HostedArtifacts, { modelCompression }: HostedModelOptions): boolean {
    if (modelCompression === undefined) return isFolder === true;
    if (!(modelCompression in TrainingOutputCompression)) {
      throw inconsistent(this, `'modelCompression' must be GZIP or NONE, got ${shown(modelCompression)}`);
    }
    const given = modelCompression === TrainingOutputCompression.NONE;
    if (isFolder === undefined || isFolder === given) return given;
    const written = isFolder ? 'a folder of files' : 'one archive';
    throw inconsistent(this, `'modelCompression' must not be ${modelCompression}: the job writes ${written}`);
  }

  /**
   * For inference, SageMaker sends no ARN of a model or an endpoint, but this text; a batch transform job sends its own.
   *
   * @see https://docs.aws.amazon.com/sagemaker/latest/dg/security-confused-deputy-prevention.html
   */
  private createRole(): iam.Role {
    const arnFormat = ArnFormat.NO_RESOURCE_NAME;
    const inAccount = this.stack.formatArn({ service: 'sagemaker', resource: '*', arnFormat });
    const conditions = { ArnLike: { 'aws:SourceArn': inAccount } };
    return new iam.Role(this, 'Role', { assumedBy: new iam.ServicePrincipal(SERVICE, { conditions }) });
  }

  private bindImage(known: HostedArtifacts['image'], options: HostedModelOptions): TrainingImageConfig {
    const image = options.image ?? known;
    if ('bind' in image) return image.bind(this, this.role, 'image');
    if ('unknown' in image) throw inconsistent(this, `'image' must be given: ${image.unknown}`);
    const statements = pullStatements(repositoryArnInUri(this, image.uri));
    if (options.role === undefined) {
      statements.forEach((statement) => this.role.addToPrincipalPolicy(statement));
    } else {
      this.imagePolicy = growingPolicy(this, 'Image', options.role);
      this.imagePolicy.addStatements(...statements);
    }
    return { imageUri: image.uri };
  }

  private grantHosting(isGeneratedRole: boolean): void {
    const { role, network } = this;
    grantLogs(this, role, LOG_GROUPS);
    grantMetrics(role);
    // on a role of the user's, it would hide findings of their own
    if (isGeneratedRole) {
      acknowledgeWildcard(role, '*', 'Neither metrics nor the authorization of ECR has a resource to be limited to.');
    }
    network?.grantInterfaces(role, networkAccess(), isGeneratedRole);
  }
}

type Container = CfnModel.ContainerDefinitionProperty;

function renderImage({ imageUri: image, vpcAccess, credentialsProviderArn }: TrainingImageConfig): Container {
  if (!vpcAccess) return { image };
  const repositoryAuthConfig = credentialsProviderArn && { repositoryCredentialsProviderArn: credentialsProviderArn };
  return {
    image,
    imageConfig: { repositoryAccessMode: 'Vpc', repositoryAuthConfig: repositoryAuthConfig || undefined },
  };
}

function renderData(uri: string, isFolder: boolean): Container {
  if (!isFolder) return { modelDataUrl: uri };
  return {
    modelDataSource: { s3DataSource: { s3Uri: uri, s3DataType: 'S3Prefix', compressionType: 'None' } },
  };
}
