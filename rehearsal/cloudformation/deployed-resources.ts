import type { ResourceObserver } from './assumed-resource-provider';
import { checkUnused } from './network-users';
import { attribute } from './physical-resource';
import type { ResourceRequest } from './resource-provider';
import type { EmulatedJob } from '../jobs/emulated-job';
import type { JobEnvironment } from '../jobs/job-regions';
import type { InlineCode } from '../lambda/inline-code';
import { lambdaFunction } from '../lambda/lambda-function';
import type { LambdaService } from '../lambda/lambda-service';
import { readStateMachine, type StepFunctionsService } from '../step-functions/step-functions-service';

export interface DeployedResourcesProps {
  readonly lambda: LambdaService;
  readonly stepFunctions: StepFunctionsService;
  readonly inlineCode: InlineCode;
  /** The jobs of all services. */
  readonly jobs: () => readonly EmulatedJob[];
  readonly now: () => number;
}

/** Hands the functions, state machines, roles and models of a stack to the services that run or use them. */
export class DeployedResources implements ResourceObserver {
  private readonly roles = new Map<string, number>();
  private readonly models = new Set<string>();

  constructor(private readonly props: DeployedResourcesProps) {}

  /** When a role was created, in milliseconds since 1970. */
  public roleCreatedAt(arn: string): number | undefined {
    return this.roles.get(arn);
  }

  /** Says whether an account has a SageMaker model of this name in a Region. */
  public hasModel({ account, region }: JobEnvironment, name: string): boolean {
    return this.models.has(`${account}/${region}/${name}`);
  }

  public onPresent(type: string, id: string, request: ResourceRequest): void {
    switch (type) {
      case 'AWS::IAM::Role': {
        const arn = arnOf(id, request);
        if (!this.roles.has(arn)) this.roles.set(arn, this.props.now());
        break;
      }
      case 'AWS::Lambda::Function':
        this.defineFunction(id, request);
        break;
      case 'AWS::Lambda::EventInvokeConfig':
        this.setRetryAttempts(request, Number(request.properties.MaximumRetryAttempts ?? 2));
        break;
      case 'AWS::StepFunctions::StateMachine':
        this.props.stepFunctions.define(readStateMachine(id, request.properties));
        break;
      case 'AWS::SageMaker::Model':
        this.models.add(modelKey(id, request));
        break;
    }
  }

  public onGone(type: string, id: string, request: ResourceRequest): void {
    checkUnused(id, request, this.props.jobs());
    switch (type) {
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
        this.models.delete(modelKey(id, request));
        break;
    }
  }

  private defineFunction(id: string, request: ResourceRequest): void {
    const { assets } = request.stack;
    const definition = lambdaFunction(arnOf(id, request), id, request.properties, assets, this.props.inlineCode);
    // a function that cannot run here matters only when somebody invokes it
    if (definition) this.props.lambda.define(definition);
  }

  private setRetryAttempts({ properties, address }: ResourceRequest, attempts: number | undefined): void {
    const { account, region } = address;
    const name = String(properties.FunctionName).split(':function:').pop() ?? '';
    this.props.lambda.setRetryAttempts(`arn:aws:lambda:${region}:${account}:function:${name}`, attempts);
  }
}

function arnOf(id: string, { type, properties, address }: ResourceRequest): string {
  return String(attribute('Arn', type, properties, id, address));
}

function modelKey(id: string, { type, properties, address }: ResourceRequest): string {
  const { account, region } = address;
  return `${account}/${region}/${String(attribute('ModelName', type, properties, id, address))}`;
}
