import type { ResourceObserver } from './assumed-resource-provider';
import { BucketContents } from './bucket-contents';
import { BucketFillers } from './bucket-fillers';
import { checkUnused } from './network-users';
import { attribute } from './physical-resource';
import type { ResourceRequest } from './resource-provider';
import { KnowledgeBases } from '../bedrock/ingestion/knowledge-bases';
import { FILE_DEPLOYMENT } from '../cloud-assembly/file-deployment';
import { ServiceError } from '../emulated-api/service-error';
import { arnIn, type Environment } from '../environment';
import { FUNCTION_NETWORK_ACCESSES } from '../iam/function-accesses';
import type { Iam } from '../iam/iam';
import { logGroupKeyAccesses } from '../iam/key-accesses';
import type { EmulatedJob } from '../jobs/emulated-job';
import { asJsonObject, type JsonObject } from '../json-value';
import type { InlineCode } from '../lambda/inline-code';
import { lambdaFunction } from '../lambda/lambda-function';
import type { LambdaService } from '../lambda/lambda-service';
import { urlSuffixOf } from '../partition';
import { DeployedModels, type MadeModel } from '../sagemaker/deployed-models';
import type { DeployedModel } from '../sagemaker/hosting-accesses';
import { readStateMachine, type StepFunctionsService } from '../step-functions/step-functions-service';

export interface DeployedResourcesProps {
  readonly lambda: LambdaService;
  readonly stepFunctions: StepFunctionsService;
  readonly inlineCode: InlineCode;
  readonly iam: Iam;
  /** The jobs of all services. */
  readonly jobs: () => readonly EmulatedJob[];
  readonly now: () => number;
}

/** Hands the functions, state machines, roles and models of a stack to the services that run or use them. */
export class DeployedResources implements ResourceObserver {
  /** The knowledge bases and data sources that stacks have made. */
  public readonly knowledgeBases = new KnowledgeBases();
  private readonly roles = new Map<string, number>();
  private readonly models: DeployedModels;
  private readonly buckets: BucketContents;
  private readonly fillers = new BucketFillers();
  /** The properties of custom resources that deploy files to buckets. */
  private readonly deployments = new Map<string, JsonObject>();

  constructor(private readonly props: DeployedResourcesProps) {
    this.models = new DeployedModels(props.iam, props.now);
    this.buckets = new BucketContents(props.jobs);
  }

  /** When a role was created, in milliseconds since 1970. */
  public roleCreatedAt(arn: string): number | undefined {
    return this.roles.get(arn);
  }

  /** The SageMaker model of this name in an account and Region, if a stack has made it. */
  public model(environment: Environment, name: string): DeployedModel | undefined {
    return this.models.find(environment, name);
  }

  /** The SageMaker models that stacks have made, also those that are gone. */
  public get allModels(): readonly MadeModel[] {
    return this.models.all;
  }

  /** Whether a custom resource that is assumed to work, such as a deployment of files, may have filled a place in a bucket. */
  public mayFill(uri: string): boolean {
    return this.fillers.mayFill(uri);
  }

  /** The properties of the custom resources with which the CDK deploys files to buckets. */
  public get fileDeployments(): readonly JsonObject[] {
    return [...this.deployments.values()];
  }

  public onPresent(type: string, id: string, request: ResourceRequest): void {
    this.props.iam.onPresent(type, id, request);
    this.buckets.onPresent(type, request);
    this.fillers.onPresent(type, id, request);
    if (type === FILE_DEPLOYMENT) this.deployments.set(id, request.properties);
    switch (type) {
      case 'AWS::IAM::Role': {
        const arn = arnOf(id, request);
        if (!this.roles.has(arn)) this.roles.set(arn, this.props.now());
        break;
      }
      case 'AWS::Logs::LogGroup':
        this.checkLogGroup(id, request);
        break;
      case 'AWS::Lambda::Function':
        this.defineFunction(id, request);
        break;
      case 'AWS::Lambda::EventInvokeConfig':
        this.setRetryAttempts(request, Number(request.properties.MaximumRetryAttempts ?? 2));
        break;
      case 'AWS::StepFunctions::StateMachine':
        this.defineStateMachine(id, request.properties);
        break;
      case 'AWS::Bedrock::KnowledgeBase':
        this.knowledgeBases.addBase(id, request);
        break;
      case 'AWS::Bedrock::DataSource':
        this.knowledgeBases.addSource(dataSourceId(id, request), request);
        break;
      case 'AWS::SageMaker::Model':
        this.models.add(modelName(id, request), request);
        break;
      case 'AWS::SageMaker::EndpointConfig':
        this.models.addConfiguration(endpointConfigName(id, request), request);
        break;
      case 'AWS::SageMaker::Endpoint':
        this.models.serve(endpointName(id, request), request);
        break;
    }
  }

