import type { CompilationJob } from './compilation-job';
import { SageMakerService, type SageMakerOptions } from './sagemaker-service';
import type { ApiCall } from '../emulated-api/api-call';
import type { EmulatedService } from '../emulated-api/aws-json-endpoint';
import type { JsonValue } from '../json-value';

export interface SageMakerEnvironment {
  readonly account: string;
  readonly region: string;
}

/** Emulates SageMaker in every account and Region: each has its own jobs, names and quotas. */
export class SageMakerRegions implements EmulatedService {
  public readonly name = 'sagemaker';
  public readonly protocolVersion = '1.1';
  private readonly services = new Map<string, SageMakerService>();

  constructor(private readonly optionsOf: (environment?: SageMakerEnvironment) => SageMakerOptions) {}

  /** Every job ever created, the deleted ones too. */
  public get jobs(): CompilationJob[] {
    return this.inOrder(({ jobs }) => jobs);
  }

  /** The jobs that have not been deleted. */
  public get existingJobs(): CompilationJob[] {
    return this.inOrder(({ existingJobs }) => existingJobs);
  }

  public handle(call: ApiCall): JsonValue {
    const [, , , region, account] = call.caller?.functionArn.split(':') ?? [];
    return this.serviceOf(region && account ? { account, region } : undefined).handle(call);
  }

  private serviceOf(environment: SageMakerEnvironment | undefined): SageMakerService {
    const options = this.optionsOf(environment);
    const key = `${options.account}/${options.region}`;
    const service = this.services.get(key) ?? new SageMakerService(options);
    this.services.set(key, service);
    return service;
  }

  private inOrder(jobsOf: (service: SageMakerService) => CompilationJob[]): CompilationJob[] {
    return [...this.services.values()].flatMap(jobsOf).sort((a, b) => a.createdAt - b.createdAt);
  }
}
