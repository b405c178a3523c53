import type { EmulatedJob } from './emulated-job';
import type { JobService } from './job-service';
import type { ApiCall } from '../emulated-api/api-call';
import type { EmulatedService } from '../emulated-api/emulated-service';
import { environmentKey, environmentOf, type Environment } from '../environment';
import type { JsonValue } from '../json-value';

/** Emulates a service in every account and Region: each has its own jobs, names and quotas. */
export class JobRegions<Job extends EmulatedJob> implements EmulatedService {
  private readonly services = new Map<string, JobService<Job>>();

  constructor(
    public readonly name: string,
    /** Where a call comes from whose caller nobody knows. */
    private readonly home: Environment,
    private readonly createService: (environment: Environment) => JobService<Job>,
  ) {}

  /** Every job ever created, the deleted ones too. */
  public get jobs(): Job[] {
    return this.inOrder(({ jobs }) => jobs);
  }

  /** The jobs that have not been deleted. */
  public get existingJobs(): Job[] {
    return this.inOrder(({ existingJobs }) => existingJobs);
  }

  public handle(call: ApiCall): JsonValue {
    return this.serviceOf(environmentOf(call.caller?.functionArn) ?? this.home).handle(call);
  }

  private serviceOf(environment: Environment): JobService<Job> {
    const key = environmentKey(environment);
    const service = this.services.get(key) ?? this.createService(environment);
    this.services.set(key, service);
    return service;
  }

  private inOrder(jobsOf: (service: JobService<Job>) => readonly Job[]): Job[] {
    return [...this.services.values()].flatMap(jobsOf).sort((a, b) => a.createdAt - b.createdAt);
  }
}
