import { costLines } from './cost-report';
import { Display } from './display';
import { durationText } from './duration-text';
import { checkExisting, existingJobs } from './existing-option';
import { failureReason } from './failure-reason';
import { jobChart } from './job-chart';
import { durationScript, failureScript, merged } from './job-option';
import { metricLines } from './metric-report';
import { operationRecord } from './operation-record';
import { templateParameters } from './parameter-option';
import { deniedLines, unknownLines, unusedLines } from './permission-report';
import { PipelineDrawing, writePipeline } from './pipeline-drawing';
import { runMetricLines } from './run-metric-report';
import { runningJobs } from './running-job';
import { staleLines } from './stale-read-report';
import { supposed } from './suppose-option';
import type { StackArtifact } from '../cloud-assembly/cloud-assembly';
import { deployedStacks } from '../cloud-assembly/deployed-stacks';
import type { StackEvent } from '../cloudformation/stack-event';
import { DEFAULT_ENVIRONMENT } from '../default-environment';
import type { ExistingJobs } from '../jobs/existing-job';
import { type JobScript, shownNames } from '../jobs/job-course';
import { Rehearsal } from '../rehearsal';
import { RehearsalError } from '../rehearsal-error';
import { isDeployed, type RehearsalResult, type StackResult } from '../rehearsal-result';

export interface RehearseOptions {
  readonly update?: string;
  readonly destroy?: boolean;
  readonly fail: readonly string[];
  readonly duration: readonly string[];
  readonly parameter: readonly string[];
  /** Where batch jobs write their results. */
  readonly output?: string;
  readonly speed: number;
  readonly stack: readonly string[];
  /** Names of SageMaker models that exist already. */
  readonly model: readonly string[];
  /** Jobs that were made elsewhere, each with its status or with what the service answers of it. */
  readonly existing: readonly string[];
  /** Whether stacks are deployed of which only what they read from others has changed. */
  readonly force?: boolean;
  /** Whether what a failed operation has made is deleted or taken back. */
  readonly rollback?: boolean;
  /** What is so of what nobody has confirmed of AWS, such as `arn-case=lowered`. */
  readonly suppose: readonly string[];
  /** Where the drawing of the pipeline is written as SVG. */
  readonly pipeline?: string;
  /** Whether the permissions are listed that nothing has used. */
  readonly unusedPermissions?: boolean;
}

const REFRESH_MS = 100;

/** The statuses of a stack that ended as it should. */
const DONE = ['CREATE_COMPLETE', 'UPDATE_COMPLETE', 'DELETE_COMPLETE'];

/** Rehearses a deployment, prints it and says whether every stack ended as it should and nothing was silently denied. */
export class RehearseCommand {
  private readonly realStart = performance.now();
  private readonly rehearsal: Rehearsal;
  private readonly coursesTaken = new Set<string>();
  /** Of the operation under way. */
  private readonly events: StackEvent[] = [];
  private readonly drawing: PipelineDrawing;
  private readonly existing: ExistingJobs;
  private parameters: Record<string, string> = {};
  private refresh?: NodeJS.Timeout;
  /** How many invocations there were before the operation under way. */
  private invocationsBefore = 0;

  constructor(
    private readonly display: Display,
    private readonly options: RehearseOptions,
  ) {
    this.drawing = new PipelineDrawing(display);
    this.existing = existingJobs(options.existing);
    this.rehearsal = new Rehearsal({
      speed: options.speed,
      outputFolder: options.output,
      existingModels: options.model,
      existingJobs: this.existing,
      onOperation: (stack, size) => display.begin(stack, size),
      supposition: supposed(options.suppose),
      onEvent: (event) => {
        this.events.push(event);
        display.event(event);
      },
    });
  }

  public async run(assembly: string): Promise<boolean> {
    this.refresh = setInterval(() => this.showJobs(), REFRESH_MS);
    try {
      const ok = await this.operations(assembly);
      this.display.record('summary', { ok });
      return ok;
    } finally {
      await this.close();
    }
  }

  /** Ends what is under way, and leaves the terminal as it was. */
  public async close(): Promise<void> {
    clearInterval(this.refresh);
    this.display.end();
    await this.rehearsal.close();
  }

  private showJobs(): void {
    const { sagemaker, bedrock, clock } = this.rehearsal;
    this.display.jobs(runningJobs([...sagemaker.existingJobs, ...bedrock.jobs], clock.now()));
  }

