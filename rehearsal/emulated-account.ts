import { Supposition } from '../unconfirmed/supposition';
import { BatchOutput } from './bedrock/batch-output';
import type { BedrockJob } from './bedrock/bedrock-job';
import type { AnyBedrockJob } from './bedrock/bedrock-kind';
import { BedrockService } from './bedrock/bedrock-service';
import { ModelInvocationJob } from './bedrock/model-invocation-job';
import { authorizeCall } from './call-authorization';
import type { VirtualClock } from './clock';
import { AssetStore } from './cloud-assembly/asset-store';
import { AssumedResourceProvider } from './cloudformation/assumed-resource-provider';
import type { CloudFormation } from './cloudformation/cloudformation';
import { CloudFormationApi } from './cloudformation/cloudformation-api';
import { CustomResourceProvider } from './cloudformation/custom-resource-provider';
import { DeployedResources } from './cloudformation/deployed-resources';
import { emulatedCloudFormation } from './cloudformation/emulated-cloudformation';
import { ResourceSignals } from './cloudformation/resource-signals';
import { ResponseEndpoint } from './cloudformation/response-endpoint';
import { HandleSignals } from './cloudformation/wait-condition-handle';
import type { ApiCall, Authorize } from './emulated-api/api-call';
import { AwsJsonProtocol } from './emulated-api/aws-json-protocol';
import { FaultPlan } from './emulated-api/fault';
import { startNotEmulatedEndpoint } from './emulated-api/not-emulated-endpoint';
import { RestJsonProtocol } from './emulated-api/rest-json-protocol';
import { ServiceEndpoint, type EndpointContext } from './emulated-api/service-endpoint';
import { environmentKey, type Environment } from './environment';
import { functionLogAccesses } from './iam/function-accesses';
import { Iam } from './iam/iam';
import { checkStateMachineKey } from './iam/state-machine-key';
import type { EmulatedJob } from './jobs/emulated-job';
import { ExistingJobDirectory } from './jobs/existing-job';
import type { JobScript } from './jobs/job-course';
import { JobRegions } from './jobs/job-regions';
import type { JobServiceOptions } from './jobs/job-service';
import { inputOf, type InputReader, unfilledInputs, type UnfilledInput } from './jobs/unfilled-input';
import { InlineCode } from './lambda/inline-code';
import { LambdaService } from './lambda/lambda-service';
import type { LoopbackServer } from './loopback-server';
import { S3Protocol } from './s3/s3-protocol';
import { S3Results } from './s3/s3-results';
import { ExistingModels } from './sagemaker/existing-models';
import { modelDataUris } from './sagemaker/hosting-accesses';
import type { SageMakerJob } from './sagemaker/sagemaker-job';
import { SageMakerService } from './sagemaker/sagemaker-service';
import type { ServiceOptions } from './service-options';
import { StepFunctionsService } from './step-functions/step-functions-service';
import { TaskCalls } from './step-functions/task-calls';

export interface EmulatedAccountOptions extends ServiceOptions {
  readonly clock: VirtualClock;
  /** Where calls come from whose caller nobody knows. */
  readonly environment: Environment;
  readonly jobs: () => JobScript;
  /** Learns which course a job takes, by its name in the script. */
  readonly onCourse: (key: string) => void;
}

/** An AWS account on this machine: its services, tied to one another as in AWS. */
export class EmulatedAccount {
  /** Calls that the handler made to services that are not emulated. */
  public readonly notEmulatedCalls: string[] = [];
  public readonly iam = new Iam();
  /** The jobs that were made elsewhere. */
  public readonly elsewhere: ExistingJobDirectory;
  public readonly modelsElsewhere: ExistingModels;
  public readonly lambda: LambdaService;
  public readonly responses: ResponseEndpoint;
  public readonly stepFunctions: StepFunctionsService;
  public readonly stepFunctionsEndpoint: ServiceEndpoint;
  /** What state machines do. */
  public readonly tasks: TaskCalls;
  public readonly sagemaker: JobRegions<SageMakerJob>;
  public readonly sagemakerEndpoint: ServiceEndpoint;
  public readonly bedrock: JobRegions<AnyBedrockJob>;
  public readonly bedrockEndpoint: ServiceEndpoint;
  public readonly s3Endpoint: ServiceEndpoint;
  /** Undefined when batch jobs write nothing. */
  public readonly batchOutput?: BatchOutput;
  public readonly cloudformation: CloudFormation;
  private readonly deployed: DeployedResources;
  private readonly assets = new Map<string, AssetStore>();
  private readonly inlineCode = new InlineCode();
  private readonly faults: FaultPlan;
  private readonly authorize: Authorize;
  private readonly signals: ResourceSignals;
  private notEmulated?: LoopbackServer;

