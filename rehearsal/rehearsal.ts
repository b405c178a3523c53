import type { BedrockHistory } from './bedrock/bedrock-history';
import { ModelCustomizationJob } from './bedrock/customization/model-customization-job';
import { EvaluationJob } from './bedrock/evaluation/evaluation-job';
import { ModelImportJob } from './bedrock/import/model-import-job';
import { IngestionJob } from './bedrock/ingestion/ingestion-job';
import { ModelInvocationJob } from './bedrock/model-invocation-job';
import { VirtualClock } from './clock';
import type { StackArtifact } from './cloud-assembly/cloud-assembly';
import { deployedStacks } from './cloud-assembly/deployed-stacks';
import { parametersOf } from './cloud-assembly/stack-parameters';
import type { RecordedAnswer } from './cloudformation/response-endpoint';
import type { DeployedStack } from './cloudformation/stack';
import { DEFAULT_ENVIRONMENT } from './default-environment';
import { EmulatedAccount } from './emulated-account';
import type { RecordedCall } from './emulated-api/api-call';
import type { Environment } from './environment';
import { type IamHistory, iamHistory } from './iam-history';
import { type JobScript, shownNames } from './jobs/job-course';
import { jobRun } from './jobs/job-run';
import type { Invocation } from './lambda/invocation';
import { isDeployed, type RehearsalResult, type StackResult } from './rehearsal-result';
import { type SageMakerHistory, sageMakerHistory } from './sagemaker/sagemaker-history';
import type { ServiceOptions } from './service-options';
import type { Execution } from './step-functions/execution';

export type { RehearsalResult, StackResult } from './rehearsal-result';

export interface RehearsalOptions extends ServiceOptions {
  /** Virtual seconds per real second. @default Infinity */
  readonly speed?: number;
  /** The first moment, in milliseconds since 1970. @default - now */
  readonly startTime?: number;
  /** Where the assembly does not say. @default '111122223333' */
  readonly account?: string;
  /** Where the assembly does not say. @default 'us-east-1' */
  readonly region?: string;
  /** How jobs go. @default - each takes 4 minutes and succeeds */
  readonly jobs?: JobScript;
}

export interface DeployOptions {
  /** Only these stacks and those that they depend on. @default - all */
  readonly stacks?: readonly string[];
  /** Values of template parameters, for all stacks that have them, or for one (`App:Name`). */
  readonly parameters?: Record<string, string>;
  /** Whether stacks are deployed of which only what they read from others has changed. @default false */
  readonly force?: boolean;
  /** Whether what a failed operation has made is deleted or taken back. @default true */
  readonly rollback?: boolean;
  /** How jobs go that are created from now on. @default - as said before */
  readonly jobs?: JobScript;
}

interface Hook {
  readonly due: () => boolean;
  readonly action: () => unknown;
}

/** Deploys cloud assemblies on this machine, without AWS; keeps the stacks between operations. */
export class Rehearsal {
  public readonly clock: VirtualClock;
  private readonly environment: Environment;
  private readonly emulated: EmulatedAccount;
  private readonly coursesTaken = new Set<string>();
  private readonly startedAt: number;
  private jobScript: JobScript;
  private hooks: Hook[] = [];
  private starting?: Promise<void>;

  constructor(options: RehearsalOptions = {}) {
    const { account, region } = { ...DEFAULT_ENVIRONMENT, ...options };
    this.environment = { account, region };
    this.jobScript = options.jobs ?? {};
    this.clock = new VirtualClock(options);
    this.startedAt = this.clock.now();
    const { clock } = this;
    this.emulated = new EmulatedAccount({
      ...options,
      environment: this.environment,
      clock,
      jobs: () => this.jobScript,
      onCourse: (name) => this.coursesTaken.add(name),
    });
    clock.observe(() => this.runHooks());
  }

  /** Jobs of all kinds and of each, and every call that the handler made of SageMaker. */
  public get sagemaker(): SageMakerHistory {
    return sageMakerHistory(this.emulated.sagemaker, this.emulated.sagemakerEndpoint.calls);
  }