  private async operations(assembly: string): Promise<boolean> {
    const { update, destroy, fail, duration, parameter } = this.options;
    const first = this.read(assembly);
    const next = update === undefined ? undefined : this.read(update);
    const all = [...first, ...(next ?? [])];
    this.parameters = templateParameters(parameter, all);
    checkExisting(this.existing, all);
    const durations = durationScript(duration, all);
    const failures = failureScript(fail, next ?? first);
    if (this.options.pipeline !== undefined) writePipeline(this.options.pipeline, next ?? first);
    let ok = await this.deploy(assembly, first, next ? durations : merged(durations, failures));
    const goesOn = ok || this.options.rollback === false;
    if (goesOn && update !== undefined && next) {
      ok = await this.deploy(update, next, merged(durations, failures));
    }
    this.reportOutput();
    if (destroy) ok = (await this.destroy(update ?? assembly, next ?? first)) && ok;
    this.reportUnknownConditions();
    this.reportAssumptions();
    if (this.options.unusedPermissions) this.reportUnusedPermissions();
    if (ok) this.checkUsed({ '--fail': failures, '--duration': durations });
    if (ok) this.checkRead();
    return ok;
  }

  private read(assembly: string): StackArtifact[] {
    return deployedStacks(assembly, DEFAULT_ENVIRONMENT, this.options.stack);
  }

  /** What had no effect is most likely a mistake. */
  private checkUsed(scripts: Record<string, JobScript>): void {
    for (const [option, script] of Object.entries(scripts)) {
      const unused = Object.keys(script).find((name) => !this.coursesTaken.has(name));
      if (unused !== undefined) throw new RehearsalError(`${option} ${unused}=…: the job did not run`);
    }
  }

  private checkRead(): void {
    const { existingJobsRead, existingModelsRead } = this.rehearsal;
    const job = Object.keys(this.existing).find((name) => !existingJobsRead.has(name));
    if (job !== undefined) throw new RehearsalError(`--existing ${job}=…: nothing has looked at the job`);
    const model = this.options.model.find((name) => !existingModelsRead.has(name));
    if (model !== undefined) throw new RehearsalError(`--model ${model}: no job has looked for the model`);
  }

  private async deploy(assembly: string, artifacts: readonly StackArtifact[], jobs: JobScript): Promise<boolean> {
    this.announce(artifacts);
    this.drawing.show(artifacts);
    const result = await this.rehearsal.deploy(assembly, {
      jobs,
      parameters: this.parameters,
      stacks: this.options.stack,
      force: this.options.force,
      rollback: this.options.rollback,
    });
    this.display.jobs([]);
    const taken = Object.keys(jobs).filter((name) => !result.unusedCourses.includes(name));
    taken.forEach((name) => this.coursesTaken.add(name));
    Object.entries(result.stacks).forEach(([name, stack]) => this.report(name, stack));
    this.display.record('operation', operationRecord('deploy', result, this.metricsOf));
    this.summarize(result, 'Deployed');
    return result.ok;
  }

  private async destroy(assembly: string, artifacts: readonly StackArtifact[]): Promise<boolean> {
    this.announce(artifacts);
    const result = await this.rehearsal.destroy(assembly, { stacks: this.options.stack });
    this.display.jobs([]);
    for (const [name, { path, status, changed }] of Object.entries(result.stacks)) {
      if (!changed) this.display.line(`\n     ${name}: there is no such stack to destroy`);
      else if (status === 'DELETE_COMPLETE') this.display.success(`\n ✅  ${name}: destroyed`);
      else this.display.failure(`\n ❌  ${name}: ${status}: ${this.failureReason(path)}`);
    }
    this.display.record('operation', operationRecord('destroy', result, this.metricsOf));
    this.summarize(result, 'Destroyed');
    return result.ok;
  }

  /** Of a stack or one nested in it, in the operation under way. */
  private failureReason(stackPath: string): string {
    return failureReason(this.events.filter((event) => event.stackPath === stackPath));
  }

  private announce(artifacts: readonly StackArtifact[]): void {
    this.events.length = 0;
    this.invocationsBefore = this.rehearsal.invocations.length;
    for (const { stackName, path: stackPath, template } of artifacts) {
      const types = Object.values(template.Resources).map(({ Type: type }) => type);
      this.display.begin({ stackName, stackPath }, undefined, types);
    }
  }

