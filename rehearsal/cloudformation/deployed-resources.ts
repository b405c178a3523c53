import type { ResourceObserver } from './assumed-resource-provider';
import { attribute } from './physical-resource';
import type { ResourceRequest } from './resource-provider';
import type { InlineCode } from '../lambda/inline-code';
import { lambdaFunction } from '../lambda/lambda-function';
import type { LambdaService } from '../lambda/lambda-service';
import { readStateMachine, type StepFunctionsService } from '../step-functions/step-functions-service';

/** Hands the functions, state machines and roles of a stack to the services that run them. */
export class DeployedResources implements ResourceObserver {
  private readonly roles = new Map<string, number>();

  constructor(
    private readonly lambda: LambdaService,
    private readonly stepFunctions: StepFunctionsService,
    private readonly inlineCode: InlineCode,
    private readonly now: () => number,
  ) {}

  /** When a role was created, in milliseconds since 1970. */
  public roleCreatedAt(arn: string): number | undefined {
    return this.roles.get(arn);
  }

  public onPresent(type: string, id: string, request: ResourceRequest): void {
    switch (type) {
      case 'AWS::IAM::Role': {
        const arn = arnOf(id, request);
        if (!this.roles.has(arn)) this.roles.set(arn, this.now());
        break;
      }
      case 'AWS::Lambda::Function':
        this.defineFunction(id, request);
        break;
      case 'AWS::Lambda::EventInvokeConfig':
        this.setRetryAttempts(request, Number(request.properties.MaximumRetryAttempts ?? 2));
        break;
      case 'AWS::StepFunctions::StateMachine':
        this.stepFunctions.define(readStateMachine(id, request.properties));
        break;
    }
  }

  public onGone(type: string, id: string, request: ResourceRequest): void {
    switch (type) {
      case 'AWS::IAM::Role':
        this.roles.delete(arnOf(id, request));
        break;
      case 'AWS::Lambda::Function':
        this.lambda.remove(arnOf(id, request));
        break;
      case 'AWS::Lambda::EventInvokeConfig':
        this.setRetryAttempts(request, undefined);
        break;
      case 'AWS::StepFunctions::StateMachine':
        this.stepFunctions.remove(id);
        break;
    }
  }

  private defineFunction(id: string, request: ResourceRequest): void {
    const { assets } = request.stack;
    const definition = lambdaFunction(arnOf(id, request), id, request.properties, assets, this.inlineCode);
    // a function that cannot run here matters only when somebody invokes it
    if (definition) this.lambda.define(definition);
  }

  private setRetryAttempts({ properties, address }: ResourceRequest, attempts: number | undefined): void {
    const { account, region } = address;
    const name = String(properties.FunctionName).split(':function:').pop() ?? '';
    this.lambda.setRetryAttempts(`arn:aws:lambda:${region}:${account}:function:${name}`, attempts);
  }
}

function arnOf(id: string, { type, properties, address }: ResourceRequest): string {
  return String(attribute('Arn', type, properties, id, address));
}
