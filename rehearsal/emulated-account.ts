import type { VirtualClock } from './clock';
import { AssetStore } from './cloud-assembly/asset-store';
import { AssumedResourceProvider } from './cloudformation/assumed-resource-provider';
import { CloudFormation } from './cloudformation/cloudformation';
import { CustomResourceProvider } from './cloudformation/custom-resource-provider';
import { DeployedResources } from './cloudformation/deployed-resources';
import { NestedStackProvider } from './cloudformation/nested-stack-provider';
import type { ResourceProvider } from './cloudformation/resource-provider';
import { ResponseEndpoint } from './cloudformation/response-endpoint';
import type { StackEvent } from './cloudformation/stack-event';
import { isJob } from './cloudformation/template';
import {
  WaitConditionHandleProvider,
  WaitConditionProvider,
  WaitConditionSignals,
} from './cloudformation/wait-condition-provider';
import type { Authorize } from './emulated-api/api-call';
import { AwsJsonEndpoint, type EndpointContext } from './emulated-api/aws-json-endpoint';
import { FaultPlan, type Fault } from './emulated-api/fault';
import { startNotEmulatedEndpoint } from './emulated-api/not-emulated-endpoint';
import { ServiceError } from './emulated-api/service-error';
import type { JsonValue } from './json-value';
import { InlineCode } from './lambda/inline-code';
import type { InvocationOutcome } from './lambda/invocation';
import { LambdaService } from './lambda/lambda-service';
import type { LoopbackServer } from './loopback-server';
import type { JobScript } from './sagemaker/job-course';
import { SageMakerRegions, type SageMakerEnvironment } from './sagemaker/sagemaker-regions';
import type { RolePropagation, SageMakerQuotas } from './sagemaker/sagemaker-service';
import type { Execution } from './step-functions/execution';
import { loadInterpreter, type StateMachineClass } from './step-functions/interpreter';
import { StepFunctionsService } from './step-functions/step-functions-service';

/** How the emulated services behave. */
export interface ServiceOptions {
  readonly quotas?: SageMakerQuotas;
  readonly rolePropagation?: RolePropagation;
  readonly faults?: readonly Fault[];
  /** How many processes run the handler at once. @default 1 - every rehearsal goes the same way */
  readonly concurrency?: number;
  /** Sees every emulated API call before it has an effect, and may refuse it. */
  readonly authorize?: Authorize;
  /** @default 'ResourceNotFound' */
  readonly notFoundError?: 'ResourceNotFound' | 'ValidationException';
  readonly onEvent?: (event: StackEvent) => void;
}

export interface EmulatedAccountOptions extends ServiceOptions {
  readonly clock: VirtualClock;
  readonly account: string;
  readonly region: string;
  readonly jobs: () => JobScript;
  /** Learns which course a job takes, by its name in the script. */
  readonly onCourse: (key: string) => void;
}

/** An AWS account on this machine: its services, tied to one another as in AWS. */
export class EmulatedAccount {
  /** Calls that the handler made to services that are not emulated. */
  public readonly notEmulatedCalls: string[] = [];
  public readonly lambda: LambdaService;
  public readonly responses: ResponseEndpoint;
  public readonly stepFunctions: StepFunctionsService;
  public readonly stepFunctionsEndpoint: AwsJsonEndpoint;
  public readonly sagemaker: SageMakerRegions;
  public readonly sagemakerEndpoint: AwsJsonEndpoint;
  public readonly cloudformation: CloudFormation;
  private readonly assets = new Map<string, AssetStore>();
  private readonly inlineCode = new InlineCode();
  private readonly faults: FaultPlan;
  private readonly authorize: Authorize;
  private interpreter?: StateMachineClass;
  private notEmulated?: LoopbackServer;

  constructor(private readonly options: EmulatedAccountOptions) {
    this.faults = new FaultPlan(options.faults);
    this.authorize = options.authorize ?? (() => {});
    this.responses = new ResponseEndpoint(options.clock, this.faults);
    this.lambda = this.createLambda();
    this.stepFunctions = this.createStepFunctions();
    const deployed = new DeployedResources(this.lambda, this.stepFunctions, this.inlineCode, () => options.clock.now());
    this.sagemaker = this.createSageMaker(deployed);
    const context = this.endpointContext();
    this.sagemakerEndpoint = new AwsJsonEndpoint(this.sagemaker, context);
    this.stepFunctionsEndpoint = new AwsJsonEndpoint(this.stepFunctions, context);
    this.cloudformation = this.createCloudFormation(deployed);
  }