  private report(name: string, result: StackResult): void {
    const { path, status, outputs, changed, staleReads } = result;
    this.display.line();
    if (!isDeployed({ status, changed })) {
      this.display.failure(` ❌  ${name} failed: ${this.failureReason(path)}`);
      this.display.failure(`     The stack is in status ${status}.`);
      return;
    }
    this.display.success(` ✅  ${name}${changed ? '' : ' (no changes)'}`);
    staleLines(name, staleReads).forEach((line) => this.display.line(`     ${line}`));
    if (Object.keys(outputs).length > 0) {
      this.display.line('\nOutputs:');
      Object.entries(outputs)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .forEach(([output, value]) => this.display.line(`${name}.${output} = ${value}`));
    }
    const metrics = this.metricsOf(result);
    if (metrics.length > 0) this.display.line('\nMetrics:');
    metrics.forEach((line) => this.display.line(`  ${line}`));
  }

  /** What the metrics of a stack's jobs are, as lines. */
  private readonly metricsOf = (result: StackResult): string[] => {
    const { sagemaker, bedrock } = this.rehearsal;
    return [
      ...metricLines(result, [...sagemaker.trainingJobs, ...sagemaker.tuningJobs, ...bedrock.jobs]),
      ...runMetricLines(result.path, this.rehearsal.invocations.slice(this.invocationsBefore)),
    ];
  };

  /** Results of batch jobs outlive their stacks. */
  private reportOutput(): void {
    const { outputFolders } = this.rehearsal;
    if (outputFolders.length === 0) return;
    this.display.line('Results of batch jobs (rehearsed: no model was asked):');
    outputFolders.forEach((folder) => this.display.line(`  ${folder}`));
  }

  /** What no operation has used may still be needed by one that was not rehearsed, such as an update of tags. */
  private reportUnusedPermissions(): void {
    const { unusedStatements, statements } = this.rehearsal.iam;
    const lines = unusedLines(unusedStatements, statements);
    this.display.line(lines.length === 0 ? 'Every permission was used.' : 'Permissions that nothing here has used:');
    lines.forEach((line) => this.display.line(`  ${line}`));
  }

  private reportUnknownConditions(): void {
    const lines = unknownLines(this.rehearsal.iam.statements);
    if (lines.length === 0) return;
    this.display.line('Conditions whose operators the rehearsal does not know, and which it takes to allow:');
    lines.forEach((line) => this.display.line(`  ${line}`));
  }

  private reportAssumptions(): void {
    const { assumptions } = this.rehearsal;
    if (assumptions.length === 0) return;
    this.display.line('Assumed, for the rehearsal cannot know it:');
    assumptions.forEach((line) => this.display.line(`  ${line}`));
  }

  /** When the jobs have run, and what they may cost. */
  private reportJobs({ jobs, elapsedMs }: RehearsalResult): void {
    for (const lines of [jobChart(jobs, elapsedMs, this.display.width), costLines(jobs)]) {
      if (lines.length > 0) this.display.line();
      lines.forEach((line) => this.display.line(line));
    }
  }

  private summarize(result: RehearsalResult, done: string): void {
    const { ok, stacks, elapsedMs, denials, missingJobs, unfilledInputs } = result;
    const real = ((performance.now() - this.realStart) / 1000).toFixed(1);
    const readers = unfilledInputs.map(({ reader }) => reader);
    const nameOf = shownNames([...this.rehearsal.sagemaker.jobs, ...this.rehearsal.bedrock.jobs, ...readers]);
    unfilledInputs.forEach(({ reader, what, uri }) =>
      this.display.line(
        `     Assumed: ${nameOf(reader)} finds its ${what} at ${uri}. A stack makes this bucket, and nothing here writes to it: in a first deployment it is empty.`,
      ),
    );
    this.reportJobs(result);
    const time = `${durationText(elapsedMs)} of rehearsed time (${real} s real)`;
    if (ok) return this.display.heading(`\n ✨  ${done} in ${time}\n`);
    const calls = [...new Set(this.rehearsal.notEmulatedCalls)];
    if (calls.length > 0) this.display.failure(`     The handler called what is not emulated: ${calls.join(', ')}`);
    missingJobs.forEach((name) =>
      this.display.failure(
        `     ${name} refers to a job that nothing here makes: if it exists, say so with --existing ${name}=Completed`,
      ),
    );
    deniedLines(denials).forEach((line) => this.display.failure(`     ${line}`));
    const areDone = Object.values(stacks).every(({ status }) => DONE.includes(status));
    const silently = `${done} in ${time}, but permissions are missing, which AWS does not report`;
    this.display.heading(`\n ❌  ${areDone ? silently : `Failed after ${time}`}\n`);
  }
}