  private get supposition(): Supposition {
    return this.options.supposition ?? Supposition.USUAL;
  }

  constructor(private readonly options: EmulatedAccountOptions) {
    this.faults = new FaultPlan(options.faults);
    const mayIdsRepeat = this.supposition.nameOf('signal-id-reused') === 'accepted';
    this.signals = new ResourceSignals({ clock: options.clock, mayIdsRepeat });
    if (options.outputFolder !== undefined) this.batchOutput = new BatchOutput(options.outputFolder);
    this.elsewhere = new ExistingJobDirectory(options.existingJobs ?? {});
    this.modelsElsewhere = new ExistingModels(options.existingModels);
    this.authorize = (call) => this.check(call);
    this.responses = new ResponseEndpoint(options.clock, this.faults);
    this.lambda = this.createLambda();
    this.tasks = this.createTasks();
    const { clock } = options;
    this.stepFunctions = new StepFunctionsService({
      clock,
      perform: async (resource, input, execution) => this.tasks.perform(resource, input, execution),
    });
    this.deployed = new DeployedResources({
      lambda: this.lambda,
      stepFunctions: this.stepFunctions,
      inlineCode: this.inlineCode,
      iam: this.iam,
      jobs: () => this.jobs,
      now: () => options.clock.now(),
    });
    const { deployed } = this;
    this.sagemaker = this.createSageMaker(deployed);
    this.bedrock = this.createBedrock(deployed);
    const context = this.endpointContext();
    this.sagemakerEndpoint = new ServiceEndpoint(this.sagemaker, new AwsJsonProtocol('1.1'), context);
    this.bedrockEndpoint = new ServiceEndpoint(this.bedrock, new RestJsonProtocol('bedrock'), context);
    this.s3Endpoint = new ServiceEndpoint(new S3Results(() => this.bedrock.jobs), new S3Protocol(), context);
    this.stepFunctionsEndpoint = new ServiceEndpoint(this.stepFunctions, new AwsJsonProtocol('1.0'), context);
    this.cloudformation = this.createCloudFormation(deployed);
  }

  /** The jobs of all services, also those that have been deleted. */
  public get jobs(): EmulatedJob[] {
    return [...this.sagemaker.jobs, ...this.bedrock.jobs];
  }

  /** The inputs of jobs and models created since a moment that are assumed to be there. */
  public unfilledInputs(since: number): UnfilledInput[] {
    const { jobs, deployed } = this;
    const isNew = ({ createdAt }: { readonly createdAt: number }) => createdAt >= since;
    const models = deployed.allModels.filter(isNew);
    const readers = [
      ...jobs.filter(isNew).map(inputOf),
      ...models.map((model): InputReader => ({ reader: model, what: 'model data', uris: modelDataUris(model) })),
    ];
    return unfilledInputs(readers, jobs, {
      isMade: (bucket) => this.iam.bucket(bucket) !== undefined,
      isFilled: (uri) => deployed.mayFill(uri),
    });
  }

  public async start(): Promise<void> {
    await Promise.all([this.responses, ...this.endpoints].map(async (server) => server.start()));
    this.notEmulated = await startNotEmulatedEndpoint((what) => this.notEmulatedCalls.push(what));
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
    const servers = [this.responses, ...this.endpoints, this.notEmulated];
    await Promise.all(servers.map(async (server) => server?.close()));
    this.inlineCode.remove();
  }

  private get endpoints(): ServiceEndpoint[] {
    return [this.sagemakerEndpoint, this.bedrockEndpoint, this.s3Endpoint, this.stepFunctionsEndpoint];
  }