  public onGone(type: string, id: string, request: ResourceRequest): void {
    checkUnused(id, request, this.props.jobs());
    this.buckets.onGone(type, id, request);
    this.props.iam.onGone(type, id, request);
    this.deployments.delete(id);
    switch (type) {
      case 'AWS::Bedrock::KnowledgeBase':
        this.knowledgeBases.removeBase(id, request);
        break;
      case 'AWS::Bedrock::DataSource':
        this.knowledgeBases.removeSource(dataSourceId(id, request), request);
        break;
      case 'AWS::IAM::Role':
        this.roles.delete(arnOf(id, request));
        break;
      case 'AWS::Lambda::Function':
        this.props.lambda.remove(arnOf(id, request));
        break;
      case 'AWS::Lambda::EventInvokeConfig':
        this.setRetryAttempts(request, undefined);
        break;
      case 'AWS::StepFunctions::StateMachine':
        this.props.stepFunctions.remove(id);
        break;
      case 'AWS::SageMaker::Model':
        this.models.remove(modelName(id, request), request);
        break;
    }
  }

  private defineFunction(id: string, request: ResourceRequest): void {
    const { assets } = request.stack;
    const { properties } = request;
    this.checkFunctionRole(id, request);
    const definition = lambdaFunction(arnOf(id, request), id, properties, assets, this.props.inlineCode);
    // a function that cannot run here matters only when somebody invokes it
    if (definition) this.props.lambda.define(definition);
  }

  private checkFunctionRole(name: string, { properties, address }: ResourceRequest): void {
    const { iam } = this.props;
    const { Role: role, VpcConfig: vpc } = properties;
    const { region } = address;
    const roleArn = String(role ?? '');
    if (iam.assume({ roleArn, service: 'lambda.amazonaws.com' })) {
      throw ServiceError.validation('The role defined for the function cannot be assumed by Lambda.');
    }
    const { SubnetIds: subnets } = asJsonObject(vpc);
    if (!Array.isArray(subnets) || subnets.length === 0) return;
    const denial = iam.use({ roleArn, name, region }, FUNCTION_NETWORK_ACCESSES);
    if (!denial) return;
    const action = denial.access.action.slice('ec2:'.length);
    throw ServiceError.validation(`The provided execution role does not have permissions to call ${action} on EC2`);
  }

  private defineStateMachine(arn: string, properties: JsonObject): void {
    const machine = readStateMachine(arn, properties);
    const { roleArn } = machine;
    if (this.props.iam.assume({ roleArn, service: 'states.amazonaws.com', sourceArn: arn })) {
      throw ServiceError.validation(
        'Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role.',
      );
    }
    this.props.stepFunctions.define(machine);
  }

  /** CloudWatch Logs tries the key of a new log group. */
  private checkLogGroup(name: string, { properties, address }: ResourceRequest): void {
    const { iam } = this.props;
    const { region } = address;
    const { KmsKeyId: keyId } = properties;
    const keyArn = keyId === undefined ? undefined : iam.keyArn(String(keyId), address);
    if (keyArn === undefined) return;
    const arn = arnIn(address, 'logs', `log-group:${name}`);
    if (!iam.use({ service: `logs.${region}.${urlSuffixOf(region)}` }, logGroupKeyAccesses(keyArn, arn))) return;
    throw ServiceError.validation(
      `The specified KMS key does not exist or is not allowed to be used with Arn '${arn}'`,
    );
  }

  private setRetryAttempts({ properties, address }: ResourceRequest, attempts: number | undefined): void {
    const name = String(properties.FunctionName).split(':function:').pop() ?? '';
    this.props.lambda.setRetryAttempts(arnIn(address, 'lambda', `function:${name}`), attempts);
  }
}

function arnOf(id: string, { type, properties, address }: ResourceRequest): string {
  return String(attribute('Arn', type, properties, id, address));
}

function dataSourceId(id: string, { type, properties, address }: ResourceRequest): string {
  return String(attribute('DataSourceId', type, properties, id, address));
}

function modelName(id: string, { type, properties, address }: ResourceRequest): string {
  return String(attribute('ModelName', type, properties, id, address));
}

function endpointName(id: string, { type, properties, address }: ResourceRequest): string {
  return String(attribute('EndpointName', type, properties, id, address));
}

function endpointConfigName(id: string, { type, properties, address }: ResourceRequest): string {
  return String(attribute('EndpointConfigName', type, properties, id, address));
}