  public async start(): Promise<void> {
    await Promise.all([this.responses.start(), this.sagemakerEndpoint.start(), this.stepFunctionsEndpoint.start()]);
    this.notEmulated = await startNotEmulatedEndpoint((what) => this.notEmulatedCalls.push(what));
    this.interpreter = await loadInterpreter(this.options.clock);
  }

  /** Lets functions that are at work finish, and what they set off begin; no time passes. */
  public async finishWork(): Promise<void> {
    do {
      await new Promise((resolve) => setImmediate(resolve));
    } while (this.lambda.busy);
    await new Promise((resolve) => setImmediate(resolve));
  }

  public async close(): Promise<void> {
    this.stepFunctions.close();
    this.lambda.close();
    const servers = [this.responses, this.sagemakerEndpoint, this.stepFunctionsEndpoint, this.notEmulated];
    await Promise.all(servers.map(async (server) => server?.close()));
    this.inlineCode.remove();
  }

  private createLambda(): LambdaService {
    return new LambdaService({
      clock: this.options.clock,
      faults: this.faults,
      concurrency: this.options.concurrency ?? 1,
      endpoints: () => ({
        sagemaker: this.sagemakerEndpoint.url,
        stepFunctions: this.stepFunctionsEndpoint.url,
        others: this.notEmulated?.url ?? '',
      }),
    });
  }

  private createStepFunctions(): StepFunctionsService {
    return new StepFunctionsService(() => {
      if (!this.interpreter) throw new Error('the rehearsal has not been started');
      return {
        clock: this.options.clock,
        interpreter: this.interpreter,
        invoke: async (functionArn, event, execution) => this.tick(functionArn, event, execution),
      };
    });
  }

  private async tick(functionArn: string, event: JsonValue, execution: Execution): Promise<InvocationOutcome> {
    const { roleArn } = execution.props.stateMachine;
    const input = { FunctionName: functionArn };
    const at = this.options.clock.now();
    try {
      this.authorize({ service: 'lambda', operation: 'InvokeFunction', input, at, caller: undefined, roleArn });
    } catch (error) {
      if (!(error instanceof ServiceError)) throw error;
      return { kind: 'denied', message: error.message };
    }
    return this.lambda.invoke({ functionArn, kind: 'tick', event, origin: execution.origin });
  }

  private createSageMaker(deployed: DeployedResources): SageMakerRegions {
    const { clock, account, region, jobs, onCourse, quotas = {}, rolePropagation, notFoundError } = this.options;
    return new SageMakerRegions((environment = { account, region }) => ({
      clock,
      ...environment,
      script: jobs,
      onCourse,
      quotas,
      rolePropagation,
      notFoundError: notFoundError ?? 'ResourceNotFound',
      roleCreatedAt: (arn) => deployed.roleCreatedAt(arn),
      assets: this.assetsOf(environment),
    }));
  }

  /** One store for an account and Region: it outlives the assemblies that fill it. */
  private assetsOf({ account, region }: SageMakerEnvironment): AssetStore {
    const key = `${account}/${region}`;
    const store = this.assets.get(key) ?? new AssetStore(account, region);
    this.assets.set(key, store);
    return store;
  }

  private endpointContext(): EndpointContext {
    return {
      clock: this.options.clock,
      faults: this.faults,
      authorize: this.authorize,
      callerOf: (token) => this.lambda.callerOf(token),
      crash: (token) => this.lambda.crash(token),
    };
  }

  private createCloudFormation(deployed: DeployedResources): CloudFormation {
    const { faults, lambda, responses } = this;
    const { clock, onEvent = () => {} } = this.options;
    const signals = new WaitConditionSignals(responses);
    const jobs = new CustomResourceProvider({ clock, faults, lambda, responses });
    const assumed = new AssumedResourceProvider(clock, deployed);
    const cloudformation = new CloudFormation({
      clock,
      onEvent,
      assetsOf: (address) => this.assetsOf(address),
      providerOf: (resource) => (isJob(resource) ? jobs : (special[resource.type] ?? assumed)),
    });
    const special: Record<string, ResourceProvider> = {
      'AWS::CloudFormation::Stack': new NestedStackProvider({ clock, onEvent, environment: cloudformation }),
      'AWS::CloudFormation::WaitConditionHandle': new WaitConditionHandleProvider(signals),
      'AWS::CloudFormation::WaitCondition': new WaitConditionProvider(clock, signals),
    };
    return cloudformation;
  }
}