  /** Jobs of all kinds and of each, and every call that the handler made of Bedrock. */
  public get bedrock(): BedrockHistory {
    const { jobs } = this.emulated.bedrock;
    return {
      jobs,
      batchJobs: jobs.filter((job) => job instanceof ModelInvocationJob),
      customizationJobs: jobs.filter((job) => job instanceof ModelCustomizationJob),
      evaluationJobs: jobs.filter((job) => job instanceof EvaluationJob),
      importJobs: jobs.filter((job) => job instanceof ModelImportJob),
      ingestionJobs: jobs.filter((job) => job instanceof IngestionJob),
      calls: this.emulated.bedrockEndpoint.calls,
    };
  }

  /** Every call that the handler made of S3. */
  public get s3(): { calls: RecordedCall[] } {
    return { calls: this.emulated.s3Endpoint.calls };
  }

  /** What the policies of the stacks have been used for, and what they lack. */
  public get iam(): IamHistory {
    return iamHistory(this.emulated.iam);
  }

  /** Those jobs made elsewhere, by the names under which they are said to exist, that somebody has looked at. */
  public get existingJobsRead(): ReadonlySet<string> {
    return this.emulated.elsewhere.found;
  }

  /** Those models made elsewhere that a job has looked for. */
  public get existingModelsRead(): ReadonlySet<string> {
    return this.emulated.modelsElsewhere.found;
  }

  /** The folders that the results of batch jobs are in, where there is an output folder. */
  public get outputFolders(): string[] {
    return this.emulated.batchOutput?.folders ?? [];
  }

  /** Every call that the handler made of Step Functions. */
  public get stepFunctions(): { calls: RecordedCall[] } {
    return { calls: this.emulated.stepFunctionsEndpoint.calls };
  }

  /** Every call that state machines made of CloudFormation. */
  public get cloudformation(): { calls: RecordedCall[] } {
    return { calls: this.emulated.tasks.calls };
  }

  public get executions(): Execution[] {
    return this.emulated.stepFunctions.executions;
  }

  public get invocations(): Invocation[] {
    return this.emulated.lambda.invocations;
  }

  /** What was PUT to response URLs. */
  public get answers(): RecordedAnswer[] {
    return this.emulated.responses.answers;
  }

  /** Calls that the handler made to services that are not emulated. */
  public get notEmulatedCalls(): string[] {
    return this.emulated.notEmulatedCalls;
  }

  /** What the emulated services have taken to be true, and cannot know: each once. */
  public get assumptions(): string[] {
    const calls = [...this.sagemaker.calls, ...this.bedrock.calls];
    return [...new Set(calls.flatMap(({ assumptions = [] }) => assumptions))];
  }

  /** Virtual milliseconds since the rehearsal began. */
  public get elapsedMs(): number {
    return this.clock.now() - this.startedAt;
  }

  /** Creates or updates the stacks of an assembly, one after the other; stops at the first that fails. */
  public async deploy(assembly: string, options: DeployOptions = {}): Promise<RehearsalResult> {
    const artifacts = this.read(assembly, options.stacks);
    if (options.jobs) this.jobScript = options.jobs;
    return this.operate(artifacts, async (artifact) => {
      const parameters = parametersOf(artifact, options.parameters ?? {});
      const { force, rollback } = options;
      const changed = await this.emulated.cloudformation.deploy(artifact, { parameters, force, rollback });
      const status = this.emulated.cloudformation.find(artifact)?.status ?? '';
      return { changed, ok: isDeployed({ status, changed }) };
    });
  }

  /** Deletes the stacks of an assembly, the last one first. */
  public async destroy(assembly: string, options: DeployOptions = {}): Promise<RehearsalResult> {
    const artifacts = [...this.read(assembly, options.stacks)].reverse();
    return this.operate(artifacts, async (artifact) => {
      const { cloudformation } = this.emulated;
      const changed = cloudformation.find(artifact) !== undefined;
      await cloudformation.delete(artifact);
      return { changed, ok: cloudformation.find(artifact) === undefined };
    });
  }