  private createLambda(): LambdaService {
    return new LambdaService({
      clock: this.options.clock,
      faults: this.faults,
      onRun: (definition) => {
        const { arn: functionArn, roleArn, name, region } = definition;
        this.iam.tryAll({ roleArn, name, region, functionArn }, functionLogAccesses(definition));
      },
      concurrency: this.options.concurrency ?? 1,
      endpoints: () => ({
        bedrock: this.bedrockEndpoint.url,
        s3: this.s3Endpoint.url,
        sagemaker: this.sagemakerEndpoint.url,
        stepFunctions: this.stepFunctionsEndpoint.url,
        others: this.notEmulated?.url ?? '',
      }),
    });
  }

  private createTasks(): TaskCalls {
    const { lambda, authorize, faults, signals, supposition } = this;
    const { clock, environment } = this.options;
    const cloudformation = (): CloudFormationApi =>
      new CloudFormationApi(this.cloudformation.directory, signals, supposition);
    return new TaskCalls({ clock, lambda, cloudformation, authorize, environment, faults, supposition });
  }

  /** What a call must pass before it has an effect. */
  private check(call: ApiCall): void {
    this.options.authorize?.(call);
    authorizeCall(this.iam, call, this.supposition);
    const stateMachine = call.service === 'states' ? this.stepFunctions.stateMachineOf(call.input) : undefined;
    if (stateMachine) checkStateMachineKey(this.iam, call, stateMachine);
  }

  private createSageMaker(deployed: DeployedResources): JobRegions<SageMakerJob> {
    const { environment: home, quotas = {}, notFoundError } = this.options;
    return new JobRegions('sagemaker', home, (environment) => {
      const options = this.jobServiceOptions(environment, deployed);
      const model = (name: string) => deployed.model(environment, name);
      const hasModel = (name: string): boolean => this.modelsElsewhere.has(name) || model(name) !== undefined;
      return new SageMakerService({ ...options, quotas, notFoundError, hasModel, model });
    });
  }

  private createBedrock(deployed: DeployedResources): JobRegions<AnyBedrockJob> {
    const { environment: home, quotas = {}, listLagSeconds = 0 } = this.options;
    return new JobRegions('bedrock', home, (environment) => {
      const options = this.jobServiceOptions(environment, deployed);
      const { knowledgeBases } = deployed;
      const deployments = () => deployed.fileDeployments;
      const onJob = (job: BedrockJob) => this.writeOutputOf(job);
      return new BedrockService({ ...options, quotas, listLagSeconds, knowledgeBases, deployments, onJob });
    });
  }

  /** As soon as the job has ended; a stop changes when that is. */
  private writeOutputOf(job: BedrockJob): void {
    const { batchOutput } = this;
    const { clock } = this.options;
    if (!batchOutput || !(job instanceof ModelInvocationJob) || job.endsAt === undefined) return;
    clock.setTimeout(() => batchOutput.write(job), job.endsAt - clock.now());
  }

  private jobServiceOptions(environment: Environment, deployed: DeployedResources): JobServiceOptions {
    const { clock, jobs, onCourse, rolePropagation } = this.options;
    return {
      clock,
      ...environment,
      script: jobs,
      onCourse,
      rolePropagation,
      roleCreatedAt: (arn) => deployed.roleCreatedAt(arn),
      assets: this.assetsOf(environment),
      iam: this.iam,
      existing: (call, names) => this.elsewhere.find(call, names),
      supposition: this.supposition,
    };
  }

  /** One store for an account and Region: it outlives the assemblies that fill it. */
  private assetsOf(environment: Environment): AssetStore {
    const key = environmentKey(environment);
    const store = this.assets.get(key) ?? new AssetStore(environment);
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
    const { faults, lambda, responses, signals, supposition } = this;
    const { clock, onEvent = () => {}, onOperation = () => {} } = this.options;
    return emulatedCloudFormation({
      clock,
      onEvent,
      onOperation,
      supposition,
      assetsOf: (address) => this.assetsOf(address),
      handled: new CustomResourceProvider({ clock, faults, lambda, responses }),
      assumed: new AssumedResourceProvider(clock, deployed),
      handleSignals: new HandleSignals(responses),
      resourceSignals: signals,
    });
  }
}