  /** Rolls back the update of a stack that is under way. */
  public cancelUpdate(stackName: string): void {
    this.emulated.cloudformation.cancelUpdate(stackName);
  }

  /** Does something once so many virtual seconds have passed since the rehearsal began, or as soon as a condition holds. */
  public at(when: number | (() => boolean), action: () => unknown): void {
    if (typeof when === 'number') {
      this.clock.setTimeout(() => void action(), when * 1000 - this.elapsedMs);
    } else {
      this.hooks.push({ due: when, action });
    }
  }

  /** Lets time pass until no execution and no function runs any more. */
  public async settle(): Promise<void> {
    await this.clock.until(this.everythingEnded());
  }

  public async close(): Promise<void> {
    this.clock.stop();
    await this.emulated.close();
  }

  private read(assembly: string, names: readonly string[] | undefined): StackArtifact[] {
    return deployedStacks(assembly, this.environment, names);
  }

  private async operate(
    artifacts: StackArtifact[],
    operation: (artifact: StackArtifact) => Promise<{ changed: boolean; ok: boolean }>,
  ): Promise<RehearsalResult> {
    await (this.starting ??= this.emulated.start());
    const begin = this.clock.now();
    const denialsBefore = this.emulated.iam.denials.length;
    const jobsBefore = new Set(this.emulated.jobs);
    this.coursesTaken.clear();
    this.emulated.elsewhere.missing.clear();
    const stacks: Record<string, StackResult> = {};
    const result = (areDone: boolean): RehearsalResult => {
      const unusedCourses = Object.keys(this.jobScript).filter((name) => name !== '*' && !this.coursesTaken.has(name));
      const denials = this.emulated.iam.denials.slice(denialsBefore);
      const ok = areDone && !denials.some(({ isUnnoticed }) => isUnnoticed);
      const missingJobs = [...this.emulated.elsewhere.missing];
      const unfilledInputs = this.emulated.unfilledInputs(begin);
      const now = this.clock.now();
      const created = this.emulated.jobs.filter((job) => !jobsBefore.has(job));
      const nameOf = shownNames(this.emulated.jobs);
      const jobs = created.map((job) => jobRun(job, { begin, now, nameOf })).sort((a, b) => a.afterMs - b.afterMs);
      return { ok, stacks, elapsedMs: now - begin, denials, missingJobs, jobs, unfilledInputs, unusedCourses };
    };
    for (const artifact of artifacts) {
      const known = this.emulated.cloudformation.find(artifact);
      const before = known?.events.length ?? 0;
      const { changed, ok } = await this.clock.until(operation(artifact));
      await this.emulated.finishWork();
      stacks[artifact.label] = this.result(artifact, known, before, changed);
      if (!ok) return result(false);
    }
    return result(true);
  }

  private result(
    artifact: StackArtifact,
    known: DeployedStack | undefined,
    before: number,
    changed: boolean,
  ): StackResult {
    const stack = this.emulated.cloudformation.find(artifact) ?? known;
    const { path } = artifact;
    const staleReads = this.emulated.cloudformation.staleReads(artifact);
    if (!stack) {
      return { id: '', path, status: 'DELETE_COMPLETE', outputs: {}, resources: {}, events: [], changed, staleReads };
    }
    const events = stack === known ? stack.events.slice(before) : stack.events;
    const { id, status, outputs } = stack;
    return { id, path, status, outputs, resources: Object.fromEntries(stack.resources), events, changed, staleReads };
  }

  private async everythingEnded(): Promise<void> {
    const underWay = (): Promise<unknown>[] => [
      ...this.executions.filter(({ status }) => status === 'RUNNING').map(async ({ ended }) => ended),
      ...this.emulated.lambda.underWay,
    ];
    for (let work = underWay(); work.length > 0; work = underWay()) await Promise.all(work);
  }

  private runHooks(): void {
    const due = this.hooks.filter((hook) => hook.due());
    this.hooks = this.hooks.filter((hook) => !due.includes(hook));
    due.forEach(({ action }) => void action());
  }
}
